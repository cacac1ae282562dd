"""One option of a question: a large wrapped target."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QTextDocument,
)
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from app.markup import Code, parse, plain
from app.ui.theme import Theme, active
from app.ui.theme.fonts import code_font, reading_font, text_font
from app.ui.theme.values import BODY
from app.ui.widgets.html import block_html

LEFT, RIGHT, PAD, LEAST = 80, 20, 16, 56
"""Around the text, and the least height, in px at 100 %; smaller text keeps them."""


if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object


class OptionRow(_Base):
    """Painting and size shared by the two kinds of row.

    A click asks and does not toggle: the row shows a choice only after it has been recorded. A screen
    reader toggles without a click; it is made one.
    """

    def _prepare(self, letter: str, source: str) -> None:
        self.letter = letter
        self._source = source
        self._struck = self._shown = False
        self.toggled.connect(self._on_toggled)
        self._drawn: tuple[Theme, bool] | None = None
        self._heights: dict[int, int] = {}  # by width: layouts ask again and again
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{letter}. {plain(source)}")
        # A right click asks to strike the option out, and so does the keyboard's menu key.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._lay_out()

    def set_state(self, *, chosen: bool, struck: bool) -> None:
        """Show whether the option is chosen and struck out."""
        self._shown = chosen
        self.setChecked(chosen)
        if struck != self._struck:
            self._struck = struck
            words = QCoreApplication.translate("OptionRow", "struck out") if struck else ""
            self.setAccessibleDescription(words)
            self._lay_out()
        self.update()

    def _on_toggled(self, on: bool) -> None:
        if on != self._shown:
            self.setChecked(self._shown)
            self.click()

    def nextCheckState(self) -> None:
        """A click does not toggle."""

    def hitButton(self, _position: QPoint) -> bool:
        """The whole row is the target."""
        return True

    def sizeHint(self) -> QSize:
        """As wide as there is room, as high as the text."""
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a small window."""
        return QSize(200, max(LEAST, active().px(LEAST)))

    def hasHeightForWidth(self) -> bool:
        """The text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped text at a width."""
        if width not in self._heights:
            self._document.setTextWidth(max(40, width - _grown(LEFT) - RIGHT))
            high = round(self._document.size().height()) + 2 * PAD
            self._heights[width] = max(LEAST, active().px(LEAST), high)
        return self._heights[width]

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click of a double click would take back what the first has asked for."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right turn the page; the button would move the focus instead."""
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and text size."""
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._lay_out()
            self.updateGeometry()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        theme = active()
        if self._drawn is not None and self._drawn[0] is theme and self._drawn[1] is self._struck:
            return
        self._drawn = theme, self._struck
        self._heights = {}
        font = reading_font(theme.px(BODY))
        font.setStrikeOut(self._struck)
        self._document.setDefaultFont(font)
        colour = theme.colours.muted if self._struck else theme.colours.text
        self._document.setDefaultStyleSheet(f"body {{ color: {colour}; }}")
        body = "".join(
            _code_html(block.text) if isinstance(block, Code) else block_html(block, theme)
            for block in parse(self._source)
        )
        self._document.setHtml(f"<body>{body}</body>")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Card, mark, letter, text; the focus ring outside the chosen one's."""
        theme = active()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter)
        self._document.setTextWidth(max(40, self.width() - _grown(LEFT) - RIGHT))
        top = (self.height() - self._document.size().height()) / 2
        first = self._document.firstBlock().layout()
        line = first.lineAt(0).height() if first.lineCount() else self._document.size().height()
        middle = top + line / 2
        painter.save()
        painter.translate(_grown(30), middle)
        painter.scale(_grown(100) / 100, _grown(100) / 100)
        self._paint_mark(painter, QPointF(0, 0))
        painter.restore()
        painter.setPen(QColor(theme.colours.muted))
        painter.setFont(text_font(theme.px(BODY), bold=True))
        letter_box = QRectF(_grown(48), middle - _grown(20), _grown(28), _grown(40))
        painter.drawText(letter_box, Qt.AlignmentFlag.AlignCenter, self.letter)
        painter.translate(_grown(LEFT), top)
        self._document.drawContents(painter)

    def _paint_card(self, painter: QPainter) -> None:
        colours = active().colours
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        chosen = self.isChecked()
        hot = self.underMouse() and self.isEnabled()
        line = colours.accent if chosen or hot or self.hasFocus() else colours.edge
        painter.setBrush(QColor(colours.chosen if chosen else colours.surface))
        painter.setPen(QPen(QColor(line), 2 if chosen or self.hasFocus() else 1))
        painter.drawRoundedRect(box, 9, 9)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.text), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(box.adjusted(4, 4, -4, -4), 6, 6)

    def _paint_mark(self, painter: QPainter, centre: QPointF) -> None:
        raise NotImplementedError


class ChoiceRow(OptionRow, QRadioButton):
    """An option of an item with one answer."""

    def __init__(self, letter: str, source: str) -> None:
        super().__init__()
        self.setAutoExclusive(False)
        self._prepare(letter, source)

    def _paint_mark(self, painter: QPainter, centre: QPointF) -> None:
        colours = active().colours
        painter.setBrush(QColor(colours.surface))
        painter.setPen(QPen(QColor(colours.accent if self.isChecked() else colours.control), 2))
        painter.drawEllipse(centre, 10, 10)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(centre, 5, 5)


class TickRow(OptionRow, QCheckBox):
    """An option of an item with several answers."""

    def __init__(self, letter: str, source: str) -> None:
        super().__init__()
        self._prepare(letter, source)

    def _paint_mark(self, painter: QPainter, centre: QPointF) -> None:
        colours = active().colours
        box = QRectF(centre.x() - 10, centre.y() - 10, 20, 20)
        painter.setBrush(QColor(colours.accent if self.isChecked() else colours.surface))
        painter.setPen(QPen(QColor(colours.accent if self.isChecked() else colours.control), 2))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            painter.setPen(QPen(QColor(colours.on_accent), 2.4))
            x, y = centre.x(), centre.y()
            tick = [QPointF(x - 5, y), QPointF(x - 1.5, y + 4), QPointF(x + 5.5, y - 4.5)]
            painter.drawPolyline(QPolygonF(tick))


def option_row(letter: str, source: str, *, several: bool) -> ChoiceRow | TickRow:
    """The row for an option: a tick where several are chosen, else a radio."""
    return TickRow(letter, source) if several else ChoiceRow(letter, source)


def _grown(size: int) -> int:
    """A length that grows with the text, and does not shrink with it."""
    return max(size, active().px(size))


def _code_html(text: str) -> str:
    font = code_font(1).families()
    families = ", ".join(f"'{family}'" for family in font)
    return f'<pre style="font-family: {families}; margin: 0;">{escape(text)}</pre>'
