"""From home to the result: which page follows which.

What is done with an exam that was cut off is in `unfinished`, what lies before the clock in `ritual`,
the exam in `exam_pages`, what may come between its end and the result in `after_exam`, settings and
keys in `choices`, the end of the program in `leaving`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.core.terms import EndReason
from app.services.ports import Trouble
from app.ui.choices import Choices
from app.ui.i18n import interface_language
from app.ui.leaving import Leaving
from app.ui.pages.home import HomePage
from app.ui.unfinished import Unfinished
from app.ui.upkeep import Upkeep

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.core.progress import Progress
    from app.core.refusals import Refusal
    from app.core.scoring import Result
    from app.ui.after_exam import AfterExam
    from app.ui.arrivals import Arrivals
    from app.ui.bridge import Bridge
    from app.ui.dialogs.ask import Tell
    from app.ui.exam_pages import ExamPages
    from app.ui.i18n import Translators
    from app.ui.main_window import MainWindow
    from app.ui.pages.answers import AnswersPage
    from app.ui.pages.result import ResultPage
    from app.ui.paper_desk import PaperDesk
    from app.ui.past import Past
    from app.ui.ritual import Ritual

EXPIRED_NOTICE_MS = 10_000


class Flow(QObject):
    """Moves the window from page to page. `seed` fixes the papers drawn, for demonstrations."""

    def __init__(
        self, window: MainWindow, bridge: Bridge, translators: Translators, seed: int | None = None
    ) -> None:
        super().__init__(window)
        self.window, self.bridge, self._seed = window, bridge, seed
        self._ritual: Ritual | None = None
        self._after: AfterExam | None = None
        self._shown_attempt = ""
        self._going_home = False
        self._back_to: Callable[[], None] = self.show_home
        self._result: Result | None = None
        self._from_document: Callable[[], None] = self.show_home
        self._pages: ExamPages | None = None
        self._papers: PaperDesk | None = None
        self._past: Past | None = None
        self._arrivals: Arrivals | None = None
        self.choices = Choices(window, bridge.services, translators, self)
        self.choose_file: Callable[[str, str], str] = self._choose_file
        self.home = window.page(HomePage, self._wire_home)
        self.unfinished = Unfinished(window, bridge, self.home, self)
        self.unfinished.resumed.connect(self._go_to_exam)
        self.unfinished.scored.connect(self.open_result)
        self.unfinished.discarded.connect(self.show_home)
        self.upkeep = Upkeep(window, bridge, self._exam_pages_in_front, self._refresh)
        self.leaving = Leaving(window, bridge, self)
        self._wire_bridge()
        self._wire_window()

    def _wire_window(self) -> None:
        self.choices.left.connect(self.show_home)
        self.choices.check_requested.connect(self.upkeep.examine)
        self.choices.troubled.connect(self._on_trouble)
        self.choices.bank_requested.connect(self._on_bank_wanted)

    # Home -----------------------------------------------------------------------------------

    def _wire_home(self, page: HomePage) -> None:
        page.sit_requested.connect(self._on_sit)
        page.open_requested.connect(self.open_result)
        page.history_requested.connect(self.show_history)
        page.language_requested.connect(self._on_language)
        page.scheme_requested.connect(self._on_scheme)
        page.settings_requested.connect(self.choices.show_settings)
        page.keys_requested.connect(self.choices.show_keys)

    def show_home(self) -> None:
        """Go to the start, with everything read anew."""
        self._back_to = self.show_home
        self.home.show_trouble("")
        self._going_home = True
        try:
            self._fill_home()
        finally:
            self._going_home = False
        self.window.show_page(self.home)

    def _fill_home(self) -> None:
        home = self.bridge.home()
        if home is not None:
            self.home.show_details("")
            self.home.show_home(home)
            if home.unfinished is not None:
                # Reading the whole attempt takes longer than the first paint may.
                QTimer.singleShot(0, self.unfinished.tell)

    def _on_sit(self, exam: str, profile: str) -> None:
        if self.bridge.unsaved is not None:
            # Another exam would take the place in memory of the one whose end waits there.
            self.upkeep.tell_of_the_result()
            return
        home = self.bridge.home()
        if home is None:
            return
        if home.unfinished is not None:
            self._tell(
                self.tr("An exam is unfinished"),
                self.tr("Resume it, score it as it stands or discard it first; then you can sit a new one."),
            )
            return
        card = next((card for card in home.cards if card.summary.exam.id == exam), None)
        if card is not None:
            self._before_the_clock().book(card.summary, profile)

    def _before_the_clock(self) -> Ritual:
        if self._ritual is None:
            from app.ui.ritual import Ritual

            self._ritual = Ritual(self.window, self.bridge, self.choices, self._seed, self)
            self._ritual.left.connect(self.show_home)
            self._ritual.started.connect(self._go_to_exam)
        return self._ritual

    def resume_unfinished(self) -> None:
        """Go on at once with what was under way when the program ended."""
        home = self.bridge.home()
        if home is not None and home.unfinished is not None:
            self.unfinished.resume(home.unfinished.id)

    def _on_language(self, language: str) -> None:
        self.choices.change(interface_language=language)
        self.unfinished.tell()

    def _on_scheme(self, scheme: str) -> None:
        self.choices.change(scheme=scheme)

    def _on_size(self, percent: int) -> None:
        self.choices.change(text_percent=percent)

    # The exam -------------------------------------------------------------------------------

    def _wire_bridge(self) -> None:
        bridge = self.bridge
        bridge.attempt_changed.connect(self._on_attempt_changed)
        bridge.ticked.connect(self._on_ticked)
        bridge.warned.connect(self._on_warned)
        bridge.ended.connect(self._on_ended)
        bridge.refused.connect(self._on_refused)
        bridge.troubled.connect(self._on_trouble)

    def _exam_pages(self) -> ExamPages:
        if self._pages is None:
            from app.ui.exam_pages import ExamPages

            self._pages = ExamPages(self.window, self.bridge, self)
            self._pages.size_requested.connect(self._on_size)
            self._pages.scheme_requested.connect(self._on_scheme)
        return self._pages

    def _exam_pages_in_front(self) -> ExamPages | None:
        return self._pages if self._pages is not None and self._pages.shown else None

    def _refresh(self) -> None:
        """Show what has changed behind the page in front, where that is home."""
        if self.window.shown is self.home:
            self.show_home()

    def _go_to_exam(self) -> None:
        self._exam_pages().show_exam()

    def _on_attempt_changed(self) -> None:
        if self.bridge.sitting:
            self._exam_pages().refresh()

    def _on_ticked(self, remaining: int) -> None:
        self._exam_pages().show_time(remaining)

    def _on_warned(self, minutes: int) -> None:
        self._exam_pages().warn(self.tr("%n minute(s) left.", "", minutes))

    def _on_refused(self, refusal: Refusal) -> None:
        from app.ui.labels import refusal_sentence

        self._exam_pages().refuse(refusal_sentence(refusal))

    def _on_ended(self, attempt: str) -> None:
        self._close_sheets()
        state = self.bridge.attempt
        if state is None or state.end_reason is not EndReason.EXPIRED:
            self._go_afterwards(attempt)
            return
        from app.ui.dialogs.interruption import Interruption

        self._exam_pages().lock()
        tell = Interruption(
            self.window,
            self.tr("Time has expired"),
            self.tr("The exam is over. What you answered is scored."),
            self.tr("&Continue"),
        )
        tell.present()
        tell.finished.connect(lambda _code: self._go_afterwards(attempt))
        QTimer.singleShot(EXPIRED_NOTICE_MS, tell, tell.accept)

    # Afterwards -----------------------------------------------------------------------------

    def _go_afterwards(self, attempt: str) -> None:
        """To the result, by way of what may come before it."""
        if self._pages is not None:
            self._pages.be_silent()  # not when the next exam begins: its clock may have warned
        if self._after is None:
            from app.ui.after_exam import AfterExam

            self._after = AfterExam(self.window, self.bridge, self.choices, self)
            self._after.done.connect(self._on_after_exam)
        self._after.begin(attempt)

    def _on_after_exam(self, attempt: str) -> None:
        self.open_result(attempt)
        self.upkeep.tell_of_the_result()

    def show_history(self) -> None:
        """Go to the list of all mock exams."""
        self.past.show()

    @property
    def past(self) -> Past:
        """The list of past mock exams, and what is done with them."""
        if self._past is None:
            from app.ui.past import Past

            self._past = Past(self.window, self.bridge, self)
            self._past.left.connect(self.show_home)
            self._past.open_requested.connect(self._open_from_history)
            self._past.report_requested.connect(self._report_from_history)
            self._past.progress_requested.connect(self._on_progress)
            self._past.told.connect(self._tell)
        return self._past

    def _on_progress(self, progress: Progress) -> None:
        self._from_document = self.show_history
        self.papers.show_progress(progress)

    def _report_from_history(self, attempt: str) -> None:
        result = self.bridge.result(attempt)
        if result is not None:
            self._from_document = self.show_history
            self.papers.show_result(attempt, result)

    def _open_from_history(self, attempt: str) -> None:
        self.open_result(attempt)
        self._back_to = self.show_history

    def open_result(self, attempt: str) -> None:
        """Show the result of an attempt."""
        from app.ui.pages.result import ResultPage

        result = self.bridge.result(attempt)
        if result is None:
            self._go_home_after_trouble()
            return
        self._shown_attempt, self._result = attempt, result
        page = self.window.page(ResultPage, self._wire_result)
        page.show_result(result)
        self.window.show_page(page)

    def _go_home_after_trouble(self) -> None:
        """To the start, or stay there: the words about it, which stand there, stay."""
        if self.window.shown is self.home:
            self._fill_home()
        else:
            self.show_home()

    def _wire_result(self, page: ResultPage) -> None:
        page.left.connect(self._on_result_left)
        page.answers_requested.connect(self._go_to_answers)
        page.report_requested.connect(self._on_report)

    def _on_result_left(self) -> None:
        self._back_to()

    def _go_to_answers(self) -> None:
        from app.ui.pages.answers import AnswersPage

        if self._result is None:
            return
        page = self.window.page(AnswersPage, self._wire_answers)
        language = self.bridge.services.preferences.current.question_language or interface_language()
        page.show_result(self._result, language)
        self.window.show_page(page)

    def _wire_answers(self, page: AnswersPage) -> None:
        page.left.connect(lambda: self.open_result(self._shown_attempt))

    def _choose_file(self, title: str, suggestion: str) -> str:
        """Ask for a PDF file to write, in the system's own dialog; empty when there shall be none."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getSaveFileName(self.window, title, suggestion, self.tr("PDF (*.pdf)"))
        return chosen

    @property
    def papers(self) -> PaperDesk:
        """Where documents are made, printed and saved."""
        if self._papers is None:
            from app.ui.paper_desk import PaperDesk

            self._papers = PaperDesk(self.window, self.bridge, self)
            self._papers.choose_file = self.choose_file
            self._papers.left.connect(self._on_document_left)
            self._papers.told.connect(self._tell)
        return self._papers

    def _on_report(self) -> None:
        if self._result is not None:
            self._from_document = partial(self.open_result, self._shown_attempt)
            self.papers.show_result(self._shown_attempt, self._result)

    def _on_document_left(self) -> None:
        self._from_document()

    # Packed banks ---------------------------------------------------------------------------

    @property
    def arrivals(self) -> Arrivals:
        """The packed banks that somebody opens."""
        if self._arrivals is None:
            from app.ui.arrivals import Arrivals

            self._arrivals = Arrivals(self.window, self.bridge, self._exam_pages_in_front, self)
            self._arrivals.installed.connect(self._on_installed)
        return self._arrivals

    def _on_bank_wanted(self) -> None:
        self.arrivals.choose()

    def _on_installed(self, exam: str, title: str) -> None:
        self.show_home()
        self.home.show_exam(exam)
        words = self.tr("“{title}” can be sat from now on; it is on the start page.").format(title=title)
        self._tell(self.tr("The question bank is installed"), words)

    # Words over the window ------------------------------------------------------------------

    def _on_trouble(self, trouble: Trouble) -> None:
        from app.ui.labels import trouble_sentence

        words = trouble_sentence(trouble)
        if self.bridge.sitting and self._exam_pages().shown:
            self._exam_pages().trouble(words)
        elif self._going_home or self.window.shown is self.home:
            self.home.show_trouble(words)
        elif self.window.shown is None:
            self.home.show_trouble(words)
            self.window.show_page(self.home)
        elif not self._tells(words):
            self._tell(self.tr("This did not work"), words)

    def _tells(self, text: str) -> bool:
        """Whether that is on the screen already: what fails in two ways is told of once."""
        from app.ui.dialogs.ask import Tell

        shown = (tell for tell in self.window.findChildren(Tell) if tell.isVisible())
        return any(tell.accessibleDescription() == text for tell in shown)

    def _tell(self, title: str, text: str) -> Tell:
        from app.ui.dialogs.ask import Tell

        tell = Tell(self.window, title, text, self.tr("&Continue"))
        tell.present()
        return tell

    def _close_sheets(self) -> None:
        from app.ui.dialogs.ask import Sheet

        for sheet in self.window.findChildren(Sheet):
            sheet.done(Sheet.DialogCode.Rejected)
