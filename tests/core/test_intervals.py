"""The interval of Wilson."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.intervals import Interval, wilson

CONFIDENCES = st.sampled_from([0.5, 0.8, 0.95, 0.99])


@pytest.mark.parametrize(
    ("right", "of", "confidence", "low", "high"),
    [
        (32, 45, 0.95, 0.566, 0.823),
        (5, 7, 0.95, 0.359, 0.918),
        (4, 6, 0.80, 0.4094, 0.8523),
        (81, 263, 0.95, 0.2553, 0.3662),  # Newcombe 1998, table I, method 3
        (15, 148, 0.95, 0.0624, 0.1605),
        (0, 20, 0.95, 0.0, 0.1611),
        (1, 29, 0.95, 0.0061, 0.1718),
        (10, 10, 0.95, 0.7225, 1.0),
    ],
)
def test_published_and_hand_computed(right: int, of: int, confidence: float, low: float, high: float) -> None:
    found = wilson(right, of, confidence)
    assert [found.low, found.high] == pytest.approx([low, high], abs=6e-4)


def test_no_trials_say_nothing() -> None:
    assert wilson(0, 0, 0.95) == Interval(0.0, 1.0)


@pytest.mark.parametrize(("right", "of", "confidence"), [(3, 2, 0.9), (-1, 2, 0.9), (1, 2, 0.0), (1, 2, 1.0)])
def test_figures_that_cannot_be(right: int, of: int, confidence: float) -> None:
    with pytest.raises(ValueError, match="successes"):
        wilson(right, of, confidence)


@given(st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), CONFIDENCES)
def test_an_interval_lies_in_the_scale_and_mirrors(figures: tuple[int, int], confidence: float) -> None:
    right, of = figures
    found, mirrored = wilson(right, of, confidence), wilson(of - right, of, confidence)
    assert 0 <= found.low < found.high <= 1
    assert found.low - 1e-12 <= right / of <= found.high + 1e-12
    assert found.low == pytest.approx(1 - mirrored.high)


@given(st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_each_end_is_where_the_score_test_just_fails(figures: tuple[int, int]) -> None:
    right, of = figures
    for end in (wilson(right, of, 0.95).low, wilson(right, of, 0.95).high):
        if 1e-9 < end < 1 - 1e-9:
            assert abs(right / of - end) == pytest.approx(1.959964 * sqrt(end * (1 - end) / of), rel=1e-5)
