"""The disk fails in every way a candidate may meet: nothing that was saved is lost, and the exam goes on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator

from tests.torture.disk_faults import LIBRARY, build_library
from tests.torture.trial import Finding, Trial

LONG = 520
AT_ONCE = 52
"""Rounds in one process: a finding in one must not spoil hundreds of others."""


def torture(trial: Trial) -> Iterator[Finding]:
    """Let a candidate sit an exam in the real window, a fault of the disk in its middle or before a start."""
    library = build_library(trial.folder)
    wanted = trial.rounds or LONG
    count: Counter[str] = Counter()
    events = 0
    for first in range(0, wanted, AT_ONCE):
        last = min(first + AT_ONCE, wanted)
        for line in _lines(trial, first, last, str(library or "")):
            if "mount" in line:
                _note_means(trial, line)
            elif "wrong" in line:
                yield Finding(f"round {line['round']}, {line['fault']}", str(line["wrong"]))
            else:
                count[str(line["fault"])] += 1
                events += int(str(line["events"]))
    trial.figures["rounds survived"] = f"{sum(count.values())} of {wanted}"
    trial.figures["saved events compared, none lost"] = str(events)
    for fault, times in sorted(count.items()):
        trial.figures[fault] = str(times)


def _note_means(trial: Trial, line: dict[str, object]) -> None:
    trial.figures["full disk by"] = "a memory file system" if line["mount"] else "a limit on file sizes"
    library = "a library loaded before the C library"
    trial.figures["failing calls by"] = library if line["library"] else "a limit on file sizes (no compiler)"


def _lines(trial: Trial, first: int, last: int, library: str) -> Iterator[dict[str, object]]:
    folder = trial.folder / f"from-{first}"
    folder.mkdir()
    command = [sys.executable, "-P", "-m", "tests.torture.disk_rounds", str(folder)]
    command += [str(trial.seed), str(first), str(last)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", LIBRARY: library}
    if library:
        environment["LD_PRELOAD"] = library
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        told = last
        for text in running.stdout:
            line: dict[str, object] = json.loads(text)
            told = int(str(line.get("round", first - 1))) + 1
            yield line
    if running.returncode or told != last:
        yield {"round": told, "fault": "the process", "wrong": f"it ended with {running.returncode}"}
