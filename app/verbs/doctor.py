"""`rehearsal doctor`: versions, places, database, backups, banks and fonts; what is wrong, and the cure."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from app.verbs.words import complain, paths_of, print_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.system.paths import Paths
    from app.verbs.findings import Finding

MARKS = {"ok": "OK     ", "warning": "WARNING", "fault": "FAULT  "}


def run(options: argparse.Namespace) -> int:
    """Look at everything; 1 when there is a fault that was not repaired, 2 when a repair failed."""
    from app.verbs.examination import examine

    paths = paths_of(options)
    found = examine(paths)
    if options.repair and any(finding.repair for finding in found):
        if not options.json:
            _print(found)
        if not _agreed(options, found):
            return 2
        done = _repair(paths, found)
        found = examine(paths)
        if not options.json:
            print("\n".join(("", *done, "")))
    if options.json:
        print_json([finding.plain() for finding in found])
    else:
        _print(found)
    return 1 if any(finding.state == "fault" for finding in found) else 0


def _print(found: Sequence[Finding]) -> None:
    for finding in found:
        print(f"{MARKS[finding.state]} {finding.subject}: {finding.words}")
        if finding.cure:
            print(f"        → {finding.cure}")


def _agreed(options: argparse.Namespace, found: Sequence[Finding]) -> bool:
    """Whether somebody wants the repairs: by --yes, or asked on a terminal."""
    if options.yes:
        return True
    if not sys.stdin.isatty() or options.json:
        complain("nothing was repaired: --repair asks on a terminal; elsewhere it needs --yes.")
        return False
    print("\nTo be repaired:")
    for finding in found:
        if finding.repair:
            print(f"  {finding.subject}: {finding.repair}")
    return input("Go on? [y/N] ").strip().lower() in {"y", "yes"}


def _repair(paths: Paths, found: Sequence[Finding]) -> list[str]:
    """Do what each finding asks for, under the lock of the window; what was done, in words."""
    from app.bootstrap import lock_window
    from app.services.ports import Trouble, TroubleKind
    from app.verbs.repairs import REPAIRS

    lock = lock_window(paths)
    if lock is None:
        raise Trouble(TroubleKind.LOCKED, str(paths.data), "the window is open; close it first")
    try:
        wanted = dict.fromkeys(finding.key for finding in found if finding.repair)
        return [f"Repaired: {REPAIRS[key](paths)}" for key in wanted]
    finally:
        lock.release()
