"""Looking after the file with the attempts while nobody waits for it, and saying what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.services.ports import Recovery, Trouble
from app.ui.formats import when

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.bridge import Bridge
    from app.ui.exam_pages import ExamPages
    from app.ui.main_window import MainWindow

AFTER_EXAM_MS = 2000
"""A backup waits so long after an exam: the result comes first."""


class Upkeep(QObject):
    """Checks the file after an end that was none, backs it up, and tells of trouble with it.

    `pages` gives the exam's screens when one of them is in front, else None.
    """

    def __init__(
        self,
        window: MainWindow,
        bridge: Bridge,
        pages: Callable[[], ExamPages | None],
        refresh: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window, self._bridge, self._pages, self._refresh = window, bridge, pages, refresh
        self._told = False
        self._untold: list[str] = []
        self._soon = QTimer(self, singleShot=True, interval=AFTER_EXAM_MS)
        self._soon.timeout.connect(self.back_up)
        bridge.unsaved_changed.connect(self._on_unsaved)
        bridge.mending.mended.connect(self._on_mended)
        bridge.ended.connect(self._on_ended)

    # The file -------------------------------------------------------------------------------

    def look(self) -> None:
        """At the start, after the first paint: check what was not closed, then back up what has changed."""
        if self.check():
            self.back_up()

    def check(self) -> bool:
        """Mend a file that was not closed, and say so; False when it could not be looked at."""
        try:
            recovery = self._bridge.services.keeper.check()
        except Trouble as trouble:
            _log("the file was not checked: %s", trouble)
            return False
        if recovery is not None:
            _log("the file with the attempts was mended: %s", recovery)
            self._on_mended(recovery)
            self._refresh()
        return True

    def examine(self) -> None:
        """Somebody asks whether the file is in order: look closely, mend it, back it up, and say so."""
        keeper = self._bridge.services.keeper
        try:
            recovery = keeper.recover()
            keeper.back_up()
            newest = next(iter(keeper.backups()), None)
        except Trouble as trouble:
            self._bridge.troubled.emit(trouble)
            return
        if recovery is not None:
            self._on_mended(recovery)
        elif newest is None:
            self._present(self.tr("Nothing is kept yet"), self.tr("A backup is made after your first exam."))
        else:
            words = self.tr("Every answer in it can be read. The newest backup is of {when}.")
            self._present(self.tr("The file is in order"), words.format(when=when(newest.made_ms)))

    def back_up(self) -> None:
        """Copy the history, unless somebody sits an exam. That this fails is for the log, and for doctor."""
        if self._bridge.sitting or self._bridge.unsaved is not None:
            return
        try:
            self._bridge.services.keeper.back_up()
        except Trouble as trouble:
            if not self._bridge.mending.mend(trouble):
                _log("no backup was made: %s", trouble)

    def _on_ended(self, _attempt: str) -> None:
        self._soon.start()

    # Words ----------------------------------------------------------------------------------

    def _on_unsaved(self, trouble: Trouble | None) -> None:
        pages = self._pages()
        if trouble is None:
            self._tell_saved(pages)
            return
        if pages is not None:
            from app.ui.labels import unsaved_sentence

            pages.trouble(unsaved_sentence(trouble))
            pages.show_unsaved(True)  # noqa: FBT003

    def tell_of_the_result(self) -> None:
        """After the end of an exam: what was mended in it, and when its end is in memory alone, that."""
        untold, self._untold = self._untold, []
        for words in untold:
            self._tell_restored(words)
        trouble = self._bridge.unsaved
        if trouble is None:
            return
        from app.ui.labels import trouble_sentence

        self._told = True
        words = self.tr(
            "The result is kept in memory and saved as soon as possible. Leave Rehearsal open until then."
        )
        self._present(self.tr("Not saved yet"), f"{words}\n{trouble_sentence(trouble)}")

    def _tell_saved(self, pages: ExamPages | None) -> None:
        if pages is not None:
            pages.reassure(self.tr("Everything is saved again."))
            pages.show_unsaved(False)  # noqa: FBT003
        else:
            self._refresh()
        if pages is None and self._told:
            self._present(self.tr("Saved"), self.tr("Everything is saved again."))
        self._told = False

    def _on_mended(self, recovery: Recovery) -> None:
        words = self.what_was_done(recovery)
        pages = self._pages()
        if pages is not None:
            # An exam is no time for all of it: the rest follows when it is over.
            pages.tell("\n".join(self._in_short(recovery)))
            self._untold.append(words)
        else:
            # The page that found it is not in front yet.
            QTimer.singleShot(0, self, lambda: self._tell_restored(words))

    def _tell_restored(self, words: str) -> None:
        self._present(self.tr("Your attempts were restored"), words)

    def what_was_done(self, recovery: Recovery) -> str:
        """A recovery in words: what was wrong, what is in place now, and where the damaged file lies."""
        parts = self._in_short(recovery)
        if recovery.merged:
            parts.append(self.tr("%n step(s) that were saved after that were added.", "", recovery.merged))
        parts.append(self.tr("There are %n attempt(s) now.", "", recovery.attempts))
        words = "\n".join(parts)
        if recovery.kept:
            words += "\n" + self.tr("The damaged file is kept here:") + f"\n{recovery.kept}"
        return words

    def _in_short(self, recovery: Recovery) -> list[str]:
        words = [self._what_was_wrong(recovery)]
        if recovery.backup is not None:
            put = self.tr("The backup of {when} was put in its place.")
            words.append(put.format(when=when(recovery.backup.made_ms)))
        return words

    def _what_was_wrong(self, recovery: Recovery) -> str:
        if recovery.kept and recovery.backup is None:
            return self.tr("The file with your attempts was damaged, and there was no backup of it yet.")
        if recovery.kept:
            return self.tr("The file with your attempts was damaged.")
        if recovery.backup is None:
            return self.tr("Rehearsal was not closed properly, and a part of the file was missing.")
        return self.tr("The file with your attempts was gone.")

    def _present(self, title: str, text: str) -> None:
        from app.ui.dialogs.ask import Tell

        Tell(self._window, title, text, self.tr("&Continue")).present()


def _log(words: str, trouble: object) -> None:
    import logging

    logging.getLogger(__name__).warning(words, trouble)
