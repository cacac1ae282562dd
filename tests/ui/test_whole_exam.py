"""From the start page to the report, by mouse and by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.core.ids import OptionId
from app.core.terms import EndReason
from app.system import resources
from app.ui.pages.exam import ExamPage
from app.ui.pages.result import ResultPage
from app.ui.pages.review import ReviewPage
from tests.support.guest import CHECK_IN, Guest
from tests.support.house import House

Key = Qt.Key


def test_a_whole_exam_by_mouse_is_recorded_as_it_was_clicked(house: House) -> None:
    house.banks = resources.banks()
    candidate = house.enter()
    candidate.begin()
    clicked = []
    for _ in candidate.attempt.paper.questions:
        clicked.append(candidate.key)
        candidate.answer(*candidate.key)
        candidate.click("next")
    candidate.end()
    assert [response.chosen for response in candidate.stored().responses] == clicked
    assert candidate.stored().end_reason is EndReason.FINISHED


def test_the_exam_leads_to_the_result_and_the_report_on_disk(candidate: Guest, tmp_path: Path) -> None:
    candidate.answer_all()
    candidate.end()
    candidate.page(ResultPage)
    candidate.desktop.flow.choose_file = lambda _title, _suggestion: str(tmp_path / "score")
    candidate.click("result-report", "document-save")
    assert (tmp_path / "score.pdf").read_bytes().startswith(b"%PDF-")
    assert str(tmp_path / "score.pdf") in candidate.words


def test_check_in_needs_no_mouse(guest: Guest) -> None:
    for name in ("sit-sample", *CHECK_IN):
        guest.tab_to(name)
    guest.page(ExamPage)


def test_a_whole_exam_by_keyboard(candidate: Guest) -> None:
    for _ in candidate.attempt.paper.questions:
        candidate.press(*(letter_of(candidate, option) for option in candidate.key), Key.Key_N)
    candidate.press(Key.Key_E, alt=True)
    candidate.tab_to("ask-yes")
    candidate.tab_to("ask-yes")
    stored = candidate.stored()
    candidate.page(ResultPage)
    assert [set(r.chosen) for r in stored.responses] == [q.item.key for q in stored.paper.questions]


def test_n_p_and_arrows_turn_the_page(candidate: Guest) -> None:
    turned = []
    for key in (Key.Key_N, Key.Key_Right, Key.Key_P, Key.Key_Left):
        candidate.press(key)
        turned.append(candidate.attempt.current)
    assert turned == [1, 2, 1, 0]


def test_keys_turn_the_page_after_an_option_was_clicked(candidate: Guest) -> None:
    for key in (Key.Key_Right, Key.Key_N):
        candidate.answer(candidate.key[0])
        candidate.press(key)
    assert candidate.attempt.current == 2


def test_f_flags_and_takes_the_flag_off(candidate: Guest) -> None:
    candidate.press(Key.Key_F)
    assert candidate.stored().responses[0].flagged
    candidate.press(Key.Key_F)
    assert not candidate.stored().responses[0].flagged


def test_figures_choose_as_letters_do(candidate: Guest) -> None:
    candidate.press(Key.Key_3)
    assert candidate.shown_answer == (candidate.question.order[2],)


def test_alt_and_a_letter_press_the_buttons(candidate: Guest) -> None:
    candidate.press(Key.Key_N, Key.Key_N, Key.Key_P, alt=True)
    assert candidate.attempt.current == 1
    candidate.press(Key.Key_V, alt=True)
    assert candidate.hands.sheet() is not None


def test_alt_r_goes_to_the_review_screen_once_the_last_question_was_seen(candidate: Guest) -> None:
    candidate.go_to(len(candidate.attempt.responses) - 1)
    candidate.press(Key.Key_R, alt=True)
    candidate.page(ReviewPage)


@pytest.mark.parametrize("focused", ["end-exam", "review-all"])
def test_enter_and_esc_do_not_end_an_exam(candidate: Guest, focused: str) -> None:
    candidate.answer_all()
    candidate.focus(focused)
    candidate.press(Key.Key_Return, Key.Key_Enter, Key.Key_Escape)
    assert candidate.hands.sheet() is None
    candidate.page(ReviewPage)
    assert not candidate.stored().ended


def test_enter_and_esc_do_nothing_on_a_question(candidate: Guest) -> None:
    before = candidate.attempt.version
    candidate.press(Key.Key_Return, Key.Key_Enter, Key.Key_Escape)
    candidate.page(ExamPage)
    assert candidate.attempt.version == before


def letter_of(candidate: Guest, option: OptionId) -> Qt.Key:
    return Qt.Key(Key.Key_A + candidate.question.order.index(option))
