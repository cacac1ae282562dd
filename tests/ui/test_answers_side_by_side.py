"""The answers after the exam: two languages beside each other, what was done, the keys, the addresses."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton

from app.core.picking import Filter
from app.ui.pages.answers import AnswersPage
from app.ui.widgets.answer_view import Beside
from app.ui.widgets.markup_view import MarkupView
from tests.support.guest import Guest, Key

WIDE, NARROW = 1280, 1000
COMMENT = "Look this up <again>."


@pytest.fixture
def reader(candidate: Guest) -> Guest:
    """Somebody who reviews answers: question 1 was changed, struck in, flagged and commented on."""
    question = candidate.question
    bridge, other = candidate.bridge, candidate.wrong
    candidate.answer(other[0])
    candidate.answer(*candidate.key)
    bridge.strike_out(0, other[1], True)
    bridge.flag(0, True)
    bridge.comment(0, COMMENT)
    assert question is candidate.question
    while not candidate.attempt.responses[-1].seen:
        candidate.click("next")
    candidate.click("review")
    candidate.end()
    candidate.click("result-answers")
    return candidate


def test_both_languages_stand_beside_each_other(reader: Guest) -> None:
    show_both(reader, WIDE)
    first, second = stems(reader)
    tops = [stem.mapToGlobal(stem.rect().topLeft()).y() for stem in (first, second)]
    assert abs(tops[0] - tops[1]) <= 2  # the captions are in two scripts
    assert first.mapToGlobal(first.rect().topRight()).x() < second.mapToGlobal(second.rect().topLeft()).x()
    assert abs(first.width() - second.width()) <= 1


def test_in_a_narrow_window_they_stand_below_each_other(reader: Guest) -> None:
    show_both(reader, NARROW)
    first, second = stems(reader)
    assert first.mapToGlobal(first.rect().bottomLeft()).y() < second.mapToGlobal(second.rect().topLeft()).y()


def test_both_languages_say_everything_twice(reader: Guest) -> None:
    show_both(reader, WIDE)
    item = reader.services.desk.result(reader.bridge.attempt_id).paper.questions[0].item  # type: ignore[arg-type]
    shown = {view.source for view in views(reader)}
    texts = [item.stem, *(option.text for option in item.options), *(option.why for option in item.options)]
    assert {text.get(tag) for text in texts for tag in ("en", "ja")} <= shown


def test_what_is_the_same_in_both_languages_is_said_once(reader: Guest) -> None:
    show_both(reader, WIDE)
    sources = [view.source for view in views(reader)]
    assert len(sources) == len(set(sources))


def test_the_chosen_language_comes_first(reader: Guest) -> None:
    page = show_both(reader, WIDE)
    assert page.languages == ("en", "ja")
    page.language.setCurrentIndex(page.language.findData("ja"))
    assert page.languages == ("ja", "en")


def test_flags_strikes_changes_and_comments_are_shown(reader: Guest) -> None:
    words = reader.words
    assert "Flagged" in words
    assert words.count("– struck out") == 1
    assert COMMENT in words
    (changed,) = [line for line in words.splitlines() if "changed: " in line]
    assert changed.partition("changed: ")[2].count("→") == 1


def test_the_arrows_go_through_the_list(reader: Guest) -> None:
    reader.press(Key.Key_Down, Key.Key_Down)
    assert shown(reader) == 3
    reader.press(Key.Key_Up)
    assert shown(reader) == 2


def test_n_and_p_turn_to_the_next_question_and_back(reader: Guest) -> None:
    reader.press(Key.Key_N, Key.Key_N, Key.Key_P)
    assert shown(reader) == 2
    reader.press(Key.Key_P, Key.Key_P)
    assert shown(reader) == 1


def test_n_and_p_do_nothing_where_letters_are_switched_off(reader: Guest) -> None:
    reader.window.set_letter_keys(False)
    reader.press(Key.Key_N)
    assert shown(reader) == 1
    reader.press(Key.Key_N, alt=True)
    assert shown(reader) == 2


def test_filters_have_letters(reader: Guest) -> None:
    for key, wanted in ((Key.Key_F, Filter.FLAGGED), (Key.Key_W, Filter.WRONG), (Key.Key_A, Filter.ALL)):
        reader.press(key, alt=True)
        assert reader.page(AnswersPage).filters[wanted].isChecked()


def test_commented_questions_can_be_filtered(reader: Guest) -> None:
    reader.press(Key.Key_C, alt=True)
    assert reader.page(AnswersPage).list.count() == 1
    assert shown(reader) == 1


def test_space_scrolls_the_text_and_not_the_list(reader: Guest) -> None:
    reader.window.resize(NARROW, 560)
    reader.hands.settle()
    page = reader.page(AnswersPage)
    reader.press(Key.Key_Space)
    assert page._area.verticalScrollBar().value() > 0
    reader.press(Key.Key_PageUp)
    assert (page._area.verticalScrollBar().value(), shown(reader)) == (0, 1)


def test_an_address_goes_to_the_clipboard_and_the_page_says_so(reader: Guest) -> None:
    page = reader.page(AnswersPage)
    copies = [knob for knob in page.findChildren(QAbstractButton) if knob.objectName().startswith("copy-")]
    reader.click(copies[0].objectName())
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("https://")
    assert page.notice.isVisible()
    assert copied in page.notice.text


def test_a_link_in_a_text_is_copied_too(reader: Guest) -> None:
    page = reader.page(AnswersPage)
    views(reader)[0].link_copied.emit("https://docs.example.com/")
    assert "https://docs.example.com/" in page.notice.text


def test_esc_goes_back_to_the_result(reader: Guest) -> None:
    reader.press(Key.Key_Escape)
    assert "provisional result" in reader.words


def show_both(guest: Guest, width: int) -> AnswersPage:
    guest.window.resize(width, 800)
    guest.click("answers-both")
    return guest.page(AnswersPage)


def views(guest: Guest) -> list[MarkupView]:
    return [view for view in guest.page(AnswersPage).findChildren(MarkupView) if view.isVisible()]


def stems(guest: Guest) -> tuple[MarkupView, MarkupView]:
    """The question in the first and in the second language."""
    pair = guest.page(AnswersPage).findChildren(Beside)[0]
    first, second = pair.findChildren(MarkupView)
    return first, second


def shown(guest: Guest) -> int:
    """The number of the question chosen in the list."""
    item = guest.page(AnswersPage).list.currentItem()
    assert item is not None
    return int(item.text().split()[0])
