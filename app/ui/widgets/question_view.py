"""A question as it is answered: stem, options as large targets, clear answer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.attempt import Response
from app.core.bank import Kind
from app.core.ids import OptionId
from app.core.paper import Question
from app.ui.theme.values import STEM
from app.ui.widgets.markup_view import MarkupView
from app.ui.widgets.option_row import ChoiceRow, TickRow, option_row
from app.ui.widgets.parts import button, clear, column, holder, label

LETTERS = "ABCDEFGH"


class QuestionView(QWidget):
    """Shows one question and its response.

    Signals: `answer_requested` with the tuple of option ids that the candidate wants.
    """

    answer_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._question: Question | None = None
        self._language = ""
        self._chosen: tuple[OptionId, ...] = ()
        self.stem = MarkupView(STEM)
        self.stem.setObjectName("stem")
        self._hint = label("secondary", "muted")
        self._rows = column(spacing=12)
        self.rows: dict[OptionId, ChoiceRow | TickRow] = {}
        self.clear_answer = button("link", "clear-answer")
        self.clear_answer.clicked.connect(self._on_clear)
        self.setLayout(column(self.stem, self._hint, holder(self._rows), self.clear_answer, spacing=20))

    def retranslate(self) -> None:
        """Set the words."""
        self.clear_answer.setText(self.tr("Clear answer"))
        self._show_hint()

    def show_question(self, question: Question, response: Response, language: str) -> None:
        """Show a question; what is already on the screen is only brought up to date."""
        if question is not self._question or language != self._language:
            self._question, self._language = question, language
            self._build(question, language)
        self._chosen = response.chosen
        for option_id, shown in self.rows.items():
            shown.set_state(chosen=option_id in response.chosen, struck=option_id in response.struck)
        self.clear_answer.setEnabled(bool(response.chosen))
        self._show_hint()

    def choose(self, position: int) -> None:
        """Choose by position, as the letter keys do."""
        if self._question is not None and position < len(self._question.order):
            self.rows[self._question.order[position]].click()

    def _build(self, question: Question, language: str) -> None:
        self.stem.set_source(question.item.stem.get(language))
        clear(self._rows)
        self.rows = {}
        several = question.item.kind is Kind.MULTIPLE
        for letter, option in zip(LETTERS, question.options, strict=False):
            shown = option_row(letter, option.text.get(language), several=several)
            shown.setObjectName(f"option-{option.id}")
            shown.clicked.connect(partial(self._on_row, option.id))
            self.rows[option.id] = shown
            self._rows.addWidget(shown)

    def _show_hint(self) -> None:
        question = self._question
        several = question is not None and question.item.kind is Kind.MULTIPLE
        self._hint.setVisible(several)
        if several and question is not None:
            words = self.tr("{chosen} of {needed} chosen")
            self._hint.setText(words.format(chosen=len(self._chosen), needed=question.item.to_choose))

    def _on_row(self, option: OptionId) -> None:
        """A radio replaces the answer; a tick adds to it or takes back."""
        assert self._question is not None
        if self._question.item.kind is Kind.SINGLE:
            wanted: tuple[OptionId, ...] = (option,)
        elif option in self._chosen:
            wanted = tuple(chosen for chosen in self._chosen if chosen != option)
        else:
            wanted = (*self._chosen, option)
        self.answer_requested.emit(wanted)

    def _on_clear(self) -> None:
        self.answer_requested.emit(())
