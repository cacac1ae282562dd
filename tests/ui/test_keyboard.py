"""Everything by keyboard: each listed key on its page, ways back, and nothing by accident."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.ui.dialogs.comment import CommentSheet
from app.ui.dialogs.keys import Keys
from app.ui.dialogs.navigator import Navigator
from app.ui.pages.agreement import AgreementPage
from app.ui.pages.booking import BookingPage
from app.ui.pages.check_in import CheckInPage
from app.ui.pages.exam import ExamPage
from app.ui.pages.home import HomePage
from app.ui.pages.ready import ReadyPage
from app.ui.pages.result import ResultPage
from app.ui.pages.review import ReviewPage
from app.ui.pages.settings import SettingsPage
from app.ui.pages.tutorial import TutorialPage
from app.ui.shortcuts import TABLE, Group, Shortcut, cap, without_mnemonic
from app.ui.widgets.parts import Screen
from tests.support.guest import Guest
from tests.support.house import House

Key = Qt.Key
Press = Callable[[], None]
BEFORE = ("sit-sample", "booking-next", "check-in-continue", "agreement-accept", "tutorial-end")
"""The clicks from home to the last screen before the clock."""

PAGES: dict[type[Screen], int] = {
    BookingPage: 1,
    CheckInPage: 2,
    AgreementPage: 3,
    TutorialPage: 4,
    ReadyPage: 5,
}
"""Pages before the clock, with the number of those clicks that leads there."""


def type_key(guest: Guest, written: str) -> None:
    """Press a key as the table writes it; of a range its second key."""
    first, _, last = written.rpartition("–")
    written = f"{first[:-1]}{chr(ord(first[-1]) + 1)}" if last and first else written
    combination = QKeySequence(written.replace("Alt+…", "Alt+T"))[0]  # type: ignore[index]
    QTest.keyClick(QGuiApplication.focusWindow(), combination.key(), combination.keyboardModifiers())
    guest.press()
    guest._let_go()
    guest._activate()


# Each listed key --------------------------------------------------------------------------------


def shows_the_keys(guest: Guest, press: Press) -> None:
    press()
    assert isinstance(guest.hands.sheet(), Keys)


def fills_the_screen(guest: Guest, press: Press) -> None:
    press()
    assert guest.window.isFullScreen()
    press()
    assert not guest.window.isFullScreen()


def opens_the_settings(guest: Guest, press: Press) -> None:
    press()
    guest.page(SettingsPage)


def moves_the_focus(guest: Guest, press: Press) -> None:
    before = QApplication.focusWidget()
    press()
    assert QApplication.focusWidget() is not before


def presses_the_button(guest: Guest, press: Press) -> None:
    press()
    guest.page(BookingPage)


def goes_back(guest: Guest, press: Press) -> None:
    guest.click("settings")
    press()
    guest.page(HomePage)


def changes_the_text(guest: Guest, press: Press) -> None:
    preferences = guest.services.preferences
    for percent in (90, 110):
        guest.desktop.flow.choices.change(text_percent=percent)
        press()
        assert preferences.current.text_percent == 100 or abs(preferences.current.text_percent - percent) > 5


def chooses(guest: Guest, press: Press) -> None:
    guest.begin()
    press()
    assert guest.shown_answer == (guest.question.order[1],)


def strikes_out(guest: Guest, press: Press) -> None:
    guest.begin()
    press()
    assert guest.stored().responses[0].struck == {guest.question.order[1]}


def goes_on(guest: Guest, press: Press) -> None:
    guest.begin()
    press()
    assert guest.attempt.current == 1


def goes_to_the_one_before(guest: Guest, press: Press) -> None:
    guest.begin()
    guest.bridge.visit(1)
    press()
    assert guest.attempt.current == 0


def flags(guest: Guest, press: Press) -> None:
    guest.begin()
    press()
    assert guest.stored().responses[0].flagged


def opens_the_navigator(guest: Guest, press: Press) -> None:
    guest.begin()
    press()
    assert isinstance(guest.hands.sheet(), Navigator)


def opens_the_review(guest: Guest, press: Press) -> None:
    see_all(guest)
    press()
    guest.page(ReviewPage)


def enters_highlighting(guest: Guest, press: Press) -> None:
    guest.begin()
    press()
    assert guest.page(ExamPage).tools.highlight.isChecked()


def saves_the_comment(guest: Guest, press: Press) -> None:
    guest.begin()
    guest.click("comment")
    guest.hands.find(QPlainTextEdit, "comment-text").setPlainText("Why?")
    press()
    assert guest.stored().responses[0].comment == "Why?"


def hides_the_clock(guest: Guest, press: Press) -> None:
    guest.begin()
    before = guest.words
    press()
    assert guest.words != before
    press()
    assert guest.words == before


def leaves_the_mode(guest: Guest, press: Press) -> None:
    guest.begin()
    guest.press(Key.Key_H)
    press()
    assert not guest.page(ExamPage).tools.highlight.isChecked()


def walks(guest: Guest, press: Press) -> None:
    see_all(guest)
    guest.bridge.flag(2, on=True)
    guest.press(Key.Key_R, alt=True)
    press()
    assert "Reviewing" in guest.words


def asks_for_the_end(guest: Guest, press: Press) -> None:
    see_all(guest)
    guest.press(Key.Key_R, alt=True)
    press()
    assert "End the exam?" in guest.words
    assert guest.bridge.sitting


DOES = {
    "help": shows_the_keys,
    "full": fills_the_screen,
    "mnemonic": opens_the_settings,
    "tab": moves_the_focus,
    "space": presses_the_button,
    "back": goes_back,
    "text-size": changes_the_text,
    "choose": chooses,
    "strike": strikes_out,
    "next": goes_on,
    "previous": goes_to_the_one_before,
    "flag": flags,
    "navigator": opens_the_navigator,
    "review": opens_the_review,
    "highlight": enters_highlighting,
    "save-comment": saves_the_comment,
    "clock": hides_the_clock,
    "leave-mode": leaves_the_mode,
    "review-all": walks,
    "review-incomplete": walks,
    "review-flagged": walks,
    "end": asks_for_the_end,
}
LISTED = [(shortcut, key) for shortcut in TABLE for key in (*shortcut.keys, *shortcut.letters)]


@pytest.mark.parametrize(("shortcut", "key"), LISTED, ids=[f"{s.id} {key}" for s, key in LISTED])
def test_every_listed_key_works_on_its_page(guest: Guest, shortcut: Shortcut, key: str) -> None:
    DOES[shortcut.id](guest, lambda: type_key(guest, key))


def test_the_sheet_lists_every_key_once(guest: Guest) -> None:
    guest.click("keys")
    for shortcut in TABLE:
        assert all(cap(key) in guest.words.split("\n") for key in (*shortcut.keys, *shortcut.letters))


def test_the_sheet_scrolls_by_keys_where_it_does_not_fit(guest: Guest) -> None:
    guest.window.resize(760, 560)
    guest.click("keys")
    sheet = guest.hands.sheet()
    assert isinstance(sheet, Keys)
    guest.press(Key.Key_PageDown, Key.Key_Down)
    assert sheet._area.verticalScrollBar().value() > 0


@pytest.mark.parametrize(("key", "shown"), [("Alt+N", "⌘N"), ("Ctrl+T", "⌘T"), ("Alt+Shift+1–5", "⌘⇧1–5")])
def test_on_a_mac_command_takes_the_place_of_alt(key: str, shown: str) -> None:
    assert cap(key, mac=True) == shown


def test_marks_of_letters_are_not_spoken() -> None:
    assert [without_mnemonic(text) for text in ("Na&vigator", "ナビゲーター(&V)")] == [
        "Navigator",
        "ナビゲーター",
    ]


# Letters switched off ---------------------------------------------------------------------------

LETTERS = [(s, key) for s, key in LISTED if key in s.letters and s.group is not Group.EVERYWHERE]


@pytest.mark.parametrize(("shortcut", "key"), LETTERS, ids=[f"{s.id} {key}" for s, key in LETTERS])
def test_letters_switched_off_do_nothing(candidate: Guest, shortcut: Shortcut, key: str) -> None:
    candidate.desktop.flow.choices.change(letter_keys=False)
    before = candidate.attempt.version
    type_key(candidate, key)
    assert candidate.attempt.version == before
    assert not candidate.page(ExamPage).tools.highlight.isChecked()


def test_letters_switched_off_leave_every_action_another_key() -> None:
    assert [shortcut.id for shortcut in TABLE if not shortcut.keys] == []


def test_letters_switched_off_are_not_listed(guest: Guest) -> None:
    guest.desktop.flow.choices.change(letter_keys=False)
    guest.click("keys")
    assert "A–E" not in guest.words.split("\n")
    assert "Alt+1–5" in guest.words.split("\n")


def test_arrows_work_when_letters_are_switched_off(candidate: Guest) -> None:
    candidate.desktop.flow.choices.change(letter_keys=False)
    candidate.press(Key.Key_Right)
    assert candidate.attempt.current == 1


# Ways back, and nothing by accident --------------------------------------------------------------


@pytest.mark.parametrize("key", ["Esc", "Alt+Left"])
@pytest.mark.parametrize("kind", [BookingPage, CheckInPage, ReadyPage])
def test_esc_leads_back_before_the_clock(guest: Guest, kind: type[Screen], key: str) -> None:
    guest.click(*BEFORE[: PAGES[kind]])
    guest.page(kind)
    type_key(guest, key)
    guest.page(HomePage)


@pytest.mark.parametrize("key", ["Esc", "Alt+Left"])
@pytest.mark.parametrize("kind", [AgreementPage, TutorialPage])
def test_esc_neither_declines_nor_skips(guest: Guest, kind: type[Screen], key: str) -> None:
    guest.click(*BEFORE[: PAGES[kind]])
    type_key(guest, key)
    guest.page(kind)


@pytest.mark.parametrize("kind", PAGES)
def test_enter_does_nothing_before_the_clock(guest: Guest, kind: type[Screen]) -> None:
    guest.click(*BEFORE[: PAGES[kind]])
    guest.press(Key.Key_Return, Key.Key_Enter)
    guest.page(kind)
    assert guest.hands.sheet() is None


def test_enter_does_not_begin_the_exam(guest: Guest) -> None:
    guest.click(*BEFORE, "ready-begin")
    guest.press(Key.Key_Return)
    guest.page(ReadyPage)
    assert not guest.bridge.sitting


@pytest.mark.parametrize("kind", PAGES)
def test_every_page_before_the_clock_begins_with_a_focus(guest: Guest, kind: type[Screen]) -> None:
    guest.click(*BEFORE[: PAGES[kind]])
    focused = QApplication.focusWidget()
    assert focused is not None
    assert guest.page(kind).isAncestorOf(focused)


@pytest.mark.parametrize("opener", ["navigator", "comment", "keys"])
def test_esc_closes_a_sheet_and_nothing_else(candidate: Guest, opener: str) -> None:
    candidate.click(opener)
    candidate.press(Key.Key_Escape)
    assert candidate.hands.sheet() is None
    candidate.page(ExamPage)


@pytest.mark.parametrize("key", ["Esc", "Return", "Enter", "Alt+Left"])
@pytest.mark.parametrize("clicks", [(), ("navigator",), ("keys",), ("take-break",)])
def test_no_such_key_ends_an_exam(candidate: Guest, clicks: tuple[str, ...], key: str) -> None:
    candidate.click(*clicks)
    type_key(candidate, key)
    type_key(candidate, key)
    assert candidate.bridge.sitting
    assert not isinstance(candidate.window.shown, HomePage)


@pytest.mark.parametrize("key", ["Esc", "Return", "Enter", "Alt+Left"])
@pytest.mark.parametrize("asked", [0, 1, 2])
def test_no_such_key_ends_an_exam_from_the_review(guest: Guest, asked: int, key: str) -> None:
    see_all(guest)
    guest.press(Key.Key_R, alt=True)
    guest.click(*("end-exam", "ask-yes")[:asked])
    type_key(guest, key)
    assert guest.bridge.sitting
    guest.page(ReviewPage)


def test_figures_and_letters_belong_to_a_comment_while_it_is_written(candidate: Guest) -> None:
    candidate.click("comment")
    assert isinstance(candidate.hands.sheet(), CommentSheet)
    candidate.press(Key.Key_A, Key.Key_2, Key.Key_F, Key.Key_N)
    assert candidate.hands.find(QPlainTextEdit, "comment-text").toPlainText().lower() == "a2fn"
    assert candidate.stored().responses[0].chosen == ()


# The whole way ----------------------------------------------------------------------------------


def test_from_the_start_to_the_saved_report_by_keys_alone(guest: Guest, tmp_path: Path) -> None:
    guest.desktop.flow.choose_file = lambda _title, _suggestion: str(tmp_path / "by-keys.pdf")
    guest.press(Key.Key_Space)
    guest.press(Key.Key_A, Key.Key_D, Key.Key_A)
    for letter in (Key.Key_C, Key.Key_C, Key.Key_A, Key.Key_E, Key.Key_B, Key.Key_Y):
        guest.press(letter, alt=True)
    keys = answer_all(guest)
    for letter in (Key.Key_E, Key.Key_Y, Key.Key_Y):
        guest.press(letter, alt=True)
    guest.page(ResultPage)
    guest.press(Key.Key_P, Key.Key_S, Key.Key_C, Key.Key_B, alt=True)
    guest.page(ResultPage)
    guest.press(Key.Key_B, alt=True)
    guest.page(HomePage)
    assert (tmp_path / "by-keys.pdf").read_bytes().startswith(b"%PDF-")
    assert [set(response.chosen) for response in guest.stored().responses] == keys
    assert guest.stored().candidate.lower() == "ada"


def answer_all(guest: Guest) -> list[set[str]]:
    """Answer by letters and turn the page by the arrow, to the review screen; the keys."""
    for index in range(len(guest.attempt.paper.questions)):
        guest.press(*(Qt.Key(Key.Key_A + guest.question.order.index(option)) for option in guest.key))
        while isinstance(guest.window.shown, ExamPage) and guest.attempt.current == index:
            guest.press(Key.Key_Right)
    return [set(question.item.key) for question in guest.attempt.paper.questions]


# The window -------------------------------------------------------------------------------------


def test_the_window_comes_back_where_it_was(house: House, guest: Guest, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(guest.window._noted))
    guest.window.setGeometry(12, 14, 790, 610)
    guest.hands.settle()
    again = house.restart().window.geometry()
    assert (again.width(), again.height()) == (790, 610)
    # The platform of the tests draws no frames, and Qt takes them into account all the same.
    assert (again.topLeft() - QPoint(12, 14)).manhattanLength() < 40


def test_a_window_on_a_screen_that_is_gone_comes_back_on_this_one(
    house: House, guest: Guest, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(guest.window._noted))
    guest.window.move(QPoint(9000, 9000))
    guest.hands.settle()
    frame = house.restart().window.frameGeometry()
    assert any(screen.availableGeometry().intersects(frame) for screen in QGuiApplication.screens())


def test_a_window_that_nobody_moved_leaves_no_trace(house: House, guest: Guest, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(guest.window._noted))
    house.empty()
    assert not house.paths.settings.exists()


def test_a_note_of_the_window_that_is_rubbish_is_ignored(house: House, guest: Guest) -> None:
    guest.services.preferences.change(geometry="§ no base64 §")
    guest.window.restore("§ no base64 §")
    assert guest.hands.find(QPushButton, "settings").isVisible()


def see_all(guest: Guest) -> None:
    """Begin, and have seen every question, with the last one in front."""
    guest.begin()
    for index in range(len(guest.attempt.paper.questions)):
        guest.bridge.visit(index)
