"""Packed banks that somebody opens: from the desktop, by dropping them, from the settings.

Each is looked at, shown, and installed when that is wanted. What comes while an exam is sat waits until the
person is back at the start.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.core.packages import SUFFIX, Offer
from app.services.ports import Trouble
from app.ui.pages.home import HomePage
from app.ui.widgets.parts import Screen
from app.ui.worker import Worker

if TYPE_CHECKING:
    from app.ui.bridge import Bridge
    from app.ui.dialogs.package import Reading
    from app.ui.exam_pages import ExamPages
    from app.ui.main_window import MainWindow

AGAIN_MS = 200
"""While something waits, it is looked this often whether the window is free."""

PATIENCE_MS = 300
"""What is read sooner needs no sheet."""

MOST = 20
"""So many files may wait; whoever opens more did not mean it."""


@dataclass
class _Arrival:
    """A file that came. `patient`: it waits for the start page, since it came during an exam."""

    path: str
    patient: bool
    found: Offer | Trouble | None = None


class Arrivals(QObject):
    """Signals: `installed` (exam id, title).

    `pages` gives the exam's screens when one of them is in front, else None.
    """

    installed = Signal(str, str)

    def __init__(
        self, window: MainWindow, bridge: Bridge, pages: Callable[[], ExamPages | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._bridge, self._pages = window, bridge, pages
        self._waiting: list[_Arrival] = []
        self._in_hand = ""
        self._worker: Worker | None = None
        self._reading: Reading | None = None
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._next)

    @property
    def busy(self) -> bool:
        """Whether a file waits, is read or is installed."""
        return bool(self._waiting) or self._worker is not None

    # Coming ---------------------------------------------------------------------------------

    def come(self, path: str) -> None:
        """Somebody opened this file."""
        if len(self._waiting) >= MOST or path in {self._in_hand, *(one.path for one in self._waiting)}:
            return
        self._waiting.append(_Arrival(path, self._undisturbed))
        if self._undisturbed:
            self._say_later()
        self._again.start()
        self._next()

    def choose(self) -> None:
        """Let somebody choose a file."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QFileDialog

        chooser = QFileDialog(self._window, self.tr("Install a question bank"), str(Path.home()))
        chooser.setObjectName("bank-chooser")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        kinds = (self.tr("Question banks of Rehearsal"), self.tr("All files"))
        chooser.setNameFilters([f"{kinds[0]} (*{SUFFIX})", f"{kinds[1]} (*)"])
        chooser.fileSelected.connect(self.come)
        chooser.open()

    @property
    def _undisturbed(self) -> bool:
        """Whether an exam, or what belongs to one, is in front."""
        shown = self._window.shown
        return self._bridge.sitting or (isinstance(shown, Screen) and shown.undisturbed)

    def _free(self, arrival: _Arrival) -> bool:
        if self._undisturbed or self._worker is not None:
            return False
        if arrival.patient and not isinstance(self._window.shown, HomePage):
            return False
        return QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None

    def _say_later(self) -> None:
        """In the exam, where nothing that matters more is being said; it goes by itself."""
        pages = self._pages()
        if pages is not None:
            from app.ui.accessibility import announce

            words = self.tr("A question bank was opened. It will be shown when the exam is over.")
            pages.mention(words)
            announce(self._window, words)

    # Looking --------------------------------------------------------------------------------

    def _next(self) -> None:
        """Deal with the first file that waits, if the window is free for it."""
        if not self._waiting:
            self._again.stop()
            return
        arrival = self._waiting[0]
        if not self._free(arrival):
            return
        self._waiting.remove(arrival)
        self._in_hand = arrival.path
        if arrival.found is None:
            self._look(arrival)
        else:
            self._show(arrival, arrival.found)

    def _look(self, arrival: _Arrival) -> None:
        packages = self._bridge.services.packages
        if packages is None:
            return
        path = Path(arrival.path)
        title = self.tr("The question bank is being read")
        self._work(lambda: packages.look(path), lambda found: self._on_looked(arrival, found), title)

    def _on_looked(self, arrival: _Arrival, found: Offer | Trouble) -> None:
        arrival.found = found
        if self._undisturbed:  # an exam was begun meanwhile
            arrival.patient = True
        self._in_hand = ""
        self._waiting.insert(0, arrival)
        self._again.start()
        self._next()

    def _show(self, arrival: _Arrival, found: Offer | Trouble) -> None:
        from app.ui.dialogs.package import Proposal, Refusal

        if isinstance(found, Trouble):
            sheet: Proposal | Refusal = Refusal(self._window, found, arrival.path)
        else:
            sheet = Proposal(self._window, found)
            sheet.confirmed.connect(lambda: self._install(found))
        sheet.finished.connect(self._on_closed)
        sheet.present()

    def _on_closed(self) -> None:
        self._in_hand = ""

    # Installing -----------------------------------------------------------------------------

    def _install(self, offer: Offer) -> None:
        services = self._bridge.services
        packages = services.packages
        assert packages is not None

        def install() -> Offer:
            packages.install(offer)
            services.banks.open(offer.exam.id)  # is kept read, so that home need not wait for it
            return offer

        self._work(install, self._on_installed, self.tr("The question bank is being installed"), stops=False)

    def _on_installed(self, done: Offer | Trouble) -> None:
        if isinstance(done, Trouble):
            from app.ui.dialogs.package import Refusal

            Refusal(self._window, done, done.path).present()
            return
        from app.ui.i18n import interface_language

        self.installed.emit(str(done.exam.id), done.exam.title.get(interface_language()))

    # Working --------------------------------------------------------------------------------

    def _work(
        self,
        job: Callable[[], Offer],
        then: Callable[[Offer | Trouble], None],
        title: str,
        *,
        stops: bool = True,
    ) -> None:
        """Do something slow beside the window, with a sheet over it when it takes longer."""
        worker = self._worker = Worker(job, self)
        worker.done.connect(lambda: self._on_done(worker, then))
        QTimer.singleShot(PATIENCE_MS, worker, lambda: self._ask_for_patience(worker, title, stops))
        worker.begin()

    def _ask_for_patience(self, worker: Worker, title: str, stops: bool) -> None:
        if worker is not self._worker or self._undisturbed:
            return
        from app.ui.dialogs.package import Reading

        self._reading = Reading(self._window, title, stops=stops)
        self._reading.stopped.connect(self._on_stopped)
        self._reading.present()

    def _on_stopped(self) -> None:
        """Somebody does not want to wait: what comes of it is not shown."""
        self._in_hand = ""
        if self._worker is not None:
            self._worker.forget()
        self._reading = None

    def _on_done(self, worker: Worker, then: Callable[[Offer | Trouble], None]) -> None:
        self._worker = None
        worker.deleteLater()
        if self._reading is not None:
            self._reading.done_with()
            self._reading = None
        if worker.failed:
            self._in_hand = ""
        if not worker.forgotten:
            then(worker.outcome())
