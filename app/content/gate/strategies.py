"""How somebody answers who knows tests and not the subject: what each trick would score on a bank."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from statistics import mean

from app.content.gate.classifier import Sample, cross_validated
from app.content.gate.cues import shares
from app.content.gate.features import features
from app.content.gate.wording import Wording

Trick = Callable[[Wording], list[float]]
"""How much each option appeals; the highest is picked, of equals one at random."""


def longest(one: Wording) -> list[float]:
    """Pick the longest option."""
    return [choice.text.shown for choice in one.choices]


def shortest(one: Wording) -> list[float]:
    """Pick the shortest option."""
    return [-choice.text.shown for choice in one.choices]


def convergent(one: Wording) -> list[float]:
    """Pick the option that has most in common with the others."""
    return [round(shares(choice, one), 9) for choice in one.choices]


def no_absolutes(one: Wording) -> list[float]:
    """Pick an option without words such as "always"."""
    return [-float(bool(one.words.absolute.search(choice.text.plain))) for choice in one.choices]


def middle_number(one: Wording) -> list[float]:
    """Pick an option whose number lies between those of the others."""
    numbers = _numbers(one)
    return [float(min(numbers) < number < max(numbers)) for number in numbers]


def outer_number(one: Wording) -> list[float]:
    """Pick the option with the least number, or that with the greatest."""
    return [1 - appeal for appeal in middle_number(one)]


_NUMBER = re.compile(r"-?\d+(?:,\d{3})*(?:\.\d+)?")

TRICKS: Mapping[str, Trick] = {
    "longest": longest,
    "shortest": shortest,
    "most convergent": convergent,
    "avoid absolutes": no_absolutes,
    "middle number": middle_number,
    "outer number": outer_number,
}
LEARNED = "classifier"


def expected(trick: Trick, one: Wording) -> float:
    """The chance of a trick to find the key of a single item."""
    return credit(trick(one), _key(one))


def credit(appeal: Sequence[float], key: int) -> float:
    """1 when the key appeals most, a share when others appeal as much, 0 otherwise."""
    best = max(appeal)
    return (appeal[key] == best) / sum(value == best for value in appeal)


def scores(wordings: Sequence[Wording], seed: int) -> dict[str, float]:
    """The share of single items, at least one, that each trick would get right."""
    found = {name: mean(expected(trick, one) for one in wordings) for name, trick in TRICKS.items()}
    samples = [Sample(tuple(map(tuple, features(one))), _key(one)) for one in wordings]
    found[LEARNED] = mean(
        credit(appeal, sample.key)
        for sample, appeal in zip(samples, cross_validated(samples, seed), strict=True)
    )
    return found


def sole(trick: Trick, one: Wording) -> bool:
    """Whether the key alone appeals most: the longest option, and no other as long."""
    return expected(trick, one) == 1.0


def _numbers(one: Wording) -> list[float]:
    """The number of each option; all alike unless each option holds exactly one."""
    found = [_NUMBER.findall(choice.text.text) for choice in one.choices]
    if any(len(numbers) != 1 for numbers in found):
        return [0.0] * len(found)
    return [float(number.replace(",", "")) for (number,) in found]


def _key(one: Wording) -> int:
    return next(at for at, choice in enumerate(one.choices) if choice.correct)
