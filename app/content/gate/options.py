"""Rules about the options of an item as a set: one form, no overlap, no option about the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from itertools import combinations

from app.content.gate.ranges import overlap, range_of
from app.content.gate.rules import Finding, Rule
from app.content.gate.wording import Choice, Context, Wording
from app.content.problems import quoted

ALIKE = 0.9
"""Options with so much text in common, and the same words that carry meaning, may be one option."""

_NEGATION = re.compile(r"\b(?:not|no|never|without|\w+n't)\b|ない|なし|ません|せず|ずに", re.IGNORECASE)
_IGNORED = re.compile(r"[\W_]+")
_ARTICLES = re.compile(r"\b(?:a|an|the)\b", re.IGNORECASE)
_FULL_STOPS = (".", "。", "．")


def collective(one: Wording, _: Context) -> Iterator[Finding]:
    """An option speaks of other options."""
    for choice in one.choices:
        match = one.words.collective.search(choice.text.plain)
        if match:
            yield Finding(Rule.COLLECTIVE_OPTION, f"The option says {quoted(match[0])}.", choice.id)


def duplicates(one: Wording, _: Context) -> Iterator[Finding]:
    """Two options say the same, or nearly."""
    for first, second in combinations(one.choices, 2):
        if _bare(first) == _bare(second):
            what = f"The options {quoted(first.id)} and {quoted(second.id)} say the same."
            yield Finding(Rule.SAME_OPTION, what, second.id)
        elif _nearly_same(first, second):
            what = f"The options {quoted(first.id)} and {quoted(second.id)} are nearly the same."
            yield Finding(Rule.SIMILAR_OPTIONS, what, second.id)


def ranges(one: Wording, _: Context) -> Iterator[Finding]:
    """Two options are ranges with values in common."""
    found = [(choice, range_of(choice.text.text, one.language)) for choice in one.choices]
    for (first, low), (second, high) in combinations(found, 2):
        if low and high and overlap(low, high):
            what = f"The ranges of {quoted(first.id)} and {quoted(second.id)} overlap."
            yield Finding(Rule.OVERLAPPING_RANGES, what, second.id)


def form(one: Wording, _: Context) -> Iterator[Finding]:
    """One option is code among prose, speaks no code among others that do, or differs by its full stop."""
    for trait, words in _TRAITS:
        having = [choice for choice in one.choices if trait(choice)]
        lacking = [choice for choice in one.choices if not trait(choice)]
        if len(one.choices) > 2 and len(having) == 1:
            yield _odd(having[0], f"is the only one that {words[0]}")
        elif len(one.choices) > 2 and len(lacking) == 1 and words[1]:
            yield _odd(lacking[0], f"is the only one that {words[1]}")


def count(one: Wording, bank: Context) -> Iterator[Finding]:
    """The item has more or fewer options than others of its kind."""
    usual = bank.usual_options[one.item.kind]
    if len(one.choices) != usual:
        what = f"The item has {len(one.choices)} options; {one.item.kind} items here have {usual}."
        yield Finding(Rule.OPTION_COUNT, what)


def vague(one: Wording, _: Context) -> Iterator[Finding]:
    """An option says how often without saying how often."""
    for choice in one.choices:
        match = one.words.vague.search(choice.text.plain)
        if match:
            yield Finding(Rule.VAGUE_WORD, f"The option says {quoted(match[0])}.", choice.id)


def _odd(choice: Choice, what: str) -> Finding:
    rule = Rule.ODD_KEY if choice.correct else Rule.ODD_OPTION
    return Finding(rule, f"The {'key' if choice.correct else 'option'} {what}.", choice.id)


def _is_code(choice: Choice) -> bool:
    return bool(choice.text.code) and not choice.text.spoken


def _stops(choice: Choice) -> bool:
    return choice.text.text.rstrip().endswith(_FULL_STOPS)


_TRAITS: tuple[tuple[Callable[[Choice], bool], tuple[str, str]], ...] = (
    # One sentence among pieces of code is how "it raises an error" reads, so that way round is allowed.
    (_is_code, ("is code alone", "")),
    (_stops, ("ends with a full stop", "ends without a full stop")),
)


def _bare(choice: Choice) -> str:
    """What an option says, code to the letter and prose without articles, signs and capitals."""
    return f"{_IGNORED.sub('', _ARTICLES.sub('', choice.text.plain)).lower()} {choice.text.code}"


def _nearly_same(first: Choice, second: Choice) -> bool:
    if first.text.code != second.text.code or first.text.tokens != second.text.tokens:
        return False
    if len(_NEGATION.findall(first.text.plain)) != len(_NEGATION.findall(second.text.plain)):
        return False
    return SequenceMatcher(None, first.text.plain, second.text.plain, autojunk=False).ratio() >= ALIKE
