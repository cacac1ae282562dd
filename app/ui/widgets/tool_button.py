"""A tool of the exam: a word, and beside it what tells its state."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.ui.theme import active
from app.ui.theme.fonts import text_font
from app.ui.theme.values import SECONDARY

MARK = 16
"""Room for a chevron or a dot after the word, in px at 100 %."""


class ToolButton(QPushButton):
    """`opens`: it opens a menu (a chevron). `dot`: there is something (a disc). Checkable for modes."""

    def __init__(self, name: str, *, opens: bool = False, checkable: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("look", "exam-tool")
        self.setAutoDefault(False)
        self.setCheckable(checkable)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._opens, self._dot = opens, False

    @property
    def dot(self) -> bool:
        """Whether the disc is shown."""
        return self._dot

    def show_dot(self, on: bool) -> None:
        """Show the disc, or take it away."""
        if on != self._dot:
            self._dot = on
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Room for the bolder word of a mode that is on, and for the mark."""
        theme = active()
        bold = QFontMetrics(text_font(theme.px(SECONDARY), bold=True))
        words = bold.horizontalAdvance(self.text().replace("&", ""))
        mark = theme.px(MARK) if self._opens or self._dot else 0
        return QSize(words + mark + 28, max(32, theme.px(34)))

    def minimumSizeHint(self) -> QSize:
        """The word never clips."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The word, and the mark after it."""
        super().paintEvent(event)
        if not (self._opens or self._dot):
            return
        theme = active()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y, unit = self.width() - 14 - theme.px(4), self.height() / 2, theme.percent / 100
        if self._opens:
            painter.setPen(QPen(QColor(theme.colours.muted), 1.6 * unit))
            corners = ((-4, -2), (0, 2), (4, -2))
            painter.drawPolyline(QPolygonF([QPointF(x + dx * unit, y + dy * unit) for dx, dy in corners]))
        else:
            painter.setPen(QPen(QColor(theme.colours.surface), 1))
            painter.setBrush(QColor(theme.colours.accent))
            painter.drawEllipse(QPointF(x, y), 4 * unit, 4 * unit)
