"""The program as a shell runs it, and attempts to run it on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from app.bootstrap import build
from app.core.ids import AttemptId
from app.core.terms import EndReason
from app.services.exam_desk import Booking
from app.system.paths import paths_below
from tests.support.papers import FakeClock, FakeIds
from tests.support.python import ROOT

DEADLINE_S = 120


def program(*arguments: object) -> list[str]:
    """The command line that starts the program; run it in ROOT."""
    return [sys.executable, "-m", "app", *map(str, arguments)]


def rehearsal(
    *arguments: object, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the program to its end, in this environment or another."""
    return subprocess.run(
        program(*arguments),
        cwd=ROOT,
        env=environment,
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=DEADLINE_S,
    )


def without_display(**variables: str) -> dict[str, str]:
    """An environment in which Qt would look for a screen."""
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    return {name: value for name, value in os.environ.items() if name not in screens} | variables


def leave_attempt(folder: Path, end: EndReason | None = EndReason.SCORED_AS_IT_STANDS) -> AttemptId:
    """An attempt of the sample exam in the data folder `folder`, without a single answer."""
    services = build(paths_below(folder), with_sample=True, clock=FakeClock(), ids=FakeIds())
    paper = services.desk.draw("sample", "default")
    session = services.desk.start(Booking("sample", "default", "Ada", "en"), paper)
    if end is not None:
        services.desk.close(session.id, end)
    return session.id
