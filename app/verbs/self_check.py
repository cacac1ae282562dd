"""`rehearsal --self-check`: whether this installation does what it is for."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from app.verbs.words import complain


def run(options: argparse.Namespace) -> int:
    """Sit the sample exam in a throw-away folder, through every page, and make its report in Japanese.

    1 when something is missing, with words on standard error.
    """
    from app.verbs import demo

    with tempfile.TemporaryDirectory(prefix="rehearsal-check-", ignore_cleanup_errors=True) as folder:
        out = Path(folder)
        language = options.lang or "ja"
        settings = argparse.Namespace(
            exam="sample",
            tour=False,
            profile=None,
            seed=7,
            skill=0.8,
            out=out,
            trace=out / "trace.jsonl",
            data_dir=None,
            lang=language,
        )
        demo.run(settings, quiet=True)
        problems = _missing(out)
    for problem in problems:
        complain(f"self-check: {problem}")
    if not problems:
        print("self-check: paper, exam, database, pages and PDF are in order")
    return 1 if problems else 0


def _missing(out: Path) -> list[str]:
    """What a sat exam must have left."""
    problems = []
    report = out / "score-report.pdf"
    if not report.is_file() or not report.read_bytes().startswith(b"%PDF-"):
        problems.append("the score report was not made")
    if not (out / "attempt.json").is_file():
        problems.append("the attempt could not be read back")
    if not (out / "data" / "rehearsal.sqlite3").is_file():
        problems.append("the database was not written")
    if len(list(out.glob("*.png"))) < 12:
        problems.append("not every page could be shown")
    return problems
