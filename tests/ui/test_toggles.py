"""A screen reader toggles controls without clicking them; that counts as a click does."""

from __future__ import annotations

from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from app.ui.dialogs.navigator import Navigator
from app.ui.pages.answers import AnswersPage
from app.ui.pages.exam import ExamPage
from app.ui.widgets.segments import Segments
from app.ui.widgets.switch import Switch
from tests.support.guest import Guest


def test_a_toggled_option_is_an_answer(candidate: Guest) -> None:
    option = candidate.question.order[2]
    candidate.rows[option].toggle()
    assert candidate.stored().responses[0].chosen == (option,)
    assert candidate.shown_answer == (option,)


def test_a_tick_is_toggled_on_and_off(candidate: Guest) -> None:
    candidate.go_to(candidate.multiple)
    first, second = candidate.question.order[:2]
    for option in (first, second, first):
        candidate.rows[option].toggle()
    assert candidate.stored().responses[candidate.multiple].chosen == (second,)
    assert candidate.shown_answer == (second,)


def test_an_option_that_is_refused_is_not_shown_as_chosen(candidate: Guest) -> None:
    candidate.go_to(candidate.multiple)
    *two, third = candidate.question.order[:3]
    for option in (*two, third):
        candidate.rows[option].toggle()
    assert candidate.shown_answer == tuple(two)


def test_a_toggled_flag_is_recorded(candidate: Guest) -> None:
    flag = candidate.page(ExamPage).flag
    flag.toggle()
    assert candidate.stored().responses[0].flagged
    flag.toggle()
    assert not candidate.stored().responses[0].flagged
    assert not flag.isChecked()


def test_toggled_modes_exclude_each_other(candidate: Guest) -> None:
    tools = candidate.page(ExamPage).tools
    tools.strike.toggle()
    assert candidate.page(ExamPage).strip.isVisible()
    tools.highlight.toggle()
    assert (tools.strike.isChecked(), tools.highlight.isChecked()) == (False, True)
    tools.highlight.toggle()
    assert not candidate.page(ExamPage).strip.isVisible()


def test_a_toggled_filter_of_the_navigator_filters(candidate: Guest) -> None:
    candidate.answer(*candidate.key)
    candidate.click("navigator")
    sheet = candidate.hands.sheet()
    assert isinstance(sheet, Navigator)
    rows = sheet.table.rowCount()
    candidate.hands.find(QRadioButton, "filter-incomplete").toggle()
    assert sheet.table.rowCount() == rows - 1


def test_a_toggled_filter_of_the_answers_filters(candidate: Guest) -> None:
    candidate.answer_all()
    candidate.end()
    candidate.click("result-answers")
    page = candidate.page(AnswersPage)
    before = page.list.count()
    list(page.filters.values())[1].toggle()
    assert page.list.count() != before


def test_segments_and_switches_tell_of_a_toggle_once_and_not_of_what_they_are_shown(qtbot: QtBot) -> None:
    told: list[object] = []
    segments, switch = Segments("scheme"), Switch("letters")
    qtbot.addWidget(segments)
    qtbot.addWidget(switch)
    segments.offer((("light", "Light"), ("dark", "Dark")), "Colours")
    segments.chosen.connect(told.append)
    switch.switched.connect(told.append)
    segments.choose("light")
    switch.setChecked(True)
    assert told == []
    segments.buttons["dark"].toggle()
    switch.toggle()
    assert told == ["dark", False]
