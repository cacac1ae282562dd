"""The beta distribution against values known otherwise."""

from __future__ import annotations

from math import comb
from random import Random

import pytest

from app.core.beta import Beta, beta_binomial, binomial_from


@pytest.mark.parametrize(
    ("a", "b", "share", "expected"),
    [
        (1, 1, 0.3, 0.3),
        (2, 1, 0.6, 0.36),
        (1, 2, 0.6, 1 - 0.16),
        (0.5, 0.5, 0.5, 0.5),
        (2, 3, 0.5, 0.6875),
        (3, 2, 0.0, 0.0),
        (3, 2, 1.0, 1.0),
    ],
)
def test_the_distribution_function(a: float, b: float, share: float, expected: float) -> None:
    assert Beta(a, b).cdf(share) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(("trials", "least", "share"), [(45, 32, 0.7), (60, 1, 0.01), (10, 10, 0.93)])
def test_the_tail_of_a_binomial(trials: int, least: int, share: float) -> None:
    summed = sum(comb(trials, k) * share**k * (1 - share) ** (trials - k) for k in range(least, trials + 1))
    assert binomial_from(least, trials, share) == pytest.approx(summed, abs=1e-9)


def test_no_success_is_always_reached_and_more_than_all_never() -> None:
    assert (binomial_from(0, 5, 0.0), binomial_from(6, 5, 1.0)) == (1.0, 0.0)


def test_a_quantile_undoes_the_distribution_function() -> None:
    chance = Random(1)
    for _ in range(50):
        beta = Beta(0.3 + 60 * chance.random(), 0.3 + 60 * chance.random())
        probability = 0.02 + 0.96 * chance.random()
        assert beta.cdf(beta.quantile(probability)) == pytest.approx(probability, abs=1e-3)


def test_an_interval_has_equal_tails() -> None:
    interval = Beta(32.5, 13.5).interval(0.80)
    assert interval.low == pytest.approx(0.6190353, abs=1e-6)
    assert interval.high == pytest.approx(0.7900434, abs=1e-6)


def test_moments_find_their_distribution_again() -> None:
    beta = Beta(7.0, 3.0)
    found = Beta.matched(beta.mean, beta.variance)
    assert [found.a, found.b] == pytest.approx([7.0, 3.0])


@pytest.mark.parametrize(("mean", "variance"), [(0.0, 0.1), (1.0, 0.1), (0.5, 0.25), (0.5, 0.0)])
def test_moments_that_no_beta_has_are_refused(mean: float, variance: float) -> None:
    with pytest.raises(ValueError, match="moments"):
        Beta.matched(mean, variance)


def test_the_beta_binomial_is_a_distribution_with_the_known_mean() -> None:
    chances = beta_binomial(13, 9.0, 4.0)
    assert sum(chances) == pytest.approx(1)
    assert sum(k * chance for k, chance in enumerate(chances)) == pytest.approx(13 * 9 / 13)
    assert beta_binomial(2, 1.0, 1.0) == pytest.approx([1 / 3] * 3)
