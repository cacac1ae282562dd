"""`rehearsal bank check`: every problem of a bank, by file and line, and how guessable it is."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from app.core.problems import Problem
from app.verbs.words import complain, print_json

if TYPE_CHECKING:
    from app.content.gate.figures import BankFigures


def run(options: argparse.Namespace) -> int:
    """Check a bank; 1 when it has an error."""
    from app.content.checking import inspect
    from app.system.resources import banks

    path = options.path or banks()
    if not path.exists():
        complain(f"{path}: there is no such file or folder. Name a banks folder, a bank or a topic file.")
        return 2
    report = inspect(path, options.today or _today())
    if options.json:
        print_json(
            {
                "problems": [asdict(problem) for problem in report.problems],
                "banks": [asdict(bank) for bank in report.banks],
                "figures": [asdict(figures) for figures in report.figures],
            }
        )
        return 1 if report.errors else 0
    for problem in report.problems:
        print(_line(problem))
    for bank in report.banks:
        print(" ".join(f"{name}={value}" for name, value in asdict(bank).items()))
    for figures in report.figures:
        print("", *_table(figures), "", sep="\n")
    print(f"{len(report.problems)} problem(s), {report.errors} of them error(s)")
    return 1 if report.errors else 0


def _today() -> date:
    return datetime.now(tz=UTC).date()


def _line(problem: Problem) -> str:
    place = problem.path if problem.line is None else f"{problem.path}:{problem.line}"
    item = f" [{problem.item}]" if problem.item else ""
    return f"{place}: {problem.severity}{item} {problem.rule}: {problem.what} {problem.cure}"


def _table(figures: BankFigures) -> Iterator[str]:
    """The figures of a bank for people: shares of its single items, a column a language."""
    proven = sum(count for count, _ in figures.proven.values())
    levels = ", ".join(f"{name} {count}" for name, count in sorted(figures.levels.items()))
    yield f"{figures.folder}: {figures.items} items, {figures.single} with one key; {levels}"
    yield f"  proven by a test: {proven}" + "".join(
        f"; {domain} {count} of {items}" for domain, (count, items) in figures.proven.items()
    )
    if not figures.languages:
        return
    even = (
        "too few to judge" if figures.position_chance is None else f"by chance {figures.position_chance:.0%}"
    )
    yield f"  places of keys in the files: {' '.join(map(str, figures.positions))} ({even})"
    first, *_ = figures.languages
    yield _row("", [one.language for one in figures.languages], "chance", "99 %")
    limit = f"{first.limit / figures.single:.1%}"
    for name, counts in (
        ("key is the longest", [one.longest for one in figures.languages]),
        ("key is the shortest", [one.shortest for one in figures.languages]),
    ):
        yield _row(name, [f"{count / figures.single:.1%}" for count in counts], f"{first.chance:.1%}", limit)
    for trick in first.baseline:
        shares = [f"{one.baseline[trick]:.1%}" for one in figures.languages]
        yield _row(f"trick: {trick}", shares, f"{first.chance:.1%}", limit)


def _row(name: str, shares: list[str], chance: str, limit: str) -> str:
    return f"  {name:<24}" + "".join(f"{share:>9}" for share in [*shares, chance, limit])
