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

    def sizeHint(self) -> QSize:
        """High enough for the rule to stand out of the track."""
        return QSize(240, active().px(44))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a small window."""
        return QSize(120, active().px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track, rule, band and ring."""
        colours = active().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            QPen(QColor(colours.edge), 1) if colours.ground == colours.sunken else Qt.PenStyle.NoPen
        )
        middle = self.height() / 2
        painter.setBrush(QColor(colours.sunken))
        painter.drawRoundedRect(QRectF(1, middle - 9, self.width() - 2, 18), 9, 9)
        painter.setPen(QPen(QColor(colours.control), 2))
        painter.drawLine(QPointF(self._x(self._line), 0), QPointF(self._x(self._line), self.height()))
        painter.setPen(QPen(QColor(colours.accent), 8, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(self._x(self._low), middle), QPointF(self._x(self._high), middle))
        painter.setPen(QPen(QColor(colours.accent), 3))
        painter.setBrush(QColor(colours.surface))
        painter.drawEllipse(QPointF(self._x(self._share), middle), 9, 9)

    def _x(self, share: float) -> float:
        return 12 + share * (self.width() - 24)
