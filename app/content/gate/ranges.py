"""Options that are ranges of numbers, such as "10 to 20 GB" or 「10 以上 20 未満」."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

_N = r"(?P<{}>-?\d+(?:,\d{{3}})*(?:\.\d+)?)"
_UNIT = r"\s*(?P<{}>[%°A-Za-z/]*)"
_FROM, _TO = _N.format("low"), _N.format("high")
_BETWEEN = re.compile(
    rf"(?:between\s+|from\s+)?{_FROM}{_UNIT.format('one')}\s*(?:-|–|—|~|〜|～|to|and|から)\s*{_TO}{_UNIT.format('unit')}",
    re.IGNORECASE,
)
_BETWEEN_JA = re.compile(
    rf"{_FROM}{_UNIT.format('one')}\s*(?P<above>以上|超|より大きく)、?\s*{_TO}{_UNIT.format('unit')}\s*(?P<below>以下|未満)"
)
_BELOW = re.compile(
    rf"(?:(?P<strict>less than|fewer than|under|below)|up to|at most|no more than)\s+{_TO}"
    rf"{_UNIT.format('unit')}",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    rf"(?:(?P<strict>more than|over|above|greater than)|at least|no less than|from)\s+{_FROM}"
    rf"{_UNIT.format('unit')}",
    re.IGNORECASE,
)
_OR = re.compile(
    rf"{_N.format('end')}{_UNIT.format('unit')}\s+or\s+(?P<way>more|above|over|less|fewer|below)",
    re.IGNORECASE,
)
_OPEN_JA = re.compile(
    rf"{_N.format('end')}{_UNIT.format('unit')}\s*(?P<way>以上|超|より大きい|以下|未満|より小さい)"
)
_UPWARDS = {"more", "above", "over", "以上", "超", "より大きい"}
_STRICT = {"超", "より大きい", "より大きく", "未満", "より小さい"}


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers from `low` to `high` in one unit; a strict end does not belong to it."""

    low: float
    high: float
    low_strict: bool
    high_strict: bool
    unit: str


def range_of(text: str, language: str) -> Range | None:
    """The range that an option is, when it is nothing but a range."""
    bare = text.strip().strip("`*").rstrip(".。").strip()
    return _japanese(bare) or _closed(bare) if language == "ja" else _closed(bare) or _open(bare)


def overlap(one: Range, other: Range) -> bool:
    """Whether some number lies in both; ranges in different units are not compared."""
    if one.unit != other.unit:
        return False
    low, high = max(one.low, other.low), min(one.high, other.high)
    if low != high:
        return low < high
    touching = (one.low_strict, low == one.low), (other.low_strict, low == other.low)
    ending = (one.high_strict, high == one.high), (other.high_strict, high == other.high)
    return not any(strict and here for strict, here in (*touching, *ending))


def _closed(text: str) -> Range | None:
    match = _BETWEEN.fullmatch(text)
    if match is None:
        return None
    return Range(_number(match["low"]), _number(match["high"]), False, False, match["unit"].lower())  # noqa: FBT003


def _open(text: str) -> Range | None:
    below, above, either = _BELOW.fullmatch(text), _ABOVE.fullmatch(text), _OR.fullmatch(text)
    if below:
        return _below(below["high"], below["unit"], strict=below["strict"] is not None)
    if above:
        return _above(above["low"], above["unit"], strict=above["strict"] is not None)
    if either:
        upwards = either["way"].lower() in _UPWARDS
        return (_above if upwards else _below)(either["end"], either["unit"], strict=False)
    return None


def _japanese(text: str) -> Range | None:
    both, either = _BETWEEN_JA.fullmatch(text), _OPEN_JA.fullmatch(text)
    if both:
        ends = _number(both["low"]), _number(both["high"])
        return Range(*ends, both["above"] in _STRICT, both["below"] in _STRICT, both["unit"].lower())
    if either:
        make = _above if either["way"] in _UPWARDS else _below
        return make(either["end"], either["unit"], strict=either["way"] in _STRICT)
    return None


def _below(end: str, unit: str, *, strict: bool) -> Range:
    return Range(-math.inf, _number(end), low_strict=False, high_strict=strict, unit=unit.lower())


def _above(end: str, unit: str, *, strict: bool) -> Range:
    return Range(_number(end), math.inf, low_strict=strict, high_strict=False, unit=unit.lower())


def _number(text: str) -> float:
    return float(text.replace(",", ""))
