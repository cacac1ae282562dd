"""Intervals for a share of correct answers."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist


@dataclass(frozen=True, slots=True)
class Interval:
    """A confidence interval of a proportion, both ends in 0..1."""

    low: float
    high: float


def wilson(successes: int, trials: int, confidence: float) -> Interval:
    """The score interval of Wilson (1927) for a binomial proportion; 0..1 when there are no trials.

    Unlike the textbook interval it stays inside 0..1 and is sound for few trials.
    """
    if not 0 <= successes <= trials or not 0 < confidence < 1:
        raise ValueError("need 0 <= successes <= trials and a confidence between 0 and 1")
    if trials == 0:
        return Interval(0.0, 1.0)
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share = successes / trials
    scale = 1 + z * z / trials
    centre = (share + z * z / (2 * trials)) / scale
    half = z / scale * sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials))
    return Interval(max(0.0, centre - half), min(1.0, centre + half))
