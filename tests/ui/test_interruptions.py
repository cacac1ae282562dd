"""Leaving an exam, being killed in one, and what the next start offers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.core.attempt import HEARTBEAT_MS, Phase
from app.core.terms import Cause, EndReason
from app.ui.leaving import AGAIN
from app.ui.pages.comments import CommentsPage
from app.ui.pages.exam import ExamPage
from app.ui.pages.home import HomePage
from app.ui.pages.result import ResultPage
from tests.support.guest import FULL, MINUTE, Guest
from tests.support.house import House

HOUR = 60 * MINUTE


@pytest.fixture
def left_early(house: House, candidate: Guest) -> House:
    """A house whose guest answered one question, flagged the next and left after ten minutes."""
    candidate.answer(*candidate.key)
    candidate.click("next", "flag")
    candidate.wait(10 * MINUTE)
    candidate.window.close()
    candidate.click("ask-yes")
    return house


def test_closing_the_window_in_an_exam_asks_and_no_is_the_default(candidate: Guest) -> None:
    candidate.window.close()
    assert "Leave the exam?" in candidate.words
    candidate.press(Qt.Key.Key_Return)
    assert candidate.window.isVisible()
    assert candidate.stored().phase is Phase.RUNNING


def test_leaving_interrupts(candidate: Guest) -> None:
    candidate.window.close()
    candidate.click("ask-yes")
    assert not candidate.window.isVisible()
    (stop,) = candidate.stored().interruptions
    assert (stop.cause, stop.back) == (Cause.CLOSED, None)


def test_closing_the_window_outside_an_exam_asks_nothing(guest: Guest) -> None:
    guest.window.close()
    assert not guest.window.isVisible()


def test_the_next_start_offers_the_attempt_first(left_early: House) -> None:
    guest = left_early.restart(HOUR)
    guest.page(HomePage)
    assert "You were in the middle of a mock exam" in guest.words
    assert "question 2 of 6 · 0:50:00 left" in guest.words


def test_resuming_restores_question_answers_and_flags(left_early: House) -> None:
    guest = left_early.restart(HOUR)
    guest.click("resume")
    assert guest.page(ExamPage).bar.place.text() == "Question 2 of 6"
    assert guest.page(ExamPage).flag.isChecked()
    guest.click("previous")
    assert guest.shown_answer == guest.key


def test_under_the_centre_policy_the_time_is_kept(left_early: House) -> None:
    guest = left_early.restart(HOUR)
    guest.click("resume")
    assert guest.page(ExamPage).bar.time.text() == "0:50:00"


def test_under_the_strict_policy_the_time_runs_on(house: House, guest: Guest) -> None:
    guest.begin(policy="strict")
    resumed = house.restart(20 * MINUTE)
    resumed.click("resume")
    assert resumed.page(ExamPage).bar.time.text() == "0:40:00"


def test_under_the_strict_policy_the_time_can_run_out_meanwhile(house: House, guest: Guest) -> None:
    guest.begin(policy="strict")
    guest.answer(*guest.key)
    late = house.restart(2 * HOUR)
    late.click("resume", "tell-close")
    late.page(ResultPage)
    assert "time expired" in late.words
    assert late.stored().end_reason is EndReason.EXPIRED


def test_a_kill_costs_no_answer_and_at_most_a_heartbeat(house: House, candidate: Guest) -> None:
    candidate.answer(*candidate.key)
    candidate.wait(5 * MINUTE)
    candidate.clock.advance(HEARTBEAT_MS - 1)
    guest = house.restart(HOUR)
    guest.click("resume")
    assert guest.shown_answer == guest.key
    assert guest.bridge.remaining_ms == 55 * MINUTE
    assert [stop.cause for stop in guest.stored().interruptions] == [Cause.LOST]


def test_while_an_exam_runs_a_heartbeat_is_left(candidate: Guest) -> None:
    before = candidate.attempt.version
    candidate.clock.advance(HEARTBEAT_MS)
    candidate.bridge.tick()
    assert candidate.stored().version == before + 1
    candidate.bridge.tick()
    assert candidate.stored().version == before + 1


def test_a_clock_that_was_set_before_a_kill_takes_no_time(house: House, guest: Guest) -> None:
    guest.begin(policy="strict")
    guest.clock.jump(HOUR)
    guest.bridge.tick()
    late = house.restart(MINUTE)
    late.click("resume")
    assert late.bridge.remaining_ms == 59 * MINUTE


def test_a_session_of_the_system_that_goes_on_after_all_lets_the_exam_go_on(candidate: Guest) -> None:
    desktop = candidate.desktop
    candidate.clock.advance(HEARTBEAT_MS - 1)
    desktop._on_session_end()
    assert candidate.stored().last == candidate.clock.now()
    candidate.answer(*candidate.key)
    assert candidate.stored().responses[0].chosen == candidate.key
    assert not candidate.stored().interruptions


def test_the_end_of_the_program_is_recorded(house: House, candidate: Guest) -> None:
    candidate.answer(*candidate.key)
    candidate.desktop._on_session_end()
    candidate.desktop.application.aboutToQuit.emit()
    (stop,) = candidate.stored().interruptions
    assert (stop.cause, stop.back) == (Cause.CLOSED, None)
    assert "question 1 of 6 · " in house.restart(HOUR).words


def test_an_exam_that_was_resumed_can_be_ended(left_early: House) -> None:
    guest = left_early.restart(HOUR)
    guest.click("resume", "navigator", "navigator-review")
    guest.end()
    guest.page(ResultPage)
    assert "1 interruption" in guest.words


@pytest.fixture
def without_banks(left_early: House, tmp_path: Path) -> House:
    """The same house after its banks have gone."""
    left_early.empty()
    left_early.banks = tmp_path / "none"
    left_early.banks.mkdir()
    return left_early


def test_without_any_bank_it_is_resumed_and_scored(without_banks: House) -> None:
    guest = without_banks.restart(HOUR)
    assert "You were in the middle of a mock exam" in guest.words
    assert "question 2 of 6 · 0:50:00 left" in guest.words
    assert "question bank has errors" in guest.words
    guest.click("resume")
    assert guest.page(ExamPage).bar.place.text() == "Question 2 of 6"
    guest.click("navigator", "navigator-review")
    guest.end()
    guest.page(ResultPage)
    guest.click("result-home")
    assert "Your last mock exams" in guest.words
    assert "1 of 6 correct" in guest.words


def test_an_attempt_can_be_scored_as_it_stands(left_early: House) -> None:
    guest = left_early.restart()
    guest.click("score", "ask-yes")
    guest.page(ResultPage)
    assert "scored as it stood" in guest.words
    assert guest.stored().end_reason is EndReason.SCORED_AS_IT_STANDS


def test_discarding_is_asked_twice(left_early: House) -> None:
    guest = left_early.restart()
    guest.click("discard", "ask-yes", "ask-no")
    assert not guest.stored().ended
    guest.click("discard", "ask-yes", "ask-yes")
    assert guest.stored().end_reason is EndReason.DISCARDED


def test_a_discarded_attempt_disappears(left_early: House) -> None:
    guest = left_early.restart()
    guest.click("discard", "ask-yes", "ask-yes")
    assert "You were in the middle" not in guest.words
    assert "Not tried yet" in guest.words


def test_a_discard_that_cannot_be_saved_is_told_of(left_early: House) -> None:
    guest = left_early.restart()
    guest.disk.trouble = FULL
    guest.click("discard", "ask-yes", "ask-yes")
    guest.page(HomePage)
    assert "The disk is full." in guest.words
    assert "You were in the middle" in guest.words
    guest.disk.trouble = None
    guest.click("discard", "ask-yes", "ask-yes")
    assert guest.stored().end_reason is EndReason.DISCARDED
    assert "The disk is full." not in guest.words


def test_what_is_said_of_a_trouble_is_in_sight(left_early: House) -> None:
    guest = left_early.restart()
    guest.window.resize(760, 560)
    guest.hands.settle()
    bar = guest.page(HomePage)._area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value()
    guest.disk.trouble = FULL
    guest.desktop.flow.unfinished._discard("attempt-0001")
    assert bar.value() == 0


def test_another_exam_is_refused_while_one_is_unfinished(left_early: House) -> None:
    guest = left_early.restart()
    guest.click("sit-sample")
    assert "An exam is unfinished" in guest.words
    guest.click("tell-close")
    guest.page(HomePage)
    assert len(guest.services.archive.heads()) == 1


def test_a_disk_in_trouble_does_not_keep_the_window_open(candidate: Guest) -> None:
    candidate.disk.trouble = FULL
    candidate.window.close()
    candidate.click("ask-yes")
    assert not candidate.window.isVisible()
    assert candidate.stored().phase is Phase.RUNNING


# A comment that is being written ------------------------------------------------------------


@pytest.fixture
def writer(candidate: Guest) -> Guest:
    """Somebody who is writing a comment on the first question."""
    candidate.click("comment")
    write(candidate, "a long thought")
    return candidate


@pytest.fixture
def commentator(guest: Guest) -> Guest:
    """Somebody who is writing a comment on the first question after the exam."""
    guest.desktop.flow.choices.change(comments_after=True)
    guest.begin()
    guest.answer_all()
    guest.end()
    guest.page(CommentsPage)
    write(guest, "a long thought")
    return guest


@pytest.fixture
def codes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The exit codes with which the program was told to end."""
    told: list[int] = []
    monkeypatch.setattr(QApplication, "exit", told.append)
    return told


