"""Shares of traffic: what a version can bear, and who meets it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mlp-rollout-003")
def highest_share(folder: Path) -> Verdicts:
    usable = 16 * Fraction(75, 100)
    shares = {"fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30}
    steps = range(0, 101, 5)
    highest = max(
        share for share in steps if Fraction(share, 100) * 1200 * Fraction(60, 1000) <= usable
    )  # busy units: requests per second times seconds per request
    return matching(highest, shares)


@proves("mlp-rollout-004")
def visits_that_meet_the_new_version(folder: Path) -> Verdicts:
    met = 1 - Fraction(90, 100) ** 8
    return matching(round(100 * met), {"ten": 10, "forty-three": 43, "fifty-seven": 57, "thirty-eight": 38})
