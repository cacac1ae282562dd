"""The window: a stack of pages, each made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from app.ui.theme.fonts import load_all_fonts
from app.ui.widgets.parts import Screen

P = TypeVar("P", bound=QWidget)

TITLE = "Rehearsal"
_STEPS = {"bigger": 1, "smaller": -1, "normal": 0}


class MainWindow(QMainWindow):
    """Holds the pages, and takes the keys that no page took.

    Signals: `close_requested` when it may not close by itself, `closed` when it does; `keep_requested` when
    what is being written shall be saved as it is, for the program may end any moment; `keys_requested` for
    the sheet of the keys; `text_size_requested` with 1, -1, or 0 for 100 %.
    """

    close_requested = Signal()
    closed = Signal()
    keep_requested = Signal()
    keys_requested = Signal()
    text_size_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.setObjectName("main")
        self.resize(1280, 800)
        self.setMinimumSize(760, 560)
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        self._noted = ""
        self._made: dict[type[QWidget], QWidget] = {}
        self.may_close: Callable[[], bool] = lambda: True

    def page(self, kind: type[P], wire: Callable[[P], None]) -> P:
        """The page of a kind; `wire` connects it when it is made."""
        made = self._made.get(kind)
        if made is None:
            if len(self._made) == 1:
                self._prepare_for_more()
            made = self._made[kind] = kind()
            self._pages.addWidget(made)
            wire(made)
        return made  # type: ignore[return-value]

    def _prepare_for_more(self) -> None:
        """What the first page does without."""
        from PySide6.QtGui import QKeySequence, QShortcut

        from app.ui.shortcuts import BACK

        load_all_fonts()
        QShortcut(QKeySequence(BACK), self, self.go_back)

    def go_back(self) -> None:
        """Leave the page in front, where that is harmless."""
        if isinstance(self.shown, Screen):
            self.shown.go_back()

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front, with the focus where it is most likely wanted."""
        before = self.shown
        self._pages.setCurrentWidget(page)
        if isinstance(page, Screen):
            page.focus_first()
        if isinstance(before, Screen) and before is not page:
            before.let_go()

    @property
    def shown(self) -> QWidget | None:
        """The page in front."""
        return self._pages.currentWidget()

    def set_letter_keys(self, on: bool) -> None:
        """Let single letters act, or only keys with Alt or Ctrl."""
        self.setProperty("letterKeys", on)

    def geometry_note(self) -> str:
        """Where the window is and how large, for `restore`."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def note_place(self) -> None:
        """From now on, know whether the window was moved; a start that nobody touched leaves no trace."""
        self._noted = self.geometry_note()

    @property
    def moved(self) -> bool:
        """Whether the window is elsewhere, or of another size or state, than when that was noted."""
        return self._noted not in {"", self.geometry_note()}

    def restore(self, note: str) -> None:
        """Take the place of a note again; Qt moves it to a screen that is there, if its own is gone."""
        self.restoreGeometry(QByteArray.fromBase64(note.encode("ascii", "ignore")))

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back to what was before."""
        self.setWindowState(self.windowState() ^ self.windowState().WindowFullScreen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that work on every page; Esc goes back where that is harmless."""
        from app.ui.shortcuts import MAC, Wish, letter_keys, press_mnemonic, wish

        asked = wish(event, letters=letter_keys(self))
        match asked:
            case Wish.KEYS:
                self.keys_requested.emit()
            case Wish.FULL_SCREEN:
                self.toggle_full_screen()
            case Wish.BACK:
                self.go_back()
            case Wish.BIGGER | Wish.SMALLER | Wish.NORMAL:
                self.text_size_requested.emit(_STEPS[asked])
            case _:
                if not (MAC and self.shown is not None and press_mnemonic(self.shown, event)):
                    super().keyPressEvent(event)

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
            self.closed.emit()
        else:
            event.ignore()
            self.close_requested.emit()
