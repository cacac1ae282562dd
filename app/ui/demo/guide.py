"""Hands with a purpose: what leads a window from one state to the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from app.core.attempt import Attempt, Status
from app.core.paper import Question
from app.services.ports import Trouble, TroubleKind
from app.ui.demo.hands import Hands, NotThere
from app.ui.demo.stage import STEP_MS, StageClock

if TYPE_CHECKING:
    from app.ui.application import Desktop


class Guide:
    """Leads through one window. `exam` is what is sat."""

    def __init__(self, desktop: Desktop, clock: StageClock, exam: str) -> None:
        self.desktop, self.clock, self.exam = desktop, clock, exam
        self.hands = Hands(desktop.window)
        self._shown: set[int] = set()

    @property
    def front(self) -> QWidget:
        """The sheet or the page in front."""
        front = self.hands.sheet() or self.desktop.window.shown
        if front is None:
            raise NotThere("nothing is shown")
        return front

    @property
    def attempt(self) -> Attempt:
        """The attempt being sat."""
        attempt = self.desktop.bridge.attempt
        if attempt is None:
            raise NotThere("no exam is being sat")
        return attempt

    def click(self, *names: str) -> None:
        """Click buttons, one after the other."""
        for name in names:
            self.hands.click(name)

    def home(self) -> None:
        """Go to the start."""
        self.desktop.flow.show_home()

    def visit(self, wanted: Callable[[Question], float], *, choose: int = 1, again: bool = False) -> None:
        """Show the question for which `wanted` is the highest, and choose of its options.

        One that was shown before is left aside unless wanted `again`, so that no two pictures are alike.
        """
        questions = self.attempt.paper.questions
        every = range(len(questions))
        fresh = [at for at in every if again or at not in self._shown] or every
        index = max(fresh, key=lambda at: (wanted(questions[at]), -at))
        self._shown.add(index)
        self.desktop.bridge.visit(index)
        self.hands.settle()
        if not self.attempt.responses[index].chosen:
            for option in questions[index].order[1 : 1 + choose]:
                self.click(f"option-{option}")

    def pass_time(self, until_ms: int) -> None:
        """Let exam time run until so much of it is left."""
        bridge = self.desktop.bridge
        while bridge.sitting and bridge.remaining_ms > until_ms:
            self.clock.advance(min(STEP_MS, bridge.remaining_ms - until_ms))
            bridge.tick()

    def answer_most(self) -> None:
        """Answer questions as a hurried candidate: the last ones stay open, some are flagged."""
        bridge, questions = self.desktop.bridge, self.attempt.paper.questions
        for index, question in enumerate(questions[: len(questions) - 6]):
            if self.attempt.status(index) is not Status.COMPLETE:
                bridge.answer(index, question.order[: question.item.to_choose])
            if index % 9 == 4:
                bridge.flag(index, True)  # noqa: FBT003

    def trouble(self, kind: TroubleKind, path: str) -> None:
        """Let something fail, as far as the window knows."""
        self.desktop.bridge.troubled.emit(Trouble(kind, path))

    def choose(self, name: str, index: int) -> None:
        """Choose from a box."""
        self.hands.find(QComboBox, name).setCurrentIndex(index)
