"""Two results of one exam side by side, with what their difference may be worth."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from app.core.intervals import Interval, wilson
from app.core.scoring import TOTAL_CONFIDENCE, GroupScore, Result
from app.core.text import Text


@dataclass(frozen=True, slots=True)
class Pair:
    """A stratum in both results; None where a form had no question of it."""

    title: Text
    before: GroupScore | None
    after: GroupScore | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The earlier result, the later one, and the interval of the gain in score (-1..1, 95 %)."""

    before: Result
    after: Result
    gain: Interval
    domains: tuple[Pair, ...]

    @property
    def told_apart(self) -> bool:
        """Whether the difference is more than chance makes of two forms: the interval holds no 0."""
        return self.gain.low > 0 or self.gain.high < 0


def compare(one: Result, other: Result) -> Comparison:
    """Put the earlier result first, whichever that is."""
    before, after = sorted((one, other), key=lambda result: result.started_ms)
    return Comparison(before, after, gain(before, after), tuple(_pairs(before, after)))


def gain(before: Result, after: Result) -> Interval:
    """The interval of the difference of two shares.

    Newcombe's hybrid score interval (Statistics in Medicine 17, 1998, method 10): the Wilson limits of either
    share, joined as the sides of a right triangle.
    """
    p, q = before.share, after.share
    first = wilson(before.correct, before.questions, TOTAL_CONFIDENCE)
    second = wilson(after.correct, after.questions, TOTAL_CONFIDENCE)
    low = q - p - sqrt((q - second.low) ** 2 + (first.high - p) ** 2)
    high = q - p + sqrt((second.high - q) ** 2 + (p - first.low) ** 2)
    return Interval(low, high)


def _pairs(before: Result, after: Result) -> list[Pair]:
    """By domain, in the order of the exam; one that only the older bank knew stands at the end."""
    groups = [{group.id: group for group in result.domains} for result in (before, after)]
    known = {group.id: group.title for result in (after, before) for group in result.domains}
    return [Pair(title, groups[0].get(name), groups[1].get(name)) for name, title in known.items()]
