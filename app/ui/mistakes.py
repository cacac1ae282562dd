"""Mistakes of ours: each is logged, and told in one dialog, however many come."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from app.ui.dialogs.crash import Crash

QUIET_S = 60.0
"""For so long a mistake that was read and comes again is logged alone."""


class Mistakes(QObject):
    """Hears of what nobody caught.

    A mistake that comes with every tick of the clock must not bury the exam: while one is told, the others
    are added to it; and who reads it and goes on can go on, for it is not told again at once. `clock` gives
    seconds that never go back. Signals: `again` when the program is to be started anew.

    The dialog stands over `window`, as soon as there is one: over whatever is active it would go with a sheet
    that goes, unread; and over nothing it would keep the program alive after its window.
    """

    again = Signal()
    heard = Signal(str, str)

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self.window: QWidget | None = None
        self._clock = clock
        self._dialog: Crash | None = None
        self._told: set[str] = set()
        self._read: dict[str, float] = {}
        # Queued, so that what failed is left before a dialog opens, whatever thread it was in.
        self.heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        """Be told from now on."""
        sys.excepthook = self.hear

    def hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log it with its traceback, and say so in the window."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        import logging
        import traceback

        logging.getLogger(__name__).critical("unexpected error", exc_info=(kind, error, trace))
        frames = traceback.extract_tb(trace)
        place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
        details = "".join(traceback.format_exception(kind, error, trace)).rstrip()
        self.heard.emit(f"{kind.__name__} {place}", details)

    def _on_heard(self, mark: str, details: str) -> None:
        if self._dialog is not None and not Shiboken.isValid(self._dialog):
            # It went together with what it stood over, unread: nobody has been told.
            self._dialog = None
            self._told.clear()
        now = self._clock()
        if mark in self._told or now - self._read.get(mark, -QUIET_S) < QUIET_S:
            return
        self._told.add(mark)
        try:
            self._tell(details)
        except Exception:  # a dialog that fails must not tell of itself for ever
            import logging

            self._dialog = None
            self._told.clear()
            self._read[mark] = now
            logging.getLogger(__name__).exception("the dialog failed")

    def _tell(self, details: str) -> None:
        if self._dialog is not None:
            self._dialog.add(details)
            return
        from app.ui.dialogs.crash import Crash

        self._dialog = Crash(self.window, details)
        self._dialog.again.connect(self.again)
        self._dialog.finished.connect(self._on_read)
        self._dialog.open()

    def _on_read(self) -> None:
        self._dialog = None
        self._read.update(dict.fromkeys(self._told, self._clock()))
        self._told.clear()
