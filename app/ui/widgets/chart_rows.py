"""Rows of a name, a chart, a figure and words; in a narrow place the figures stand under the charts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.theme import active
from app.ui.widgets.layout_items import clear, empty

Row = tuple[QWidget, QWidget, QWidget, QWidget]

_FIGURE, _WORDS = 72, 216
"""Room for a figure, and for a band with its class in either language, in px at 100 %."""

_NARROW = 764
"""Below this width, at 100 %, the figures stand under the charts."""

_BESIDE = ((0, 0, 1), (0, 1, 1), (0, 2, 1), (0, 3, 1))
_UNDER = ((0, 0, 2), (1, 0, 2), (2, 0, 1), (2, 1, 1))
"""Where name, chart, figure and words stand: row, column, columns taken."""


class ChartRows(QWidget):
    """A grid; `show_rows` fills it."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self._narrow = False
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._grid)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these instead of what was there."""
        clear(self._grid)
        self._rows = tuple(rows)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the figures beside the charts or under them."""
        super().resizeEvent(event)
        if self._narrow != (self.width() < active().px(_NARROW)):
            self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size needs other room."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._place()

    def _place(self) -> None:
        grid, narrow = self._grid, self.width() < active().px(_NARROW)
        self._narrow = narrow
        empty(grid)
        grid.setHorizontalSpacing(16 if narrow else 28)
        grid.setVerticalSpacing(4 if narrow else 10)
        for place, (stretch, width) in enumerate(((3, 0), (4, 0), (0, _FIGURE), (0, _WORDS))):
            grid.setColumnStretch(place, 0 if narrow else stretch)
            grid.setColumnMinimumWidth(place, 0 if narrow else active().px(width))
        grid.setColumnStretch(1, 4)
        for at, row in enumerate(self._rows):
            for part, (down, place, wide) in zip(row, _UNDER if narrow else _BESIDE, strict=True):
                grid.addWidget(part, at * 4 + down, place, 1, wide)
            grid.setRowMinimumHeight(at * 4 + 3, active().px(14) if narrow else 0)
