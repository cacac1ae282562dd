"""A scroll area whose content keeps its place on the screen when something comes or goes below it."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollBar

from app.ui.widgets.parts import SCROLL_BAR_ON, UpAndDown


class _QuietBar(QScrollBar):
    """Takes its room always, and is seen only where there is something to scroll."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing, or the bar."""
        if self.maximum() > self.minimum():
            super().paintEvent(event)


class SteadyArea(UpAndDown):
    """What one points at must not move away, by a scroll bar that comes or by room that is gained."""

    def __init__(self) -> None:
        super().__init__()
        # A bar that came and went would change the width, and with it where lines break.
        self.setVerticalScrollBar(_QuietBar())
        self.setProperty("verticalScrollBarPolicy", SCROLL_BAR_ON)
        self.verticalScrollBar().valueChanged.connect(self._on_value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """At the end of the content, room that is gained stays empty until somebody scrolls."""
        value, content = self.verticalScrollBar().value(), self.widget()
        if content is not None:
            held = value > 0 and event.size().width() == event.oldSize().width()
            content.setMinimumHeight(value + event.size().height() if held else 0)
        super().resizeEvent(event)

    def _on_value(self, value: int) -> None:
        content = self.widget()
        if content is not None:
            content.setMinimumHeight(min(content.minimumHeight(), value + self.viewport().height()))
