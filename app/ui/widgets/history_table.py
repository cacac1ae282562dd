"""All mock exams as a table: a model over heads, and the score drawn as an interval."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.core.exam import Exam
from app.core.history import Head
from app.core.intervals import Interval, wilson
from app.core.scoring import TOTAL_CONFIDENCE
from app.services.home import share
from app.ui.formats import duration, listed, percent, when
from app.ui.i18n import interface_language
from app.ui.labels import reason_word
from app.ui.theme import active
from app.ui.theme.fonts import text_font
from app.ui.theme.values import BODY
from app.ui.widgets.interval_bar import paint_interval
from app.ui.widgets.row_table import read_by_rows

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What stands in which column."""

    DATE = 0
    EXAM = 1
    FORM = 2
    SCORE = 3
    USED = 4
    REASON = 5


_INSIDE = 8
"""What a cell leaves free at its sides, in px, as the style sheet has it for other tables."""

_EXAM, _SCORE = 180, 200
_FIXED = {Column.DATE: 152, Column.FORM: 150, Column.USED: 96, Column.REASON: 190}
"""Widths in px at 100 %: the least of exam and score, and those of the others."""

_FEWEST_ROWS, _MOST_ROWS = 4, 12
"""Rows that are seen at once; the rest is scrolled to."""

_DISPENSABLE = (Column.REASON, Column.FORM, Column.USED)
"""What a narrow window goes without, in this order; then without the exam, where all rows are of one."""


_TOLD = frozenset(
    {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}
)
"""The roles that a cell has something for."""


class Attempts(QAbstractTableModel):
    """Finished attempts, newest first. Words are made when they are asked for, so length costs nothing."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._heads: tuple[Head, ...] = ()
        self._exams: dict[str, Exam] = {}

    def show_heads(self, heads: tuple[Head, ...], exams: dict[str, Exam]) -> None:
        """Show these; `exams` by id, as far as their banks are still there."""
        self.beginResetModel()
        self._heads, self._exams = heads, exams
        self.endResetModel()

    def head(self, at: int) -> Head:
        """The attempt in a row."""
        return self._heads[at]

    @property
    def of_one_exam(self) -> bool:
        """Whether every row is an attempt at the same exam."""
        return len({head.exam for head in self._heads}) == 1

    def interval(self, at: int) -> Interval:
        """The interval of the score in a row, as the result page shows it."""
        head = self._heads[at]
        return wilson(head.correct or 0, head.questions, TOTAL_CONFIDENCE)

    def line(self, at: int) -> float | None:
        """The assumed pass line of the row's profile, 0..1; None when its bank is gone."""
        head = self._heads[at]
        exam = self._exams.get(head.exam)
        profile = exam.profile(head.profile) if exam else None
        return profile.pass_percent / 100 if profile else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One row an attempt."""
        return 0 if parent.isValid() else len(self._heads)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As many as there are names."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The columns' names."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return {
            Column.DATE: self.tr("Date"),
            Column.EXAM: self.tr("Exam"),
            Column.FORM: self.tr("Form"),
            Column.SCORE: self.tr("Score, 95\u202f% interval"),
            Column.USED: self.tr("Time used"),
            Column.REASON: self.tr("End"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; the first one tells a screen reader the whole row."""
        if role not in _TOLD:  # most of what is asked, seven times a painted cell
            return None
        head, place = self._heads[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(head, place)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(head) if place is Column.DATE else self._words(head, place)
        if role == Qt.ItemDataRole.ToolTipRole and place is Column.EXAM:
            return self._words(head, place)
        return None

    def _words(self, head: Head, place: Column) -> str:
        match place:
            case Column.DATE:
                return when(head.started_ms)
            case Column.EXAM:
                exam = self._exams.get(head.exam)
                return exam.title.get(interface_language()) if exam else head.exam
            case Column.FORM:
                return head.form
            case Column.SCORE:
                return self._score(head)
            case Column.USED:
                return duration(head.used_ms or 0)
            case Column.REASON:
                return reason_word(head.reason) if head.reason else ""

    def _score(self, head: Head) -> str:
        words = self.tr("{share}, {correct} of {count}")
        return words.format(share=percent(share(head)), correct=head.correct, count=head.questions)

    def _spoken(self, head: Head) -> str:
        return listed(self._words(head, place) for place in Column)


class _Cell(QStyledItemDelegate):
    """The words of a cell on their ground, as the style sheet has them for other tables, and sooner."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the words on one line, shortened where they do not fit."""
        self.paint_ground(painter, option)
        box = option.rect.adjusted(_INSIDE, 0, -_INSIDE, 0)
        words = index.data()
        painter.setPen(QColor(active().colours.text))
        painter.setFont(option.font)
        painter.drawText(
            box,
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width()),
        )

    @staticmethod
    def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
        """What shows that a row is chosen."""
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(active().colours.chosen))


