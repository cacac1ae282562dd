"""What is said in the exam: nothing moves for it, nothing of it is lost, and it waits under a sheet."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollBar, QWidget

from app.ui.dialogs.comment import CommentSheet
from app.ui.dialogs.keys import Keys
from app.ui.pages.exam import ExamPage
from app.ui.pages.on_break import BreakPage
from app.ui.pages.review import ReviewPage
from app.ui.widgets.notice_bar import MOST_PERCENT, Matter, NoticeBar
from app.ui.widgets.steady_area import SteadyArea
from tests.support.guest import FULL, MINUTE, Guest
from tests.support.house import House

LEFT = Qt.MouseButton.LeftButton
SIZES = [(1280, 800), (760, 560)]
FILE, SAVED = "The file with your attempts was damaged.", "Everything is saved again."


@pytest.fixture(params=[(*size, language) for size in SIZES for language in ("en", "ja")], ids=str)
def reader(house: House, request: pytest.FixtureRequest) -> Guest:
    """Somebody before the first question, in windows of several sizes, in both languages."""
    width, height, language = request.param
    guest = house.enter(language=language)
    guest.begin()
    guest.window.resize(width, height)
    guest.hands.settle()
    return guest


@pytest.fixture
def second(candidate: Guest) -> Guest:
    """Somebody in a second exam, with a backup of the first."""
    candidate.answer_all()
    candidate.end()
    candidate.desktop.flow.upkeep.back_up()
    candidate.desktop.flow.show_home()
    candidate.begin()
    return candidate


def places(*widgets: QWidget) -> list[QPoint]:
    return [widget.mapToGlobal(QPoint(0, 0)) for widget in widgets]


def question(guest: Guest) -> list[QPoint]:
    return places(guest.page(ExamPage).question.stem, *guest.rows.values())


def scroll_bar(guest: Guest) -> QScrollBar:
    (area,) = guest.page(ExamPage).findChildren(SteadyArea)
    return area.verticalScrollBar()


def spoil(house: House) -> None:
    house.paths.database.write_bytes(b"\xa5" * house.paths.database.stat().st_size)


# Nothing moves ------------------------------------------------------------------------------


def test_a_warning_moves_nothing_of_the_question(reader: Guest) -> None:
    reader.wait(29 * MINUTE + 59_900)
    before = question(reader)
    reader.wait(200)
    assert reader.notice
    assert question(reader) == before
    reader.click("notice-close")
    assert question(reader) == before


def test_a_mode_moves_nothing_of_the_question(reader: Guest) -> None:
    page = reader.page(ExamPage)
    before = question(reader)
    page.tools.strike.click()
    reader.hands.settle()
    assert page.strip.isVisible()
    assert question(reader) == before
    reader.click("mode-done")
    assert question(reader) == before


def test_at_the_end_of_a_question_nothing_moves_when_a_warning_goes(reader: Guest) -> None:
    reader.wait(30 * MINUTE)
    page, bar = reader.page(ExamPage), scroll_bar(reader)
    bar.setValue(bar.maximum())
    reader.hands.settle()
    before = question(reader)
    page.notice._timer.timeout.emit()
    reader.hands.settle()
    assert reader.notice == ""
    assert question(reader) == before


def test_room_that_was_held_is_given_back_at_the_first_scroll(reader: Guest) -> None:
    bar = scroll_bar(reader)
    usual = bar.maximum()
    reader.wait(30 * MINUTE)
    bar.setValue(bar.maximum())
    reader.click("notice-close")
    bar.setValue(0)
    reader.hands.settle()
    assert bar.maximum() == usual


def test_a_warning_moves_no_cell_of_the_review_screen(reader: Guest) -> None:
    reader.click("navigator", "navigator-review")
    page = reader.page(ReviewPage)
    before = places(*page.cells, page.end)
    reader.wait(30 * MINUTE)
    assert page.notice.isVisible()
    assert places(*page.cells, page.end) == before


def test_on_a_break_neither_a_warning_nor_the_mark_moves_the_way_back(reader: Guest) -> None:
    reader.page(ExamPage).tools.take_break.click()
    reader.hands.settle()
    page = reader.page(BreakPage)
    before = places(page.time, page.back)
    reader.wait(30 * MINUTE)
    page.unsaved.show()
    reader.hands.settle()
    assert page.notice.isVisible()
    assert places(page.time, page.back) == before


# Nothing is lost ----------------------------------------------------------------------------


def test_a_sentence_takes_the_place_of_one_about_the_same_matter_alone(guest: Guest) -> None:
    bar = NoticeBar()
    bar.say("30 minutes left.", Matter.CLOCK)
    bar.say("Not saved.", Matter.TROUBLE)
    bar.say(FILE, Matter.TOLD)
    bar.say("5 minutes left.", Matter.CLOCK)
    assert bar.text.split("\n") == ["5 minutes left.", FILE, "Not saved."]
    assert bar.property("look") == "trouble"
    bar.say(SAVED, Matter.SAVED)
    assert bar.text.split("\n") == [SAVED, "5 minutes left.", FILE]
    assert bar.property("look") == "warning"
    bar._timer.timeout.emit()
    assert bar.text == FILE
    bar.dismiss()
    assert bar.isHidden()


def test_a_refusal_takes_no_warning_away(candidate: Guest) -> None:
    candidate.go_to(candidate.multiple)
    candidate.answer(*candidate.key)
    candidate.wait(30 * MINUTE)
    candidate.answer(candidate.wrong[0])
    first, *others = candidate.notice.split("\n")
    assert first != "30 minutes left."
    assert others == ["30 minutes left."]


def test_what_was_restored_is_not_overwritten_when_all_is_saved_again(house: House, second: Guest) -> None:
    second.disk.trouble = FULL
    second.click("flag")
    second.disk.trouble = None
    spoil(house)
    second.wait(1000)
    assert "damaged" in second.notice
    assert SAVED in second.notice
    assert "Not saved" not in second.notice


def test_what_was_restored_is_told_in_full_when_the_exam_is_over(house: House, second: Guest) -> None:
    second.wait(59 * MINUTE + 50_000)
    spoil(house)
    second.wait(20_000)
    second.click("tell-close")
    assert second.words.startswith("Your attempts were restored")
    (kept,) = house.paths.data.glob("*.damaged-*[0-9]")
    assert str(kept) in second.words
    second.click("tell-close")
    assert second.hands.sheet() is None


def test_in_the_exam_it_is_told_in_short(house: House, second: Guest) -> None:
    spoil(house)
    second.click("flag")
    wrong, mended = second.notice.split("\n")
    assert wrong == FILE
    assert re.fullmatch(r"The backup of .+ was put in its place\.", mended)


def test_what_was_read_on_one_screen_was_read(house: House, second: Guest) -> None:
    spoil(house)
    second.click("flag")
    assert "damaged" in second.notice
    second.click("notice-close", "navigator", "navigator-review")
    assert not second.page(ReviewPage).notice.isVisible()


def test_what_was_said_in_one_exam_is_not_said_in_the_next(candidate: Guest) -> None:
    candidate.wait(60 * MINUTE)
    candidate.click("tell-close")
    candidate.desktop.flow.show_home()
    candidate.begin()
    assert candidate.notice == ""


def test_on_a_break_it_stays_in_sight_that_something_is_not_saved(candidate: Guest) -> None:
    candidate.click("take-break")
    page = candidate.page(BreakPage)
    assert not page.unsaved.isVisible()
    candidate.disk.trouble = FULL
    candidate.wait(15_000)
    candidate.click("notice-close")
    assert page.unsaved.isVisible()
    assert "● Not saved" in candidate.words
    candidate.disk.trouble = None
    candidate.wait(1000)
    assert not page.unsaved.isVisible()


# Under a sheet ------------------------------------------------------------------------------


@pytest.mark.parametrize("opener", ["comment", "keys", "navigator"])
def test_under_a_sheet_no_warning_passes(candidate: Guest, opener: str) -> None:
    timer = candidate.page(ExamPage).notice._timer
    candidate.click(opener)
    candidate.wait(30 * MINUTE)
    assert (candidate.notice, timer.isActive()) == ("30 minutes left.", False)
    candidate.hands.sheet().reject()  # type: ignore[union-attr]
    candidate.hands.settle()
    assert (candidate.notice, timer.isActive()) == ("30 minutes left.", True)


def test_a_warning_that_stands_already_waits_for_a_sheet_too(candidate: Guest) -> None:
    timer = candidate.page(ExamPage).notice._timer
    candidate.wait(30 * MINUTE)
    assert timer.isActive()
    candidate.click("keys")
    assert not timer.isActive()


def test_what_stays_until_it_is_dismissed_does_not_begin_to_pass(candidate: Guest) -> None:
    candidate.disk.trouble = FULL
    candidate.click("flag", "keys", "keys-close")
    assert not candidate.page(ExamPage).notice._timer.isActive()


@pytest.mark.parametrize(("opener", "kind", "wide"), [("comment", CommentSheet, 900), ("keys", Keys, 1470)])
def test_a_sheet_is_as_wide_as_its_words_are_large(
    candidate: Guest, opener: str, kind: type[QWidget], wide: int
) -> None:
    candidate.window.resize(1600, 900)
    candidate.desktop.flow.choices.change(text_percent=150)
    candidate.click(opener)
    sheet = candidate.hands.sheet()
    assert isinstance(sheet, kind)
    assert sheet.width() == wide


def test_a_click_where_a_warning_has_just_come_reaches_what_was_pointed_at(candidate: Guest) -> None:
    candidate.window.resize(1280, 800)
    candidate.wait(29 * MINUTE + 59_900)
    option, row = list(candidate.rows.items())[1]
    spot = row.mapToGlobal(row.rect().center())
    candidate.wait(200)
    under = candidate.window.childAt(candidate.window.mapFromGlobal(spot))
    assert under is not None
    QTest.mouseClick(under, LEFT)
    assert candidate.attempt.responses[0].chosen == (option,)


def test_the_words_of_the_mark_are_those_of_the_exam(candidate: Guest) -> None:
    candidate.click("take-break")
    page = candidate.page(BreakPage)
    candidate.desktop.flow.choices.change(interface_language="ja")
    assert (
        page.unsaved.text() == candidate.desktop.flow._exam_pages().exam.bar.unsaved.text() != "● Not saved"
    )


@pytest.mark.parametrize("language", ["en", "ja"])
def test_large_words_leave_room_for_the_question_and_scroll_by_keys(house: House, language: str) -> None:
    guest = house.enter(language=language)
    guest.desktop.flow.choices.change(text_percent=200)
    guest.begin()
    guest.window.resize(760, 560)
    guest.disk.trouble = FULL
    guest.page(ExamPage).flag.click()
    guest.hands.settle()
    area = guest.page(ExamPage).notice._area
    assert area.height() <= 560 * MOST_PERCENT // 100
    assert area.focusPolicy() is Qt.FocusPolicy.TabFocus
    area.setFocus()
    guest.press(Qt.Key.Key_Down)
    assert area.verticalScrollBar().value() > 0
    guest.click("notice-close")
    guest.wait(30 * MINUTE)
    assert area.verticalScrollBar().maximum() == 0
    assert area.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_notice_is_no_higher_than_its_words(reader: Guest) -> None:
    reader.wait(30 * MINUTE)
    assert reader.page(ExamPage).notice.height() < 60
