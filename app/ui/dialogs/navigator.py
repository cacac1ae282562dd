"""The navigator: every question with its status and flag, over the question screen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHeaderView,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.core.attempt import Attempt, Status
from app.ui.dialogs.ask import Sheet
from app.ui.labels import status_word
from app.ui.theme import active
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.parts import button, column, holder, label
from app.ui.widgets.row_table import read_by_rows
from app.ui.widgets.status_mark import flag_icon
from app.ui.widgets.walk import Subset, members

_SHAPES = {Status.COMPLETE: "●", Status.INCOMPLETE: "◐", Status.UNSEEN: "○"}


class Navigator(Sheet):
    """Signals: `visit_requested` (index), `review_requested`. Esc closes it."""

    visit_requested = Signal(int)
    review_requested = Signal()

    def __init__(self, window: QWidget, attempt: Attempt) -> None:
        super().__init__(window, 620)
        self._attempt = attempt
        self.setWindowTitle(self.tr("Navigator"))
        self.setAccessibleName(self.tr("Navigator"))
        self.table = QTableWidget(0, 3)
        self.table.setObjectName("navigator-table")
        self.table.setAccessibleName(self.tr("Questions"))
        self._prepare_table()
        filters = self._filters()
        close, review = button("primary", "navigator-close"), button("", "navigator-review")
        close.setText(self.tr("&Close"))
        review.setText(self.tr("&Review screen"))
        close.clicked.connect(self.reject)
        review.clicked.connect(self._on_review)
        title = label("section-title", text=self.tr("Navigator"))
        self.setLayout(
            column(title, filters, self.table, holder(FlowRow(review, 1, close)), spacing=16, margins=28)
        )
        self.setMinimumHeight(min(620, window.height() - 40))
        self._show(Subset.ALL)

    def _prepare_table(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels([self.tr("Question"), self.tr("Status"), self.tr("Flag")])
        read_by_rows(table)
        table.verticalHeader().setDefaultSectionSize(active().px(38))
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.cellClicked.connect(self._on_cell)
        table.cellActivated.connect(self._on_cell)

    def _filters(self) -> QWidget:
        self._group = QButtonGroup(self)
        words = {
            Subset.ALL: self.tr("&All"),
            Subset.INCOMPLETE: self.tr("N&ot complete"),
            Subset.FLAGGED: self.tr("&Flagged"),
        }
        line = FlowRow(spacing=20)
        for subset, word in words.items():
            choice = QRadioButton(word)
            choice.setObjectName(f"filter-{subset}")
            choice.setChecked(subset is Subset.ALL)
            choice.toggled.connect(partial(self._on_filter, subset))
            self._group.addButton(choice)
            line.addWidget(choice)
        return holder(line)

    def _on_filter(self, subset: Subset, on: bool) -> None:
        if on:
            self._show(subset)

    def _show(self, subset: Subset) -> None:
        indexes = members(self._attempt, subset)
        self.table.setSortingEnabled(False)
        self.table.setRowCount(len(indexes))
        for at, index in enumerate(indexes):
            self._fill(at, index)
        self.table.setSortingEnabled(True)
        self.table.sortItems(0)
        if self._attempt.current in indexes:
            self.table.selectRow(indexes.index(self._attempt.current))

    def _fill(self, at: int, index: int) -> None:
        status = self._attempt.status(index)
        number = QTableWidgetItem()
        number.setData(Qt.ItemDataRole.DisplayRole, index + 1)
        number.setData(Qt.ItemDataRole.UserRole, index)
        flagged = self._attempt.responses[index].flagged
        flag = QTableWidgetItem(self.tr("flagged") if flagged else "")
        flag.setData(Qt.ItemDataRole.AccessibleTextRole, flag.text() or self.tr("not flagged"))
        if flagged:
            flag.setIcon(flag_icon(active().colours))
        current = "  ◀" if index == self._attempt.current else ""
        words = f"{_SHAPES[status]}  {status_word(status)}{current}"
        for place, cell in enumerate((number, QTableWidgetItem(words), flag)):
            cell.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(at, place, cell)

    def _on_cell(self, at: int, _column: int) -> None:
        number = self.table.item(at, 0)
        if number is not None:
            self.accept()
            self.visit_requested.emit(int(number.data(Qt.ItemDataRole.UserRole)))

    def _on_review(self) -> None:
        self.accept()
        self.review_requested.emit()
