"""Mistreat Rehearsal and see that no answer is lost: `tasks.py torture [PART …] [--rounds N] [--seed N]`.

Every part is a module of this package with `torture(trial)`: it does `trial.rounds` rounds of its cruelty,
yields a finding for each thing that went wrong and leaves figures in `trial.figures`.
What a part can do in seconds runs in the ordinary tests, too.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from app.ui.application import make_application
from tests.torture.trial import Finding, Trial

# On the disk of the checkout: a temporary folder in memory has no disk that could fail.
SCRATCH = Path(__file__).parents[2] / "build"
PARTS = ("kill", "disk", "clock", "rubbish", "soak")
BY_NAME = ("guided", "screen_reader")
"""Asked for by name alone: they need a library, or X and AT-SPI."""

Part = Callable[[Trial], Iterator[Finding]]


def main(arguments: list[str]) -> int:
    """Tell each finding as it comes, and the figures of each part; 1 when anything was found."""
    options = _parser().parse_args(arguments)
    SCRATCH.mkdir(exist_ok=True)
    application = make_application(["torture"])
    found = 0
    for name in options.part or PARTS:
        part: Part = import_module(f"tests.torture.{name}").torture
        with TemporaryDirectory(dir=SCRATCH, prefix=f"{name}-", ignore_cleanup_errors=True) as folder:
            trial = Trial(Path(folder), options.seed, options.rounds, options.acts)
            for finding in part(trial):
                found += 1
                print(f"{name}: FOUND {finding.place}: {finding.what}", flush=True)
        for figure, value in trial.figures.items():
            print(f"{name}: {figure}: {value}", flush=True)
    application.quit()
    print(f"{found} finding(s), seed {options.seed}")
    return 1 if found else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tasks.py torture", description="Mistreat the program.")
    parser.add_argument("--rounds", metavar="N", type=int, help="so many rounds (each part's long run)")
    parser.add_argument("--acts", metavar="N", type=int, help="what the soak's monkey does after each exam")
    parser.add_argument("--seed", metavar="N", type=int, default=1, help="what chance starts from (1)")
    parser.add_argument(
        "part", nargs="*", metavar="PART", help=f"only these of: {', '.join((*PARTS, *BY_NAME))}"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
