"""What may come between the end of an exam and its result: comments on questions, and a survey."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from app.ui.bridge import Bridge
    from app.ui.choices import Choices
    from app.ui.main_window import MainWindow
    from app.ui.pages.comments import CommentsPage
    from app.ui.pages.survey import SurveyPage


class AfterExam(QObject):
    """Signals: `done` (attempt id) when the result may be shown."""

    done = Signal(str)

    def __init__(self, window: MainWindow, bridge: Bridge, choices: Choices, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._bridge, self._choices = window, bridge, choices
        self._attempt = ""

    def begin(self, attempt: str) -> None:
        """Show what the preferences ask for, one page after the other."""
        self._attempt = attempt
        state = self._bridge.attempt
        if state is None or not self._choices.current.comments_after:
            self._go_to_survey()
            return
        from app.ui.pages.comments import CommentsPage

        page = self._window.page(CommentsPage, self._wire_comments)
        page.show_attempt(state)
        self._window.show_page(page)

    def _wire_comments(self, page: CommentsPage) -> None:
        page.comment_requested.connect(partial(self._on_comment, page))
        self._window.keep_requested.connect(page.keep)
        page.ended.connect(self._go_to_survey)

    def _on_comment(self, page: CommentsPage, question: int, text: str) -> None:
        if self._bridge.comment(question, text):
            page.show_kept(question, text)

    def _go_to_survey(self) -> None:
        if not self._choices.current.survey_after:
            self._on_done()
            return
        from app.ui.pages.survey import SurveyPage

        page = self._window.page(SurveyPage, self._wire_survey)
        page.begin()
        self._window.show_page(page)

    def _wire_survey(self, page: SurveyPage) -> None:
        page.answered.connect(self._on_survey)
        page.skipped.connect(self._on_done)

    def _on_survey(self, answers: tuple[tuple[str, str], ...]) -> None:
        self._bridge.answer_survey(answers)
        self._on_done()

    def _on_done(self) -> None:
        self.done.emit(self._attempt)
