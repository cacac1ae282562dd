"""The check-in reminder: what holds on the day of a proctored exam. Text only, and skippable."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.widgets.parts import Screen, button, centred, column, frame, holder, label, row, scrolled
from app.ui.widgets.switch import Switch

RULES = 8


class CheckInPage(Screen):
    """Signals: `accepted` (whether it shall be shown again); `left` to go back to the start."""

    undisturbed = True

    accepted = Signal(bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._lead = label("page-title"), label("body", "muted")
        self._heads = [label("card-title") for _ in range(2)]
        self._rules = [label("body") for _ in range(RULES)]
        self._again_words = label("body")
        self.again = Switch("check-in-again")
        self.next = button("primary", "check-in-continue")
        self.back = button("", "check-in-back")
        self.next.clicked.connect(self._on_next)
        self.back.clicked.connect(self.left)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        half = RULES // 2
        cards = []
        for head, rules in zip(self._heads, (self._rules[:half], self._rules[half:]), strict=True):
            card = frame("card")
            numbered = [self._numbered(rule) for rule in rules]
            card.setLayout(column(head, *numbered, 1, spacing=14, margins=(28, 22, 28, 24)))
            cards.append(card)
        again = row(self._again_words, self.again, spacing=20)
        again.setStretch(0, 1)
        inner = QWidget()
        inner.setLayout(
            column(
                self._title,
                self._lead,
                *cards,
                again,
                row(self.back, 1, self.next),
                1,
                spacing=20,
                margins=(32, 48, 32, 32),
            )
        )
        self.setLayout(column(scrolled(centred(inner, 860))))

    @staticmethod
    def _numbered(rule: QWidget) -> QWidget:
        bullet = label("body", "accent", "•", wrap=False)
        bullet.setAlignment(Qt.AlignmentFlag.AlignTop)
        line = row(bullet, rule, spacing=12)
        line.setStretch(1, 1)
        return holder(line)

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("Before you check in"))
        self._lead.setText(
            self.tr("On the day somebody watches you. Rehearsal has no camera: act as if it had.")
        )
        self._heads[0].setText(self.tr("Make ready"))
        self._heads[1].setText(self.tr("While it runs"))
        words = (
            self.tr("Have an identity document at hand; the name on it is the name you booked under."),
            self.tr("Clear the desk: no paper, no books, no second screen. Phone and watch out of reach."),
            self.tr("Be alone in a quiet room with the door closed, and tell the others how long it takes."),
            self.tr("Plug in the power, close every other program, and use the connection you trust most."),
            self.tr("Stay in the picture with your face uncovered. A lost picture can suspend the exam."),
            self.tr(
                "Keep your eyes on the screen. Looking aside again and again is taken for reading notes."
            ),
            self.tr("Do not read the questions aloud or speak to anybody, and wear no headphones."),
            self.tr("If you must get up, say so first. The clock runs on, there and here."),
        )
        for rule, text in zip(self._rules, words, strict=True):
            rule.setText(text)
        words_of = self.tr("Show this before every exam")
        self._again_words.setText(words_of)
        self.again.set_words(words_of)
        self.next.setText(self.tr("&Continue"))
        self.back.setText(self.tr("&Back"))

    def begin(self) -> None:
        """It is shown, so it is on."""
        self.again.setChecked(True)

    def focus_first(self) -> None:
        """The page is left with one key."""
        self.next.setFocus()

    def _on_next(self) -> None:
        self.accepted.emit(self.again.isChecked())
