"""How ready a candidate is: the chance to reach the assumed line on the next form of unseen questions.

Only first exposures count: whoever meets a question again may remember it, and repeats inflate a score. What
the counts by stratum leave to believe (`core.shrinkage`) is put together in the proportions of the blueprint
to a level, a share of right answers on a whole form, as a beta distribution. The score of the next form is
then beta-binomial, as the predictive distribution of a binomial count is (Gelman et al., Bayesian Data
Analysis, 3rd ed., 2.4).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from app.core.attempt import Status
from app.core.beta import Beta, beta_binomial, binomial_from
from app.core.blueprint import quotas
from app.core.exam import Axis, Profile
from app.core.history import Record
from app.core.ids import ItemId, StratumId
from app.core.intervals import Interval
from app.core.scoring import Band, Result, band_of
from app.core.shrinkage import Belief, Estimate, Tally, beliefs, estimates_of, summary

FEWEST = 20
"""First exposures below which nothing is said of a chance."""

WIDEST = 0.20
"""A level that is known no closer than this (the width of its 80 % interval) tells too little."""

MOST = 90
"""About two forms: older first exposures are left out, for a level changes while one learns."""

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class StratumLevel:
    """A stratum of the blueprint: what counts, the estimate, its class, the questions on a form."""

    tally: Tally
    estimate: Estimate
    band: Band
    quota: int


@dataclass(frozen=True, slots=True)
class Chance:
    """How probable it is to reach the line on the next unseen form.

    `interval`: the same probability if the level were at either end of its 80 % interval. `needed`:
    the least number of right answers that reaches the line.
    """

    probability: float
    interval: Interval
    needed: int


@dataclass(frozen=True, slots=True)
class Readiness:
    """What first exposures say of one profile. `chance` is None while they tell too little.

    `level`: the expected share of right answers on a form of the blueprint, None without any evidence.
    `newest_ms`: when the newest of the exposures ended (ms since the epoch).
    """

    profile: Profile
    questions: int
    correct: int
    level: Estimate | None
    strata: tuple[StratumLevel, ...]
    chance: Chance | None
    newest_ms: int | None = None


def readiness(records: Iterable[Record], profile: Profile) -> Readiness:
    """The readiness under a profile from the records of one exam's attempts, oldest first."""
    counted = newest(first_exposures(records), MOST)
    return assess(counts(counted, profile.axis), profile, max((r.ended_ms for r in counted), default=None))


def assess(tallies: Sequence[Tally], profile: Profile, newest_ms: int | None = None) -> Readiness:
    """The readiness under a profile from counts by stratum; strata off the blueprint are left out."""
    form = {stratum: quota for stratum, quota in quotas(profile).items() if quota}
    known = {tally.stratum: tally for tally in tallies}
    used = [known.get(stratum, Tally(stratum, 0, 0)) for stratum in form]
    questions, correct = sum(tally.questions for tally in used), sum(tally.correct for tally in used)
    if not questions:
        return Readiness(profile, 0, 0, None, (), None)
    believed = beliefs(used)
    quota = list(form.values())
    level = _level(believed, quota)
    line = profile.pass_percent / 100
    strata = tuple(
        StratumLevel(tally, estimate, band_of(tally.questions, estimate.band, line), share)
        for tally, estimate, share in zip(used, estimates_of(believed), quota, strict=True)
    )
    enough = questions >= FEWEST and level.band.high - level.band.low <= WIDEST
    chance = _chance(quota, level, line) if enough else None
    return Readiness(profile, questions, correct, level, strata, chance, newest_ms)


def of_result(result: Result) -> Readiness:
    """What one attempt says by itself: its questions that came on the screen, and had not been met before."""
    repeated = set(result.paper.repeated)
    axis = result.paper.profile.axis
    answers = zip(result.paper.questions, result.marks, strict=True)
    fresh = [
        (question.item.stratum(axis), mark.correct)
        for question, mark in answers
        if mark.status is not Status.UNSEEN and question.item.id not in repeated
    ]
    return assess(_tallied(fresh), result.paper.profile, result.ended_ms)


def first_exposures(records: Iterable[Record]) -> list[Record]:
    """Of each item the record of the attempt that showed it first; `records` oldest attempt first.

    A discarded attempt uses its items up all the same, and counts for nothing.
    """
    met: set[ItemId] = set()
    first: list[Record] = []
    for record in records:
        if record.shown and record.item not in met:
            met.add(record.item)
            if record.counts:
                first.append(record)
    return first


def newest(records: Sequence[Record], most: int) -> list[Record]:
    """Whole attempts from the newest back until there are `most` records; in the order given."""
    kept: set[str] = set()
    total = 0
    sizes = Counter(record.attempt for record in records)
    for attempt in reversed(list(dict.fromkeys(record.attempt for record in records))):
        if total >= most:
            break
        kept.add(attempt)
        total += sizes[attempt]
    return [record for record in records if record.attempt in kept]


def counts(records: Iterable[Record], axis: Axis) -> list[Tally]:
    """Questions and right answers by domain or by section."""
    return _tallied((record.stratum(axis), record.correct) for record in records)


def _tallied(answers: Iterable[tuple[StratumId, bool]]) -> list[Tally]:
    asked: Counter[StratumId] = Counter()
    right: Counter[StratumId] = Counter()
    for stratum, correct in answers:
        asked[stratum] += 1
        right[stratum] += correct
    return [Tally(stratum, number, right[stratum]) for stratum, number in asked.items()]


def _level(believed: Sequence[Belief], quota: Sequence[int]) -> Estimate:
    """The expected share right on a form: the strata's levels in the proportions of the blueprint."""
    whole = sum(quota)
    shares = [number / whole for number in quota]

    def moments(strata: Sequence[Beta]) -> tuple[float, float]:
        pairs = list(zip(shares, strata, strict=True))
        return sum(s * beta.mean for s, beta in pairs), sum(s * s * beta.variance for s, beta in pairs)

    return summary((belief.weight, *moments(belief.strata)) for belief in believed)


def _chance(quota: Sequence[int], level: Estimate, line: float) -> Chance:
    """The predictive probability; its ends are those of a candidate at either end of the level."""
    whole = sum(quota)
    needed = ceil(line * whole - _ROUNDING)
    low, high = (binomial_from(needed, whole, share) for share in (level.band.low, level.band.high))
    return Chance(predicted_from(needed, whole, level.beta), Interval(low, high), needed)


def told(probability: float) -> float:
    """A probability as it is told: between 1 and 99 %, never a certainty."""
    return min(0.99, max(0.01, probability))


def predicted_from(least: int, questions: int, level: Beta) -> float:
    """How probable at least `least` right answers are on a form when this is believed of the level.

    The beta-binomial of the whole form: strata that lie apart would make the score vary a little less.
    """
    return min(1.0, sum(beta_binomial(questions, level.a, level.b)[least:]))
