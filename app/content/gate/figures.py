"""A bank measured against chance: where keys stand, how long they are, what tricks would score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import mean, median

from app.content.gate import strategies
from app.content.gate.chance import binomial_limit, chi_square
from app.content.gate.cover import decisions
from app.content.gate.wording import Context, Wording
from app.core.bank import Bank, Item, Kind

SEED = 1
"""Deals the items out for cross-validation; any other would do."""


@dataclass(frozen=True, slots=True)
class LanguageFigures:
    """The single items of a bank in one language against chance.

    `longest` and `shortest` count the keys that are the one longest or shortest option; `limit` is the
    most that chance would make of them with 99 %. `baseline` is what each trick would score, 0..1;
    `stem_size` is the median stem in characters of prose.
    """

    language: str
    stem_size: float
    chance: float
    longest: int
    shortest: int
    limit: int
    baseline: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class BankFigures:
    """A bank in figures.

    `positions` counts the keys of single items with the usual number of options by place in the file;
    `position_chance` is how likely chance makes them as uneven, None where they are too few.
    `proven`: by domain, the items with a proof and all items.
    """

    folder: str
    items: int
    single: int
    decisions: float
    levels: Mapping[str, int]
    proven: Mapping[str, tuple[int, int]]
    positions: tuple[int, ...]
    position_chance: float | None
    languages: tuple[LanguageFigures, ...]


def measure(folder: str, bank: Bank, contexts: Sequence[Context]) -> BankFigures:
    """The figures of a bank, in the languages that are known."""
    positions = _positions([item for item in bank.items if item.kind is Kind.SINGLE])
    enough = positions and sum(positions) >= 5 * len(positions)
    return BankFigures(
        folder=folder,
        items=len(bank.items),
        single=sum(item.kind is Kind.SINGLE for item in bank.items),
        decisions=decisions(bank),
        levels=dict(Counter(str(item.level) for item in bank.items)),
        proven={domain.id: _proven(bank, domain.id) for domain in bank.exam.domains},
        positions=positions,
        position_chance=chi_square(positions) if enough else None,
        languages=tuple(figures for context in contexts if (figures := _measure(context)) is not None),
    )


def _measure(context: Context) -> LanguageFigures | None:
    """None without single items."""
    singles = [one for one in context.wordings if one.single]
    if not singles:
        return None
    chance = _chance(singles)
    return LanguageFigures(
        language=context.language,
        stem_size=median(one.stem.size for one in context.wordings),
        chance=float(chance),
        longest=sum(strategies.sole(strategies.longest, one) for one in singles),
        shortest=sum(strategies.sole(strategies.shortest, one) for one in singles),
        limit=binomial_limit(len(singles), chance),
        baseline=strategies.scores(singles, SEED),
    )


def _chance(singles: Sequence[Wording]) -> Fraction:
    """What guessing scores on average."""
    return mean([Fraction(1, len(one.choices)) for one in singles]).limit_denominator(1000)


def _positions(singles: Sequence[Item]) -> tuple[int, ...]:
    if not singles:
        return ()
    usual = Counter(len(item.options) for item in singles).most_common(1)[0][0]
    keys = Counter(
        [option.correct for option in item.options].index(True)
        for item in singles
        if len(item.options) == usual
    )
    return tuple(keys[place] for place in range(usual))


def _proven(bank: Bank, domain: str) -> tuple[int, int]:
    items = [item for item in bank.items if item.domain == domain]
    return sum(item.proof is not None for item in items), len(items)
