"""What must be the same in two languages: code blocks to the letter, numbers by value."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_NUMBER = re.compile(
    r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)([kmb](?![a-z])|\s*(?:thousand|million|billion|百万|[千万億]))?"
)
_TWO_SCALES = re.compile(r"(\d{1,9})\s*億\s*(\d[\d,]{0,9})\s*万")
"""A number in Japanese of two parts, such as 1 億 6,000 万."""
_SCALES = {
    "k": 3,
    "m": 6,
    "b": 9,
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "千": 3,
    "万": 4,
    "百万": 6,
    "億": 8,
}
_WORD = re.compile(r"[a-z]+")
_COUNTING = "zero one two three four five six seven eight nine ten eleven twelve"
_RANKS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth"
_MONTHS = "month january february march april may june july august september october november december"
_WORDS = {
    word: value for words in (_COUNTING, _RANKS, _MONTHS) for value, word in enumerate(words.split())
} | {
    "once": 1, "twice": 2, "both": 2, "pair": 2, "double": 2, "doubles": 2, "half": 2, "halves": 2,
    "thirds": 3, "quarter": 4, "quarters": 4, "fifths": 5, "zeros": 0, "dozen": 12, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "hundred": 100, "thousand": 1000, "million": 1_000_000,
}  # fmt: skip
_KANJI = {sign: value for value, sign in enumerate("〇一二三四五六七八九十")}


def code_blocks(text: str) -> tuple[tuple[str, ...], bool]:
    """The fenced code blocks of a Markdown text with their fences, and whether the last is closed."""
    blocks: list[str] = []
    lines: list[str] = []
    fence = ""
    for line in text.splitlines():
        match = _FENCE.fullmatch(line)
        if fence:
            lines.append(line.rstrip())
            if match and match[1].startswith(fence) and not match[2].strip():
                blocks.append("\n".join(lines))
                fence, lines = "", []
        elif match and not ("`" in match[1] and "`" in match[2]):
            fence, lines = match[1], [line.rstrip()]
    return tuple(blocks), not fence


def lost_numbers(source: str, twin: str) -> tuple[str, ...]:
    """Numbers of one text that the other lacks, in digits or in words, sorted; code blocks aside.

    A 1 in the twin is never missed in the source: "a", "each" and "single" are often so translated.
    """
    here, there = _prose(source), _prose(twin)
    in_source, in_twin = _numbers(here), _numbers(there)
    lost = (in_source - in_twin - _said(there)) | (in_twin - in_source - _said(here) - {Decimal(1)})
    return tuple(f"{value:f}" for value in sorted(lost))


def _prose(text: str) -> str:
    for block in code_blocks(text)[0]:
        text = text.replace(block, " ")
    return unicodedata.normalize("NFKC", text).lower()


def _numbers(text: str) -> set[Decimal]:
    return {
        Decimal(number.replace(",", "")).scaleb(_SCALES.get(scale.strip(), 0)).normalize()
        for number, scale in _NUMBER.findall(_TWO_SCALES.sub(_one_scale, text))
    }


def _one_scale(parts: re.Match[str]) -> str:
    return f"{int(parts[1]) * 10_000 + int(parts[2].replace(',', ''))} 万"


def _said(text: str) -> set[Decimal]:
    """Numbers that are written as words or signs."""
    words = {Decimal(_WORDS[word]) for word in _WORD.findall(text) if word in _WORDS}
    return words | {Decimal(_KANJI[sign]) for sign in text if sign in _KANJI}
