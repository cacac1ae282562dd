"""How long the frozen program takes to its painted home, against an empty window frozen in the same way."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import freeze
import product

if TYPE_CHECKING:
    from tests.bench.measure import Figure

RUNS = 15
TARGET = 2.5


def run(program: Path) -> int:
    """Measure in turns and tell the medians; 1 when the target was missed."""
    sys.path.insert(0, str(product.ROOT))
    from tests.bench.starting import ATTEMPTS
    from tests.bench.world import services_below, sit
    from tests.support.papers import FakeClock

    if not program.is_file():
        raise SystemExit(f"start_bench.py: {program} is missing; run “tasks.py package” first")
    empty = floor()
    with tempfile.TemporaryDirectory(prefix="rehearsal-start-") as name:
        clock = FakeClock()
        services = services_below(Path(name), clock)
        for seed in range(1, ATTEMPTS + 1):
            sit(services, clock, seed)
        services.close()
        figures = [
            compared("installed: start to painted home", lambda: opened(program, Path(name)), empty),
            compared("installed: start in Japanese", lambda: opened(program, Path(name), "ja"), empty),
            compared("installed: the very first start", lambda: first(program, Path(name)), empty),
        ]
    return 1 if any(figure.missed for figure in figures) else 0


def compared(name: str, ours: Callable[[], float], empty: Path) -> Figure:
    """Starts in turns with those of the empty window; told as soon as it is measured."""
    from tests.bench.measure import ratio, side_by_side

    mine, base = side_by_side(ours, lambda: seconds([str(empty)]), RUNS, warm=2)
    figure = ratio(name, mine, base, TARGET, "an empty frozen window")
    print(figure.line(), flush=True)
    return figure


def opened(program: Path, folder: Path, language: str = "en") -> float:
    """Seconds to the painted home with the attempts of a data folder."""
    return seconds([str(program), "--data-dir", str(folder), "--lang", language, "--quit-after-start"])


def first(program: Path, folder: Path) -> float:
    """Seconds to the painted home of somebody who has just installed."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        return opened(program, Path(name))


def floor() -> Path:
    """The empty window, frozen once."""
    suffix = ".exe" if sys.platform == "win32" else ""
    program = freeze.OUT / "floor" / "floor" / f"floor{suffix}"
    if not program.is_file():
        places = ["--distpath", str(freeze.OUT / "floor"), "--workpath", str(freeze.OUT / "floor-work")]
        spec = str(freeze.HERE / "floor.spec")
        words = ["-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *places, spec]
        subprocess.run([sys.executable, *words], check=True, cwd=product.ROOT)
    return program


def seconds(command: Sequence[str]) -> float:
    """How long a fresh process takes to paint its window and leave."""
    offscreen = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    begun = time.perf_counter()
    subprocess.run(command, env=offscreen, check=True)
    return time.perf_counter() - begun
