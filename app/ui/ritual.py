"""What comes before the clock: booking, check-in, agreement, tutorial, the last screen, Yes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.ui.dialogs.ask import question
from app.ui.i18n import interface_language
from app.ui.pages.agreement import AgreementPage
from app.ui.pages.booking import BookingPage

if TYPE_CHECKING:
    from app.core.paper import Paper
    from app.core.summary import BankSummary
    from app.services.exam_desk import Booking
    from app.ui.bridge import Bridge
    from app.ui.choices import Choices
    from app.ui.main_window import MainWindow
    from app.ui.pages.check_in import CheckInPage
    from app.ui.pages.ready import ReadyPage
    from app.ui.pages.tutorial import TutorialPage


class Ritual(QObject):
    """Leads from a booking to the start of the clock; steps that are known can be left out.

    Signals: `started` when the clock runs, `left` for the way back to the start page.
    """

    started = Signal()
    left = Signal()

    def __init__(
        self, window: MainWindow, bridge: Bridge, choices: Choices, seed: int | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._bridge, self._choices, self._seed = window, bridge, choices, seed
        self._booking: Booking | None = None
        self._paper: Paper | None = None

    def book(self, summary: BankSummary, profile: str) -> None:
        """Begin with the booking of an exam."""
        page = self._window.page(BookingPage, self._wire_booking)
        page.show_booking(summary, profile, self._choices.current, interface_language())
        self._window.show_page(page)

    def _wire_booking(self, page: BookingPage) -> None:
        page.left.connect(self.left)
        page.booked.connect(self._on_booked)

    def _on_booked(self, booking: Booking) -> None:
        self._booking = booking
        self._choices.change(
            candidate=booking.candidate,
            question_language=booking.language,
            policy=booking.policy.value,
            extra_percent=booking.extra_percent,
        )
        self._paper = self._bridge.draw(booking.exam, booking.profile, self._seed)
        if self._paper is None:
            return
        if self._choices.current.skip_check_in:
            self._go_to_agreement()
        else:
            self._go_to_check_in()

    def _go_to_check_in(self) -> None:
        from app.ui.pages.check_in import CheckInPage

        page = self._window.page(CheckInPage, self._wire_check_in)
        page.begin()
        self._window.show_page(page)

    def _wire_check_in(self, page: CheckInPage) -> None:
        page.left.connect(self.left)
        page.accepted.connect(self._on_checked_in)

    def _on_checked_in(self, again: bool) -> None:
        self._choices.change(skip_check_in=not again)
        self._go_to_agreement()

    def _go_to_agreement(self) -> None:
        if self._choices.current.skip_agreement:
            self._on_agreed()
            return
        page = self._window.page(AgreementPage, self._wire_agreement)
        self._window.show_page(page)
        page.begin()

    def _wire_agreement(self, page: AgreementPage) -> None:
        page.declined.connect(self.left)
        page.accepted.connect(self._on_agreed)

    def _on_agreed(self) -> None:
        if self._choices.current.skip_tutorial:
            self._go_to_ready()
        else:
            self._go_to_tutorial()

    def _go_to_tutorial(self) -> None:
        from app.ui.pages.tutorial import TutorialPage

        page = self._window.page(TutorialPage, self._wire_tutorial)
        self._window.show_page(page)
        page.begin()

    def _wire_tutorial(self, page: TutorialPage) -> None:
        page.ended.connect(self._go_to_ready)

    def _go_to_ready(self) -> None:
        from app.ui.pages.ready import ReadyPage

        if self._paper is None or self._booking is None:
            return
        page = self._window.page(ReadyPage, self._wire_ready)
        page.show_paper(self._paper, self._booking)
        self._window.show_page(page)

    def _wire_ready(self, page: ReadyPage) -> None:
        page.left.connect(self.left)
        page.tutorial_requested.connect(self._go_to_tutorial)
        page.begin_requested.connect(self._on_begin)

    def _on_begin(self) -> None:
        ask = question(
            self._window,
            self.tr("Begin the exam now?"),
            self.tr("With Yes the clock starts. It does not stop before the end."),
            self.tr("&Yes, begin"),
        )
        ask.confirmed.connect(self._begin)

    def _begin(self) -> None:
        if self._booking is None or self._paper is None:
            return
        if self._bridge.start(self._booking, self._paper):
            self.started.emit()
