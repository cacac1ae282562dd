"""A small classifier that learns from other items which option looks like a key.

Logistic regression over the options of an item (McFadden's conditional logit): the chance of an option is
proportional to the exponential of a weighted sum of its features. Trained by gradient ascent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp, sqrt
from operator import add, mul
from random import Random

FOLDS = 5
STEPS = 60
RATE = 0.5
PENALTY = 0.02
"""Ridge penalty on the weights, of features with unit deviation."""

Row = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """The features of each option of an item, and the place of its key; `columns` are the rows, turned."""

    rows: tuple[Row, ...]
    key: int
    columns: tuple[Row, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        # Turned once, not at each of many steps.
        object.__setattr__(self, "columns", tuple(zip(*self.rows, strict=True)))


def cross_validated(samples: Sequence[Sample], seed: int) -> list[list[float]]:
    """How much each option of each item appeals to a classifier that has not seen the item.

    The items are dealt out to five parts; each part is judged by what the other four teach.
    """
    order = sorted(range(len(samples)), key=_keys(len(samples), seed).__getitem__)
    judged: list[list[float]] = [[] for _ in samples]
    for fold in range(FOLDS):
        held_out = set(order[fold::FOLDS])
        weights = train([sample for at, sample in enumerate(samples) if at not in held_out])
        for at in held_out:
            judged[at] = (
                [_dot(weights, row) for row in samples[at].rows] if weights else [0.0] * len(samples[at].rows)
            )
    return judged


def train(samples: Sequence[Sample]) -> Row:
    """The weights of the features; none without samples."""
    if not samples:
        return ()
    scales = _scales(samples)
    scaled = [_scaled(sample, scales) for sample in samples]
    weights = [0.0] * len(scales)
    for _ in range(STEPS):
        slope = [-PENALTY * weight for weight in weights]
        for sample in scaled:
            slope = list(map(add, slope, _slope(weights, sample, 1 / len(scaled))))
        weights = [weight + RATE * step for weight, step in zip(weights, slope, strict=True)]
    return tuple(map(mul, weights, scales))


def _slope(weights: Sequence[float], sample: Sample, share: float) -> list[float]:
    """The gradient of one item's log-likelihood: its key's features less those expected."""
    pulls = [-share * chance for chance in _chances([_dot(weights, row) for row in sample.rows])]
    pulls[sample.key] += share
    return [_dot(column, pulls) for column in sample.columns]


def _scaled(sample: Sample, scales: Row) -> Sample:
    return Sample(tuple(tuple(map(mul, row, scales)) for row in sample.rows), sample.key)


def _chances(appeal: Sequence[float]) -> list[float]:
    top = max(appeal)
    powers = [exp(value - top) for value in appeal]
    return [power / sum(powers) for power in powers]


def _scales(samples: Sequence[Sample]) -> Row:
    """What brings each feature to unit deviation; their means are zero in every item."""
    rows = [row for sample in samples for row in sample.rows]
    spreads = [sqrt(sum(value * value for value in column) / len(rows)) for column in zip(*rows, strict=True)]
    return tuple(1 / spread if spread > 1e-9 else 0.0 for spread in spreads)


def _dot(weights: Sequence[float], row: Sequence[float]) -> float:
    return float(sum(map(mul, weights, row)))


def _keys(count: int, seed: int) -> list[float]:
    random = Random(seed)
    return [random.random() for _ in range(count)]
