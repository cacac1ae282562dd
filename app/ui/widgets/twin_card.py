"""A card with a chart that turns into a table of the same figures at a click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.ui.widgets.figure_table import FigureTable
from app.ui.widgets.parts import button, column, label, row


class TwinCard(QFrame):
    """The frame, the title, the way from chart to table and back. `name` begins the names of its parts."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.title = label("card-title")
        self.toggle = button("link", f"{name}-as-table")
        self.toggle.clicked.connect(self._on_toggle)
        self.table = FigureTable(f"{name}-table")
        self.table.hide()
        self._charts: tuple[QWidget, ...] = ()
        self._named = ""

    def compose(self, *parts: QWidget, charts: Sequence[QWidget]) -> None:
        """Put title, parts and table below each other; `charts` are those parts that the table replaces."""
        self._charts = tuple(charts)
        head = row(self.title, self.toggle, spacing=16)
        head.setStretch(0, 1)
        self.setLayout(column(head, *parts, self.table, spacing=8, margins=(28, 20, 28, 20)))

    def show_figures(self, name: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Fill the table; `name` says what chart and table show."""
        self._named = name
        self.table.setAccessibleName(name)
        self.table.fill(heads, rows)
        self._name_toggle()

    def changeEvent(self, event: QEvent) -> None:
        """Make the table as high as its rows in another text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.table.fit()

    def _on_toggle(self) -> None:
        to_table = self.table.isHidden()
        self.table.setVisible(to_table)
        for chart in self._charts:
            chart.setVisible(not to_table)
        self._name_toggle()

    def _name_toggle(self) -> None:
        words = self.tr("Show as chart") if not self.table.isHidden() else self.tr("Show as table")
        self.toggle.setText(words)
        self.toggle.setAccessibleName(f"{words}: {self._named}")
