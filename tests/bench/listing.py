"""The page of all mock exams: a thousand open as fast as ten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.services.home import Home
from app.ui.application import Desktop, make_application
from app.ui.pages.history import HistoryPage
from tests.bench.measure import Figure, ratio, seconds, side_by_side
from tests.bench.world import services_below
from tests.ui.test_history_page import past

RUNS = 21


def figures(folder: Path) -> Iterator[Figure]:
    """From the wish to the painted page, in the real window."""
    application = make_application(["bench"])
    desktop = Desktop(application, services_below(folder), language="en", seed=1)
    desktop.show()
    desktop.flow.show_history()
    page = desktop.window.shown
    assert isinstance(page, HistoryPage)
    few, many = past(10), past(1000)

    def shown(found: Home) -> float:
        def show() -> None:
            page.show_history(found)
            application.processEvents()
            page.grab()

        return seconds(show)

    thousand, ten = side_by_side(lambda: shown(many), lambda: shown(few), RUNS, warm=3)
    yield ratio("1,000 past mock exams opened", thousand, ten, 1.2, "ten of them")
    desktop.window.close()
