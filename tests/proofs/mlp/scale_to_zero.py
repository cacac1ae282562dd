"""Idle times of an endpoint that scales to zero."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves

IDLE_MIN = 30


def minute(clock: str) -> int:
    """Minutes since midnight."""
    hours, minutes = clock.split(":")
    return 60 * int(hours) + int(minutes)


@proves("mlp-scale-to-zero-002")
def cold_starts_of_users(folder: Path) -> Verdicts:
    users = {minute(clock) for clock in ("08:20", "08:55", "09:24", "10:15", "10:50")}
    released, cold = 0, 0
    for now in sorted(users | {minute(clock) for clock in ("08:00", "09:00", "10:00")}):
        cold += now in users and now > released
        released = now + IDLE_MIN
    return matching(cold, {"none": 0, "two": 2, "four": 4, "five": 5})


@proves("mlp-scale-to-zero-003")
def minutes_billed(folder: Path) -> Verdicts:
    used: set[int] = set()
    for begin in ("09:00", "10:00", "13:00", "16:00"):
        first = minute(begin)
        used |= set(range(first, first + 40 + IDLE_MIN))
    claims = {"spells": 160, "joined": 190, "billed": 270, "apart": 280}
    return matching(len(used), claims)
