"""Another colour scheme, another text size in the middle of an exam: from the wish to the painted page."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication

from app.core.ids import OptionId
from app.ui.application import Desktop, make_application
from app.ui.pages.exam import ExamPage
from tests.bench.measure import Figure, percentile
from tests.bench.world import first_paper, services_below

TURNS = 20
TARGET_MS = 100.0
SCHEMES = ("dark", "contrast", "light")
SIZES = (125, 200, 80, 100)


def figures(folder: Path) -> Iterator[Figure]:
    """The real exam page, after home and result pages have been made, too."""
    application = make_application(["bench"])
    services = services_below(folder)
    desktop = Desktop(application, services, language="en", seed=1)
    desktop.show()
    if not desktop.bridge.start(*first_paper(services)):
        raise RuntimeError("the exam did not start")
    desktop.flow._go_to_exam()
    page = desktop.window.findChild(ExamPage)
    assert isinstance(page, ExamPage)
    page.question.choose(0)
    answers = _answers(desktop)
    for name, wishes, signal in (
        ("colours switched in an exam", SCHEMES, page.tools.scheme_requested),
        ("text size switched in an exam", SIZES, page.tools.size_requested),
    ):
        taken = []
        for turn in range(TURNS + 2):
            begun = time.perf_counter()
            signal.emit(wishes[turn % len(wishes)])
            _settle(application, page)
            taken.append((time.perf_counter() - begun) * 1000)
        assert _answers(desktop) == answers, "the answers were touched"
        detail = f"{TURNS} times, median {median(taken[2:]):.1f} ms"
        yield Figure(f"{name}, 95th percentile", percentile(taken[2:], 95), "ms", TARGET_MS, detail)
    desktop.bridge.interrupt()
    desktop.window.close()


def _answers(desktop: Desktop) -> list[tuple[OptionId, ...]]:
    attempt = desktop.bridge.attempt
    assert attempt is not None
    return [response.chosen for response in attempt.responses]


def _settle(application: QApplication, page: ExamPage) -> None:
    """Lay out and paint; what was posted meanwhile, too."""
    for _ in range(3):
        application.processEvents()
    page.grab()
