"""Work in slices: the window has its turn in between, and the newest wish is answered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.core.steps import Steps, finished
from app.ui.slices import SLICE_MS, Slices, awaited


@pytest.fixture
def slices(qtbot: QtBot) -> Iterator[Slices]:
    """Lives as long as the test."""
    parent = QObject()
    yield Slices(parent)
    delete(parent)


def counted(steps: int, seen: list[int] | None = None) -> Steps[int]:
    """Work of so many steps, each as long as a slice."""
    clock = QElapsedTimer()
    for number in range(steps):
        clock.start()
        while clock.elapsed() < SLICE_MS:
            pass
        if seen is not None:
            seen.append(number)
        yield
    return steps


def test_events_have_their_turn_between_the_steps(qtbot: QtBot, slices: Slices) -> None:
    steps, at_turn, heard = list[int](), list[int](), list[object]()
    slices.do(counted(5, steps), heard.append)
    assert awaited()
    timer = QTimer()
    timer.timeout.connect(lambda: at_turn.append(len(steps)))
    timer.start(0)
    qtbot.waitUntil(lambda: heard == [5])
    timer.stop()
    assert set(at_turn) & {1, 2, 3, 4}
    assert not awaited()


def test_what_goes_wrong_is_handed_over(qtbot: QtBot, slices: Slices) -> None:
    def fail() -> Steps[int]:
        yield
        return 1 // 0

    heard: list[object] = []
    slices.do(fail(), heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], ZeroDivisionError)


def test_only_the_newest_wish_is_answered(qtbot: QtBot, slices: Slices) -> None:
    heard: list[object] = []
    slices.do(counted(50), heard.append)
    slices.do(counted(1), heard.append)
    qtbot.waitUntil(lambda: not awaited())
    assert heard == [1]


def test_a_window_that_is_gone_waits_for_nothing(qtbot: QtBot) -> None:
    parent, heard = QObject(), list[object]()
    slices = Slices(parent)
    slices.do(counted(3), heard.append)
    delete(parent)
    assert not awaited()
    assert not slices.busy


def test_all_at_once() -> None:
    assert finished(counted(2)) == 2
