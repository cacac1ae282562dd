"""The Qt application: made once, with fonts, look and language; and the exam window in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QFileSystemWatcher,
    QMessageLogContext,
    QObject,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QWidget

from app import __version__
from app.system.resources import resource
from app.ui.bridge import Bridge
from app.ui.flow import Flow
from app.ui.i18n import Translators
from app.ui.look import put_in_force
from app.ui.main_window import MainWindow
from app.ui.theme.fonts import load_all_fonts, load_fonts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.services.services import Services
    from app.ui.announcer import Announcer


def _to_log(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    import logging

    logging.getLogger("qt").info(message)


class Application(QApplication):
    """Hears of the files that macOS asks its programs to open, even before there is a window for them."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self._open: Callable[[str], None] | None = None
        self._early: list[str] = []

    def open_with(self, open_file: Callable[[str], None]) -> None:
        """Hand over files from now on, and those that have come already."""
        self._open = open_file
        while self._early:
            open_file(self._early.pop(0))

    def event(self, event: QEvent) -> bool:
        """A file to open; everything else as ever."""
        if not isinstance(event, QFileOpenEvent):
            return super().event(event)
        path = event.file()
        if path and self._open is not None:
            self._open(path)
        elif path:
            self._early.append(path)
        return True


def make_application(arguments: list[str]) -> QApplication:
    """The QApplication, in a style that looks the same everywhere."""
    qInstallMessageHandler(_to_log)
    QApplication.setApplicationName("Rehearsal")
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("io.github.rehearsal_exam.rehearsal")
    # As an argument, since setStyle() hands out the style, and wrapping it costs 9 ms of the start.
    application = QApplication.instance() or Application([*arguments, "-style", "Fusion"])
    assert isinstance(application, QApplication)
    load_fonts()
    return application


class FirstPaint(QObject):
    """Tells when a window has been painted for the first time. Signals: `painted`."""

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.winId()  # makes the native window, which is told of its exposure and paints upon it
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The exposure is handled, and all painted, when the next round of events begins."""
        if event.type() is QEvent.Type.Expose:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.painted.emit)
        return False


AFTER_PAINT_MS = 50


class Desktop(QObject):
    """The window with all that belongs to it.

    `language` holds for this run and is not saved; `seed` fixes the papers drawn.
    """

    def __init__(
        self,
        application: QApplication,
        services: Services,
        *,
        language: str = "",
        seed: int | None = None,
    ) -> None:
        super().__init__()
        self.application = application
        self.translators = Translators(application)
        if language:
            services.preferences.override(interface_language=language)
        put_in_force(application, services.preferences.current, self.translators)
        self.window = MainWindow()
        self.bridge = Bridge(services, self)
        self.flow = Flow(self.window, self.bridge, self.translators, seed)
        self.announcer: Announcer | None = None
        self._painted = False
        self._take: Callable[[], tuple[Path, ...] | None] = lambda: None
        self._early: list[str] = []
        if isinstance(application, Application):
            application.open_with(self.open_file)
        application.commitDataRequest.connect(self._on_session_end)
        application.aboutToQuit.connect(self._on_shutdown)

    def show(self) -> None:
        """Show the window with the start page."""
        self.flow.show_home()
        self.window.show()
        QTimer.singleShot(AFTER_PAINT_MS, self, self._on_painted)

    def _on_painted(self) -> None:
        """What the first paint need not wait for."""
        from PySide6.QtGui import QIcon

        from app.ui.announcer import Announcer
        from app.ui.double_click import watch
        from app.ui.drops import Drops

        load_all_fonts()
        self.window.note_place()
        watch(self.window)
        self.announcer = Announcer(self.window, self.bridge)
        self.flow.upkeep.look()
        Drops(self.window).dropped.connect(self.open_file)
        self._painted = True
        self._on_folder()  # somebody may have wished for something before we listened
        while self._early:
            self.open_file(self._early.pop(0))
        self.window.setWindowIcon(QIcon(str(resource("icons", "rehearsal.svg"))))

    def open_file(self, path: str) -> None:
        """Show what is in a packed bank, as soon as there is a window to show it in."""
        if self._painted:
            self.flow.arrivals.come(path)
        else:
            self._early.append(path)

    def listen(self, folder: Path, take: Callable[[], tuple[Path, ...] | None]) -> None:
        """Come to the front, and show files, when `take` says so; it is asked at each change in `folder`.

        It gives None when nobody wishes for anything.
        """
        self._take = take
        self._watcher = QFileSystemWatcher([str(folder)], self)
        self._watcher.directoryChanged.connect(self._on_folder)
        if self._painted:  # before that, what was wished meanwhile can wait for the first paint
            self._on_folder()

    def _on_folder(self) -> None:
        files = self._take()
        if files is None:
            return
        self.window.raise_window()
        for file in files:
            self.open_file(str(file))

    def _on_session_end(self) -> None:
        """The system asks whether its session can end; whoever says no goes on with the exam."""
        self.window.keep_requested.emit()
        self.bridge.beat()

    def _on_shutdown(self) -> None:
        """The program ends: what is open is recorded silently."""
        self.window.keep_requested.emit()
        self.bridge.interrupt()
