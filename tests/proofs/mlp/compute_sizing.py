"""Units of provisioned concurrency from rates and times."""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


def units(rate: Fraction | int, milliseconds: int) -> int:
    """The least multiple of 4 that handles the rate."""
    return 4 * ceil(rate * Fraction(milliseconds, 1000) / 4)


@proves("mlp-compute-sizing-001")
def bounds_of_an_endpoint(folder: Path) -> Verdicts:
    return matching(
        (units(40, 80), units(280 * Fraction(5, 4), 80)),
        {
            "min4-max24": (4, 24),
            "min4-max28": (4, 28),
            "min8-max24": (8, 24),
            "min8-max28": (8, 28),
        },
    )


@proves("mlp-compute-sizing-003")
def bounds_of_two_versions(folder: Path) -> Verdicts:
    return matching(
        (units(400 * Fraction(9, 10), 50), units(400 * Fraction(1, 10), 200)),
        {"v20-v4": (20, 4), "v20-v8": (20, 8), "v24-v4": (24, 4), "v24-v8": (24, 8)},
    )
