"""How many options a stem asks for, by language."""

from __future__ import annotations

import re

_COUNTS = {
    "two": 2, "three": 3, "four": 4, "five": 5,
    "２": 2, "３": 3, "４": 4, "５": 5, "二": 2, "三": 3, "四": 4, "五": 5,
}  # fmt: skip

_PATTERNS = {
    "en": re.compile(r"\b(?:choose|select|pick) (two|three|four|five|[2-9])\b", re.IGNORECASE),
    "ja": re.compile(r"([2-9２-５二三四五])\s?つ(?:だけ)?(?:を)?お?(?:選|え)"),
}
_IN_BRACKETS = {
    "en": re.compile(r"\((?:choose|select|pick) (two|three|four|five|[2-9])\b", re.IGNORECASE),
    "ja": re.compile(r"[(（]\s?([2-9２-５二三四五])\s?つ(?:だけ)?(?:を)?お?(?:選|え)"),
}


def asked_for(stem: str, language: str) -> int | None:
    """The number of options that the end of a stem asks for; None when it does not say."""
    return _last(_PATTERNS, stem, language)


def asked_in_brackets(stem: str, language: str) -> int | None:
    """Like `asked_for`, but as an instruction in brackets, which cannot be part of a story."""
    return _last(_IN_BRACKETS, stem, language)


def is_checked(language: str) -> bool:
    """Whether the wording of this language is known here."""
    return language in _PATTERNS


def _last(patterns: dict[str, re.Pattern[str]], stem: str, language: str) -> int | None:
    found = patterns[language].findall(stem) if language in patterns else []
    if not found:
        return None
    word: str = found[-1].lower()
    return _COUNTS.get(word) or int(word)
