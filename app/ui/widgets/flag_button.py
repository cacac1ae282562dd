"""The flag: icon and word, on or off."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from app.ui.theme import active
from app.ui.theme.fonts import text_font
from app.ui.theme.values import SECONDARY
from app.ui.widgets.status_mark import paint_flag


class FlagButton(QPushButton):
    """Asks to set or take off the flag, however it is pressed: a screen reader toggles without a click.

    Signals: `toggle_requested` with the wished state.
    """

    toggle_requested = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "flag")
        self.setObjectName("flag")
        self.setAutoDefault(False)
        self.setCheckable(True)
        self._shown = False
        self.toggled.connect(self._on_toggled)

    def retranslate(self) -> None:
        """Set the words."""
        self.setText(self.tr("&Flagged for review") if self.isChecked() else self.tr("&Flag for review"))

    def show_flag(self, on: bool) -> None:
        """Show the state that was recorded."""
        self._shown = on
        self.setChecked(on)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """Room for the flag and for the bolder word of a set flag."""
        bold = text_font(active().px(SECONDARY), bold=True)
        wanted = (
            QFontMetrics(bold).horizontalAdvance(self.text().replace("&", "")) + max(36, active().px(36)) + 16
        )
        return QSize(wanted, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The word never clips."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The word, and the flag before it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        grown = max(1.0, active().percent / 100)
        painter.translate(14, self.height() / 2)
        painter.scale(grown, grown)
        paint_flag(painter, QPointF(0, -9), active().colours)

    def _on_toggled(self, on: bool) -> None:
        """It is toggled already: take it back until it is recorded."""
        if on != self._shown:
            self.setChecked(self._shown)
            self.toggle_requested.emit(on)
