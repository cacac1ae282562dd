"""Measure Rehearsal against floors taken in the same run: `python3 tasks.py bench [--json FILE]`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import clicking, drawing, journalling, listing, reporting, starting, switching
from tests.bench.measure import Figure

# On the disk of the checkout: a temporary folder in memory would make writing look free.
SCRATCH = Path(__file__).parents[2] / "build"
PARTS = ("start", "journal", "click", "switching", "draw", "report", "list")


def main(arguments: list[str]) -> int:
    """Print every figure as it comes; 1 when a target was missed."""
    parser = _parser()
    options = parser.parse_args(arguments)
    for unknown in sorted(set(options.part) - set(PARTS)):
        parser.error(f"there is no part {unknown!r}; there are: {', '.join(PARTS)}")
    SCRATCH.mkdir(exist_ok=True)
    figures: list[Figure] = []
    with TemporaryDirectory(dir=SCRATCH, prefix="bench-") as folder:
        for part in options.part or PARTS:
            for figure in _measured(part, Path(folder) / part):
                print(figure.line(), flush=True)
                figures.append(figure)
    missed = sum(figure.missed for figure in figures)
    print(f"{len(figures)} figures, {missed} target(s) missed")
    if options.json:
        plain = [asdict(figure) | {"missed": figure.missed} for figure in figures]
        options.json.write_text(json.dumps(plain, indent=2) + "\n", encoding="utf-8")
    return 1 if missed else 0


def _measured(part: str, folder: Path) -> Iterator[Figure]:
    folder.mkdir()
    match part:
        case "start":
            return starting.figures(folder)
        case "journal":
            return journalling.figures(folder)
        case "click":
            return clicking.figures(folder)
        case "switching":
            return switching.figures(folder)
        case "list":
            return listing.figures(folder)
        case "report":
            return reporting.figures(folder)
        case _:
            return drawing.figures()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tasks.py bench", description="Measure speed and memory.")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the figures as JSON, too")
    parser.add_argument("part", nargs="*", metavar="PART", help=f"only these of: {', '.join(PARTS)}")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
