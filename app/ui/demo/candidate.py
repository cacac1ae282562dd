"""The simulated candidate: walks from home to the result and sits the whole exam on the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from app.core.attempt import Attempt, Status
from app.core.bank import Kind
from app.core.ids import ItemId, OptionId
from app.core.paper import Question
from app.ui.bridge import Bridge
from app.ui.demo.hands import Hands, NotThere
from app.ui.pages.exam import ExamPage
from app.ui.pages.result import ResultPage

Told = Callable[[ItemId, Sequence[OptionId]], None]

COMMENT = "Clear, and hard enough."

FLAG_SHARE = 0.15
SKIP_SHARE = 0.08
CHANGE_SHARE = 0.06
KEYBOARD_SHARE = 0.3
MOST_SCROLLS = 30


class Candidate:
    """Knows the share `skill` of the answers; flags, skips and changes a few. Same seed, same behaviour.

    `told` hears of each answer after the window has shown it as given. With `pictures` a
    screenshot of every screen is left in that folder.
    """

    def __init__(
        self, hands: Hands, bridge: Bridge, skill: float, seed: int, told: Told, pictures: Path | None
    ) -> None:
        self._hands, self._bridge = hands, bridge
        self._skill, self._rng = skill, Random(f"candidate {seed}")
        self._told, self._pictures = told, pictures
        self._taken: list[str] = []

    def sit(self, exam: str, profile: str | None) -> str:
        """From home to the review of the answers and back; answers the attempt's id.

        An unfinished attempt is resumed and brought to its end, as a person would.
        """
        self._hands.settle()
        self._look("home")
        if self._shows("resume"):
            self._hands.click("resume")
        else:
            self._check_in(exam, profile)
        attempt_id = self._bridge.attempt_id
        self._answer_all()
        self._review()
        self._end()
        self._afterwards()
        return attempt_id

    def _shows(self, name: str) -> bool:
        """Whether a button is on the screen."""
        try:
            self._hands.find(QAbstractButton, name)
        except NotThere:
            return False
        return True

    def _check_in(self, exam: str, profile: str | None) -> None:
        """Book, check in, accept, see the tutorial, begin."""
        hands = self._hands
        hands.click(f"sit-{exam}-{profile}" if profile else f"sit-{exam}")
        self._look("booking")
        hands.click("booking-next")
        if self._shows("check-in-continue"):
            self._look("check-in")
            hands.click("check-in-continue")
        self._look("agreement")
        hands.click("agreement-accept")
        for _ in range(4):
            self._look("tutorial")
            hands.click("tutorial-next")
        hands.click("tutorial-next")
        self._look("ready")
        hands.click("ready-begin")
        self._look("begin")
        hands.click("ask-yes")

    def _answer_all(self) -> None:
        count = len(self._attempt.paper.questions)
        while self._attempt.current < count:
            index = self._attempt.current
            if self._attempt.status(index) is not Status.COMPLETE:
                self._meet(index)
            self._turn_page(index)
            if index == count - 1:
                return

    def _turn_page(self, index: int) -> None:
        """Next, until the question is left: a long item is scrolled first."""
        for _ in range(MOST_SCROLLS):
            self._hands.click("next")
            if self._attempt.current != index or not isinstance(self._hands.window.shown, ExamPage):
                return
        raise NotThere("the next question does not come")

    def _meet(self, index: int) -> None:
        """Answer, perhaps flag, perhaps think again, perhaps put it off."""
        question = self._attempt.paper.questions[index]
        if question.item.kind is Kind.MULTIPLE:
            self._look("question-multiple")
        if self._rng.random() < SKIP_SHARE:
            return
        self._answer(question)
        self._look("question")
        if self._rng.random() < FLAG_SHARE:
            self._hands.click("flag")
            self._look("question-flagged")
        if self._rng.random() < CHANGE_SHARE and question.item.kind is Kind.SINGLE:
            self._answer(question)

    def _answer(self, question: Question) -> None:
        """Give an answer option by option; each is told once the window shows it."""
        index = self._attempt.current
        wanted = self._wanted(question)
        given = self._attempt.responses[index].chosen
        if question.item.kind is Kind.MULTIPLE:
            for option in given:
                if option not in wanted:
                    self._choose(question, option)
        for option in wanted:
            if option not in self._attempt.responses[index].chosen:
                self._choose(question, option)

    def _wanted(self, question: Question) -> tuple[OptionId, ...]:
        key = tuple(option for option in question.order if option in question.item.key)
        if self._rng.random() < self._skill:
            return key
        others = [option for option in question.order if option not in question.item.key]
        wrong = others[int(self._rng.random() * len(others))]
        return tuple(option for option in question.order if option in (*key[1:], wrong))

    def _choose(self, question: Question, option: OptionId) -> None:
        index = self._attempt.current
        if self._rng.random() < KEYBOARD_SHARE:
            letter = question.order.index(option)
            self._hands.press(Qt.Key(Qt.Key.Key_A + letter))
        else:
            self._hands.click(f"option-{option}")
        chosen = self._shown()
        if option in chosen and chosen == self._attempt.responses[index].chosen:
            self._told(question.item.id, chosen)

    def _shown(self) -> tuple[OptionId, ...]:
        """The options that the window itself shows as chosen."""
        page = self._hands.window.shown
        if not isinstance(page, ExamPage):
            raise NotThere("the question is not on the screen")
        return tuple(option for option, row in page.question.rows.items() if row.isChecked())

    def _review(self) -> None:
        """Look round in the navigator, then complete what is incomplete."""
        hands = self._hands
        self._look("review")
        hands.click("cell-1")
        hands.click("navigator")
        self._look("navigator")
        hands.choose_row("navigator-table", 1)
        hands.click("review")
        attempt = self._attempt
        left = [i for i in range(len(attempt.responses)) if attempt.status(i) is not Status.COMPLETE]
        if left:
            hands.click("review-incomplete")
            self._look("walk")
        for _ in left:
            self._answer(self._attempt.paper.questions[self._attempt.current])
            self._turn_page(self._attempt.current)
        self._look("review-complete")

    def _end(self) -> None:
        self._hands.click("end-exam")
        self._look("end")
        self._hands.click("ask-yes")
        self._look("end-again")
        self._hands.click("ask-yes")

    def _before_the_result(self) -> None:
        """Comment on the first question and answer the survey, where the preferences ask for it."""
        hands = self._hands
        if self._shows("comments-continue"):
            hands.find(QPlainTextEdit, "comment-text").setPlainText(COMMENT)
            self._look("comments")
            hands.click("comments-continue")
        if self._shows("survey-send"):
            for answer in ("survey-difficulty-expected", "survey-time-enough", "survey-guess-unsure"):
                hands.click(answer)
            self._look("survey")
            hands.click("survey-send")

    def _afterwards(self) -> None:
        self._before_the_result()
        if not isinstance(self._hands.window.shown, ResultPage):
            raise NotThere("the result is not on the screen")
        self._look("result")
        self._hands.click("result-answers")
        self._look("answers")
        self._hands.click("answers-back")
        self._hands.click("result-home")
        self._look("home-after")

    @property
    def _attempt(self) -> Attempt:
        attempt = self._bridge.attempt
        if attempt is None:
            raise NotThere("no exam is being sat")
        return attempt

    def _look(self, screen: str) -> None:
        """Take a picture of a screen, the first time that it is met."""
        if self._pictures is None or screen in self._taken:
            return
        self._taken.append(screen)
        self._hands.picture(self._pictures / f"{len(self._taken):02}-{screen}.png")
