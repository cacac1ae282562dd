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
    """Asks to set or take off the flag. Signals: `toggle_requested` with the wished state."""

    toggle_requested = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "flag")
        self.setObjectName("flag")
        self.setAutoDefault(False)
        self.setCheckable(True)
        self.clicked.connect(self._on_clicked)

    def retranslate(self) -> None:
        """Set the words."""
        self.setText(self.tr("Flagged for review") if self.isChecked() else self.tr("Flag for review"))

    def show_flag(self, on: bool) -> None:
        """Show the state that was recorded."""
        self.setChecked(on)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """Room for the flag and for the bolder word of a set flag."""
        bold = text_font(active().px(SECONDARY), bold=True)
        wanted = QFontMetrics(bold).horizontalAdvance(self.text()) + 36 + 16
        return QSize(wanted, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The word never clips."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The word, and the flag before it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_flag(painter, QPointF(14, self.height() / 2 - 9), active().colours)

    def _on_clicked(self) -> None:
        """The click has toggled already: take it back until it is recorded."""
        wished = self.isChecked()
        self.setChecked(not wished)
        self.toggle_requested.emit(wished)
