"""The survey after an exam: three questions about it, none of them scored."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.ui.widgets.parts import Screen, button, centred, column, frame, label, row, scrolled
from app.ui.widgets.segments import Segments

QUESTIONS = (
    (
        "difficulty",
        QT_TRANSLATE_NOOP("survey", "How hard was this exam for you?"),
        (
            ("easier", QT_TRANSLATE_NOOP("survey", "Easier than expected")),
            ("expected", QT_TRANSLATE_NOOP("survey", "As expected")),
            ("harder", QT_TRANSLATE_NOOP("survey", "Harder than expected")),
        ),
    ),
    (
        "time",
        QT_TRANSLATE_NOOP("survey", "Was there time enough?"),
        (
            ("plenty", QT_TRANSLATE_NOOP("survey", "More than enough")),
            ("enough", QT_TRANSLATE_NOOP("survey", "Just enough")),
            ("short", QT_TRANSLATE_NOOP("survey", "Too little")),
        ),
    ),
    (
        "guess",
        QT_TRANSLATE_NOOP("survey", "What do you think: did you reach the assumed pass line?"),
        (
            ("yes", QT_TRANSLATE_NOOP("survey", "Yes")),
            ("unsure", QT_TRANSLATE_NOOP("survey", "Not sure")),
            ("no", QT_TRANSLATE_NOOP("survey", "No")),
        ),
    ),
)
"""The questions: id, words, and the answers with their ids; the ids are what is recorded."""


class SurveyPage(Screen):
    """Signals: `answered` with (question id, answer id) pairs, `skipped`."""

    undisturbed = True

    answered = Signal(object)
    skipped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._lead = label("page-title"), label("body", "muted")
        self._words = [label("card-title") for _ in QUESTIONS]
        self.choices = {question: Segments(f"survey-{question}") for question, _, _ in QUESTIONS}
        self.next = button("primary", "survey-send")
        self.skip = button("", "survey-skip")
        self.next.clicked.connect(self._on_next)
        self.skip.clicked.connect(self.skipped)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        cards = []
        for words, choice in zip(self._words, self.choices.values(), strict=True):
            card = frame("card")
            card.setLayout(column(words, choice, spacing=14, margins=(28, 20, 28, 24)))
            choice.chosen.connect(self._on_chosen)
            cards.append(card)
        inner = QWidget()
        foot = row(self.skip, 1, self.next)
        inner.setLayout(
            column(self._title, self._lead, *cards, foot, 1, spacing=20, margins=(32, 48, 32, 32))
        )
        self.setLayout(column(scrolled(centred(inner, 860))))

    def begin(self) -> None:
        """Ask anew, with nothing chosen."""
        for choice in self.choices.values():
            choice.choose("")
        self._on_chosen()

    def focus_first(self) -> None:
        """The keyboard begins at the first question."""
        next(iter(self.choices[QUESTIONS[0][0]].buttons.values())).setFocus()

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("Three questions before the result"))
        self._lead.setText(
            self.tr("They change no score. Answer what you like; the answers stay with the attempt.")
        )
        for shown, (question, words, answers) in zip(self._words, QUESTIONS, strict=True):
            title = _translated(words)
            shown.setText(title)
            chosen = self.choices[question].value
            self.choices[question].offer([(value, _translated(text)) for value, text in answers], title)
            self.choices[question].choose(chosen)
        self.skip.setText(self.tr("&Skip"))
        self.next.setText(self.tr("&Continue to the result"))
        self._on_chosen()

    def _answers(self) -> tuple[tuple[str, str], ...]:
        """What was answered; a question may stay open."""
        return tuple((name, choice.value) for name, choice in self.choices.items() if choice.value)

    def _on_chosen(self) -> None:
        self.next.setEnabled(bool(self._answers()))

    def _on_next(self) -> None:
        self.answered.emit(self._answers())


def _translated(marked: object) -> str:
    return QCoreApplication.translate("survey", str(marked))
