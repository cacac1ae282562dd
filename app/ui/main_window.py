"""The window: a stack of pages, each made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from app.ui.theme.fonts import load_all_fonts

P = TypeVar("P", bound=QWidget)

TITLE = "Rehearsal"


class MainWindow(QMainWindow):
    """Holds the pages. Signals: `close_requested` when it may not close by itself."""

    close_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.setObjectName("main")
        self.resize(1280, 800)
        self.setMinimumSize(760, 560)
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        self._made: dict[type[QWidget], QWidget] = {}
        self.may_close: Callable[[], bool] = lambda: True

    def page(self, kind: type[P], wire: Callable[[P], None]) -> P:
        """The page of a kind; `wire` connects it when it is made."""
        made = self._made.get(kind)
        if made is None:
            if self._made:
                load_all_fonts()
            made = self._made[kind] = kind()
            self._pages.addWidget(made)
            wire(made)
        return made  # type: ignore[return-value]

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front."""
        self._pages.setCurrentWidget(page)

    @property
    def shown(self) -> QWidget | None:
        """The page in front."""
        return self._pages.currentWidget()

    def raise_window(self) -> None:
        """Come to the front, out of the task bar if need be."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, or ask first."""
        if self.may_close():
            event.accept()
        else:
            event.ignore()
            self.close_requested.emit()
