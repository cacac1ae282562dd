"""A switch: on or off, by the place of its knob and in a word."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from app.ui.theme import active
from app.ui.theme.fonts import text_font
from app.ui.theme.values import SECONDARY

TRACK, KNOB, GAP, EDGE = 44, 24, 10, 4


class Switch(QCheckBox):
    """A check box to the keyboard and to a screen reader. Signals: `switched` when a person does it."""

    switched = Signal(bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._shown = False
        self.toggled.connect(self._on_toggled)

    def setChecked(self, on: bool) -> None:
        """Show a state; tells nobody."""
        self._shown = on
        super().setChecked(on)

    def set_words(self, title: str) -> None:
        """Name the switch."""
        self.setAccessibleName(title)
        self.update()

    def sizeHint(self) -> QSize:
        """Track and word."""
        metrics = QFontMetrics(text_font(active().px(SECONDARY)))
        word = max(metrics.horizontalAdvance(words) for words in (self.tr("On"), self.tr("Off")))
        px = active().px
        return QSize(px(TRACK) + GAP + word + 2 * EDGE, max(px(KNOB), metrics.height()) + 2 * EDGE)

    def minimumSizeHint(self) -> QSize:
        """The word never clips."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        """Word and track are the target."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track, knob and word; a ring when it has the focus."""
        px, colours = active().px, active().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, on = self.height() / 2, self.isChecked()
        height = px(KNOB)
        track = QRectF(EDGE, middle - height / 2, px(TRACK), height)
        painter.setPen(QPen(QColor(colours.accent if on else colours.control), 2))
        painter.setBrush(QColor(colours.accent if on else colours.surface))
        painter.drawRoundedRect(track, height / 2, height / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.on_accent if on else colours.control))
        side = track.right() - height / 2 if on else track.left() + height / 2
        painter.drawEllipse(QPointF(side, middle), height / 2 - px(5), height / 2 - px(5))
        painter.setPen(QColor(colours.text))
        painter.setFont(text_font(px(SECONDARY)))
        word = QRectF(track.right() + GAP, 0, self.width(), self.height())
        painter.drawText(word, Qt.AlignmentFlag.AlignVCenter, self.tr("On") if on else self.tr("Off"))
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(track.adjusted(-3, -3, 3, 3), height / 2 + 3, height / 2 + 3)

    def _on_toggled(self, on: bool) -> None:
        """A screen reader toggles without a click."""
        self.update()
        if on != self._shown:
            self._shown = on
            self.switched.emit(on)
