"""What a bank must cover: every part of its blueprint, and the levels at which an exam asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from app.content.gate.prose import word_count
from app.content.gate.rules import Finding, Rule
from app.content.gate.wording import Context
from app.core.bank import Bank, Kind, Level
from app.core.exam import Axis

MULTIPLE_AT_MOST = 0.2
"""The share of items with several keys."""

_ENOUGH_TO_JUDGE = 10
_DECISIONS = (Level.APPLY, Level.ANALYSE)


@dataclass(frozen=True, slots=True)
class Target:
    """What an exam asks for: the least share of items at apply or analyse; words in a stem, from and to."""

    decisions: float
    scenario: tuple[int, int] | None = None


TARGETS = {"mla": Target(1 / 2), "mlp": Target(2 / 3, (60, 140))}


def cover(bank: Bank) -> Iterator[Finding]:
    """Domains, sections and topics without items; too little that asks for a decision; too many multiples."""
    for kind, names, counts in (
        ("domain", [one.id for one in bank.exam.strata(Axis.DOMAIN)], Counter(i.domain for i in bank.items)),
        (
            "section",
            [one.id for one in bank.exam.strata(Axis.SECTION)],
            Counter(i.section for i in bank.items),
        ),
        ("topic", [one.id for one in bank.topics], Counter(i.topic for i in bank.items)),
    ):
        for name in names:
            if not counts[name]:  # type: ignore[index]
                yield Finding(Rule.NO_COVER, f"The {kind} “{name}” has no items.")
    if len(bank.items) >= _ENOUGH_TO_JUDGE:
        yield from _mix(bank)


def scenarios(bank: Bank, source: Context) -> Iterator[tuple[str, Finding]]:
    """Items, by id, whose stem in the source language is no scenario of the length that the exam asks for."""
    target = TARGETS.get(bank.exam.id)
    if target is None or target.scenario is None or source.language != "en":
        return
    low, high = target.scenario
    for one in source.wordings:
        words = word_count(one.stem)
        if not low <= words <= high:
            yield (
                one.item.id,
                Finding(Rule.SCENARIO_LENGTH, f"The stem has {words} words, not {low} to {high}."),
            )


def decisions(bank: Bank) -> float:
    """The share of items that ask to apply or to analyse."""
    return sum(item.level in _DECISIONS for item in bank.items) / max(1, len(bank.items))


def multiple_share(bank: Bank) -> float:
    """The share of items with several keys."""
    return sum(item.kind is Kind.MULTIPLE for item in bank.items) / max(1, len(bank.items))


def _mix(bank: Bank) -> Iterator[Finding]:
    target = TARGETS.get(bank.exam.id)
    if target is not None and decisions(bank) < target.decisions:
        what = f"{decisions(bank):.0%} of the items ask for a decision (apply, analyse)"
        yield Finding(Rule.LEVEL_MIX, f"{what}, not {target.decisions:.0%}.")
    if multiple_share(bank) > MULTIPLE_AT_MOST:
        what = f"{multiple_share(bank):.0%} of the items have several keys, more than {MULTIPLE_AT_MOST:.0%}."
        yield Finding(Rule.MULTIPLE_SHARE, what)
