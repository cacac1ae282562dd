"""A text of the bank on the screen: a stack of blocks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from app.markup import Block, Code, parse, plain
from app.ui.theme import active
from app.ui.theme.fonts import code_font, text_font
from app.ui.theme.values import BODY
from app.ui.widgets.html import block_html
from app.ui.widgets.parts import clear

SIDES = 44
"""Padding, border and document margin of a code block, left and right together, in px."""

CODE_SCALE = 0.9
"""Code beside text of the same nominal size looks larger; this evens them out."""


class CodeBlock(QPlainTextEdit):
    """Code as it is: one face, lines never wrapped, scrolled sideways, as high as its lines."""

    def __init__(self, code: Code, size: int) -> None:
        super().__init__()
        self.setProperty("look", "code")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Code"))
        self._size = size
        self.setPlainText(code.text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A scroll bar may have become needed, or needless."""
        super().resizeEvent(event)
        self._fit_height()

    def _fit(self) -> None:
        font = code_font(round(active().px(self._size) * CODE_SCALE))
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._fit_height()

    def _fit_height(self) -> None:
        """As high as the lines, plus the horizontal scroll bar where a line is too long."""
        metrics = QFontMetrics(self.document().defaultFont())
        lines = self.toPlainText().splitlines() or [""]
        too_long = max(map(metrics.horizontalAdvance, lines)) > self.width() - SIDES
        self.setFixedHeight(metrics.lineSpacing() * len(lines) + 36 + (14 if too_long else 0))


class MarkupView(QWidget):
    """Shows Markdown at a size of the type scale. `set_source` replaces the text."""

    def __init__(self, size: int = BODY, *, selectable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._source = ""
        self._selectable = selectable
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(14)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def source(self) -> str:
        """The Markdown shown."""
        return self._source

    def set_source(self, source: str) -> None:
        """Show a text."""
        if source != self._source:
            self._source = source
            self.setAccessibleName(plain(source))
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw again in another theme or size."""
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange} and self._source:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        clear(self._layout)
        for block in parse(self._source):
            self._layout.addWidget(self._widget(block))

    def _widget(self, block: Block) -> QWidget:
        if isinstance(block, Code):
            return CodeBlock(block, self._size)
        shown = QLabel()
        shown.setTextFormat(Qt.TextFormat.RichText)
        shown.setWordWrap(True)
        shown.setFont(text_font(active().px(self._size)))
        shown.setText(block_html(block, active()))
        shown.setAccessibleName(plain(self._source))
        flags = Qt.TextInteractionFlag.NoTextInteraction
        if self._selectable:
            flags = (
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
            )
        shown.setTextInteractionFlags(flags)
        shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shown.linkActivated.connect(_copy_link)
        return shown


def _copy_link(address: str) -> None:
    """The program opens no connection: an address goes to the clipboard."""
    QGuiApplication.clipboard().setText(address)
