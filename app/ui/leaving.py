"""How the window is left: for good, or to be started again after a mistake of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from app.ui.bridge import Bridge
    from app.ui.dialogs.ask import Ask
    from app.ui.main_window import MainWindow

AGAIN = 75
"""The exit code of a program that wants to be started anew (EX_TEMPFAIL of sysexits.h)."""


class Leaving(QObject):
    """Asks before an exam is left, and all the more before anything is left that is in memory alone."""

    def __init__(self, window: MainWindow, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._bridge = window, bridge
        window.may_close = self._may_close
        window.close_requested.connect(self._on_close)

    def come_back(self) -> None:
        """Leave to be started again. An exam under way is resumed then, so that it is not asked about."""
        self._window.keep_requested.emit()
        if self._bridge.unsaved is None:
            _exit_to_come_back()
        else:
            self._ask_unsaved().confirmed.connect(_exit_to_come_back)

    def _may_close(self) -> bool:
        self._window.keep_requested.emit()  # first: it may be what cannot be saved
        return not self._bridge.sitting and self._bridge.unsaved is None

    def _on_close(self) -> None:
        ask = self._ask_sitting() if self._bridge.unsaved is None else self._ask_unsaved()
        ask.confirmed.connect(self._leave)

    def _ask_unsaved(self) -> Ask:
        from app.ui.dialogs.ask import question

        return question(
            self._window,
            self.tr("Leave without saving?"),
            self.tr(
                "What you did last is in memory alone and would be lost. Stay until it is saved; "
                "Rehearsal tries it again and again."
            ),
            self.tr("&Leave all the same"),
        )

    def _ask_sitting(self) -> Ask:
        from app.ui.dialogs.ask import question

        return question(
            self._window,
            self.tr("Leave the exam?"),
            self.tr(
                "Your answers are saved, and the interruption will be on the report. You can resume at "
                "the next start."
            ),
            self.tr("&Leave"),
        )

    def _leave(self) -> None:
        self._bridge.interrupt()
        self._window.may_close = lambda: True
        self._window.close()


def _exit_to_come_back() -> None:
    QApplication.exit(AGAIN)
