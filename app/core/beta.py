"""The beta distribution: what is believed of a share of correct answers. Standard library alone."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, lgamma, log

from app.core.intervals import Interval

_STEPS = 200
_PRECISION = 1e-9
_CLOSE = 1e-7
"""How closely a quantile is found: far below what is ever shown."""

_TINY = 1e-300


@dataclass(frozen=True, slots=True)
class Beta:
    """Beta(a, b) on 0..1, both parameters positive."""

    a: float
    b: float

    @classmethod
    def matched(cls, mean: float, variance: float) -> Beta:
        """The one of that mean (0..1) and variance, found by its first two moments.

        ValueError when no beta distribution has them.
        """
        if not 0 < mean < 1 or not 0 < variance < mean * (1 - mean):
            raise ValueError("no beta distribution has these moments")
        weight = mean * (1 - mean) / variance - 1
        return cls(mean * weight, (1 - mean) * weight)

    @property
    def mean(self) -> float:
        """The expected share."""
        return self.a / (self.a + self.b)

    @property
    def variance(self) -> float:
        """The variance of the share."""
        whole = self.a + self.b
        return self.a * self.b / (whole * whole * (whole + 1))

    def cdf(self, share: float) -> float:
        """How probable it is that the share is at most this: the regularised incomplete beta function.

        By the continued fraction of DLMF 8.17.22 (https://dlmf.nist.gov/8.17), on the side on which it
        converges fast.
        """
        if share <= 0:
            return 0.0
        if share >= 1:
            return 1.0
        front = exp(self.a * log(share) + self.b * log(1 - share) - log_beta(self.a, self.b))
        if share < (self.a + 1) / (self.a + self.b + 2):
            return front * _fraction(self.a, self.b, share) / self.a
        return 1 - front * _fraction(self.b, self.a, 1 - share) / self.b

    def quantile(self, probability: float) -> float:
        """The share that is not exceeded with that probability (0..1, both ends excluded).

        By Newton's method, kept inside a bracket: a step that would leave it halves it instead.
        """
        low, high, share = 0.0, 1.0, self.mean
        while high - low > _CLOSE:
            beyond = self.cdf(share) - probability
            low, high = (share, high) if beyond < 0 else (low, share)
            slope = self.density(share)
            nearer = share - beyond / slope if slope > _TINY else low
            if not low < nearer < high:
                nearer = (low + high) / 2
            if abs(nearer - share) < _CLOSE:
                return nearer
            share = nearer
        return share

    def density(self, share: float) -> float:
        """The density at a share inside 0..1."""
        return exp((self.a - 1) * log(share) + (self.b - 1) * log(1 - share) - log_beta(self.a, self.b))

    def interval(self, confidence: float) -> Interval:
        """The interval with equal tails that holds the share with this probability."""
        tail = (1 - confidence) / 2
        return Interval(self.quantile(tail), self.quantile(1 - tail))


def log_beta(a: float, b: float) -> float:
    """The logarithm of Euler's beta function."""
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def beta_binomial(trials: int, a: float, b: float) -> list[float]:
    """How probable 0, 1, …, `trials` successes are when the share is Beta(a, b).

    Each from the one before: P(k + 1) / P(k) = (n - k)(a + k) / ((k + 1)(b + n - k - 1)).
    """
    chances = [exp(log_beta(a, b + trials) - log_beta(a, b))]
    for k in range(trials):
        chances.append(chances[-1] * (trials - k) * (a + k) / ((k + 1) * (b + trials - k - 1)))
    return chances


def binomial_from(least: int, trials: int, share: float) -> float:
    """How probable at least `least` successes are when each of `trials` succeeds with `share`."""
    if least <= 0:
        return 1.0
    return Beta(least, trials - least + 1).cdf(share) if least <= trials else 0.0


def _fraction(a: float, b: float, share: float) -> float:
    """The continued fraction, evaluated by the method of Lentz."""
    c, d = 1.0, 1 / _apart(1 - (a + b) * share / (a + 1))
    value = d
    for m in range(1, _STEPS):
        for factor in (
            m * (b - m) * share / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * share / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _apart(1 + factor * d)
            c = _apart(1 + factor / c)
            value *= c * d
        if abs(c * d - 1) < _PRECISION:
            break
    return value


def _apart(value: float) -> float:
    """A value that may be divided by."""
    return value if abs(value) > _TINY else _TINY
