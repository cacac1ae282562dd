"""Quotas by largest remainder."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.blueprint import Shortfall, largest_remainder, quotas, shortfalls
from app.core.exam import Axis, Weight
from app.core.ids import StratumId
from tests.support.papers import make_bank, make_profile

PERCENTS = st.lists(st.floats(0, 100, allow_nan=False), min_size=1, max_size=9).filter(lambda w: sum(w) > 1)


def weigh(*percents: float) -> tuple[Weight, ...]:
    return tuple(Weight(StratumId(f"s{n}"), percent) for n, percent in enumerate(percents))


def share(total: int, *percents: float) -> list[int]:
    return list(largest_remainder(weigh(*percents), total).values())


@pytest.mark.parametrize(
    ("total", "percents", "expected"),
    [
        (45, (30, 20, 20, 15, 15), [13, 9, 9, 7, 7]),
        (60, (30, 20, 20, 15, 15), [18, 12, 12, 9, 9]),
        (60, (44, 44, 12), [27, 26, 7]),
        (45, (38, 19, 31, 12), [17, 9, 14, 5]),
        (1, (50, 50), [1, 0]),
        (10, (33.3, 33.3, 33.4), [3, 3, 4]),
        (3, (1, 1, 1, 1), [1, 1, 1, 0]),
        (7, (100, 0), [7, 0]),
        (0, (30, 70), [0, 0]),
        (20, (3, 1), [15, 5]),
    ],
)
def test_questions_are_shared_out(total: int, percents: tuple[float, ...], expected: list[int]) -> None:
    assert share(total, *percents) == expected


@given(PERCENTS, st.integers(0, 200))
def test_shares_sum_to_the_total_and_lie_within_one_of_the_exact_share(
    percents: list[float], total: int
) -> None:
    seats = share(total, *percents)
    assert sum(seats) == total
    for seat, percent in zip(seats, percents, strict=True):
        assert abs(seat - percent * total / sum(percents)) < 1 + 1e-9


@pytest.mark.parametrize(("total", "percents"), [(-1, (50, 50)), (5, ()), (5, (0, 0)), (5, (120, -20))])
def test_weights_that_mean_nothing(total: int, percents: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="weights must be positive"):
        share(total, *percents)


def test_a_profile_has_quotas() -> None:
    assert quotas(make_profile(questions=5, weights={"d2": 60, "d1": 40})) == {"d2": 3, "d1": 2}


def test_a_bank_that_is_large_enough_lacks_nothing() -> None:
    assert shortfalls(make_bank().items, make_profile(questions=12)) == ()


def test_a_bank_lacks_what_a_stratum_is_short_of() -> None:
    lacking = shortfalls(make_bank().items, make_profile(questions=20, weights={"d1": 60, "d2": 40}))
    assert lacking == (Shortfall(StratumId("d1"), 12, 6), Shortfall(StratumId("d2"), 8, 6))


def test_a_stratum_without_any_item_is_lacking_on_either_axis() -> None:
    profile = make_profile(questions=4, axis=Axis.SECTION, weights={"s1": 50, "s9": 50})
    assert shortfalls(make_bank().items, profile) == (Shortfall(StratumId("s9"), 2, 0),)
