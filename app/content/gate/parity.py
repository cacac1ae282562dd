"""Rules that look at two languages at once: what was not translated, and what became too long or short.

Ids, order, numbers and code are compared by the reader already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import exp, log
from statistics import median

from app.content.gate.prose import Prose, prose
from app.content.gate.rules import Finding, Rule
from app.content.gate.wording import Context, Wording
from app.content.gate.words import Lexicon
from app.content.problems import quoted
from app.core.bank import Bank

WORTH_COMPARING = 40
"""Characters of source text below which the ratio of lengths says nothing."""

UNUSUAL = 4.5
"""Deviations (scaled median absolute deviation) from the bank's own ratio of lengths."""

LEAST_SPREAD = 0.15
"""A bank of even translations is not to be judged by a stricter measure than this."""

_WORD = re.compile(r"(?<![\w.-])[a-z]{2,}(?![\w.-])")
_LINKING = frozenset(
    ("the", "of", "an", "to", "with", "and", "is", "are", "in", "for", "that", "which", "when")
)
_RUN = re.compile(r"(?<![\w.-])(?:[a-z]{2,}[ ,]+){3,}[a-z]{2,}(?![\w.-])")

Ratio = tuple[str, str, float]
"""Item id, option id ("" for the stem), logarithm of the ratio of lengths."""


def untranslated(one: Wording, _: Context) -> Iterator[Finding]:
    """A text is still in the source language, wholly or in part."""
    texts = [("", "stem", one.stem)]
    for choice in one.choices:
        texts += [(choice.id, "text", choice.text), (choice.id, "reason", prose(choice.why, one.words))]
    for option, name, text in texts:
        yield from _judge(text, one.words, name, option)


def untranslated_notes(bank: Bank, language: str, words: Lexicon) -> Iterator[tuple[str, Finding]]:
    """Topics, by id, whose title or note is still in the source language."""
    for topic in bank.topics:
        for name, text in (("title", topic.title), ("note", topic.note)):
            for finding in _judge(prose(text.get(language), words), words, name, ""):
                yield topic.id, finding


def unusual_lengths(source: Context, twin: Context) -> Iterator[tuple[str, Finding]]:
    """Items, by id, with a text far longer or shorter than the bank's translations usually are."""
    ratios = [ratio for pair in zip(source.wordings, twin.wordings, strict=True) for ratio in _ratios(*pair)]
    if len(ratios) < 20:
        return
    middle = median(ratio for _item, _option, ratio in ratios)
    # 1.4826 makes the median absolute deviation of normal data its standard deviation.
    spread = max(1.4826 * median(abs(ratio - middle) for _item, _option, ratio in ratios), LEAST_SPREAD)
    for item, option, ratio in ratios:
        if abs(ratio - middle) > UNUSUAL * spread:
            how = "longer" if ratio > middle else "shorter"
            what = (
                f"The text is {exp(abs(ratio - middle)):.1f} times {how} than translations here usually are."
            )
            yield item, Finding(Rule.LENGTH_RATIO, what, option)


def _judge(text: Prose, words: Lexicon, name: str, option: str) -> Iterator[Finding]:
    if words.script is None:
        return
    found = _WORD.findall(text.plain)
    run = _RUN.search(text.plain)
    if not words.script.search(text.plain):
        # Names such as "pandas API on Spark" stay as they are.
        if len(found) > 2 or _LINKING.intersection(found):
            yield Finding(Rule.UNTRANSLATED, f"The {name} is not translated: {quoted(text.plain)}.", option)
    elif run:
        yield Finding(Rule.LEFTOVER, f"The {name} has words of the source: {quoted(run[0])}.", option)


def _ratios(source: Wording, twin: Wording) -> Iterator[Ratio]:
    pairs = [("", source.stem, twin.stem)]
    pairs += [(one.id, one.text, other.text) for one, other in zip(source.choices, twin.choices, strict=True)]
    for option, here, there in pairs:
        if here.size >= WORTH_COMPARING and there.size:
            yield source.item.id, option, log(there.size / here.size)
