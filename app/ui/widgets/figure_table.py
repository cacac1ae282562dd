"""A table of figures that is only read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.ui.theme import active
from app.ui.widgets.row_table import read_by_rows

_ROW = 38
"""The height of a row in px at 100 %."""

_PADDING = 28
"""What a cell leaves free at its sides, in px."""

MOST_ROWS = 12
"""Rows that are seen at once; the rest is scrolled to."""

_UNBROKEN = re.compile(r"[^\s\u3000-\u9fff\uff00-\uffef]+|\S{1,4}")
"""What stays on one line: a word, or a few characters of a language without spaces."""


class FigureTable(QTableWidget):
    """Rows are chosen, the last column takes what is left. What does not fit side by side wraps."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        read_by_rows(self)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def fill(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Put figures into it; it becomes as high as its rows."""
        self.setColumnCount(len(heads))
        self.setHorizontalHeaderLabels(list(heads))
        self.setRowCount(len(rows))
        for at, cells in enumerate(rows):
            for place, words in enumerate(cells):
                self.setItem(at, place, QTableWidgetItem(words))
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def fit(self) -> None:
        """Share out the width, and be as high as the rows are then, at the present text size."""
        header, least_height = self.horizontalHeader(), active().px(_ROW)
        whole = [
            max(self.sizeHintForColumn(place), header.sectionSizeHint(place))
            for place in range(self.columnCount())
        ]
        widths = self._shares(whole)
        for place, width in enumerate(widths):
            header.resizeSection(place, width)
        heights = [least_height] * self.rowCount()
        if widths != whole:
            heights = [max(least_height, self._wrapped(at, widths)) for at in range(self.rowCount())]
        for at, height in enumerate(heights):
            self.setRowHeight(at, height)
        shown = header.sizeHint().height() + sum(heights[:MOST_ROWS])
        self.setFixedHeight(shown + 2 * self.frameWidth() + 16)

    def _shares(self, whole: list[int]) -> list[int]:
        """The columns' widths: whole where there is room, else each gives of what it could wrap."""
        missing = sum(whole) - self.viewport().width()
        slack = [max(0, width - self._least(place)) for place, width in enumerate(whole)]
        if missing <= 0 or not any(slack):
            return whole
        share = min(1.0, missing / sum(slack))
        return [int(width - share * free) for width, free in zip(whole, slack, strict=True)]

    def _wrapped(self, at: int, widths: list[int]) -> int:
        """The height of a row whose cells wrap; the table's own hint is a line short where it is close."""
        metrics, heights = self.fontMetrics(), [0]
        for place, width in enumerate(widths):
            cell = self.item(at, place)
            if cell is not None:
                room = QRect(0, 0, width - _PADDING, 10_000)
                heights.append(metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, cell.text()).height())
        return max(heights) + _PADDING // 2

    def _least(self, place: int) -> int:
        """The width at which no word of a column is cut."""
        metrics = self.fontMetrics()
        head = self.horizontalHeader().sectionSizeHint(place)
        cells = (self.item(at, place) for at in range(self.rowCount()))
        words = (word for cell in cells if cell is not None for word in _UNBROKEN.findall(cell.text()))
        return max([head, *(metrics.horizontalAdvance(word) + _PADDING for word in words)])
