"""The program is killed at any moment: every answer that had been shown is there, nothing is there twice.

The rounds run in a process of their own, which has imported the program but made no window: it forks for each
round, so that a killed program costs half a second and not three.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator

from tests.torture.trial import Finding, Trial

LONG = 5000
AT_ONCE = 250
"""Rounds in one process and over one data folder."""


def torture(trial: Trial) -> Iterator[Finding]:
    """Kill the program in exams, at its first start, in an upgrade, reading banks, writing, importing."""
    rounds, count = trial.rounds or LONG, Counter[str]()
    shown = events = 0
    for first in range(0, rounds, AT_ONCE):
        for line in _lines(trial, first, min(AT_ONCE, rounds - first)):
            place = f"seed {trial.seed}, round {line['round']}, {line['kind']}"
            count[str(line["kind"])] += 1
            shown, events = shown + int(str(line["shown"])), events + int(str(line["events"]))
            yield from (Finding(place, str(what)) for what in _list(line["wrong"]))
    trial.figures["kills"] = str(count.total())
    trial.figures["answers shown before a kill, and compared"] = str(shown)
    trial.figures["events read after them"] = str(events)
    for kind, times in sorted(count.items()):
        trial.figures[f"killed in: {kind}"] = str(times)


def _list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


def _lines(trial: Trial, first: int, count: int) -> Iterator[dict[str, object]]:
    folder = trial.folder / f"from-{first}"
    folder.mkdir()
    command = [sys.executable, "-P", "-m", "tests.torture.kill_rounds", str(folder)]
    command += [str(trial.seed), str(first), str(count)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = 0
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        for line in running.stdout:
            done += 1
            yield json.loads(line)
    if running.returncode or done != count:
        wrong = [f"the rounds ended with {running.returncode}"]
        yield {"round": first + done, "kind": "all", "shown": 0, "events": 0, "wrong": wrong}
