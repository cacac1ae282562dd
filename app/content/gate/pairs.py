"""Items that are nearly the same, and items that give each other away."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from app.content.gate.prose import shingles
from app.content.gate.rules import Finding, Rule
from app.content.gate.wording import Context, Wording
from app.content.problems import quoted

SAME = 0.8
SIMILAR = 0.45
"""Shares of runs of words (Jaccard) that two stems have in common."""

HINT = 0.75
"""The share of a key's runs of words that a stem may hold before it gives the key away."""

_LEAST_TOKENS = 5
Shingles = frozenset[tuple[str, ...]]


def similar_stems(bank: Context) -> Iterator[tuple[str, Finding]]:
    """Pairs of items, each by both ids, whose stems say much the same."""
    runs = [_runs(one.stem.tokens, bank) for one in bank.wordings]
    for (first, second), common in _common(runs, runs).items():
        if first >= second:
            continue
        share = common / len(runs[first] | runs[second])
        if share >= SIMILAR:
            yield from _pair(bank.wordings[first], bank.wordings[second], share)


def hints(bank: Context) -> Iterator[tuple[str, Finding]]:
    """Items, by id, whose key is written out in the stem of another that is not named as an enemy."""
    stems = [_runs(one.stem.tokens, bank) for one in bank.wordings]
    keys = [(one, _runs(choice.text.tokens, bank)) for one in bank.wordings for choice in one.keys]
    for (at, other), common in _common([runs for _one, runs in keys], stems).items():
        one, runs = keys[at]
        teller = bank.wordings[other].item
        if teller.id != one.item.id and teller.id not in one.item.enemies and common >= HINT * len(runs):
            what = f"The stem of {teller.id} holds the text of the key."
            yield one.item.id, Finding(Rule.ENEMY_HINT, what, one.keys[0].id)


def _pair(first: Wording, second: Wording, share: float) -> Iterator[tuple[str, Finding]]:
    same = share >= SAME and first.stem.code == second.stem.code
    # Enemies never meet on a paper; that two items are one is a defect even so.
    if not same and second.item.id in first.item.enemies:
        return
    rule = Rule.SAME_STEM if same else Rule.SIMILAR_STEMS
    for one, other in ((first, second), (second, first)):
        what = f"The stem has {share:.0%} of its wording in common with {quoted(other.item.id)}."
        yield one.item.id, Finding(rule, what)


def _runs(tokens: Sequence[str], bank: Context) -> Shingles:
    """The runs of words of a text; none of a text that is too short to be told from another."""
    return shingles(tokens, bank.words.shingle) if len(tokens) >= _LEAST_TOKENS else frozenset()


def _common(some: Sequence[Shingles], others: Sequence[Shingles]) -> Counter[tuple[int, int]]:
    """How many runs each pair (place in `some`, place in `others`) shares; pairs without any are left out."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, runs in enumerate(others):
        for run in runs:
            holders[run].append(at)
    common: Counter[tuple[int, int]] = Counter()
    for at, runs in enumerate(some):
        for run in runs:
            common.update((at, holder) for holder in holders.get(run, ()))
    return common
