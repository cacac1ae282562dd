"""Home: language and colours switched live, troubles in words, the window raised by a second start."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.system import resources
from app.system.instance import InstanceLock
from app.ui.pages.exam import ExamPage
from app.ui.pages.home import HomePage
from app.ui.theme import active
from tests.support.guest import Guest
from tests.support.house import House

CONTRAST = 3
"""Where the menu of the colours has high contrast."""


def test_the_language_is_switched_live_and_kept(house: House, guest: Guest) -> None:
    guest.click("language-ja")
    assert exam_title(guest) in guest.words
    assert exam_title(house.restart(language="")) == "サンプル試験"


def test_switching_the_language_keeps_what_is_shown(house: House, candidate: Guest) -> None:
    guest = house.restart()
    before = shown_buttons(guest)
    guest.click("language-ja")
    assert shown_buttons(guest) == before
    assert "resume" in before


def test_the_colours_are_switched_live_and_kept(house: House, guest: Guest) -> None:
    before, words = active(), guest.words
    contrast(guest)
    switched = active()
    assert switched.colours != before.colours
    assert guest.words == words
    house.restart()
    assert active() == switched


def test_a_question_on_the_screen_outlives_another_language_and_colours(candidate: Guest) -> None:
    candidate.answer(*candidate.key)
    candidate.desktop.flow._on_language("ja")
    candidate.desktop.flow._on_scheme("dark")
    candidate.hands.settle()
    assert candidate.shown_answer == candidate.key
    assert candidate.question.item.stem.get("en") == stem(candidate)


def test_preferences_that_cannot_be_saved_hold_for_this_run(house: House, guest: Guest) -> None:
    house.paths.settings.unlink(missing_ok=True)
    house.paths.settings.mkdir(parents=True)
    guest.click("language-ja")
    assert str(house.paths.settings) in guest.words
    assert exam_title(guest) == "サンプル試験"


def test_a_file_that_is_no_database_is_said_in_words(house: House) -> None:
    house.paths.data.mkdir()
    house.paths.database.write_bytes(b"rubbish" * 1000)
    guest = house.enter()
    assert "not a database of Rehearsal" in guest.words
    assert str(house.paths.database) in guest.words
    assert house.paths.database.read_bytes() == b"rubbish" * 1000


def test_a_broken_bank_is_said_in_words(house: House, tmp_path: Path) -> None:
    house.banks = Path(shutil.copytree(house.banks, tmp_path / "broken"))
    (house.banks / "sample" / "exam.yaml").write_text("id: [", encoding="utf-8")
    guest = house.enter()
    assert "question bank has errors" in guest.words


def test_a_bank_that_is_too_small_says_what_is_missing(house: House, tmp_path: Path) -> None:
    house.banks = Path(shutil.copytree(house.banks, tmp_path / "small"))
    exam = house.banks / "sample" / "exam.yaml"
    exam.write_text(
        exam.read_text(encoding="utf-8").replace("questions: 6", "questions: 60"), encoding="utf-8"
    )
    guest = house.enter()
    assert "Missing: 26 in Python basics, 26 in Everyday arithmetic" in guest.words
    assert not guest.hands.find(QPushButton, "sit-sample").isEnabled()


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_second_start_raises_the_window(guest: Guest, qtbot: QtBot, tmp_path: Path) -> None:
    lock = InstanceLock(tmp_path / "window.lock")
    guest.desktop.listen(tmp_path, lock.take)
    guest.window.showMinimized()
    lock.ask_to_raise()
    qtbot.waitUntil(lambda: not lock.wishes() and not guest.window.isMinimized())


@pytest.mark.parametrize(("size", "beside"), [((760, 560), False), ((1280, 800), True)])
def test_exams_stand_beside_or_below_each_other(house: House, size: tuple[int, int], beside: bool) -> None:
    house.banks = resources.banks()
    guest = house.enter()
    guest.window.resize(*size)
    guest.hands.settle()
    first, second = (place(guest, f"sit-{exam}") for exam in ("mla", "mlp"))
    assert (first.x() < second.x(), first.y() < second.y()) == (beside, not beside)


def place(guest: Guest, name: str) -> QPoint:
    return guest.hands.find(QPushButton, name).mapToGlobal(QPoint(0, 0))


def contrast(guest: Guest) -> None:
    menu = guest.hands.find(QPushButton, "scheme").menu()
    menu.actions()[CONTRAST].trigger()
    guest.hands.settle()


def exam_title(guest: Guest) -> str:
    (card,) = guest.services.banks.summaries()
    return next(words for words in guest.words.split("\n") if words in dict(card.exam.title.words).values())


def shown_buttons(guest: Guest) -> set[str]:
    buttons = guest.page(HomePage).findChildren(QPushButton)
    return {button.objectName() for button in buttons if button.isVisible()}


def stem(guest: Guest) -> str:
    return guest.page(ExamPage).question.stem.source
