"""The screens of a running exam: question, navigator, review, the end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.core.attempt import Status
from app.ui.bridge import Bridge
from app.ui.dialogs.ask import Ask
from app.ui.dialogs.navigator import Navigator
from app.ui.formats import clock
from app.ui.main_window import MainWindow
from app.ui.pages.exam import ExamPage
from app.ui.pages.review import ReviewPage
from app.ui.widgets.walk import Subset, Walk, members

if TYPE_CHECKING:
    from app.core.attempt import Attempt


class ExamPages(QObject):
    """Wires the exam's screens to the bridge and moves between them."""

    def __init__(self, window: MainWindow, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._bridge = window, bridge
        self._walk: Walk | None = None
        self.exam = window.page(ExamPage, self._wire_exam)
        self.review = window.page(ReviewPage, self._wire_review)

    @property
    def shown(self) -> bool:
        """Whether one of the exam's screens is in front."""
        return self._window.shown in {self.exam, self.review}

    def show_exam(self) -> None:
        """Show the question that the attempt is at."""
        self.exam.setEnabled(True)
        self.review.setEnabled(True)
        self._walk = None
        self.refresh()
        self._window.show_page(self.exam)
        self.exam.question.stem.setFocus()

    def refresh(self) -> None:
        """Show the attempt as it is now."""
        attempt = self._bridge.attempt
        if attempt is None:
            return
        self.exam.show_attempt(attempt, self._walk)
        if self._window.shown is self.review:
            self.review.show_attempt(attempt)

    def show_time(self, remaining: int) -> None:
        """Show the time left."""
        self.exam.bar.show_time(remaining)
        self.review.bar.show_time(remaining)

    def warn(self, sentence: str) -> None:
        """Say something that takes no focus."""
        self.exam.warn(sentence)

    def trouble(self, sentence: str) -> None:
        """Say that something was not saved."""
        self.exam.trouble(sentence)
        if self._window.shown is self.review:
            self._window.show_page(self.exam)

    def lock(self) -> None:
        """Take no more input: the time is up."""
        self.exam.setEnabled(False)
        self.review.setEnabled(False)

    def _wire_exam(self, page: ExamPage) -> None:
        page.visit_requested.connect(self._bridge.visit)
        page.answer_requested.connect(self._bridge.answer)
        page.flag_requested.connect(self._bridge.flag)
        page.navigator_requested.connect(self._on_navigator)
        page.review_requested.connect(self._on_review)

    def _wire_review(self, page: ReviewPage) -> None:
        page.visit_requested.connect(self._on_visit)
        page.walk_requested.connect(self._on_walk)
        page.end_requested.connect(self._on_end)

    def _on_navigator(self) -> None:
        attempt = self._bridge.attempt
        if attempt is None:
            return
        sheet = Navigator(self._window, attempt)
        sheet.visit_requested.connect(self._on_visit)
        sheet.review_requested.connect(self._on_review)
        sheet.present()

    def _on_review(self) -> None:
        attempt = self._bridge.attempt
        if attempt is None:
            return
        self._walk = None
        self._window.show_page(self.review)
        self.review.show_attempt(attempt)
        self.exam.show_attempt(attempt, None)

    def _on_visit(self, question: int) -> None:
        self._walk = None
        self._bridge.visit(question)
        self.refresh()
        self._window.show_page(self.exam)

    def _on_walk(self, subset: Subset) -> None:
        attempt = self._bridge.attempt
        questions = members(attempt, subset) if attempt else ()
        if questions:
            self._walk = Walk(subset, questions)
            self._bridge.visit(questions[0])
            self.refresh()
            self._window.show_page(self.exam)

    def _on_end(self) -> None:
        attempt = self._bridge.attempt
        if attempt is None:
            return
        ask = Ask(
            self._window,
            self.tr("End the exam?"),
            self._counts(attempt),
            self.tr("Yes, end it"),
            self.tr("No, go on"),
        )
        ask.confirmed.connect(self._on_end_again)
        ask.present()

    def _counts(self, attempt: Attempt) -> str:
        open_ones = sum(attempt.status(i) is not Status.COMPLETE for i in range(len(attempt.responses)))
        flagged = sum(response.flagged for response in attempt.responses)
        return self.tr("{open}, {flagged}, {time} left. You cannot come back.").format(
            open=self.tr("%n question(s) without a complete answer", "", open_ones),
            flagged=self.tr("%n flagged", "", flagged),
            time=clock(self._bridge.remaining_ms),
        )

    def _on_end_again(self) -> None:
        ask = Ask(
            self._window,
            self.tr("Really end the exam?"),
            self.tr("Your answers are scored as they are now."),
            self.tr("Yes, end and score"),
            self.tr("No, go on"),
        )
        ask.confirmed.connect(partial(self._bridge.end))
        ask.present()