def write(guest: Guest, text: str) -> None:
    guest.hands.find(QPlainTextEdit, "comment-text").setPlainText(text)


def comment(guest: Guest) -> str:
    return guest.stored().responses[0].comment


@pytest.mark.parametrize("person", ["writer", "commentator"])
def test_a_comment_is_kept_when_the_program_starts_again(
    person: str, request: pytest.FixtureRequest, codes: list[int]
) -> None:
    guest: Guest = request.getfixturevalue(person)
    guest.desktop.flow.leaving.come_back()
    assert codes == [AGAIN]
    assert comment(guest) == "a long thought"


@pytest.mark.parametrize("person", ["writer", "commentator"])
def test_a_comment_is_kept_when_the_program_ends(person: str, request: pytest.FixtureRequest) -> None:
    guest: Guest = request.getfixturevalue(person)
    guest.desktop.application.aboutToQuit.emit()
    assert comment(guest) == "a long thought"


@pytest.mark.parametrize("person", ["writer", "commentator"])
def test_a_comment_that_cannot_be_saved_is_asked_about_before_the_program_starts_again(
    person: str, request: pytest.FixtureRequest, codes: list[int]
) -> None:
    guest: Guest = request.getfixturevalue(person)
    guest.disk.trouble = FULL
    guest.desktop.flow.leaving.come_back()
    assert "Leave without saving?" in guest.words
    assert not codes


def test_a_comment_is_kept_when_the_exam_is_left(writer: Guest) -> None:
    writer.window.close()
    writer.click("ask-yes")
    assert not writer.window.isVisible()
    assert comment(writer) == "a long thought"


def test_a_session_of_the_system_that_ends_keeps_a_comment_and_its_sheet(writer: Guest) -> None:
    writer.desktop._on_session_end()
    assert comment(writer) == "a long thought"
    write(writer, "a longer thought")
    writer.click("comment-save")
    assert comment(writer) == "a longer thought"


def test_after_a_session_that_goes_on_cancel_still_throws_a_comment_away(writer: Guest) -> None:
    writer.click("comment-save", "comment")
    write(writer, "another thought")
    writer.desktop._on_session_end()
    assert comment(writer) == "another thought"
    writer.click("comment-cancel")
    assert comment(writer) == "a long thought"


def test_a_comment_that_is_kept_after_the_last_second_is_kept_all_the_same(writer: Guest) -> None:
    writer.wait(HOUR - 100)
    writer.clock.advance(200)
    writer.desktop._on_session_end()
    assert writer.attempt.end_reason is EndReason.EXPIRED
    assert comment(writer) == "a long thought"
