"""A question as it is answered: stem, options as large targets, clear answer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.attempt import Response
from app.core.bank import Kind
from app.core.ids import OptionId
from app.core.paper import Question
from app.ui.widgets.layout_items import clear
from app.ui.widgets.option_row import ChoiceRow, TickRow, option_row
from app.ui.widgets.parts import button, column, holder, label
from app.ui.widgets.stem_view import StemView

LETTERS = "ABCDEFGH"


class QuestionView(QWidget):
    """Shows one question and its response.

    Signals: `answer_requested` with the tuple of option ids that the candidate wants,
    `strike_requested` (option id, on), `marks_requested` with all marks of the stem.
    """

    answer_requested = Signal(object)
    strike_requested = Signal(str, bool)
    marks_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._question: Question | None = None
        self._language = ""
        self._response = Response()
        self._striking = False
        self.stem = StemView()
        self.stem.setObjectName("stem")
        self.stem.marks_requested.connect(self.marks_requested)
        self._hint = label("secondary", "muted")
        self._rows = column(spacing=12)
        self.rows: dict[OptionId, ChoiceRow | TickRow] = {}
        self.clear_answer = button("link", "clear-answer")
        self.clear_answer.clicked.connect(self._on_clear)
        self.setLayout(column(self.stem, self._hint, holder(self._rows), self.clear_answer, spacing=20))

    def retranslate(self) -> None:
        """Set the words."""
        self.clear_answer.setText(self.tr("Clear ans&wer"))
        self._show_hint()

    def show_question(self, question: Question, response: Response, language: str) -> None:
        """Show a question; what is already on the screen is only brought up to date."""
        self._response = response
        if question is not self._question or language != self._language:
            self._question, self._language = question, language
            self._build(question, language)
        self.stem.show_marks(response.marks(language))
        for option_id, shown in self.rows.items():
            shown.set_state(chosen=option_id in response.chosen, struck=option_id in response.struck)
        self.clear_answer.setEnabled(bool(response.chosen))
        self._show_hint()

    def set_striking(self, on: bool) -> None:
        """While on, a click on an option strikes it out or restores it."""
        self._striking = on

    def choose(self, position: int) -> None:
        """Choose by position, as the letter keys do, in whatever mode."""
        option = self._at(position)
        if option is not None and self.isEnabled():
            self._ask_for(option)

    def strike(self, position: int) -> None:
        """Strike out by position, or restore."""
        option = self._at(position)
        if option is not None and self.isEnabled():
            self._on_strike(option)

    def _at(self, position: int) -> OptionId | None:
        question = self._question
        there = question is not None and 0 <= position < len(question.order)
        return question.order[position] if there and question is not None else None

    def _build(self, question: Question, language: str) -> None:
        self.stem.set_source(question.item.stem.get(language))
        clear(self._rows)
        self.rows = {}
        several = question.item.kind is Kind.MULTIPLE
        for letter, option in zip(LETTERS, question.options, strict=False):
            shown = option_row(letter, option.text.get(language), several=several)
            shown.setObjectName(f"option-{option.id}")
            shown.clicked.connect(partial(self._on_row, option.id))
            shown.customContextMenuRequested.connect(partial(self._on_strike, option.id))
            self.rows[option.id] = shown
            self._rows.addWidget(shown)

    def _show_hint(self) -> None:
        question = self._question
        several = question is not None and question.item.kind is Kind.MULTIPLE
        self._hint.setVisible(several)
        if several and question is not None:
            words = self.tr("{chosen} of {needed} chosen")
            chosen = len(self._response.chosen)
            self._hint.setText(words.format(chosen=chosen, needed=question.item.to_choose))

    def _on_row(self, option: OptionId, _checked: bool = False) -> None:
        if self._striking:
            self._on_strike(option)
        else:
            self._ask_for(option)

    def _ask_for(self, option: OptionId) -> None:
        """A radio replaces the answer; a tick adds to it or takes back."""
        assert self._question is not None
        chosen = self._response.chosen
        if self._question.item.kind is Kind.SINGLE:
            wanted: tuple[OptionId, ...] = (option,)
        elif option in chosen:
            wanted = tuple(other for other in chosen if other != option)
        else:
            wanted = (*chosen, option)
        self.answer_requested.emit(wanted)

    def _on_strike(self, option: OptionId, _where: object = None) -> None:
        """What is chosen cannot be struck out; the wish changes nothing."""
        self.strike_requested.emit(option, option not in self._response.struck)

    def _on_clear(self) -> None:
        self.answer_requested.emit(())
