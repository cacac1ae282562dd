"""The end of the time while somebody types: it is read before a key closes it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.ui.dialogs import interruption
from app.ui.dialogs.interruption import Interruption
from app.ui.pages.result import ResultPage
from tests.support.guest import MINUTE, Guest

Key = Qt.Key
CLOSING = [Key.Key_Space, Key.Key_Return, Key.Key_Enter, Key.Key_Escape]


@pytest.fixture
def writer(candidate: Guest, monkeypatch: pytest.MonkeyPatch) -> Guest:
    """Somebody who is writing a comment while the time runs out; the wait ends when a test says so."""
    monkeypatch.setattr(interruption, "STILL_MS", 60 * MINUTE)
    candidate.wait(59 * MINUTE + 50_000)
    candidate.click("comment")
    QTest.keyClicks(candidate.hands.find(QPlainTextEdit, "comment-text"), "a thought")
    candidate.wait(10_010)
    candidate._activate()
    return candidate


def sheet(guest: Guest) -> Interruption:
    """What has come up."""
    shown = guest.hands.sheet()
    assert isinstance(shown, Interruption)
    assert shown.windowTitle() == "Time has expired"
    return shown


def be_still(guest: Guest) -> None:
    """Press nothing for as long as it takes."""
    timer = sheet(guest).still
    assert timer.isActive()
    timer.stop()
    timer.timeout.emit()


def test_typing_does_not_close_it(writer: Guest) -> None:
    writer.press(Key.Key_Space, Key.Key_A, Key.Key_N, Key.Key_D)
    writer.press(*CLOSING)
    sheet(writer)
    assert writer.stored().responses[0].comment == "a thought"


def test_neither_does_its_letter_with_alt(writer: Guest) -> None:
    writer.press(Key.Key_C, alt=True)
    sheet(writer)


def test_each_key_begins_the_wait_anew(writer: Guest) -> None:
    timer = sheet(writer).still
    timer.stop()
    writer.press(Key.Key_A)
    assert timer.isActive()


@pytest.mark.parametrize("key", CLOSING)
def test_a_still_keyboard_can_close_it(writer: Guest, key: Qt.Key) -> None:
    be_still(writer)
    writer.press(key)
    writer.page(ResultPage)


def test_its_letter_closes_it_then(writer: Guest) -> None:
    be_still(writer)
    writer.press(Key.Key_C, alt=True)
    writer.page(ResultPage)


def test_a_key_that_is_held_from_before_does_not_close_it(writer: Guest) -> None:
    QTest.keyPress(QGuiApplication.focusWindow(), Key.Key_Space)
    be_still(writer)
    QTest.keyRelease(QGuiApplication.focusWindow(), Key.Key_Space)
    sheet(writer)


def test_a_click_closes_it_at_once(writer: Guest) -> None:
    writer.click("tell-close")
    writer.page(ResultPage)


def test_a_screen_reader_begins_with_its_title_and_text(writer: Guest) -> None:
    shown = sheet(writer)
    assert QApplication.focusWidget() is shown
    read = QAccessible.queryAccessibleInterface(shown)
    assert read.text(QAccessible.Text.Name) == "Time has expired"
    assert read.text(QAccessible.Text.Description) == "The exam is over. What you answered is scored."


def test_then_its_button_has_the_focus(writer: Guest) -> None:
    be_still(writer)
    assert QApplication.focusWidget() is sheet(writer).close_button
