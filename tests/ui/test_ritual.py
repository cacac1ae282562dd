"""The ritual around the exam: the reminder before it, comments and survey after it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.core.acts import COMMENT_LIMIT
from app.core.terms import EndReason
from app.ui.pages.agreement import AgreementPage
from app.ui.pages.booking import BookingPage
from app.ui.pages.check_in import CheckInPage
from app.ui.pages.comments import CommentsPage
from app.ui.pages.home import HomePage
from app.ui.pages.result import ResultPage
from app.ui.pages.survey import QUESTIONS, SurveyPage
from tests.support.guest import MINUTE, Guest

Key = Qt.Key


@pytest.fixture
def talker(guest: Guest) -> Guest:
    """Somebody before the first question who wants to comment and to be asked."""
    guest.desktop.flow.choices.change(comments_after=True, survey_after=True)
    guest.begin()
    return guest


def end(guest: Guest) -> None:
    """See everything, answer nothing, end the exam."""
    for index in range(len(guest.attempt.paper.questions)):
        guest.bridge.visit(index)
    guest.press(Key.Key_R, alt=True)
    guest.end()


def write(guest: Guest, text: str) -> None:
    guest.hands.find(QPlainTextEdit, "comment-text").setPlainText(text)


# Before -----------------------------------------------------------------------------------------


def test_the_reminder_comes_after_the_booking_and_leads_to_the_agreement(guest: Guest) -> None:
    guest.click("sit-sample", "booking-next")
    guest.page(CheckInPage)
    assert "camera" in guest.words
    guest.click("check-in-continue")
    guest.page(AgreementPage)


def test_the_reminder_can_be_left(guest: Guest) -> None:
    guest.click("sit-sample", "booking-next", "check-in-back")
    guest.page(HomePage)
    assert guest.services.archive.heads() == ()


def test_the_reminder_is_not_shown_again_when_it_is_switched_off(guest: Guest) -> None:
    guest.click("sit-sample", "booking-next", "check-in-again", "check-in-continue", "agreement-decline")
    guest.click("sit-sample")
    guest.page(BookingPage)
    guest.click("booking-next")
    guest.page(AgreementPage)


# After ------------------------------------------------------------------------------------------


def test_without_being_asked_for_nothing_comes_before_the_result(candidate: Guest) -> None:
    end(candidate)
    candidate.page(ResultPage)


def test_comments_then_survey_then_the_result(talker: Guest) -> None:
    end(talker)
    talker.page(CommentsPage)
    talker.click("comments-continue")
    talker.page(SurveyPage)
    talker.click("survey-skip")
    talker.page(ResultPage)
    assert talker.stored().survey == ()


def test_an_exam_whose_time_ran_out_takes_the_same_way(talker: Guest) -> None:
    talker.wait(60 * MINUTE)
    assert talker.stored().end_reason is EndReason.EXPIRED
    talker.click("tell-close")
    talker.page(CommentsPage)


def test_a_comment_is_in_the_journal(talker: Guest) -> None:
    end(talker)
    write(talker, "  別名とステージ? ")
    talker.hands.find(QListWidget, "comments-list").setCurrentRow(2)
    write(talker, "Two right answers?")
    talker.click("comments-continue")
    comments = [response.comment for response in talker.stored().responses]
    assert comments == ["別名とステージ?", "", "Two right answers?", "", "", ""]


def test_a_comment_of_the_exam_is_there_to_go_on_with(talker: Guest) -> None:
    talker.bridge.comment(0, "unclear")
    end(talker)
    assert talker.page(CommentsPage).text.toPlainText() == "unclear"
    write(talker, "")
    talker.click("comments-continue")
    assert talker.stored().responses[0].comment == ""


def test_a_comment_is_saved_when_the_fingers_rest_and_when_the_window_goes(
    talker: Guest, qtbot: QtBot
) -> None:
    end(talker)
    write(talker, "It was")
    qtbot.waitUntil(lambda: talker.stored().responses[0].comment == "It was", timeout=5_000)
    write(talker, "It was long")
    talker.desktop.window.close()
    assert talker.stored().responses[0].comment == "It was long"


def test_nothing_is_written_where_nothing_was_said(talker: Guest) -> None:
    end(talker)
    before = talker.stored().version
    talker.press(Key.Key_Down, Key.Key_Down)
    talker.click("comments-continue")
    assert talker.stored().version == before


def test_a_comment_stops_at_its_limit(talker: Guest) -> None:
    end(talker)
    write(talker, "x" * (COMMENT_LIMIT + 50))
    talker.click("comments-continue")
    assert talker.stored().responses[0].comment == "x" * COMMENT_LIMIT


def test_comments_tell_nothing_of_right_and_wrong(talker: Guest) -> None:
    talker.answer(*talker.key)
    end(talker)
    words = talker.words.lower()
    assert not any(word in words for word in ("right", "wrong", "correct", "✓", "key"))


def test_the_survey_is_in_the_journal(talker: Guest) -> None:
    end(talker)
    talker.click("comments-continue", "survey-difficulty-harder", "survey-guess-no", "survey-send")
    talker.page(ResultPage)
    assert talker.stored().survey == (("difficulty", "harder"), ("guess", "no"))


def test_a_survey_without_an_answer_can_only_be_skipped(talker: Guest) -> None:
    end(talker)
    talker.click("comments-continue")
    assert not talker.page(SurveyPage).next.isEnabled()


def test_the_survey_begins_empty_each_time(talker: Guest) -> None:
    end(talker)
    talker.click("comments-continue", "survey-time-short", "survey-send", "result-home")
    talker.begin()
    end(talker)
    talker.click("comments-continue")
    assert [choice.value for choice in talker.page(SurveyPage).choices.values()] == [""] * len(QUESTIONS)


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Return])
def test_neither_page_is_left_by_accident(talker: Guest, key: Qt.Key) -> None:
    end(talker)
    talker.press(key)
    talker.page(CommentsPage)
    talker.click("comments-continue")
    talker.press(key)
    talker.page(SurveyPage)


def test_the_whole_way_after_the_exam_by_keys(talker: Guest) -> None:
    end(talker)
    talker.press(Key.Key_Down, Key.Key_Tab, Key.Key_H, Key.Key_M)
    talker.press(Key.Key_C, alt=True)
    talker.press(Key.Key_Space)
    talker.press(Key.Key_C, alt=True)
    talker.page(ResultPage)
    stored = talker.stored()
    assert stored.responses[1].comment.lower() == "hm"
    assert stored.survey == (("difficulty", "easier"),)
