"""The wall clock and a steady clock that counts suspend, where the system has one."""

from __future__ import annotations

import os
import time
from collections.abc import Callable


def wall_ms() -> int:
    """Milliseconds since the epoch, UTC."""
    return time.time_ns() // 1_000_000


def _steady() -> Callable[[], int]:
    """A reader in nanoseconds.

    CLOCK_BOOTTIME counts suspend on Linux; on macOS CLOCK_MONOTONIC does, while Python's
    `time.monotonic` does not; on Windows `time.monotonic` is what there is.
    """
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        clock_id = getattr(time, name, None)
        if clock_id is not None:
            return lambda: time.clock_gettime_ns(clock_id)
    return time.monotonic_ns


_read_steady = _steady()


def tick_ms() -> int:
    """Milliseconds of the steady clock, from an arbitrary start."""
    return _read_steady() // 1_000_000


RUN = os.urandom(16).hex()
"""Names this run of the program: ticks of two runs must not be compared."""
