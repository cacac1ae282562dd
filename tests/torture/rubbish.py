"""Rubbish in: whatever bytes come, a reader answers with a value or with a Trouble, and touches nothing else.

Seeded mutation of a kept corpus (`tests/torture/corpus`) and of the sample bank. The inputs go through a
process of their own with limits of memory and processor time, in which an audit hook forbids to write
outside the trial's folder, to start processes and to open sockets. A finding tells target, seed and round,
and how the input begins.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.torture.trial import Finding, Trial

LONG_RUN = 1_000_000
ROOT = Path(__file__).parents[2]


def torture(trial: Trial) -> Iterator[Finding]:
    """So many inputs over all targets; what is slow to read gets fewer."""
    rounds = LONG_RUN if trial.rounds is None else trial.rounds
    words = [
        sys.executable,
        "-m",
        "tests.torture.rubbish_worker",
        str(trial.folder),
        str(trial.seed),
        str(rounds),
    ]
    # stderr into a file: a full pipe would stop the worker.
    with (trial.folder / "stderr").open("wb") as errors:
        worker = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True)
    with worker:
        yield from _told(worker, trial)
    if worker.returncode:
        last = (trial.folder / "stderr").read_text(errors="replace")[-1500:]
        yield Finding(f"seed {trial.seed}", f"the worker ended with {worker.returncode}: {last}")


def _told(worker: subprocess.Popen[str], trial: Trial) -> Iterator[Finding]:
    """The findings, each kind three times at most; figures go to the trial."""
    told: Counter[str] = Counter()
    for line in worker.stdout or ():
        said = json.loads(line)
        if "figure" in said:
            trial.figures[said["figure"]] = said["value"]
        else:
            told[said["what"][:60]] += 1
            if told[said["what"][:60]] <= 3:
                yield Finding(said["place"], said["what"])
