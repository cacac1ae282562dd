"""All mock exams that were finished: how ready they make one, a list to open, delete and carry elsewhere."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLayout, QWidget

from app.core.exam import Exam
from app.core.history import Head
from app.core.progress import ExamProgress
from app.services.home import Home
from app.services.ports import Charts
from app.ui.i18n import interface_language
from app.ui.widgets.courses_card import FEWEST_PERIODS, CoursesCard
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.history_table import HistoryTable
from app.ui.widgets.parts import Screen, button, centred, column, frame, holder, label, row, scrolled
from app.ui.widgets.readiness_card import ReadinessCard

DAY_MS = 86_400_000


class Span(StrEnum):
    """How far back the list goes."""

    ALL = "all"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_DAYS = {Span.MONTH: 30, Span.QUARTER: 90, Span.YEAR: 365}


class HistoryPage(Screen):
    """Signals: `open_requested` and others on one attempt (its id), wishes, `filtered`."""

    open_requested = Signal(str)
    delete_requested = Signal(str)
    compare_requested = Signal(str)
    report_requested = Signal(str)
    progress_requested = Signal()
    bin_requested = Signal()
    export_requested = Signal()
    import_requested = Signal()
    filtered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._home: Home | None = None
        self._now_ms = 0
        self._shown: tuple[ExamProgress, Charts] | None = None
        self._title = label("page-title", wrap=False)
        self.exam, self.profile, self.span = QComboBox(), QComboBox(), QComboBox()
        self._captions = {box: QLabel() for box in (self.exam, self.profile, self.span)}
        self.progress = button("", "history-progress")
        self.report = button("", "history-report")
        self.compare = button("", "history-compare")
        self.delete = button("", "history-delete")
        self.bin = button("", "history-bin")
        self.export = button("", "history-export")
        self.merge = button("", "history-import")
        self.back = button("", "history-back")
        self.readiness, self.courses = ReadinessCard(), CoursesCard()
        self.table = HistoryTable()
        self._count = label("secondary", "muted")
        self._empty_title, self._empty = label("card-title"), label("body", "muted")
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        for name, box in (("exam", self.exam), ("profile", self.profile), ("span", self.span)):
            box.setObjectName(f"history-{name}")
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            caption = self._captions[box]
            caption.setProperty("look", "caption")
            caption.setProperty("tone", "muted")
            caption.setBuddy(box)
        for span in Span:
            self.span.addItem("", span)
        head = holder(FlowRow(self._title, 1, self.back))
        filters = (holder(row(self._captions[box], box, spacing=8)) for box in self._captions)
        chosen = holder(FlowRow(*filters, 1))
        mine = (self.progress, self.report, self.compare, self.delete, self.bin)
        acts = holder(FlowRow(*mine, 1, self.export, self.merge))
        self._card = frame("card")
        inside = column(self.table, margins=(16, 8, 16, 12))
        inside.setSizeConstraint(QLayout.SizeConstraint.SetMaximumSize)  # no higher than its rows
        self._card.setLayout(inside)
        self._nothing = frame("card")
        self._nothing.setLayout(column(self._empty_title, self._empty, spacing=8, margins=28))
        inner = QWidget()
        parts = (head, chosen, acts, self.readiness, self._count, self._card, self._nothing, self.courses)
        self._column = column(*parts, 1, spacing=16, margins=(48, 32, 48, 32))
        self._column.setStretchFactor(self._card, 1000)
        inner.setLayout(self._column)
        self.readiness.hide()
        self.courses.hide()
        self.setLayout(column(scrolled(centred(inner, 1280))))

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.exam.currentIndexChanged.connect(self._on_exam)
        self.profile.currentIndexChanged.connect(self._on_filtered)
        self.span.currentIndexChanged.connect(self._on_filtered)
        self.table.open_requested.connect(self.open_requested)
        for knob, asked in (
            (self.report, self.report_requested),
            (self.compare, self.compare_requested),
            (self.delete, self.delete_requested),
        ):
            knob.clicked.connect(partial(self._ask_for, asked))
        for knob, wish in (
            (self.progress, self.progress_requested),
            (self.bin, self.bin_requested),
            (self.export, self.export_requested),
            (self.merge, self.import_requested),
        ):
            knob.clicked.connect(wish)

    def retranslate(self) -> None:
        """Set the words; the filters keep what was chosen."""
        self._title.setText(self.tr("All mock exams"))
        for box, caption, name in (
            (self.exam, self.tr("&Exam"), self.tr("Exam")),
            (self.profile, self.tr("&Format"), self.tr("Format")),
            (self.span, self.tr("&Since"), self.tr("Since")),
        ):
            self._captions[box].setText(caption)
            box.setAccessibleName(name)
        spans = {
            Span.ALL: self.tr("the beginning"),
            Span.MONTH: self.tr("30 days ago"),
            Span.QUARTER: self.tr("90 days ago"),
            Span.YEAR: self.tr("a year ago"),
        }
        for at, span in enumerate(Span):
            self.span.setItemText(at, spans[span])
        self.progress.setText(self.tr("&Progress report"))
        self.report.setText(self.tr("&Report"))
        self.report.setToolTip(self.tr("Score report or answer review of the mock exam chosen in the list"))
        self.compare.setText(self.tr("&Compare…"))
        self.delete.setText(self.tr("&Delete…"))
        self.bin.setText(self.tr("B&in"))
        self.export.setText(self.tr("E&xport…"))
        self.merge.setText(self.tr("I&mport…"))
        self.back.setText(self.tr("&Back to the start"))
        self.table.setAccessibleName(self.tr("All mock exams"))
        self._empty_title.setText(self.tr("Nothing here yet"))
        self._empty.setText(
            self.tr("Every mock exam that you finish is kept here, with its score and every answer.")
        )
        if self._home is not None:
            self.show_history(self._home, self._now_ms)
        if self._shown is not None:
            self.show_progress(*self._shown)

    # What is shown --------------------------------------------------------------------------

    def show_history(self, home: Home, now_ms: int = 0) -> None:
        """Show every attempt that counts; the filters keep what was chosen. `now_ms` dates the spans."""
        self._home, self._now_ms = home, now_ms
        exams = [
            (card.summary.exam.title.get(interface_language()), card.summary.exam.id) for card in home.cards
        ]
        _fill(self.exam, [(self.tr("All exams"), ""), *exams])
        self._fill_profiles()
        self._show()

    def show_progress(self, exam: ExamProgress | None, charts: Charts) -> None:
        """Show how ready the attempts make one; nothing to tell hides it."""
        self._shown = None if exam is None else (exam, charts)
        if exam is not None:
            self.readiness.show_exam(exam, charts)
            if len(exam.periods) >= FEWEST_PERIODS:
                self.courses.show_exam(exam, charts)
        self.readiness.setVisible(exam is not None)
        self.courses.setVisible(exam is not None and len(exam.periods) >= FEWEST_PERIODS)

    @property
    def since_ms(self) -> int | None:
        """From when on attempts are shown (ms since the epoch); None for all."""
        days = _DAYS.get(Span(self.span.currentData()))
        return None if days is None else self._now_ms - days * DAY_MS

    @property
    def heads(self) -> tuple[Head, ...]:
        """The attempts that pass the filters, newest first."""
        if self._home is None:
            return ()
        heads, since = self._home.attempts, self.since_ms
        if exam := self.exam.currentData():
            heads = tuple(head for head in heads if head.exam == exam)
        if profile := self.profile.currentData():
            heads = tuple(head for head in heads if head.profile == profile)
        return heads if since is None else tuple(head for head in heads if head.started_ms >= since)

    def focus_first(self) -> None:
        """The keyboard begins in the list, or where one leaves an empty one."""
        (self.table if self.table.isVisibleTo(self) else self.back).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Share the width out anew for another text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._home is not None:
            self.table.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete puts the attempt in front into the bin, once it was asked for."""
        if event.key() == Qt.Key.Key_Delete and self.table.isVisible():
            self._ask_for(self.delete_requested)
        else:
            super().keyPressEvent(event)

    def _exams(self) -> dict[str, Exam]:
        return (
            {str(card.summary.exam.id): card.summary.exam for card in self._home.cards} if self._home else {}
        )

    def _fill_profiles(self) -> None:
        """The formats of the exam chosen; with all exams there is nothing to choose."""
        exam = self._exams().get(self.exam.currentData())
        found = [(p.title.get(interface_language()), str(p.id)) for p in exam.profiles] if exam else []
        _fill(self.profile, [(self.tr("All formats"), ""), *found])
        self.profile.setEnabled(len(found) > 1)

    def _show(self) -> None:
        heads = self.heads
        self.table.show_heads(heads, self._exams())
        self._card.setVisible(bool(heads))
        self._nothing.setVisible(not heads)
        self._count.setVisible(bool(heads))
        self.delete.setEnabled(bool(heads))
        self.report.setEnabled(bool(heads))
        self.compare.setEnabled(self._can_compare())
        self.progress.setEnabled(bool(heads))
        self._count.setText(self.tr("%n mock exam(s). A click, or Enter, opens the result.", "", len(heads)))

    def _on_exam(self) -> None:
        self._fill_profiles()
        self._on_filtered()

    def _on_filtered(self) -> None:
        self._show()
        self.filtered.emit()

    def _can_compare(self) -> bool:
        """Whether an exam was sat twice; the first such two are found among the first of many."""
        seen = set[str]()
        for head in self._home.attempts if self._home else ():
            if head.exam in seen:
                return True
            seen.add(head.exam)
        return False

    def _ask_for(self, wish: SignalInstance) -> None:
        """Ask for something with the attempt in front."""
        at = max(0, self.table.currentIndex().row())
        if at < self.table.attempts.rowCount():
            wish.emit(self.table.attempts.head(at).id)


def _fill(box: QComboBox, entries: list[tuple[str, str]]) -> None:
    """Put entries into a box without a word of it; what was chosen stays chosen."""
    chosen = box.currentData()
    box.blockSignals(True)  # noqa: FBT003
    box.clear()
    for words, data in entries:
        box.addItem(words, data)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)  # noqa: FBT003