class _Score(_Cell):
    """The share in figures, and its interval as the result page draws it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw both beside each other."""
        self.paint_ground(painter, option)
        model = index.model()
        assert isinstance(model, Attempts)
        theme, box = active(), QRectF(option.rect)
        head, interval = model.head(index.row()), model.interval(index.row())
        painter.save()
        painter.setPen(QColor(theme.colours.text))
        painter.setFont(text_font(theme.px(BODY), bold=True))
        figures = QRectF(box.left() + _INSIDE, box.top(), theme.px(56), box.height())
        painter.drawText(
            figures, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, percent(share(head))
        )
        bar = QRectF(box)
        bar.setLeft(figures.right() + 12)
        bar.setRight(box.right() - 16)
        half = theme.px(15)
        bar.setTop(box.center().y() - half)
        bar.setHeight(2 * half)
        paint_interval(painter, bar, interval.low, share(head), interval.high, model.line(index.row()))
        painter.restore()


class HistoryTable(QTableView):
    """The table. A click on a row, or Enter on it, asks to open it. Signals: `open_requested` (id)."""

    open_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.attempts = Attempts(self)
        self.setModel(self.attempts)
        self.setObjectName("history-table")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_Cell(self))
        self.setItemDelegateForColumn(Column.SCORE, _Score(self))
        read_by_rows(self)
        self.setWordWrap(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        self.clicked.connect(self._on_index)

    def sizeHint(self) -> QSize:
        """As high as its rows, if there is room for them."""
        return QSize(600, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new width."""
        super().resizeEvent(event)
        self._share_width()

    def _height(self, most: int = _MOST_ROWS) -> int:
        rows = min(most, self.attempts.rowCount()) * self.verticalHeader().defaultSectionSize()
        bar = self.horizontalScrollBar()
        beside = bar.sizeHint().height() if bar.maximum() > 0 else 0
        return rows + self.horizontalHeader().sizeHint().height() + beside + 2 * self.frameWidth() + 4

    def show_heads(self, heads: tuple[Head, ...], exams: dict[str, Exam]) -> None:
        """Show these attempts, the first one chosen."""
        self.attempts.show_heads(heads, exams)
        self.fit()
        if heads:
            self.selectRow(0)

    def fit(self) -> None:
        """Rows and columns for the text size in force."""
        self.verticalHeader().setDefaultSectionSize(max(40, active().px(48)))
        self._share_width()
        self.setMinimumHeight(self._height(_FEWEST_ROWS))
        self.setMaximumHeight(self._height())
        self.updateGeometry()

    def _share_width(self) -> None:
        """Exam and score share what the others leave; a narrow window goes without the others."""
        theme, header = active(), self.horizontalHeader()
        room = self.viewport().width()
        fixed = dict(_FIXED)
        for place in _DISPENSABLE:
            hidden = room - sum(map(theme.px, fixed.values())) < theme.px(_EXAM + _SCORE)
            self.setColumnHidden(place, hidden)
            if hidden:
                fixed.pop(place)
        rest = room - sum(map(theme.px, fixed.values()))
        alone = rest < theme.px(_EXAM + _SCORE) and self.attempts.of_one_exam
        self.setColumnHidden(Column.EXAM, alone)
        exam = 0 if alone else max(theme.px(_EXAM), round(rest * 0.55))
        score = max(theme.px(_SCORE), rest - exam)
        for place in Column:
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
            if not self.isColumnHidden(place):
                width = {Column.SCORE: score, Column.EXAM: exam}.get(place) or theme.px(_FIXED[place])
                header.resizeSection(place, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._on_index(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """One click is enough, the second one does nothing."""
        event.accept()

    def _on_index(self, index: Index) -> None:
        self.open_requested.emit(self.attempts.head(index.row()).id)
