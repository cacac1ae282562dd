"""Rubbish guided by coverage: each reader gets inputs that lead it where it has not been (atheris).

Needs `pip install atheris`, which has wheels for Linux alone; what it finds goes into the corpus.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from tests.torture.rubbish import ROOT
from tests.torture.rubbish_targets import targets
from tests.torture.trial import Finding, Trial

LONG_RUN = 100_000
"""Inputs of each reader."""

_NEW = re.compile(r"cov: (\d+).*corp: (\d+)")


def torture(trial: Trial) -> Iterator[Finding]:
    """Each reader in a process of its own."""
    if find_spec("atheris") is None:
        yield Finding("guided", "atheris is not installed: .venv/bin/pip install atheris, then once more")
        return
    rounds = LONG_RUN if trial.rounds is None else trial.rounds
    for number, target in enumerate(targets(trial.folder)):
        folder = trial.folder / f"guided-{number}"
        folder.mkdir()
        words = [sys.executable, "-m", "tests.torture.guided_worker", str(folder), str(number)]
        words += [str(trial.seed), str(rounds)]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, check=False)
        said = done.stderr.decode(errors="replace")
        reached = _NEW.findall(said)
        cover, kept = reached[-1] if reached else ("?", "?")
        trial.figures[target.name] = f"{rounds:,} inputs, {cover} branches, {kept} inputs kept for new ones"
        if done.returncode:
            yield Finding(f"{target.name}, seed {trial.seed}", f"{_what(folder)}: {said[-1500:]}")


def _what(folder: Path) -> str:
    """The input on which it ended, as libFuzzer leaves it."""
    left = sorted(folder.glob("found-*"))
    return repr(left[0].read_bytes()[:600]) if left else "no input"
