"""The screens of a running exam: question, navigator, review, the end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal

from app.core.attempt import Status
from app.ui.bridge import Bridge
from app.ui.dialogs.ask import question
from app.ui.dialogs.navigator import Navigator
from app.ui.formats import clock
from app.ui.main_window import MainWindow
from app.ui.pages.exam import ExamPage
from app.ui.pages.on_break import BreakPage
from app.ui.pages.review import ReviewPage
from app.ui.widgets.notice_bar import Matter
from app.ui.widgets.walk import Subset, Walk, members

if TYPE_CHECKING:
    from app.core.attempt import Attempt
    from app.core.events import Highlight
    from app.core.ids import OptionId
    from app.ui.dialogs.ask import Ask


class ExamPages(QObject):
    """Wires the exam's screens to the bridge and moves between them.

    Signals: `size_requested` (percent), `scheme_requested` (name).
    """

    size_requested = Signal(int)
    scheme_requested = Signal(str)

    def __init__(self, window: MainWindow, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._bridge = window, bridge
        self._walk: Walk | None = None
        self.exam = window.page(ExamPage, self._wire_exam)
        self.review = window.page(ReviewPage, self._wire_review)
        self.on_break = window.page(BreakPage, self._wire_break)
        self._ending: Ask | None = None
        window.installEventFilter(self)
        for page in self._all:
            page.notice.dismissed.connect(self._on_dismissed)

    @property
    def shown(self) -> bool:
        """Whether one of the exam's screens is in front."""
        return self._window.shown in set(self._all)

    def show_exam(self) -> None:
        """Show the question that the attempt is at."""
        for page in self._all:
            page.setEnabled(True)
        self._show_covers((False, False))
        self.show_unsaved(self._bridge.unsaved is not None)
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
        if attempt.on_break != (self._window.shown is self.on_break):
            self._window.show_page(self.on_break if attempt.on_break else self.exam)

    def show_time(self, remaining: int) -> None:
        """Show the time left."""
        self.exam.bar.show_time(remaining)
        self.review.bar.show_time(remaining)
        self.on_break.show_time(remaining)
        self._tell_the_end()

    def warn(self, sentence: str) -> None:
        """Give a warning of the clock."""
        self._say(sentence, Matter.CLOCK)

    def refuse(self, sentence: str) -> None:
        """Say why an answer was not taken."""
        self._say(sentence, Matter.ANSWER)

    def tell(self, sentence: str) -> None:
        """Say something that stays until it is dismissed."""
        self._say(sentence, Matter.TOLD)

    def trouble(self, sentence: str) -> None:
        """Say that something was not saved."""
        self._say(sentence, Matter.TROUBLE)

    def reassure(self, sentence: str) -> None:
        """Say that all is saved again; a trouble that was told of is over."""
        self._say(sentence, Matter.SAVED)

    def mention(self, sentence: str) -> None:
        """Say something that is of no matter to the exam, where nothing else is being said."""
        if self.exam.notice.isHidden():
            self.warn(sentence)

    def be_silent(self) -> None:
        """The exam is over: what was said in it is not said in the next."""
        self.exam.notice.dismiss()

    def _say(self, sentence: str, matter: Matter) -> None:
        for page in self._all:
            page.notices.say(sentence, matter)

    def _on_dismissed(self) -> None:
        """What was read on one page was read on all."""
        for page in self._all:
            page.notice.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is modal blocks the window while it lies over it."""
        if event.type() in {QEvent.Type.WindowBlocked, QEvent.Type.WindowUnblocked}:
            for page in self._all:
                page.notice.wait(event.type() is QEvent.Type.WindowBlocked)
        return super().eventFilter(watched, event)

    def show_unsaved(self, on: bool) -> None:
        """Keep in sight, as long as it is so, that something is in memory alone."""
        for mark in (self.exam.bar.unsaved, self.review.bar.unsaved, self.on_break.unsaved):
            mark.setVisible(on)

    @property
    def _all(self) -> tuple[ExamPage, ReviewPage, BreakPage]:
        return self.exam, self.review, self.on_break

    def lock(self) -> None:
        """Take no more input: the time is up."""
        for page in self._all:
            page.setEnabled(False)
        self.be_silent()

    def _wire_exam(self, page: ExamPage) -> None:
        page.visit_requested.connect(self._bridge.visit)
        page.answer_requested.connect(self._bridge.answer)
        page.flag_requested.connect(self._bridge.flag)
        page.navigator_requested.connect(self._on_navigator)
        page.review_requested.connect(self._on_review)
        page.strike_requested.connect(self._on_strike)
        page.marks_requested.connect(self._on_marks)
        page.comment_requested.connect(self._on_comment)
        page.tools.take_break.clicked.connect(self._on_leave)
        page.tools.keys.clicked.connect(self._window.keys_requested)
        page.tools.menu_opening.connect(self._on_menu)
        page.tools.size_requested.connect(self.size_requested)
        page.tools.scheme_requested.connect(self.scheme_requested)
        page.bar.covers_changed.connect(self._on_covers)

    def _wire_break(self, page: BreakPage) -> None:
        page.return_requested.connect(self._on_return)

    def _on_leave(self) -> None:
        self._bridge.take_break(on=True)

    def _on_return(self) -> None:
        self._bridge.take_break(on=False)

    def _wire_review(self, page: ReviewPage) -> None:
        page.visit_requested.connect(self._on_visit)
        page.walk_requested.connect(self._on_walk)
        page.end_requested.connect(self._on_end)
        page.bar.covers_changed.connect(self._on_review_covers)

    def _on_strike(self, question: int, option: OptionId, on: bool) -> None:
        self._bridge.strike_out(question, option, on)

    def _on_marks(self, question: int, marks: tuple[Highlight, ...]) -> None:
        attempt = self._bridge.attempt
        if attempt is not None:
            self._bridge.mark(question, attempt.language, marks)

    def _on_comment(self) -> None:
        from app.ui.dialogs.comment import CommentSheet

        attempt = self._bridge.attempt
        if attempt is None:
            return
        question = attempt.current
        sheet = CommentSheet(self._window, question + 1, attempt.responses[question].comment)
        sheet.comment_saved.connect(partial(self._bridge.comment, question))
        self._window.keep_requested.connect(sheet.keep)
        sheet.present()

    def _on_menu(self) -> None:
        preferences = self._bridge.services.preferences.current
        self.exam.tools.show_look(preferences.scheme, preferences.text_percent)

    def _on_covers(self) -> None:
        self._show_covers(self.exam.bar.covers())

    def _on_review_covers(self) -> None:
        self._show_covers(self.review.bar.covers())

    def _show_covers(self, covers: tuple[bool, bool]) -> None:
        """Clock and number are hidden on both screens or on none."""
        self.exam.bar.show_covers(covers)
        self.review.bar.show_covers(covers)

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
        ask = question(
            self._window,
            self.tr("End the exam?"),
            self._counts(attempt),
            self.tr("&Yes, end it"),
            self.tr("&No, go on"),
        )
        ask.confirmed.connect(self._on_end_again)
        ask.finished.connect(self._on_end_asked)
        self._ending = ask

    def _on_end_asked(self) -> None:
        self._ending = None

    def _tell_the_end(self) -> None:
        """The time that is left stands in the question, too."""
        attempt = self._bridge.attempt
        if self._ending is not None and attempt is not None:
            self._ending.set_text(self._counts(attempt))

    def _counts(self, attempt: Attempt) -> str:
        open_ones = sum(attempt.status(i) is not Status.COMPLETE for i in range(len(attempt.responses)))
        flagged = sum(response.flagged for response in attempt.responses)
        return self.tr("{open}, {flagged}, {time} left. You cannot come back.").format(
            open=self.tr("%n question(s) without a complete answer", "", open_ones),
            flagged=self.tr("%n flagged", "", flagged),
            time=clock(self._bridge.remaining_ms),
        )

    def _on_end_again(self) -> None:
        ask = question(
            self._window,
            self.tr("Really end the exam?"),
            self.tr("Your answers are scored as they are now."),
            self.tr("&Yes, end and score"),
            self.tr("&No, go on"),
        )
        ask.confirmed.connect(partial(self._bridge.end))
