"""The review screen: totals, a grid of all questions, three walks, the end."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.core.attempt import Attempt, Status
from app.ui.i18n import interface_language
from app.ui.labels import status_word
from app.ui.theme import active
from app.ui.widgets.exam_bar import ExamBar
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.layout_items import clear
from app.ui.widgets.notice_bar import NoticeStrip
from app.ui.widgets.parts import Screen, button, centred, column, frame, holder, label, row, scrolled
from app.ui.widgets.prompt_keys import PromptKeys
from app.ui.widgets.question_cell import QuestionCell
from app.ui.widgets.steady_area import SteadyArea
from app.ui.widgets.walk import Subset, members


class ReviewPage(Screen):
    """Signals: `visit_requested` (index), `walk_requested` (`Subset`), `end_requested`."""

    undisturbed = True

    visit_requested = Signal(int)
    walk_requested = Signal(object)
    end_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attempt: Attempt | None = None
        self.bar = ExamBar()
        self.notices = NoticeStrip()
        self.notice = self.notices.bar
        self._totals = [self._total(tone) for tone in ("", "warn", "muted", "flag")]
        self.cells: list[QuestionCell] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        self._columns = 0
        self._legend = label("caption", "muted")
        self._guess = label("secondary", "muted")
        self.walks = {subset: button("", f"review-{subset}") for subset in Subset}
        self.end = button("primary", "end-exam")
        self._build()
        for subset, knob in self.walks.items():
            knob.clicked.connect(partial(self.walk_requested.emit, subset))
        self.end.clicked.connect(self.end_requested)
        PromptKeys(self)
        self.retranslate()

    @staticmethod
    def _total(tone: str) -> tuple[QLabel, QLabel]:
        return label("figure", tone, wrap=False), label("body", "muted", wrap=False)

    def _build(self) -> None:
        cards = FlowRow(spacing=16, grow=True)
        for figure, caption in self._totals:
            card = frame("card")
            line = row(figure, caption, spacing=16, margins=(24, 10, 16, 10))
            line.setStretch(1, 1)
            card.setLayout(line)
            cards.addWidget(card)
        knobs = FlowRow(*self.walks.values(), 1, self.end)
        inner = QWidget()
        inner.setLayout(
            column(
                holder(cards),
                holder(self._grid),
                self._legend,
                holder(knobs),
                self._guess,
                1,
                spacing=20,
                margins=32,
            )
        )
        parts = (self.bar, frame("rule"), scrolled(centred(inner, 1152), SteadyArea()), self.notices)
        self.setLayout(column(*parts, spacing=0))

    def retranslate(self) -> None:
        """Set the words."""
        self.bar.retranslate()
        self.bar.place.setText(self.tr("Review"))
        self._legend.setText(
            self.tr("● complete   ◐ incomplete   ○ unseen   A flag does not change the score.")
        )
        self._guess.setText(self.tr("Unanswered questions count as wrong; there is no penalty for a guess."))
        self.walks[Subset.ALL].setText(self.tr("Review &all"))
        self.walks[Subset.INCOMPLETE].setText(self.tr("Review &incomplete"))
        self.walks[Subset.FLAGGED].setText(self.tr("Review fla&gged"))
        self.end.setText(self.tr("&End exam"))
        if self._attempt is not None:
            self.show_attempt(self._attempt)

    def show_attempt(self, attempt: Attempt) -> None:
        """Show totals and every question's state."""
        self._attempt = attempt
        self.bar.exam.setText(
            self.tr("{exam} · mock exam").format(exam=attempt.paper.exam.title.get(interface_language()))
        )
        self._make_cells(len(attempt.responses))
        statuses = [attempt.status(index) for index in range(len(attempt.responses))]
        for cell, status, response in zip(self.cells, statuses, attempt.responses, strict=True):
            cell.show_state(status, flagged=response.flagged, current=cell.index == attempt.current)
        self._show_totals(statuses, sum(response.flagged for response in attempt.responses))
        for subset, knob in self.walks.items():
            knob.setEnabled(bool(members(attempt, subset)))

    def _show_totals(self, statuses: list[Status], flagged: int) -> None:
        order = (Status.COMPLETE, Status.INCOMPLETE, Status.UNSEEN)
        rows = [(statuses.count(status), status_word(status)) for status in order]
        rows.append((flagged, self.tr("Flagged")))
        for (figure, caption), (count, words) in zip(self._totals, rows, strict=True):
            figure.setText(str(count))
            caption.setText(words)

    def _make_cells(self, count: int) -> None:
        if len(self.cells) == count:
            return
        clear(self._grid)
        self.cells = [QuestionCell(index) for index in range(count)]
        for cell in self.cells:
            cell.clicked.connect(partial(self._on_cell, cell.index))
        self._columns = 0
        self._arrange()

    def _arrange(self) -> None:
        """As many columns as fit, nine at most, and never a lonely last one."""
        room = min(self.width(), active().px(1152)) - 64
        columns = max(3, min(9, room // (active().px(94) + 10)))
        if columns == self._columns or not self.cells:
            return
        self._columns = columns
        for cell in self.cells:
            self._grid.removeWidget(cell)
        for cell in self.cells:
            self._grid.addWidget(cell, cell.index // columns, cell.index % columns)
        for at in range(9):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the grid for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Neither Enter nor Esc ends anything here."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            event.accept()
        else:
            super().keyPressEvent(event)

    def _on_cell(self, index: int) -> None:
        self.visit_requested.emit(index)
