"""One slow thing done beside the window, which stays alive meanwhile."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QThread, Signal

from app.services.ports import Trouble

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.core.packages import Offer


class Worker(QThread):
    """Does `job` in a thread of its own. Signals: `done`, in the thread of the window.

    The job touches neither widgets nor the database. The program does not end before the job has.
    Nothing collects garbage meanwhile: Python does it in whatever thread it is in, and a widget that is let
    go of anywhere but in the window's thread takes the program down.
    """

    done = Signal()

    def __init__(self, job: Callable[[], Offer], parent: QObject) -> None:
        super().__init__(parent)
        self._job = job
        self._came: Offer | Trouble | None = None
        self._bug: Exception | None = None
        self.forgotten = False
        self._collected = False
        self.finished.connect(self._on_finished)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._on_quit)
        parent.destroyed.connect(self._on_quit)

    def begin(self) -> None:
        """Start the job."""
        self._collected = gc.isenabled()
        gc.disable()
        self.start()

    def run(self) -> None:
        """In the other thread: do it, and keep what comes of it."""
        try:
            self._came = self._job()
        except Trouble as trouble:
            self._came = trouble
        except Exception as error:
            # Raised again where bugs are heard of.
            self._bug = error

    def forget(self) -> None:
        """Nobody waits for it any more."""
        self.forgotten = True

    @property
    def failed(self) -> bool:
        """Whether a mistake of ours came of it."""
        return self._bug is not None

    def outcome(self) -> Offer | Trouble:
        """What came of it; a mistake of ours is raised."""
        if self._bug is not None:
            raise self._bug
        assert self._came is not None
        return self._came

    def _on_finished(self) -> None:
        self._collect_again()
        self.done.emit()

    def _on_quit(self) -> None:
        self.wait()
        self._collect_again()

    def _collect_again(self) -> None:
        if self._collected:
            self._collected = False
            gc.enable()
