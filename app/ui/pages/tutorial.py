"""The tutorial: five pages with live controls, off the clock, repeatable."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.attempt import Response, Status
from app.core.bank import AsOf, Item, Kind, Level, Option
from app.core.ids import ItemId, OptionId, StratumId, TopicId
from app.core.paper import Question
from app.core.text import Text
from app.ui.i18n import interface_language
from app.ui.widgets.exam_bar import ExamBar
from app.ui.widgets.flag_button import FlagButton
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.parts import Screen, button, centred, column, frame, holder, label, row, scrolled
from app.ui.widgets.question_cell import QuestionCell
from app.ui.widgets.question_view import QuestionView


class TutorialPage(Screen):
    """Signals: `ended`, which starts no clock."""

    undisturbed = True

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("page-title")
        self._off = label("secondary", "muted")
        self._place = label("strong", wrap=False)
        self._texts = [label("body") for _ in range(5)]
        self._single, self._several = QuestionView(), QuestionView()
        self._bar = ExamBar()
        self._flag = FlagButton()
        self._cells = [QuestionCell(index) for index in range(4)]
        self._pages = QStackedWidget()
        self.previous = button("", "tutorial-previous")
        self.next = button("primary", "tutorial-next")
        self.end = button("link", "tutorial-end")
        self._answers: dict[QuestionView, tuple[OptionId, ...]] = {}
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        live: list[QWidget] = [
            self._single,
            self._several,
            self._in_card(self._bar),
            self._in_card(holder(row(self._flag, 1, margins=12))),
            holder(FlowRow(*self._cells, grow=True)),
        ]
        for text, control in zip(self._texts, live, strict=True):
            self._pages.addWidget(holder(column(text, control, 1, spacing=24)))
        inner = QWidget()
        foot = holder(FlowRow(self.previous, self.next, self._place, 1, self.end))
        inner.setLayout(
            column(self._title, self._off, self._pages, 1, foot, spacing=20, margins=(32, 48, 32, 32))
        )
        self.setLayout(column(scrolled(centred(inner, 900))))

    @staticmethod
    def _in_card(control: QWidget) -> QWidget:
        card = frame("card")
        card.setLayout(column(control, margins=2))
        return card

    def _connect(self) -> None:
        self.previous.clicked.connect(self._on_previous)
        self.next.clicked.connect(self._on_next)
        self.end.clicked.connect(self.ended)
        self._flag.toggle_requested.connect(self._flag.show_flag)
        self._single.answer_requested.connect(self._on_single)
        self._several.answer_requested.connect(self._on_several)

    def begin(self) -> None:
        """Show the first page, with nothing chosen."""
        self._answers = {}
        self._flag.show_flag(False)  # noqa: FBT003
        self._go(0)

    def focus_first(self) -> None:
        """The keyboard begins at the way forward; Shift+Tab leads back to what can be tried."""
        self.next.setFocus()

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("Tutorial"))
        self._off.setText(self.tr("The exam clock is not running. Try everything; nothing here counts."))
        words = (
            self.tr(
                "Click anywhere on an option, or press its letter, to choose it. Another click chooses "
                "another option; “Clear answer” takes the choice back."
            ),
            self.tr(
                "Some questions ask for several answers and say how many. Tick as many; a further one "
                "is accepted only after you take one back. With fewer, the question counts as incomplete."
            ),
            self.tr(
                "The bar on top shows where you are and how much time is left. A notice comes at 30, "
                "15, 5 and 1 minutes before the end; it does not interrupt what you are doing. At zero "
                "the exam ends by itself, and what you answered is scored."
            ),
            self.tr(
                "Flag a question to come back to it. Flags do not change the score, and they may stay "
                "on at the end."
            ),
            self.tr(
                "Navigator and review screen show each question as complete, incomplete or unseen, and "
                "its flag. From the review screen you walk through all, the incomplete or the flagged "
                "ones, and end the exam; you are asked twice."
            ),
        )
        for page, text in zip(self._texts, words, strict=True):
            page.setText(text)
        self.previous.setText(self.tr("&Previous"))
        self.end.setText(self.tr("&End the tutorial"))
        self._bar.retranslate()
        self._bar.exam.setText(self.tr("Sample exam"))
        self._bar.place.setText(self.tr("Question {number} of {count}").format(number=17, count=45))
        self._bar.show_time(5_048_000)
        self._flag.retranslate()
        self._show_questions()
        for cell, (status, flagged) in zip(self._cells, _CELLS, strict=True):
            cell.show_state(status, flagged=flagged, current=cell.index == 1)
        self._go(self._pages.currentIndex())

    def _show_questions(self) -> None:
        language = interface_language()
        for view, question in ((self._single, _SINGLE), (self._several, _SEVERAL)):
            view.retranslate()
            chosen = self._answers.get(view, ())
            view.show_question(question, replace(Response(), chosen=chosen), language)

    def _go(self, page: int) -> None:
        last = self._pages.count() - 1
        self._pages.setCurrentIndex(page)
        self._place.setText(self.tr("Page {page} of {pages}").format(page=page + 1, pages=last + 1))
        self.previous.setEnabled(page > 0)
        self.next.setText(self.tr("&Next") if page < last else self.tr("&End the tutorial"))
        self.end.setVisible(page < last)
        self._show_questions()

    def _on_previous(self) -> None:
        self._go(max(0, self._pages.currentIndex() - 1))

    def _on_next(self) -> None:
        page = self._pages.currentIndex() + 1
        if page == self._pages.count():
            self.ended.emit()
        else:
            self._go(page)

    def _on_single(self, chosen: tuple[OptionId, ...]) -> None:
        self._answer(self._single, _SINGLE, chosen)

    def _on_several(self, chosen: tuple[OptionId, ...]) -> None:
        self._answer(self._several, _SEVERAL, chosen)

    def _answer(self, view: QuestionView, question: Question, chosen: tuple[OptionId, ...]) -> None:
        if len(chosen) <= question.item.to_choose:
            self._answers[view] = chosen
        self._show_questions()


_CELLS = (
    (Status.COMPLETE, False),
    (Status.COMPLETE, True),
    (Status.INCOMPLETE, False),
    (Status.UNSEEN, False),
)


def _made_up(kind: Kind, stem: Text, options: tuple[tuple[Text, bool], ...]) -> Question:
    """A question for trying the controls; it is in no bank and is never scored."""
    made = tuple(
        Option(OptionId(f"o{number}"), text, Text.of(en="-"), correct)
        for number, (text, correct) in enumerate(options)
    )
    item = Item(
        id=ItemId("tutorial"),
        topic=TopicId("tutorial"),
        domain=StratumId("tutorial"),
        section=StratumId("tutorial"),
        kind=kind,
        level=Level.RECALL,
        difficulty=0.9,
        stem=stem,
        options=made,
        references=(),
        as_of=AsOf("", ()),
    )
    return Question(item, tuple(option.id for option in made))


_SINGLE = _made_up(
    Kind.SINGLE,
    Text.of(
        en="A meeting starts at 14:30 and lasts 45 minutes. When does it end?",
        ja="会議は 14:30 に始まり、45 分間続きます。終わるのは何時ですか。",
    ),
    (
        (Text.of(en="At 14:45", ja="14:45"), False),
        (Text.of(en="At 15:00", ja="15:00"), False),
        (Text.of(en="At 15:15", ja="15:15"), True),
        (Text.of(en="At 15:30", ja="15:30"), False),
    ),
)

_SEVERAL = _made_up(
    Kind.MULTIPLE,
    Text.of(
        en="Which of these numbers are even? (Choose two.)",
        ja="偶数はどれですか。(2 つ選択してください。)",
    ),
    (
        (Text.of(en="7", ja="7"), False),
        (Text.of(en="12", ja="12"), True),
        (Text.of(en="25", ja="25"), False),
        (Text.of(en="48", ja="48"), True),
        (Text.of(en="61", ja="61"), False),
    ),
)
