"""`rehearsal progress`: the progress report over many attempts as a PDF."""

from __future__ import annotations

import argparse
from datetime import date, datetime

from app.verbs.words import complain, paths_of


def run(options: argparse.Namespace) -> int:
    """Write the report; 1 when there is no such exam, or no finished attempt to tell of."""
    from app.bootstrap import build

    services = build(paths_of(options), with_sample=True)
    known = [summary.exam.id for summary in services.banks.summaries()]
    if options.exam is not None and options.exam not in known:
        complain(f"there is no exam {options.exam!r}; there are {', '.join(known)}.")
        return 1
    found = services.history.progress(options.exam, _midnight_ms(options.since))
    if not found.exams:
        complain("there is no finished attempt to tell of; “rehearsal attempts” lists them all.")
        return 1
    language = options.lang or services.preferences.current.interface_language or "en"
    services.save(options.pdf, services.documents.progress_report(found, language, options.paper))
    print(options.pdf)
    return 0


def _midnight_ms(day: date | None) -> int | None:
    """When a day begins on this machine, in ms since the epoch."""
    if day is None:
        return None
    return int(datetime(day.year, day.month, day.day).astimezone().timestamp() * 1000)
