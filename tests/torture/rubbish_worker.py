"""The process in which rubbish is read: `python -m tests.torture.rubbish_worker FOLDER SEED ROUNDS`.

Prints a JSON line for each finding and figure.
"""

from __future__ import annotations

import json
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from tests.torture.mutation import mutated
from tests.torture.rubbish_targets import Target, targets
from tests.torture.trial import Trial

MEMORY = 512 << 20
TIME_S = 5.0
"""Of the processor, so that a busy machine finds nothing that is not there."""
_WRITING = {
    "os.remove",
    "os.rename",
    "os.mkdir",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
}
_FOREIGN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "ctypes.",
    "urllib.",
)


class Escape(BaseException):
    """The reader did what reading never needs. A BaseException, so that no handler swallows it."""


class Hang(BaseException):
    """The reader took longer than it may."""


def guard(folder: Path) -> None:
    """From now on this process writes below `folder` alone, and reaches neither network nor programs."""
    allowed = f"{folder.resolve()}/"

    def hook(event: str, values: tuple[Any, ...]) -> None:
        if event.startswith(_FOREIGN):
            raise Escape(f"{event} {values!r}"[:200])
        writes = event in _WRITING or (event == "open" and _opens_to_write(values))
        path = values[0] if values else ""
        if (
            writes
            and isinstance(path, str | bytes)
            and not str(Path(_text(path)).resolve()).startswith(allowed)
        ):
            raise Escape(f"{event} {path!r}"[:200])

    sys.addaudithook(hook)


def _text(path: str | bytes) -> str:
    return path.decode(errors="replace") if isinstance(path, bytes) else path


def _opens_to_write(values: tuple[Any, ...]) -> bool:
    import os

    _, mode, flags = values
    if isinstance(mode, str):
        return any(letter in mode for letter in "wax+")
    return bool(isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def limit_memory() -> None:
    """What is allocated beyond the limit is a MemoryError, and so a finding."""
    import resource

    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


def one(target: Target, content: bytes) -> tuple[str, float]:
    """What went wrong with one input, "" for nothing, and the seconds it took."""
    begun = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, TIME_S)
    signal.setitimer(signal.ITIMER_PROF, 6 * TIME_S)  # C code that never comes back: this one kills
    what = ""
    try:
        target.read(content)
    except (Exception, Escape, Hang) as error:
        what = f"{target.name}: {type(error).__name__}: {error}"[:300]
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.setitimer(signal.ITIMER_PROF, 0)
    took = time.process_time() - begun
    if not what and took > TIME_S:
        what = f"{target.name}: took {took:.1f} s"
    return what, took


def _tell(**said: str) -> None:
    print(json.dumps(said), flush=True)


def _all(target: Target, trial: Trial, rounds: int, first: int) -> None:
    slowest = 0.0
    for number in range(first, first + rounds):
        chance = trial.chance(number)
        content = mutated(chance.choice(target.corpus), target.corpus, chance)
        what, took = one(target, content)
        slowest = max(slowest, took)
        if what:
            place = f"seed {trial.seed}, round {number}, input {content[:300]!r}"
            _tell(place=place, what=what)
    _tell(figure=f"{target.name}", value=f"{rounds:,} inputs, slowest {slowest:.2f} s")


def main(arguments: list[str]) -> None:
    """Read all rounds' inputs."""
    folder, seed, rounds = Path(arguments[0]), int(arguments[1]), int(arguments[2])
    alarm: Callable[[int, FrameType | None], None] = _hang
    signal.signal(signal.SIGVTALRM, alarm)
    trial = Trial(folder, seed, rounds)
    found = targets(folder)
    limit_memory()
    guard(folder)
    first = 0
    for target in found:
        share = max(1, round(rounds * target.share))
        _all(target, trial, share, first)
        first += share
    for target in found:
        for number, content in enumerate(target.nasty):
            what, _ = one(target, content)
            if what:
                _tell(place=f"nasty input {number} of {target.name}", what=what)
        _tell(figure=f"{target.name}, made by hand", value=f"{len(target.nasty)} inputs")
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    _tell(figure="all inputs", value=f"{first:,}")
    _tell(figure="largest memory", value=f"{peak} MB, program and corpus included")


def _hang(_signal: int, _frame: FrameType | None) -> None:
    raise Hang(f"longer than {TIME_S} s")


if __name__ == "__main__":
    main(sys.argv[1:])
