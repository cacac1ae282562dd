"""Keys pressed one right after the other: each goes to the question that the one before has led to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.ui.pages.exam import ExamPage
from app.ui.pages.on_break import BreakPage
from app.ui.pages.review import ReviewPage
from tests.support.guest import Guest

Key, Alt = Qt.Key, Qt.KeyboardModifier.AltModifier


def press(*keys: Qt.Key) -> None:
    """Press keys with Alt, without a moment between them."""
    for key in keys:
        QTest.keyClick(QGuiApplication.focusWindow(), key, Alt)


def answered(guest: Guest) -> list[int]:
    """The questions that have an answer, by index."""
    return [index for index, response in enumerate(guest.attempt.responses) if response.chosen]


def test_next_and_a_choice_answer_the_next_question(candidate: Guest) -> None:
    press(Key.Key_N, Key.Key_2)
    assert (candidate.attempt.current, answered(candidate)) == (1, [1])


def test_next_twice_goes_on_twice(candidate: Guest) -> None:
    press(Key.Key_N, Key.Key_N)
    assert candidate.attempt.current == 2


def test_previous_and_a_choice_answer_the_question_before(candidate: Guest) -> None:
    candidate.go_to(1)
    press(Key.Key_P, Key.Key_1)
    assert (candidate.attempt.current, answered(candidate)) == (0, [0])


def test_a_flag_stays_with_its_question(candidate: Guest) -> None:
    press(Key.Key_F, Key.Key_N)
    assert [response.flagged for response in candidate.stored().responses][:2] == [True, False]
    assert candidate.attempt.current == 1


def test_clearing_an_answer_leaves_the_next_question_its_own(candidate: Guest) -> None:
    press(Key.Key_1, Key.Key_N, Key.Key_1, Key.Key_P)
    press(Key.Key_W, Key.Key_N)
    candidate.press()
    candidate._let_go()
    assert answered(candidate) == [1]


def test_a_break_begins_and_ends_at_once(candidate: Guest) -> None:
    press(Key.Key_B)
    candidate.page(BreakPage)
    press(Key.Key_R, Key.Key_1)
    candidate.page(ExamPage)
    assert answered(candidate) == [0]


def test_reviewing_begins_at_once(candidate: Guest) -> None:
    candidate.answer_all()
    candidate.page(ReviewPage)
    press(Key.Key_A, Key.Key_F)
    candidate.page(ExamPage)
    assert candidate.stored().responses[0].flagged


def test_what_is_disabled_stays_so(candidate: Guest) -> None:
    press(Key.Key_P)
    assert candidate.attempt.current == 0


def test_a_letter_that_two_buttons_share_presses_neither(candidate: Guest) -> None:
    page = candidate.page(ExamPage)
    page.navigator.setText("&Navigator")
    press(Key.Key_N)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert focused.objectName() in {"navigator", "next"}
    assert (candidate.attempt.current, candidate.hands.sheet()) == (0, None)
