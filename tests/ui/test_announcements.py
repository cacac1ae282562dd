"""What a screen reader is told while an exam is sat: every change once, and nothing at a tick."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.ui.accessibility import announcements
from tests.support.guest import FULL, MINUTE, Guest

Heard = list[tuple[str, bool]]


@pytest.fixture
def heard() -> Iterator[Heard]:
    """Every announcement from now on, each with whether it interrupts."""
    said: Heard = []

    def listen(text: str, assertive: bool) -> None:
        said.append((text, assertive))

    announcements().made.connect(listen)
    yield said
    announcements().made.disconnect(listen)


@pytest.fixture
def listener(guest: Guest, qtbot: QtBot, heard: Heard) -> Guest:
    """Somebody before the first question, with a screen reader that has heard of all so far."""
    qtbot.waitUntil(lambda: guest.desktop.announcer is not None)
    guest.begin()
    assert heard[-1] == ("Question 1 of 6", False)
    heard.clear()
    return guest


def test_each_page_says_what_it_is(guest: Guest, qtbot: QtBot, heard: Heard) -> None:
    qtbot.waitUntil(lambda: guest.desktop.announcer is not None)
    guest.begin()
    said = [text for text, _ in heard]
    for title in ("Agreement", "Tutorial", "Ready?", "Question 1 of 6"):
        assert said.count(title) == 1


def test_an_answer_is_said_with_its_letter_and_when_it_is_cleared(listener: Guest, heard: Heard) -> None:
    listener.answer(listener.question.order[1])
    listener.click("clear-answer")
    assert heard == [("Answer recorded: B", False), ("Answer cleared", False)]


def test_several_answers_are_counted(listener: Guest, heard: Heard) -> None:
    listener.go_to(listener.multiple)
    heard.clear()
    listener.answer(listener.question.order[2])
    listener.answer(listener.question.order[0])
    assert [text for text, _ in heard] == [
        "Answer recorded: C · 1 of 2 chosen",
        "Answer recorded: A, C · 2 of 2 chosen",
    ]


def test_a_flag_is_said_on_and_off_and_on_arrival(listener: Guest, heard: Heard) -> None:
    listener.click("flag", "flag", "flag", "next", "previous")
    said = [text for text, _ in heard]
    assert said == [
        "Flag set",
        "Flag taken off",
        "Flag set",
        "Question 2 of 6",
        "Question 1 of 6, flagged",
    ]


def test_an_option_struck_out_is_said_with_its_letter(listener: Guest, heard: Heard) -> None:
    option = listener.question.order[3]
    listener.bridge.strike_out(0, option, True)
    listener.bridge.strike_out(0, option, False)
    assert heard == [("D struck out", False), ("D restored", False)]


def test_comment_and_break_are_said(listener: Guest, heard: Heard) -> None:
    listener.bridge.comment(0, "odd")
    listener.bridge.take_break(True)
    listener.bridge.take_break(False)
    said = [text for text, _ in heard]
    assert said[0] == "Comment saved"
    assert said[1].startswith("On a break")
    assert said[2:] == ["Question 1 of 6"]


def test_a_question_reached_from_the_review_screen_is_said_once(listener: Guest, heard: Heard) -> None:
    listener.answer_all()
    heard.clear()
    listener.click("cell-3")
    assert heard == [("Question 3 of 6", False)]


def test_the_clock_interrupts_at_its_warnings_and_is_silent_between(listener: Guest, heard: Heard) -> None:
    listener.wait(29 * MINUTE)
    assert heard == []
    listener.wait(2 * MINUTE)
    assert heard == [("30 minutes left.", True)]


def test_the_end_of_time_interrupts(listener: Guest, heard: Heard) -> None:
    listener.wait(61 * MINUTE)
    assert ("Time has expired", True) in heard


def test_a_refusal_is_said(listener: Guest, heard: Heard) -> None:
    listener.go_to(listener.multiple)
    listener.answer(*listener.question.order[:2])
    heard.clear()
    listener.answer(listener.question.order[2])
    assert heard == [("As many options as asked for are chosen. Take one back first.", False)]


def test_trouble_interrupts_and_its_end_is_said(listener: Guest, heard: Heard) -> None:
    listener.disk.trouble = FULL
    listener.answer(listener.question.order[0])
    (recorded, _), (words, assertive) = heard
    assert recorded == "Answer recorded: A"
    assert words.startswith("Not saved. The exam goes on")
    assert assertive
    listener.disk.trouble = None
    heard.clear()
    listener.wait(1000)
    assert heard == [("Everything is saved again.", False)]
