"""A score as an interval: a track, the band, a ring for the estimate, the assumed line as a rule."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import active


class IntervalBar(QWidget):
    """Shows shares in 0..1. The figures stand beside it in words; it is not the only bearer of them."""

    def __init__(self, low: float, share: float, high: float, line: float) -> None:
        super().__init__()
        self._low, self._share, self._high, self._line = low, share, high, line
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, name: str, value: str) -> None:
        """What a screen reader says of the drawing: what is drawn, and what comes of it."""
        self.setAccessibleName(name)
        self.setProperty("chartValue", value)

    def sizeHint(self) -> QSize:
        """High enough for the rule to stand out of the track."""
        return QSize(240, active().px(44))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a small window."""
        return QSize(120, active().px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track, rule, band and ring."""
        painter = QPainter(self)
        paint_interval(painter, QRectF(self.rect()), self._low, self._share, self._high, self._line)


def paint_interval(
    painter: QPainter, box: QRectF, low: float, share: float, high: float, line: float | None
) -> None:
    """The drawing itself, in a box as high as the rule; `line` of None leaves the rule out."""
    colours = active().colours
    left, middle, width = box.left() + 12, box.center().y(), box.width() - 24
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.edge), 1) if colours.ground == colours.sunken else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.sunken))
    painter.drawRoundedRect(QRectF(box.left() + 1, middle - 9, box.width() - 2, 18), 9, 9)
    if line is not None:
        rule = left + line * width
        painter.setPen(QPen(QColor(colours.control), 2))
        painter.drawLine(QPointF(rule, box.top()), QPointF(rule, box.bottom()))
    painter.setPen(QPen(QColor(colours.accent), 8, c=Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(left + low * width, middle), QPointF(left + high * width, middle))
    painter.setPen(QPen(QColor(colours.accent), 3))
    painter.setBrush(QColor(colours.surface))
    painter.drawEllipse(QPointF(left + share * width, middle), 9, 9)
