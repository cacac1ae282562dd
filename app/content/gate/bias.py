"""Rules about a bank as a whole: keys that stand out in length, in place, or to a test-wise guesser."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.gate.figures import BankFigures, LanguageFigures
from app.content.gate.rules import Finding, Rule

JUDGED_FROM = 30
"""Single items below which shares say nothing."""

MARGIN = 0.05
"""How much more than chance a trick may score."""

UNEVEN = 0.01
"""Places of keys that chance makes less often than this are no chance."""


def bias(figures: BankFigures) -> Iterator[Finding]:
    """What a bank's figures say against it."""
    if figures.single < JUDGED_FROM:
        return
    if figures.position_chance is not None and figures.position_chance < UNEVEN:
        places = ", ".join(map(str, figures.positions))
        yield Finding(Rule.KEY_POSITION, f"In the files the keys stand {places} times in each place.")
    for language in figures.languages:
        yield from _lengths(language, figures.single)
        yield from _tricks(language, figures.single)


def _lengths(figures: LanguageFigures, single: int) -> Iterator[Finding]:
    for rule, count, end in (
        (Rule.LONGEST_IS_KEY, figures.longest, "longest"),
        (Rule.SHORTEST_IS_KEY, figures.shortest, "shortest"),
    ):
        if count > figures.limit:
            what = f"In {figures.language} the key is the {end} option of {count} of {single} single items."
            yield Finding(rule, f"{what} Chance stays within {figures.limit}.")


def _tricks(figures: LanguageFigures, single: int) -> Iterator[Finding]:
    """A trick beyond the margin is a warning; beyond what chance explains, too, an error."""
    for name, score in figures.baseline.items():
        if score > figures.chance + MARGIN:
            rule = Rule.GUESSABLE if score * single > figures.limit else Rule.BASELINE
            scored = f"scores {score:.1%}; chance is {figures.chance:.1%}"
            yield Finding(rule, f"In {figures.language} the trick “{name}” {scored}.")
