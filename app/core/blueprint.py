"""What a form must contain: quotas by largest remainder, and what a bank lacks to fill them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.ids import StratumId

if TYPE_CHECKING:
    from app.core.bank import Item
    from app.core.exam import Profile, Weight


_PARTS_A_PERCENT = 1_000_000
"""Weights are counted in whole parts, so that shares are compared exactly."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A stratum for which the bank holds fewer items than the form needs."""

    stratum: StratumId
    needed: int
    available: int


def largest_remainder(weights: tuple[Weight, ...], total: int) -> dict[StratumId, int]:
    """Share `total` questions out by weight; the shares always sum to `total`.

    The method of Hamilton: each stratum gets the whole part of its exact share, and the seats
    left over go to the largest remainders; equal remainders go by the order of the weights.
    Rounding each share by itself would turn 45 questions into 46.
    """
    parts = [round(weight.percent * _PARTS_A_PERCENT) for weight in weights]
    whole = sum(parts)
    if total < 0 or whole <= 0 or min(parts) < 0:
        raise ValueError("weights must be positive and the total not negative")
    seats = [part * total // whole for part in parts]
    by_remainder = sorted(range(len(seats)), key=lambda i: (-(parts[i] * total % whole), i))
    for index in by_remainder[: total - sum(seats)]:
        seats[index] += 1
    return {weight.stratum: seat for weight, seat in zip(weights, seats, strict=True)}


def quotas(profile: Profile) -> dict[StratumId, int]:
    """How many questions of each stratum a form under `profile` has."""
    return largest_remainder(profile.weights, profile.questions)


def shortfalls(items: Iterable[Item], profile: Profile) -> tuple[Shortfall, ...]:
    """The strata that keep a bank from filling one form; empty when it can."""
    return missing(Counter(item.stratum(profile.axis) for item in items), profile)


def missing(available: Counter[StratumId], profile: Profile) -> tuple[Shortfall, ...]:
    """Like `shortfalls`, from the number of items by stratum."""
    return tuple(
        Shortfall(stratum, needed, available[stratum])
        for stratum, needed in quotas(profile).items()
        if available[stratum] < needed
    )
