"""`rehearsal bank pack`, `install` and `remove`: banks as files, and the user's own banks."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from app.core.problems import Severity
from app.services.ports import Trouble, TroubleKind
from app.verbs.words import complain, paths_of

_SHOWN = 20
"""Errors of a refused bank that are printed; `bank check` has them all."""

_REFUSALS = {
    TroubleKind.BANK_BROKEN,
    TroubleKind.BANK_SHIPPED,
    TroubleKind.NO_SUCH_EXAM,
    TroubleKind.TOO_NEW,
}
"""Told in the words of whoever refused; the rest is the world's failing, and has words of its own."""


def run(options: argparse.Namespace) -> int:
    """Do what was asked; 1 when a bank is refused."""
    actions = {"pack": _pack, "install": _install, "remove": _remove}
    try:
        return actions[options.action](options)
    except Trouble as trouble:
        if trouble.kind not in _REFUSALS:
            raise
        complain(f"{trouble.path}: {trouble.detail}.")
        errors = [problem for problem in trouble.problems if problem.severity is Severity.ERROR]
        for problem in errors[:_SHOWN]:
            print(f"{problem.path}:{problem.line or 1}: {problem.rule}: {problem.what} {problem.cure}")
        return 1


def _pack(options: argparse.Namespace) -> int:
    from app.bootstrap import save_file
    from app.content.package import pack
    from app.core.packages import SUFFIX

    out: Path = options.out
    if out.suffix != SUFFIX:
        complain(f"{out}: a bank package is called NAME{SUFFIX}; give it such a name.")
        return 2
    content = pack(options.folder)
    save_file(out, content)
    print(f"{out}: {len(content):,} bytes")
    return 0


def _install(options: argparse.Namespace) -> int:
    from app.bootstrap import load_package, own_banks, troubles

    paths = paths_of(options)
    content = load_package(options.file)
    with troubles(paths.banks):
        done = own_banks(paths).install(content, str(options.file), datetime.now(tz=UTC).date())
    print(f"installed {done.exam}: {done.items} items, {done.warnings} warning(s), digest {done.digest}")
    if done.replaced:
        same = " (the same bank)" if done.replaced == done.digest else ""
        print(f"it replaces the bank of digest {done.replaced}{same}")
    return 0


def _remove(options: argparse.Namespace) -> int:
    from app.bootstrap import own_banks, troubles

    paths = paths_of(options)
    with troubles(paths.banks):
        own_banks(paths).remove(options.exam)
    print(f"removed {options.exam}; attempts at it can still be read")
    return 0
