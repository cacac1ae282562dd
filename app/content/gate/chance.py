"""What chance would do: limits of the binomial distribution, and the tail of chi-square."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import comb, erfc, exp, gamma, sqrt

CONFIDENCE = Fraction(99, 100)


def binomial_limit(trials: int, probability: Fraction, confidence: Fraction = CONFIDENCE) -> int:
    """The least number of successes that chance stays within, with that confidence; exact.

    With 100 trials at 1/4 and 99 % it is 35.
    """
    success, out_of = probability.numerator, probability.denominator
    failure = out_of - success
    wanted = confidence.numerator * out_of**trials
    reached = 0
    for successes in range(trials):
        reached += comb(trials, successes) * success**successes * failure ** (trials - successes)
        if reached * confidence.denominator >= wanted:
            return successes
    return trials


def chi_square(counts: Sequence[int]) -> float:
    """The probability of counts at least as uneven as these if all places were alike (Pearson's test)."""
    expected = sum(counts) / len(counts)
    statistic = sum((count - expected) ** 2 / expected for count in counts)
    return chi_square_tail(statistic, len(counts) - 1)


def chi_square_tail(statistic: float, freedom: int) -> float:
    """P(X > statistic) for chi-square with that many degrees of freedom.

    From one or two degrees upwards by Q(x; k + 2) = Q(x; k) + (x/2)^(k/2) e^(-x/2) / Γ(k/2 + 1).
    """
    half = statistic / 2
    at = 2 - freedom % 2
    tail = exp(-half) if at == 2 else erfc(sqrt(half))
    while at < freedom:
        tail += half ** (at / 2) * exp(-half) / gamma(at / 2 + 1)
        at += 2
    return tail
