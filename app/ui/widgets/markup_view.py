"""A text of the bank on the screen: a stack of blocks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.markup import Block, Code, Image, parse, plain
from app.ui.theme import Theme, active
from app.ui.theme.values import BODY
from app.ui.widgets.code_block import CodeBlock
from app.ui.widgets.html import block_html
from app.ui.widgets.layout_items import clear
from app.ui.widgets.stem_text import StemText


class MarkupView(QWidget):
    """Shows Markdown at a size of the type scale. `set_source` replaces the text.

    Signals: `link_copied` (address), after a click on a link.
    """

    link_copied = Signal(str)

    def __init__(self, size: int = BODY, *, selectable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._source = ""
        self._selectable = selectable
        self._drawn: Theme | None = None
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
        """Draw again in another theme or size; what is out of sight waits until it is seen."""
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange} and self.isVisible():
            self._follow()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with a theme that changed meanwhile."""
        self._follow()
        super().showEvent(event)

    def _follow(self) -> None:
        if self._source and self._drawn is not active():
            self._draw()

    def _draw(self) -> None:
        self._drawn = active()
        clear(self._layout)
        for number, block in enumerate(parse(self._source)):
            self._layout.addWidget(self._widget(number, block))

    def _widget(self, _number: int, block: Block) -> QWidget:
        """What shows a block; subclasses show some in their own way."""
        if isinstance(block, Code):
            return CodeBlock(block, self._size)
        if isinstance(block, Image):
            from app.ui.widgets.picture import picture

            return picture(block)
        shown = StemText(block_html(block, active()), self._size)
        flags = Qt.TextInteractionFlag.NoTextInteraction
        if self._selectable:
            flags = (
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
            )
        shown.setTextInteractionFlags(flags)
        shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shown.anchorClicked.connect(self._on_link)
        return shown

    def _on_link(self, address: QUrl) -> None:
        """The program opens no connection: the address has gone to the clipboard."""
        self.link_copied.emit(address.toString())
