"""From the click on an option to the painted answer that is already on disk."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.application import Desktop, make_application
from app.ui.pages.exam import ExamPage
from app.ui.widgets.option_row import OptionRow
from tests.bench.measure import Figure, percentile
from tests.bench.world import first_paper, services_below

CLICKS = 500
FRAME_MS = 16.7


class _Paints(QObject):
    """Notices that a row has been painted."""

    seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, OptionRow):
            self.seen = True
        return False


def figures(folder: Path) -> Iterator[Figure]:
    """The real exam page in the real window, offscreen."""
    application = make_application(["bench"])
    services = services_below(folder)
    desktop = Desktop(application, services, language="en", seed=1)
    desktop.show()
    if not desktop.bridge.start(*first_paper(services)):
        raise RuntimeError("the exam did not start")
    desktop.flow._go_to_exam()
    page = desktop.window.findChild(ExamPage)
    assert isinstance(page, ExamPage)
    paints = _Paints()
    application.installEventFilter(paints)
    taken = [_click(application, page, paints, turn) for turn in range(CLICKS + 20)][20:]
    application.removeEventFilter(paints)
    desktop.bridge.interrupt()
    desktop.window.close()
    detail = f"{CLICKS} clicks, median {median(taken):.2f} ms, worst {max(taken):.2f} ms"
    yield Figure("click to painted answer, 99th percentile", percentile(taken, 99), "ms", FRAME_MS, detail)


def _click(application: QApplication, page: ExamPage, paints: _Paints, turn: int) -> float:
    """Milliseconds from a click to the end of the painting that it led to."""
    rows = page.question.findChildren(OptionRow)
    application.processEvents()
    paints.seen = False
    before = page._attempt
    begun = time.perf_counter()
    QTest.mouseClick(rows[turn % 2], Qt.MouseButton.LeftButton)
    while not paints.seen:
        application.processEvents()
    taken = (time.perf_counter() - begun) * 1000
    assert page._attempt is not before, "the click recorded nothing"
    return taken
