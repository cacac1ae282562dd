"""A job beside the window: widgets are let go of in the window's thread alone."""

from __future__ import annotations

import gc
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.packages import Offer
from app.ui.worker import Worker


def test_nothing_collects_garbage_while_the_job_is_done(qtbot: QtBot, application: QApplication) -> None:
    seen: list[bool] = []

    def job() -> Offer:
        seen.append(gc.isenabled())
        # So much of it that a collection would come.
        kept = [[number] for number in range(200_000)]
        return cast(Offer, len(kept))

    cycle: list[object] = [QWidget()]
    cycle.append(cycle)
    del cycle
    worker = Worker(job, application)
    with qtbot.waitSignal(worker.done):
        worker.begin()
    assert cast(int, worker.outcome()) == 200_000
    assert seen == [False]
    assert gc.isenabled()
    worker.deleteLater()


def test_what_a_bug_raised_is_raised_where_it_is_heard_of(qtbot: QtBot, application: QApplication) -> None:
    worker = Worker(lambda: cast(Offer, 1 // 0), application)
    with qtbot.waitSignal(worker.done):
        worker.begin()
    assert worker.failed
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError):
        worker.outcome()
    worker.deleteLater()
