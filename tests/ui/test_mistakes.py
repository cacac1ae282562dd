"""Mistakes of ours: told in one dialog, to be copied, and not again with every tick of a clock."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from threading import Thread

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.ui.dialogs.crash import Crash
from app.ui.mistakes import QUIET_S, Mistakes
from tests.support.guest import MINUTE, Guest


class Household:
    """Makes mistakes, and reads what is told of them; `now` is the time in seconds."""

    def __init__(self) -> None:
        self.now = 0.0
        self.mistakes = Mistakes(clock=lambda: self.now)

    def stumble(self, words: str) -> None:
        """The same mistake each time, whatever its words."""
        self._make(lambda: int(words))

    def fall(self, words: str) -> None:
        """Another mistake."""
        self._make(lambda: dict[str, str]()[words])

    def _make(self, mistake: Callable[[], object]) -> None:
        try:
            mistake()
        except (ValueError, LookupError) as error:
            self.mistakes.hear(type(error), error, error.__traceback__)
        QApplication.processEvents()

    def told(self) -> list[str]:
        """What the dialogs in sight say."""
        dialogs = [over for over in QApplication.topLevelWidgets() if isinstance(over, Crash)]
        texts = [dialog.findChild(QPlainTextEdit) for dialog in dialogs if dialog.isVisible()]
        return [text.toPlainText() for text in texts if text is not None]

    def press(self, name: str) -> None:
        """A button of the dialog in sight."""
        for over in QApplication.topLevelWidgets():
            found = (
                over.findChild(QPushButton, name) if isinstance(over, Crash) and over.isVisible() else None
            )
            if found is not None:
                found.click()
        QApplication.processEvents()


@pytest.fixture
def household(application: QApplication) -> Iterator[Household]:
    """Before any mistake; left without a dialog."""
    made = Household()
    yield made
    made.press("crash-close")
    assert not made.told()


def test_a_mistake_is_told_with_its_place_and_can_be_copied(
    household: Household, caplog: pytest.LogCaptureFixture
) -> None:
    household.stumble("the vase")
    (text,) = household.told()
    assert text.startswith("Traceback")
    assert "in <lambda>" in text
    assert "ValueError: invalid literal" in text
    household.press("crash-copy")
    assert QGuiApplication.clipboard().text() == text
    assert [record.levelno for record in caplog.records] == [logging.CRITICAL]


def test_what_comes_meanwhile_is_told_in_the_same_dialog(household: Household) -> None:
    household.stumble("the vase")
    household.fall("the keys")
    for number in range(5):
        household.stumble(f"vase {number}")
    (text,) = household.told()
    assert "the vase" in text
    assert "KeyError: 'the keys'" in text
    assert "vase 4" not in text


def test_who_goes_on_is_not_told_the_same_at_once(
    household: Household, caplog: pytest.LogCaptureFixture
) -> None:
    household.stumble("the vase")
    household.press("crash-close")
    household.now += QUIET_S - 1
    household.stumble("a second vase")
    assert not household.told()
    assert len(caplog.records) == 2
    household.fall("the keys")
    (text,) = household.told()
    assert "the keys" in text
    household.press("crash-close")
    household.now += 1
    household.stumble("a third vase")
    (text,) = household.told()
    assert "a third vase" in text


def test_a_mistake_in_another_thread_is_told_in_that_of_the_window(
    household: Household, qtbot: QtBot
) -> None:
    thread = Thread(target=household.mistakes.heard.emit, args=("mark", "elsewhere"))
    thread.start()
    thread.join()
    assert not household.told()
    qtbot.waitUntil(lambda: household.told() == ["elsewhere"])


def test_a_dialog_that_fails_is_logged_and_the_next_mistake_told(
    household: Household, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Crash, "open", lambda _dialog: 1 / 0)
        household.stumble("the vase")
    assert not household.told()
    assert [record.message for record in caplog.records] == ["unexpected error", "the dialog failed"]
    household.fall("the keys")
    assert len(household.told()) == 1


def test_over_a_sheet_that_goes_it_stays_until_it_is_read(household: Household, candidate: Guest) -> None:
    household.mistakes.window = candidate.window
    candidate.click("comment")
    household.stumble("the vase")
    candidate.wait(60 * MINUTE + 20)
    candidate.click("tell-close")
    assert len(household.told()) == 1


def test_what_went_unread_is_told_again(household: Household, candidate: Guest) -> None:
    household.mistakes.window = candidate.window
    household.stumble("the vase")
    household.fall("the keys")
    for over in candidate.window.findChildren(Crash):
        over.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not household.told()
    household.stumble("the vase")
    household.fall("the keys")
    (text,) = household.told()
    assert "the vase" in text
    assert "the keys" in text


def test_a_dialog_that_was_read_is_not_mixed_up_with_the_next(household: Household, candidate: Guest) -> None:
    household.mistakes.window = candidate.window
    household.stumble("the vase")
    household.press("crash-close")
    household.fall("the keys")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    household.now += QUIET_S
    household.stumble("the vase")
    (text,) = household.told()
    assert "the keys" in text
    assert "the vase" in text


def test_it_belongs_to_the_window_even_when_another_program_is_in_front(
    household: Household, candidate: Guest, monkeypatch: pytest.MonkeyPatch
) -> None:
    household.mistakes.window = candidate.window
    with monkeypatch.context() as patch:
        patch.setattr(QApplication, "activeWindow", lambda: None)
        household.stumble("the vase")
    (crash,) = candidate.window.findChildren(Crash)
    assert crash.windowHandle().transientParent() is candidate.window.windowHandle()
    candidate.window.close()
    candidate.click("ask-yes")
    assert not candidate.window.isVisible()
