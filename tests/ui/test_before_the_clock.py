"""Booking, agreement, tutorial, ready: nothing is recorded before the clock starts."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QWidget

from app.core.ids import OptionId
from app.ui.pages import agreement
from app.ui.pages.agreement import AgreementPage
from app.ui.pages.booking import BookingPage
from app.ui.pages.home import HomePage
from app.ui.pages.ready import ReadyPage
from app.ui.pages.tutorial import TutorialPage
from app.ui.widgets.flag_button import FlagButton
from app.ui.widgets.option_row import ChoiceRow, TickRow
from tests.support.guest import CHECK_IN, Guest
from tests.support.house import House


def test_declining_records_nothing(guest: Guest) -> None:
    guest.click("sit-sample", "booking-next", "check-in-continue")
    guest.page(AgreementPage)
    guest.click("agreement-decline")
    guest.page(HomePage)
    assert guest.services.archive.heads() == ()


def test_an_agreement_that_runs_out_records_nothing(guest: Guest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agreement, "ALLOWED_MS", 0)
    guest.click("sit-sample", "booking-next", "check-in-continue")
    guest.page(HomePage)
    assert guest.services.archive.heads() == ()


def test_the_agreement_shows_its_own_clock(guest: Guest) -> None:
    guest.click("sit-sample", "booking-next", "check-in-continue")
    assert "0:03:00" in guest.words or "0:02:59" in guest.words


def test_the_tutorial_answers_to_clicks(guest: Guest) -> None:
    start_tutorial(guest)
    guest.answer(OptionId("o0"), OptionId("o2"))
    assert checked(guest, ChoiceRow) == ["C"]
    guest.click("clear-answer")
    assert checked(guest, ChoiceRow) == []


def test_the_tutorial_takes_no_tick_too_many(guest: Guest) -> None:
    start_tutorial(guest)
    guest.click("tutorial-next")
    guest.answer(OptionId("o1"), OptionId("o3"), OptionId("o0"))
    assert checked(guest, TickRow) == ["B", "D"]


def test_the_tutorial_has_a_flag_to_try(guest: Guest) -> None:
    start_tutorial(guest)
    guest.click("tutorial-next", "tutorial-next", "tutorial-next", "flag")
    assert guest.hands.find(FlagButton, "flag").isChecked()


def test_the_tutorial_records_nothing_and_can_be_repeated(guest: Guest) -> None:
    start_tutorial(guest)
    guest.answer(OptionId("o0"))
    guest.click("tutorial-end", "ready-tutorial")
    guest.page(TutorialPage)
    assert checked(guest, ChoiceRow) == []
    guest.click(*["tutorial-next"] * 5)
    guest.page(ReadyPage)
    assert guest.services.archive.heads() == ()


def test_the_clock_starts_only_with_yes(guest: Guest) -> None:
    start_tutorial(guest)
    guest.click("tutorial-end", "ready-begin", "ask-no")
    guest.page(ReadyPage)
    assert guest.services.archive.heads() == ()
    guest.click("ready-begin", "ask-yes")
    assert guest.stored().used_ms == 0


def test_ready_says_what_is_about_to_begin(guest: Guest) -> None:
    guest.click("sit-sample", "booking-next", "check-in-continue", "agreement-accept", "tutorial-end")
    assert all(words in guest.words for words in ("6", "60", "70\u202f%", "Python 3 · Arithmetic 3"))


def test_what_is_booked_is_what_is_sat(guest: Guest) -> None:
    guest.click("sit-sample")
    page = guest.page(BookingPage)
    page.candidate.setText("  Ada Lovelace ")
    choose(page.policy, "strict")
    choose(page.extra, 25)
    choose(page.language, "ja")
    guest.click(*CHECK_IN)
    stored = guest.stored()
    assert (stored.candidate, stored.policy, stored.extra_percent) == ("Ada Lovelace", "strict", 25)
    assert (stored.language, stored.limit_ms) == ("ja", 75 * 60_000)


def test_what_was_booked_is_offered_the_next_time(house: House, guest: Guest) -> None:
    guest.begin(policy="strict", extra=100)
    later = house.restart()
    later.click("discard", "ask-yes", "ask-yes", "sit-sample")
    page = later.page(BookingPage)
    assert (page.policy.currentData(), page.extra.currentData()) == ("strict", 100)


def start_tutorial(guest: Guest) -> None:
    guest.click("sit-sample", "booking-next", "check-in-continue", "agreement-accept")


def checked(guest: Guest, kind: type[ChoiceRow] | type[TickRow]) -> list[str]:
    root: QWidget = guest.page(TutorialPage)
    return [row.letter for row in root.findChildren(kind) if row.isChecked()]


def choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(box.findData(value))
