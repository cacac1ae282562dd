"""Running text of a stem that can be highlighted: as high as its lines, one tab stop in the mode."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

from app.ui.theme import active
from app.ui.theme.fonts import reading_font

RING = 2
"""The border that becomes the focus ring, in px; see the look "stem" in the style sheet."""

BAR = 14
"""Room for a horizontal scroll bar, which only a wide table needs, in px."""


class StemText(QTextBrowser):
    """A block of HTML. Its size follows the text; it never scrolls up and down."""

    def __init__(self, html: str, size: int) -> None:
        super().__init__()
        self.setProperty("look", "stem")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTabChangesFocus(True)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.anchorClicked.connect(_copy_link)
        # What is asked of the shown document lays it out: a second one answers how high it would be.
        self._measured = QTextDocument(self)
        self._heights: dict[int, int] = {}  # by width: layouts ask again and again
        font = reading_font(active().px(size))
        self.setFont(font)
        for document in (self._measured, self.document()):
            document.setDocumentMargin(0)
            document.setDefaultFont(font)
            document.setHtml(html)
        self.moveCursor(QTextCursor.MoveOperation.Start)  # filling has left it at the end
        self.setAccessibleName(self.document().toPlainText())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped text at a width."""
        if width not in self._heights:
            inside = max(40, width - 2 * RING)
            self._measured.setTextWidth(inside)
            size = self._measured.size()
            bar = BAR if size.width() > inside + 1 else 0
            self._heights[width] = ceil(size.height()) + 2 * RING + bar
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """As wide as there is room, as high as the text."""
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a small window."""
        return QSize(80, active().px(24))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Only what moves the caret is the text's; the page has all other keys."""
        flags = self.textInteractionFlags()
        if event.key() in _CARET and flags & Qt.TextInteractionFlag.TextSelectableByKeyboard:
            super().keyPressEvent(event)
        else:
            event.ignore()


_CARET = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}


def _copy_link(address: QUrl) -> None:
    """The program opens no connection: an address goes to the clipboard."""
    QGuiApplication.clipboard().setText(address.toString())
