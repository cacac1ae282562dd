"""What counts in several strata say of each of them: every one borrows from all, the more the less it has.

The model is the hierarchical one for binomial counts (Gelman et al., Bayesian Data Analysis, 3rd ed., 5.3):
in stratum d, y of n questions are right, y ~ Binomial(n, p_d), and p_d ~ Beta(m k, (1 - m) k). The mean m and
the concentration k are not known either; they are uniform in m and in k^(-1/2), as proposed there, with k
between 4 and 400, and are averaged over on a grid. Subscores that borrow in this way predict the next
subscore better than bare ones do (Sinharay 2010; Wainer et al. 2001, augmented scores).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp

from app.core.beta import Beta, log_beta
from app.core.ids import StratumId
from app.core.intervals import Interval

BAND_CONFIDENCE = 0.80
"""How probable it is that the level of a stratum lies within its band."""

_MEANS = tuple((step + 0.5) / 32 for step in range(32))
_CONCENTRATIONS = tuple((0.05 + 0.09 * step) ** -2 for step in range(6))
_GRID = tuple(
    (mean * size, (1 - mean) * size, log_beta(mean * size, (1 - mean) * size))
    for size in _CONCENTRATIONS
    for mean in _MEANS
)
"""The priors Beta(a, b) that are averaged over, each with the logarithm of its own beta function."""

_NEGLIGIBLE = 3e-3
"""Points of the grid with less than this share of the greatest weight are left out."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Questions of one stratum, and how many of them were right."""

    stratum: StratumId
    questions: int
    correct: int


@dataclass(frozen=True, slots=True)
class Estimate:
    """What is believed of a level (a share of right answers), and the band that holds it with 80 %."""

    beta: Beta
    band: Interval

    @property
    def share(self) -> float:
        """The level to be expected, 0..1."""
        return self.beta.mean


@dataclass(frozen=True, slots=True)
class Belief:
    """One point of the grid: its probability, and what it makes of each stratum."""

    weight: float
    strata: tuple[Beta, ...]


def beliefs(tallies: Sequence[Tally]) -> tuple[Belief, ...]:
    """What the counts leave to believe; the weights sum to 1. ValueError without any stratum."""
    if not tallies:
        raise ValueError("there is no stratum")
    logs = [_evidence(tallies, *prior) for prior in _GRID]
    greatest = max(logs)
    weighed = ((exp(value - greatest), prior) for value, prior in zip(logs, _GRID, strict=True))
    kept = [(weight, a, b) for weight, (a, b, _) in weighed if weight >= _NEGLIGIBLE]
    whole = sum(weight for weight, *_ in kept)
    return tuple(
        Belief(
            weight / whole,
            tuple(Beta(a + tally.correct, b + tally.questions - tally.correct) for tally in tallies),
        )
        for weight, a, b in kept
    )


def estimates(tallies: Sequence[Tally]) -> tuple[Estimate, ...]:
    """The level of each stratum, in the order given; one without questions shows what the others suggest."""
    return estimates_of(beliefs(tallies)) if tallies else ()


def estimates_of(believed: Sequence[Belief]) -> tuple[Estimate, ...]:
    """The level of each stratum by what is believed of it."""
    return tuple(
        summary((belief.weight, belief.strata[at].mean, belief.strata[at].variance) for belief in believed)
        for at in range(len(believed[0].strata))
    )


def means(tallies: Sequence[Tally]) -> tuple[float, ...]:
    """The shares of `estimates` alone, where their bands are not asked for."""
    believed = beliefs(tallies) if tallies else ()
    return tuple(
        sum(belief.weight * belief.strata[at].mean for belief in believed) for at in range(len(tallies))
    )


def summary(parts: Iterable[tuple[float, float, float]]) -> Estimate:
    """Mean and band of a mixture of (weight, mean, variance), as those of the beta with its moments."""
    parts = tuple(parts)
    mean = sum(weight * mean for weight, mean, _ in parts)
    variance = sum(weight * (variance + (part - mean) ** 2) for weight, part, variance in parts)
    beta = Beta.matched(mean, variance)
    return Estimate(beta, beta.interval(BAND_CONFIDENCE))


def _evidence(tallies: Iterable[Tally], a: float, b: float, own: float) -> float:
    """The logarithm of how well Beta(a, b) foretells the counts, but for what is the same for all.

    `own` is the logarithm of the prior's beta function.
    """
    return sum(log_beta(a + tally.correct, b + tally.questions - tally.correct) - own for tally in tallies)
