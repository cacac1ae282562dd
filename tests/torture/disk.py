"""The disk fails in every way a candidate may meet: nothing that was saved is lost, and the exam goes on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from tests.torture.disk_faults import LIBRARY, build_library
from tests.torture.trial import Finding, Trial

LONG = 520
AT_ONCE = 52
"""Rounds in one process: a finding in one must not spoil hundreds of others."""


def torture(trial: Trial, chosen: Sequence[int] = ()) -> Iterator[Finding]:
    """Let a candidate sit an exam in the real window, a fault of the disk in its middle or before a start.

    `chosen`: these rounds alone, by number; each number has its fault.
    """
    library = build_library(trial.folder)
    numbers = list(chosen) or list(range(trial.rounds or LONG))
    count: Counter[str] = Counter()
    events = 0
    for at in range(0, len(numbers), AT_ONCE):
        for line in _lines(trial, numbers[at : at + AT_ONCE], str(library or "")):
            if "mount" in line:
                _note_means(trial, line)
            elif "wrong" in line:
                yield Finding(f"round {line['round']}, {line['fault']}", str(line["wrong"]))
            else:
                count[str(line["fault"])] += 1
                events += int(str(line["events"]))
    trial.figures["rounds survived"] = f"{sum(count.values())} of {len(numbers)}"
    trial.figures["saved events compared, none lost"] = str(events)
    for fault, times in sorted(count.items()):
        trial.figures[fault] = str(times)


def _note_means(trial: Trial, line: dict[str, object]) -> None:
    trial.figures["full disk by"] = "a memory file system" if line["mount"] else "a limit on file sizes"
    library = "a library loaded before the C library"
    trial.figures["failing calls by"] = library if line["library"] else "a limit on file sizes (no compiler)"


def _lines(trial: Trial, numbers: Sequence[int], library: str) -> Iterator[dict[str, object]]:
    folder = trial.folder / f"from-{numbers[0]}"
    folder.mkdir()
    command = [sys.executable, "-P", "-m", "tests.torture.disk_rounds", str(folder), str(trial.seed)]
    command += [str(number) for number in numbers]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", LIBRARY: library}
    if library:
        environment["LD_PRELOAD"] = library
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        told = -1
        for text in running.stdout:
            line: dict[str, object] = json.loads(text)
            told = int(str(line.get("round", -1)))
            yield line
    if running.returncode or told != numbers[-1]:
        words = f"after round {told} it ended with {running.returncode}"
        yield {"round": told, "fault": "the process", "wrong": words}
