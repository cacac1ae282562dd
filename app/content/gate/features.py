"""What can be seen of an option without understanding it, as numbers."""

from __future__ import annotations

import re
from math import log
from statistics import mean

from app.content.gate.cues import shares
from app.content.gate.wording import Choice, Wording

_COMMAS = re.compile(r"[,;:、；：]")
_BRACKETS = re.compile(r"[(（]")
_DIGITS = re.compile(r"\d")


def features(one: Wording) -> list[list[float]]:
    """A row for each option, each number less its mean over the item: only differences can tell."""
    rows = [_row(choice, one) for choice in one.choices]
    means = [mean(column) for column in zip(*rows, strict=True)]
    return [[value - middle for value, middle in zip(row, means, strict=True)] for row in rows]


def _row(choice: Choice, one: Wording) -> list[float]:
    text = choice.text
    sizes = [other.text.shown for other in one.choices]
    return [
        log(1 + text.shown),
        float(text.shown == max(sizes)),
        float(text.shown == min(sizes)),
        shares(choice, one),
        float(len(_COMMAS.findall(text.plain))),
        float(len(_BRACKETS.findall(text.plain))),
        float(len(_DIGITS.findall(text.text))),
        float(len(one.words.hedge.findall(text.plain))),
        float(len(one.words.absolute.findall(text.plain))),
        text.code_size / max(1, text.shown),
        float(len(text.code)),
    ]
