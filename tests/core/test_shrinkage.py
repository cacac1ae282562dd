"""Strata that borrow from each other."""

from __future__ import annotations

import pytest

from app.core.ids import StratumId
from app.core.shrinkage import Estimate, Tally, beliefs, estimates


def levels(*counts: tuple[int, int]) -> list[Estimate]:
    return list(estimates([Tally(StratumId(f"d{n}"), q, c) for n, (q, c) in enumerate(counts)]))


def width(estimate: Estimate) -> float:
    return estimate.band.high - estimate.band.low


def test_beliefs_are_weighed() -> None:
    believed = beliefs([Tally(StratumId("d1"), 9, 6), Tally(StratumId("d2"), 7, 7)])
    assert sum(belief.weight for belief in believed) == pytest.approx(1)
    with pytest.raises(ValueError, match="no stratum"):
        beliefs([])


def test_the_fewer_the_questions_the_more_an_estimate_is_drawn_to_the_rest() -> None:
    many, few = levels((40, 30), (4, 0))
    assert 0.70 < many.share < 0.75
    assert 0.3 < few.share < 0.6
    assert few.band.low < few.share < few.band.high


def test_equal_counts_give_equal_estimates_near_the_common_share() -> None:
    one, other = levels((10, 7), (10, 7))
    assert one == other
    assert one.share == pytest.approx(0.7, abs=0.03)


def test_more_questions_make_the_band_narrower() -> None:
    few, many = levels((9, 6), (9, 6))[0], levels((90, 60), (90, 60))[0]
    assert width(many) < width(few) / 2


def test_a_stratum_without_questions_shows_what_the_others_suggest() -> None:
    known, unknown = levels((30, 24), (0, 0))
    assert unknown.share == pytest.approx(known.share, abs=0.08)
    assert width(unknown) > width(known)


@pytest.mark.parametrize("counts", [((1, 0),), ((1, 1),), ((100, 100), (100, 100)), ((0, 0),), ((500, 0),)])
def test_extremes_stay_inside(counts: tuple[tuple[int, int], ...]) -> None:
    for estimate in levels(*counts):
        assert 0 <= estimate.band.low < estimate.share < estimate.band.high <= 1


def test_nothing_gives_nothing() -> None:
    assert estimates([]) == ()
