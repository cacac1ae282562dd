"""From the start of a process to the painted home, with five attempts behind it, and its end."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

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
    ours, floor = side_by_side(
        lambda: _start("-m", "app", "--data-dir", str(folder), "--quit-after-start"),
        lambda: _start("-m", "tests.bench.first_paint"),
        RUNS,
    )
    yield ratio("start to painted home and exit", ours, floor, 2.0, "an empty QMainWindow")
    if sys.platform == "linux":
        detail = "peak resident set, five attempts"
        yield Figure("memory after start", _peak_mb(folder), "MB", 120.0, detail)


def _start(*arguments: str) -> float:
    """Seconds that a fresh process takes to paint its window and leave."""
    # The bytecode of an installed program is there already; the first, discarded start writes it.
    cached = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-P", *arguments], env=cached, check=True)
    return time.perf_counter() - begun


def _peak_mb(folder: Path) -> float:
    """The most memory a start has had resident; `ru_maxrss` would count that of the parent too."""
    code = f"from app.cli import run; run(['--data-dir', {str(folder)!r}, '--quit-after-start']); " + (
        "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    answer = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True)
    return int(answer.stdout) / 1024
