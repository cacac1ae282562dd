"""From the start of the process to the first painted home, with five attempts behind it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.measure import Figure, ratio, side_by_side
from tests.bench.world import services_below, sit
from tests.support.papers import FakeClock

RUNS = 9
ATTEMPTS = 5


def figures(folder: Path) -> Iterator[Figure]:
    """Time to the first paint against that of an empty window, and memory."""
    clock = FakeClock()
    services = services_below(folder, clock)
    for seed in range(1, ATTEMPTS + 1):
        sit(services, clock, seed)
    peaks: list[int] = []
    ours, floor = side_by_side(lambda: _start(peaks, "app", str(folder)), lambda: _start([], "floor"), RUNS)
    yield ratio("first paint of home", ours, floor, 2.0, "an empty QMainWindow")
    if median(peaks):
        detail = "peak resident set, five attempts, median"
        yield Figure("memory after start", median(peaks) / 1024, "MB", 120.0, detail)


def _start(peaks: list[int], *arguments: str) -> float:
    """Seconds from the start of a process to its first paint; its peak memory is added to `peaks`."""
    command = [sys.executable, "-P", "-m", "tests.bench.first_paint", *arguments]
    # The bytecode of an installed program is there already; the first, discarded start writes it.
    cached = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=cached) as process:
        assert process.stdout is not None
        if process.stdout.readline() != "painted\n":
            raise RuntimeError(f"{arguments} painted nothing")
        taken = time.perf_counter() - begun
        peaks.append(int(process.stdout.readline()))
    return taken
