"""Past mock exams: the list with what can be done to it, the bin, the way to another computer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.ui.i18n import interface_language
from app.ui.pages.history import HistoryPage

if TYPE_CHECKING:
    from app.core.history import Head, Merged
    from app.core.progress import Progress
    from app.ui.bridge import Bridge
    from app.ui.dialogs.working import Working
    from app.ui.main_window import MainWindow
    from app.ui.pages.bin import BinPage
    from app.ui.pages.compare import ComparePage

SUFFIX = ".rehearsal"


class Past(QObject):
    """Signals: `left`; `open_requested`, `report_requested` (an id); `progress_requested`; `told`.

    `choose_target` and `choose_source` ask for a file (title, suggestion; empty: none).
    """

    left = Signal()
    open_requested = Signal(str)
    report_requested = Signal(str)
    progress_requested = Signal(object)
    told = Signal(str, str)

    def __init__(self, window: MainWindow, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._bridge = window, bridge
        self.choose_target: Callable[[str, str], str] = self._ask_for_target
        self.choose_source: Callable[[str, str], str] = self._ask_for_source
        self._page = window.page(HistoryPage, self._wire)

    def _wire(self, page: HistoryPage) -> None:
        page.left.connect(self.left)
        page.open_requested.connect(self.open_requested)
        page.report_requested.connect(self.report_requested)
        page.filtered.connect(self._tell_readiness)
        page.progress_requested.connect(self._on_progress)
        page.compare_requested.connect(self._on_compare)
        page.delete_requested.connect(self._on_delete)
        page.bin_requested.connect(self.show_bin)
        page.export_requested.connect(self._on_export)
        page.import_requested.connect(self._on_import)

    def show(self) -> None:
        """Go to the list, with everything read anew."""
        if self._refresh():
            self._window.show_page(self._page)
            # Summing up takes longer than the list, which is painted first.
            QTimer.singleShot(0, self, self._tell_readiness)

    def _refresh(self) -> bool:
        home = self._bridge.home()
        if home is not None:
            self._page.show_history(home, self._bridge.services.clock.now().wall_ms)
        return home is not None

    def _tell_readiness(self) -> None:
        """That of the exam chosen, or of the one sat last."""
        chosen = self._page.exam.currentData() or next((str(h.exam) for h in self._page.heads), "")
        if chosen:
            self._bridge.progress_in_slices(chosen, self._page.since_ms, self._on_summed_up)
        else:
            self._on_summed_up(None)

    def _on_summed_up(self, found: Progress | None) -> None:
        exam = found.exams[0] if found and found.exams else None
        self._page.show_progress(exam, self._bridge.services.charts)

    def _on_progress(self) -> None:
        found = self._bridge.progress(self._page.exam.currentData() or None, self._page.since_ms)
        if found is not None and found.exams:
            self.progress_requested.emit(found)

    # Side by side ---------------------------------------------------------------------------

    def _on_compare(self, attempt: str) -> None:
        """With the one before it of the same exam, or with the one after it."""
        heads = self._same_exam(attempt)
        at = next((place for place, head in enumerate(heads) if head.id == attempt), None)
        if at is None:
            return
        if len(heads) == 1:
            self.told.emit(
                self.tr("There is nothing to compare with"),
                self.tr("It is the only mock exam of this exam so far."),
            )
            return
        self._compare(attempt, str(heads[at + 1 if at + 1 < len(heads) else at - 1].id))

    def _same_exam(self, attempt: str) -> tuple[Head, ...]:
        """Every attempt at the exam of this one, newest first; none after a trouble, which is told of."""
        home = self._bridge.home()
        attempts = home.attempts if home else ()
        exam = next((head.exam for head in attempts if head.id == attempt), None)
        return tuple(head for head in attempts if head.exam == exam)

    def _compare(self, one: str, other: str) -> None:
        from app.core.comparison import compare
        from app.ui.pages.compare import ComparePage

        heads = self._same_exam(one)
        first = self._bridge.result(one) if heads else None
        second = self._bridge.result(other) if first is not None else None
        if first is None or second is None:
            return
        page = self._window.page(ComparePage, self._wire_compare)
        page.show_comparison(heads, compare(first, second), one, other)
        self._window.show_page(page)

    def _wire_compare(self, page: ComparePage) -> None:
        page.left.connect(self.show)
        page.chosen.connect(self._compare)

    # Delete, and have back -----------------------------------------------------------------

    def _on_delete(self, attempt: str) -> None:
        from app.services.history import BIN_DAYS
        from app.ui.dialogs.ask import question

        ask = question(
            self._window,
            self.tr("Delete this mock exam?"),
            self.tr("It goes into the bin, and can be put back for %n day(s).", "", BIN_DAYS),
            self.tr("&Delete"),
        )
        ask.confirmed.connect(lambda: self._delete(attempt))

    def _delete(self, attempt: str) -> None:
        self._bridge.delete(attempt)
        self.show()

    def show_bin(self) -> None:
        """Go to the bin."""
        from app.ui.pages.bin import BinPage

        page = self._window.page(BinPage, self._wire_bin)
        if self._fill_bin(page):
            self._window.show_page(page)

    def _wire_bin(self, page: BinPage) -> None:
        page.left.connect(self.show)
        page.restore_requested.connect(self._on_restore)

    def _on_restore(self, attempt: str) -> None:
        self._bridge.restore(attempt)
        self.show_bin()

    def _fill_bin(self, page: BinPage) -> bool:
        """Show what lies in the bin; False after a trouble, which is told of."""
        home = self._bridge.home()
        binned = self._bridge.binned() if home is not None else None
        if home is None or binned is None:
            return False
        exams = [card.summary.exam for card in home.cards]
        page.show_binned(binned, {str(exam.id): exam.title.get(interface_language()) for exam in exams})
        return True

    # To another computer -------------------------------------------------------------------

    def _on_export(self) -> None:
        chosen = self.choose_target(self.tr("Export all mock exams"), str(Path.home() / f"history{SUFFIX}"))
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix else path.with_name(path.name + SUFFIX)
        working = self._working(self.tr("The mock exams are being written"))
        try:
            done = self._bridge.export(path, working.step)
        finally:
            working.done_with()
        if done:
            self.told.emit(self.tr("The mock exams are exported"), str(path))

    def _on_import(self) -> None:
        chosen = self.choose_source(self.tr("Import mock exams"), str(Path.home()))
        if not chosen:
            return
        working = self._working(self.tr("The mock exams are being read"))
        try:
            merged = self._bridge.merge(Path(chosen), working.step)
        finally:
            working.done_with()
        if merged is not None:
            self.show()
            self.told.emit(self.tr("The mock exams are imported"), self._came_of(merged))

    def _came_of(self, merged: Merged) -> str:
        said = [
            self.tr("%n added", "", merged.added),
            self.tr("%n continued", "", merged.extended),
            self.tr("%n already here", "", merged.known),
        ]
        if merged.differing:
            said.append(self.tr("%n different here, left as they are", "", merged.differing))
        return "\n".join(said)

    def _working(self, title: str) -> Working:
        from app.ui.dialogs.working import Working

        return Working(self._window, title, self.tr("&Stop"))

    def _ask_for_target(self, title: str, suggestion: str) -> str:
        from PySide6.QtWidgets import QFileDialog

        return QFileDialog.getSaveFileName(self._window, title, suggestion, self._kinds())[0]

    def _ask_for_source(self, title: str, suggestion: str) -> str:
        from PySide6.QtWidgets import QFileDialog

        return QFileDialog.getOpenFileName(self._window, title, suggestion, self._kinds())[0]

    def _kinds(self) -> str:
        return self.tr("Rehearsal history (*.rehearsal)")
