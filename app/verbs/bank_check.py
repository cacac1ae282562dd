"""`rehearsal bank check`: every problem of a bank, by file and line."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from app.core.problems import Problem
from app.verbs.words import complain, print_json


def run(options: argparse.Namespace) -> int:
    """Check a bank; 1 when it has an error."""
    from app.content.checking import check
    from app.system.resources import banks

    path = options.path or banks()
    if not path.exists():
        complain(f"{path}: there is no such file or folder. Name a banks folder, a bank or a topic file.")
        return 2
    report = check(path)
    if options.json:
        print_json(
            {
                "problems": [asdict(problem) for problem in report.problems],
                "banks": [asdict(bank) for bank in report.banks],
            }
        )
    else:
        for problem in report.problems:
            print(_line(problem))
        for bank in report.banks:
            print(" ".join(f"{name}={value}" for name, value in asdict(bank).items()))
        print(f"{len(report.problems)} problem(s), {report.errors} of them error(s)")
    return 1 if report.errors else 0


def _line(problem: Problem) -> str:
    place = problem.path if problem.line is None else f"{problem.path}:{problem.line}"
    item = f" [{problem.item}]" if problem.item else ""
    return f"{place}: {problem.severity}{item} {problem.rule}: {problem.what} {problem.cure}"
