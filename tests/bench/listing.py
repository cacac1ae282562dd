"""The page of all mock exams: a thousand open as fast as ten, from the file to the painted list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.ui.application import Desktop, make_application
from app.ui.demo.hands import Hands
from app.ui.pages.history import HistoryPage
from app.ui.slices import awaited
from tests.bench.measure import Figure, ratio, seconds, side_by_side
from tests.bench.world import DAY_MS, keep_attempts, services_below
from tests.support.papers import FakeClock

RUNS = 21
MANY, FEW = 1000, 10


def figures(folder: Path) -> Iterator[Figure]:
    """The page with its list in memory; from the file on; how long the window waits for the summing up."""
    application = make_application(["bench"])
    many, few = (_desktop(application, folder / str(count), count) for count in (MANY, FEW))
    thousand, ten = side_by_side(lambda: _painted(many), lambda: _painted(few), RUNS, warm=3)
    yield ratio(f"{MANY:,} past mock exams shown", thousand, ten, 1.2, "ten of them")
    thousand, ten = side_by_side(lambda: _opened(many), lambda: _opened(few), RUNS, warm=3)
    yield ratio(f"{MANY:,} past mock exams read and shown", thousand, ten, None, "ten of them")
    yield Figure("longest the window waits while they are summed up", 1000 * _longest(many), "ms", None, "")
    for desktop in (many, few):
        desktop.window.close()


def _painted(desktop: Desktop) -> float:
    home = desktop.flow.bridge.home()
    desktop.flow.show_history()
    settled(desktop)
    page = desktop.window.shown
    assert isinstance(page, HistoryPage)
    assert home is not None

    def show() -> None:
        page.show_history(home)
        QApplication.processEvents()
        page.grab()

    return seconds(show)


def _opened(desktop: Desktop) -> float:
    desktop.flow.show_home()
    settled(desktop)

    def show() -> None:
        desktop.flow.show_history()
        desktop.window.grab()

    took = seconds(show)
    settled(desktop)
    return took


def _desktop(application: QApplication, folder: Path, count: int) -> Desktop:
    clock = FakeClock()
    services = services_below(folder, clock)
    keep_attempts(services, folder, count)
    clock.advance(count * DAY_MS)
    services.archive.records()
    desktop = Desktop(application, services, language="en", seed=1)
    desktop.show()
    return desktop


def settled(desktop: Desktop) -> None:
    """Let the window do what it has to do."""
    Hands(desktop.window).settle()


def _longest(desktop: Desktop) -> float:
    """The longest time in seconds between two looks at the events, until everything is there."""
    desktop.flow.show_history()
    longest = seconds(QApplication.processEvents)
    while awaited():
        longest = max(longest, seconds(QApplication.processEvents))
    return longest
