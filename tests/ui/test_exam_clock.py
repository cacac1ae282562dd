"""The exam clock on the screen: warnings, expiry."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from app.core.terms import EndReason
from app.ui.pages.exam import ExamPage
from app.ui.pages.result import ResultPage
from app.ui.widgets.option_row import OptionRow
from tests.support.guest import MINUTE, Guest
from tests.support.house import House


def test_each_warning_comes_once(candidate: Guest) -> None:
    warnings: list[int] = []
    candidate.bridge.warned.connect(warnings.append)
    candidate.wait(59 * MINUTE + 30_000)
    assert warnings == [30, 15, 5, 1]


def test_a_warning_is_a_banner(candidate: Guest) -> None:
    candidate.wait(30 * MINUTE)
    assert candidate.notice.startswith("30 minute")


def test_a_warning_takes_no_focus(candidate: Guest) -> None:
    candidate.rows[candidate.key[0]].setFocus()
    candidate.wait(30 * MINUTE)
    assert QApplication.focusWidget() is candidate.rows[candidate.key[0]]
    assert isinstance(QApplication.focusWidget(), OptionRow)


def test_the_clock_shows_what_is_left(candidate: Guest) -> None:
    candidate.wait(12 * MINUTE + 34_000)
    assert candidate.page(ExamPage).bar.time.text() == "0:47:26"


def test_the_clock_does_not_follow_the_wall_clock(candidate: Guest) -> None:
    candidate.clock.jump(-3 * 60 * MINUTE)
    candidate.wait(MINUTE)
    assert candidate.page(ExamPage).bar.time.text() == "0:59:00"


def test_at_zero_the_input_is_locked_and_it_is_said(candidate: Guest) -> None:
    candidate.wait(60 * MINUTE)
    page = candidate.page(ExamPage)
    assert not page.isEnabled()
    assert "Time has expired" in candidate.words
    page.question.choose(0)
    assert candidate.stored().responses[0].chosen == ()


def test_what_was_answered_before_zero_is_scored(candidate: Guest) -> None:
    candidate.answer(*candidate.key)
    candidate.wait(60 * MINUTE)
    candidate.click("tell-close")
    candidate.page(ResultPage)
    assert "time expired" in candidate.words
    stored, (head,) = candidate.stored(), candidate.services.archive.heads()
    assert (head.correct, stored.end_reason, stored.used_ms) == (1, EndReason.EXPIRED, 60 * MINUTE)


def test_expiry_closes_what_lies_over_the_question(candidate: Guest) -> None:
    candidate.click("navigator")
    candidate.wait(60 * MINUTE)
    candidate.click("tell-close")
    candidate.page(ResultPage)


def test_after_an_expiry_the_next_exam_takes_input_again(candidate: Guest) -> None:
    candidate.wait(60 * MINUTE)
    candidate.click("tell-close", "result-home")
    candidate.begin()
    candidate.answer(candidate.key[0])
    assert candidate.shown_answer == candidate.key[:1]


def test_extra_time_lengthens_the_exam(guest: Guest) -> None:
    guest.begin(extra=50)
    assert guest.page(ExamPage).bar.time.text() == "1:30:00"


def test_a_warning_goes_with_its_exam(candidate: Guest) -> None:
    candidate.wait(60 * MINUTE + 10)
    assert candidate.notice == ""
    candidate.click("tell-close", "result-home")
    candidate.begin()
    assert candidate.notice == ""


def test_what_the_first_tick_of_an_exam_says_stays(house: House, guest: Guest) -> None:
    guest.begin(policy="strict")
    late = house.restart(31 * MINUTE)
    late.click("resume")
    assert late.notice == "30 minutes left."


def test_the_time_in_the_question_before_the_end_does_not_stand(candidate: Guest) -> None:
    candidate.wait(30 * MINUTE)
    candidate.click("navigator", "navigator-review", "end-exam")
    assert "0:30:00 left" in candidate.words
    candidate.wait(29 * MINUTE)
    assert "0:01:00 left" in candidate.words
    candidate.click("ask-no")
    candidate.wait(1000)
    candidate.click("end-exam")
    assert "0:00:59 left" in candidate.words
