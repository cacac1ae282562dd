"""A table of figures that is only read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.ui.theme import active

_ROW = 38
"""The height of a row in px at 100 %."""

MOST_ROWS = 12
"""Rows that are seen at once; the rest is scrolled to."""


def figure_table(name: str) -> QTableWidget:
    """An empty table of that object name: rows are chosen, the last column takes what is left."""
    table = QTableWidget()
    table.setObjectName(name)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table


def fill_table(table: QTableWidget, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Put figures into a table; it becomes as high as its rows."""
    table.setColumnCount(len(heads))
    table.setHorizontalHeaderLabels(list(heads))
    table.setRowCount(len(rows))
    for at, cells in enumerate(rows):
        for place, words in enumerate(cells):
            table.setItem(at, place, QTableWidgetItem(words))
    fit_table(table)


def fit_table(table: QTableWidget) -> None:
    """Make a table as high as its rows are at the present text size."""
    height = active().px(_ROW)
    table.verticalHeader().setDefaultSectionSize(height)
    head = table.horizontalHeader().sizeHint().height()
    table.setFixedHeight(head + height * min(MOST_ROWS, table.rowCount()) + 2 * table.frameWidth() + 16)
