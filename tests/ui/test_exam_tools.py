"""The tools of the question screen, by real clicks, drags and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMenu, QPlainTextEdit, QTextBrowser

from app.core.acts import COMMENT_LIMIT
from app.core.attempt import Phase
from app.core.events import Highlight
from app.core.ids import OptionId
from app.markup.code import Kind
from app.ui.dialogs.comment import CommentSheet
from app.ui.pages.exam import ExamPage
from app.ui.pages.on_break import BreakPage
from app.ui.theme import SCHEMES, active
from app.ui.widgets.code_block import CodeBlock, code_colour
from app.ui.widgets.stem_text import StemText
from tests.support.guest import FULL, MINUTE, Guest
from tests.support.house import House

# Said by the offscreen platform whenever a menu opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Key, Shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier
Control, Alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Left, Right = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


def press(guest: Guest, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QGuiApplication.focusWindow(), key, held)
    guest.hands.settle()


def page(guest: Guest) -> ExamPage:
    return guest.page(ExamPage)


def struck(guest: Guest) -> frozenset[OptionId]:
    """What is struck out on disk, which the window shows as well."""
    stored = guest.stored().responses[guest.attempt.current].struck
    said = {option for option, row in guest.rows.items() if row.accessibleDescription() == "struck out"}
    assert said == stored
    return stored


def marks(guest: Guest) -> tuple[Highlight, ...]:
    """The marks on disk, which the window shows as well."""
    stored = guest.stored().responses[guest.attempt.current].marks("en")
    assert page(guest).question.stem.marks == stored
    return stored


def text(guest: Guest) -> StemText:
    """The first running text of the stem."""
    return page(guest).question.stem.findChildren(StemText)[0]


def at(shown: QTextBrowser | QPlainTextEdit, offset: int) -> QPoint:
    """Where a letter begins in a text on the screen."""
    cursor = QTextCursor(shown.document())
    cursor.setPosition(offset)
    return shown.cursorRect(cursor).center()


def drag(guest: Guest, start: int, end: int) -> None:
    shown = text(guest)
    QTest.mousePress(shown.viewport(), Left, pos=at(shown, start))
    QTest.mouseMove(shown.viewport(), at(shown, end))
    QTest.mouseRelease(shown.viewport(), Left, pos=at(shown, end))
    guest.hands.settle()


def click_text(guest: Guest, offset: int) -> None:
    QTest.mouseClick(text(guest).viewport(), Left, pos=at(text(guest), offset) + QPoint(2, 0))
    guest.hands.settle()


def choose(guest: Guest, words: str) -> None:
    """Choose from the menu that is open."""
    menu = next(menu for menu in guest.window.findChildren(QMenu) if menu.isVisible())
    action = next(action for action in menu.actions() if action.text() == words)
    QTest.mouseClick(menu, Left, pos=menu.actionGeometry(action).center())
    guest.hands.settle()


# Strike-out ---------------------------------------------------------------------------------


def test_a_right_click_strikes_out_and_restores(candidate: Guest) -> None:
    first = candidate.question.order[0]
    row = candidate.rows[first]
    for expected in ({first}, set()):
        QTest.mouseClick(
            candidate.window.windowHandle(), Right, pos=row.mapTo(candidate.window, QPoint(30, 30))
        )
        candidate.hands.settle()
        assert struck(candidate) == expected
    assert candidate.shown_answer == ()


def test_shift_and_a_letter_strike_out(candidate: Guest) -> None:
    press(candidate, Key.Key_B, Shift)
    assert struck(candidate) == {candidate.question.order[1]}


@pytest.mark.parametrize("key", [Key.Key_2, Key.Key_At])
def test_alt_shift_and_a_figure_strike_out(candidate: Guest, key: Qt.Key) -> None:
    press(candidate, key, Alt | Shift)
    assert struck(candidate) == {candidate.question.order[1]}


def test_in_the_mode_a_click_strikes_out_and_a_letter_still_chooses(candidate: Guest) -> None:
    first, second, *_ = candidate.question.order
    candidate.click("strike-mode", f"option-{first}")
    press(candidate, Key.Key_B)
    assert struck(candidate) == {first}
    assert candidate.shown_answer == (second,)


def test_esc_leaves_the_mode_and_a_click_chooses_again(candidate: Guest) -> None:
    first = candidate.question.order[0]
    candidate.click("strike-mode")
    press(candidate, Key.Key_Escape)
    candidate.answer(first)
    assert (candidate.shown_answer, struck(candidate)) == ((first,), frozenset())


def test_choosing_takes_the_strike_off(candidate: Guest) -> None:
    press(candidate, Key.Key_A, Shift)
    press(candidate, Key.Key_A)
    assert struck(candidate) == frozenset()
    assert candidate.shown_answer == candidate.question.order[:1]


def test_what_is_chosen_cannot_be_struck_out(candidate: Guest) -> None:
    press(candidate, Key.Key_A)
    press(candidate, Key.Key_A, Shift)
    assert struck(candidate) == frozenset()


def test_strikes_belong_to_their_question_and_the_mode_ends_with_it(candidate: Guest) -> None:
    first = candidate.question.order[0]
    candidate.click("strike-mode", f"option-{first}", "next")
    assert struck(candidate) == frozenset()
    candidate.answer(candidate.question.order[0])
    candidate.click("previous")
    assert struck(candidate) == {first}


# Highlights ---------------------------------------------------------------------------------


def test_a_drag_marks_only_in_the_mode(candidate: Guest) -> None:
    drag(candidate, 2, 9)
    assert marks(candidate) == ()
    candidate.click("highlight-mode")
    drag(candidate, 2, 9)
    assert marks(candidate) == (Highlight(0, 2, 9),)
    (shown,) = text(candidate).extraSelections()
    assert shown.format.background().color().name().upper() == active().colours.mark


def test_a_click_on_a_mark_takes_it_off(candidate: Guest) -> None:
    candidate.click("highlight-mode")
    drag(candidate, 2, 9)
    click_text(candidate, 12)
    assert marks(candidate) == (Highlight(0, 2, 9),)
    click_text(candidate, 5)
    assert marks(candidate) == ()


def test_highlighting_by_keyboard(candidate: Guest) -> None:
    press(candidate, Key.Key_H)
    for _ in range(4):
        press(candidate, Key.Key_Right, Shift)
    press(candidate, Key.Key_H)
    assert marks(candidate) == (Highlight(0, 0, 4),)
    press(candidate, Key.Key_Escape)
    assert not candidate.hands.find(QAbstractButton, "highlight-mode").isChecked()
    press(candidate, Key.Key_Right)
    assert candidate.attempt.current == 1


def test_a_mark_is_taken_off_by_keyboard(candidate: Guest) -> None:
    candidate.click("highlight-mode")
    drag(candidate, 0, 4)
    text(candidate).moveCursor(QTextCursor.MoveOperation.Start)
    press(candidate, Key.Key_Right, Shift)
    press(candidate, Key.Key_H)
    assert marks(candidate) == ()


def test_all_highlights_can_be_cleared(candidate: Guest) -> None:
    candidate.click("highlight-mode")
    drag(candidate, 0, 4)
    drag(candidate, 8, 12)
    candidate.click("clear-highlights")
    assert marks(candidate) == ()
    assert not candidate.hands.find(QAbstractButton, "clear-highlights").isEnabled()


def test_a_mark_that_cannot_be_saved_is_kept_until_it_can(candidate: Guest) -> None:
    candidate.click("highlight-mode")
    candidate.disk.trouble = FULL
    drag(candidate, 0, 4)
    assert page(candidate).question.stem.marks != ()
    candidate.disk.trouble = None
    candidate.wait(1000)
    assert marks(candidate) != ()


def test_the_words_of_the_marks_are_told(candidate: Guest) -> None:
    candidate.click("highlight-mode")
    drag(candidate, 0, 4)
    words = text(candidate).document().toPlainText()[:4]
    assert text(candidate).accessibleDescription() == f"Highlighted: {words}"


# Comment ------------------------------------------------------------------------------------


def write(guest: Guest, words: str) -> QPlainTextEdit:
    guest.click("comment")
    field = guest.hands.find(QPlainTextEdit, "comment-text")
    field.setPlainText(words)
    return field


def test_a_comment_is_saved_by_its_button(candidate: Guest) -> None:
    write(candidate, "  Which alias?\n")
    candidate.click("comment-save")
    assert candidate.stored().responses[0].comment == "Which alias?"
    assert page(candidate).tools.comment.dot


def test_a_comment_is_saved_by_control_and_enter(candidate: Guest) -> None:
    candidate.click("comment")
    for key in (Key.Key_F, Key.Key_A, Key.Key_Return):
        press(candidate, key)
    press(candidate, Key.Key_Return, Control)
    assert candidate.stored().responses[0].comment == "fa"
    assert not candidate.stored().responses[0].flagged
    assert candidate.shown_answer == ()


def test_esc_keeps_a_comment_and_cancel_throws_it_away(candidate: Guest) -> None:
    write(candidate, "first")
    press(candidate, Key.Key_Escape)
    assert candidate.stored().responses[0].comment == "first"
    write(candidate, "second")
    candidate.click("comment-cancel")
    assert candidate.stored().responses[0].comment == "first"
    assert candidate.stored().phase is Phase.RUNNING


def test_esc_does_not_cut_off_a_comment_that_is_too_long(candidate: Guest) -> None:
    field = write(candidate, "x" * (COMMENT_LIMIT + 1))
    press(candidate, Key.Key_Escape)
    assert field.isVisible()
    assert candidate.stored().responses[0].comment == ""


def test_a_comment_being_written_when_the_time_is_up_is_kept(candidate: Guest) -> None:
    write(candidate, "What does it")
    candidate.wait(100 * MINUTE)
    assert candidate.stored().phase is Phase.ENDED
    assert candidate.stored().responses[0].comment == "What does it"


def test_a_comment_that_is_too_long_cannot_be_saved_and_says_by_how_much(candidate: Guest) -> None:
    field = write(candidate, "x" * (COMMENT_LIMIT + 3))
    assert not candidate.hands.find(QAbstractButton, "comment-save").isEnabled()
    assert "3 character" in candidate.words
    press(candidate, Key.Key_Return, Control)
    assert isinstance(candidate.hands.sheet(), CommentSheet)
    field.setPlainText("x" * COMMENT_LIMIT)
    candidate.click("comment-save")
    assert len(candidate.stored().responses[0].comment) == COMMENT_LIMIT


def test_the_mark_of_a_comment_belongs_to_its_question(candidate: Guest) -> None:
    write(candidate, "here")
    candidate.click("comment-save", "next")
    assert not page(candidate).tools.comment.dot


def test_all_of_it_is_there_after_a_kill(house: House, candidate: Guest) -> None:
    press(candidate, Key.Key_A, Shift)
    candidate.click("highlight-mode")
    drag(candidate, 2, 9)
    write(candidate, "kept")
    candidate.click("comment-save")
    before = (struck(candidate), marks(candidate))
    guest = house.restart()
    guest.click("resume")
    assert (struck(guest), marks(guest)) == before
    assert page(guest).tools.comment.dot


# Clock and number ---------------------------------------------------------------------------


def test_the_clock_hides_and_comes_back_by_a_click(candidate: Guest) -> None:
    candidate.click("clock")
    candidate.wait(MINUTE)
    assert page(candidate).bar.time.text() == "Show the time"
    assert "0:59:00" not in candidate.words
    candidate.click("clock")
    assert page(candidate).bar.time.text() == "0:59:00"


def test_control_t_hides_the_clock(candidate: Guest) -> None:
    press(candidate, Key.Key_T, Control)
    assert page(candidate).bar.time.covered
    press(candidate, Key.Key_T, Control)
    assert not page(candidate).bar.time.covered


def test_the_number_hides_and_stays_hidden_on_the_next_question(candidate: Guest) -> None:
    candidate.click("place", "next")
    assert page(candidate).bar.place.text() == "Show the number"
    candidate.click("place")
    assert page(candidate).bar.place.text() == "Question 2 of 6"


def test_a_hidden_clock_comes_back_at_five_minutes_once(candidate: Guest) -> None:
    candidate.click("clock")
    candidate.wait(55 * MINUTE - 1000)
    assert page(candidate).bar.time.covered
    candidate.wait(1000)
    assert page(candidate).bar.time.text() == "0:05:00"
    candidate.click("clock")
    candidate.wait(1000)
    assert page(candidate).bar.time.covered


def test_hidden_is_hidden_on_the_review_screen_too(candidate: Guest) -> None:
    candidate.click("clock", "navigator", "navigator-review")
    assert "Show the time" in candidate.words
    candidate.click("clock", "cell-1")
    assert not page(candidate).bar.time.covered


# Text size and colours ----------------------------------------------------------------------


def test_the_text_size_is_chosen_from_a_menu_and_saved(candidate: Guest) -> None:
    candidate.answer(candidate.key[0])
    before = candidate.attempt
    candidate.click("text-size")
    choose(candidate, "150 %")
    assert active().percent == candidate.services.preferences.current.text_percent == 150
    assert candidate.attempt is before
    assert candidate.shown_answer == candidate.key[:1]


def test_the_colours_are_chosen_from_a_menu_and_saved(candidate: Guest) -> None:
    before = candidate.attempt
    candidate.click("colours")
    choose(candidate, "High contrast")
    assert active().colours is SCHEMES["contrast"]
    assert candidate.services.preferences.current.scheme == "contrast"
    assert candidate.attempt is before


def test_marks_take_the_colour_of_the_scheme(candidate: Guest) -> None:
    candidate.click("highlight-mode")
    drag(candidate, 0, 4)
    candidate.click("colours")
    choose(candidate, "Dark")
    (shown,) = text(candidate).extraSelections()
    colour = shown.format.background().color().name()
    assert colour.upper() == SCHEMES["dark"].mark


def test_the_menu_opens_on_what_is_chosen_and_esc_changes_nothing(candidate: Guest) -> None:
    candidate.click("text-size")
    menu = next(menu for menu in candidate.window.findChildren(QMenu) if menu.isVisible())
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["100 %"]
    QTest.keyClick(menu, Key.Key_Escape)
    candidate.hands.settle()
    assert active().percent == 100
    assert candidate.stored().phase is Phase.RUNNING


# More below ---------------------------------------------------------------------------------


@pytest.fixture
def cramped(candidate: Guest) -> Guest:
    """Somebody whose window is too low for the question."""
    candidate.window.resize(900, 560)
    candidate.click("text-size")
    choose(candidate, "200 %")
    return candidate


def test_next_scrolls_once_before_it_goes_on(cramped: Guest) -> None:
    bar = page(cramped)._area.verticalScrollBar()
    cramped.hands.click("next")
    assert (cramped.attempt.current, bar.value() > 0) == (0, True)
    assert "There is more below" in cramped.words
    cramped.hands.click("next")
    assert (cramped.attempt.current, bar.value()) == (1, 0)
    assert "There is more below" not in cramped.words


def test_who_has_seen_the_end_goes_on_at_once(cramped: Guest) -> None:
    bar = page(cramped)._area.verticalScrollBar()
    bar.setValue(bar.maximum())
    bar.setValue(0)
    cramped.hands.click("next")
    assert cramped.attempt.current == 1


def test_a_question_that_was_read_is_left_at_once_when_one_is_back(cramped: Guest) -> None:
    for name in ("next", "next", "previous", "next"):
        cramped.hands.click(name)
    assert cramped.attempt.current == 1


# Break --------------------------------------------------------------------------------------


def test_a_break_hides_the_question_and_the_clock_runs(candidate: Guest) -> None:
    stem = text(candidate).document().toPlainText()
    candidate.click("take-break")
    candidate.page(BreakPage)
    assert stem not in candidate.words
    candidate.wait(MINUTE)
    assert candidate.page(BreakPage).time.text() == "0:59:00"
    assert candidate.stored().on_break


def test_the_way_back_leads_to_the_same_question(candidate: Guest) -> None:
    candidate.click("next", "take-break")
    candidate.wait(MINUTE)
    candidate.click("break-return")
    assert page(candidate).bar.place.text() == "Question 2 of 6"
    stored = candidate.stored()
    assert (stored.on_break, stored.breaks, stored.break_ms) == (False, 1, MINUTE)


def test_esc_and_enter_do_not_come_back_but_space_does(candidate: Guest) -> None:
    candidate.click("take-break")
    press(candidate, Key.Key_Escape)
    press(candidate, Key.Key_Return)
    candidate.page(BreakPage)
    candidate.press(Key.Key_Space)
    page(candidate)


def test_a_kill_on_a_break_comes_back_off_it(house: House, candidate: Guest) -> None:
    candidate.click("take-break")
    guest = house.restart()
    guest.click("resume")
    page(guest)
    assert not guest.stored().on_break


def test_a_warning_and_a_trouble_are_seen_on_a_break(candidate: Guest) -> None:
    candidate.click("take-break")
    candidate.wait(30 * MINUTE)
    assert candidate.page(BreakPage).notice.text.startswith("30 minute")
    candidate.disk.trouble = FULL
    candidate.wait(15_000)
    assert candidate.page(BreakPage).notice.text.startswith("Not saved")
    candidate.click("break-return")
    assert candidate.notice.startswith("Not saved")
    assert candidate.page(ExamPage).bar.unsaved.isVisible()


def test_time_can_run_out_on_a_break(candidate: Guest) -> None:
    candidate.click("take-break")
    candidate.wait(60 * MINUTE)
    assert "Time has expired" in candidate.words


# Code ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_code_can_be_read_on_its_ground(name: str, kind: Kind) -> None:
    colours = SCHEMES[name]
    assert contrast(code_colour(kind, colours), colours.sunken) >= 4.5


@pytest.mark.parametrize("name", SCHEMES)
def test_marked_text_can_be_read(name: str) -> None:
    assert contrast(SCHEMES[name].text, SCHEMES[name].mark) >= 4.5


def test_code_can_be_marked_too(candidate: Guest) -> None:
    blocks: list[CodeBlock] = []
    while not blocks:
        candidate.click("next")
        blocks = page(candidate).question.stem.findChildren(CodeBlock)
    candidate.click("highlight-mode")
    blocks[0].setFocus()
    blocks[0].selectAll()
    press(candidate, Key.Key_H)
    (mark,) = marks(candidate)
    assert (mark.start, mark.end) == (0, len(blocks[0].toPlainText()))


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2 between two colours #RRGGBB."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
