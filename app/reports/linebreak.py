"""Break lines of mixed Japanese and Latin text: words stay whole, and kinsoku holds (JIS X 4051).

reportlab's own breaker for Japanese lets punctuation hang outside the box and cuts Latin words in the
middle; this one puts every line inside.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from reportlab.platypus import Paragraph
from reportlab.platypus.paragraph import FragLine, ParaLines, cjkU, makeCJKParaLine

NOT_AT_START = frozenset(
    "!),.:;?]}’”%‰°、。，．：；？！）］｝」』】〕〉》〟’”％・ー〜～々ヽヾゝゞ…‥"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
NOT_AT_END = frozenset("([{‘“（［｛「『【〔〈《〝＃＄￥#$")
COUNTERS = frozenset("問件回分秒時日月年点以")
"""What stays with the number before it."""

_SLACK = 1e-6
_WIDOW = 3
_SHORTER = 0.94


class BrokenParagraph(Paragraph):  # type: ignore[misc]
    """A paragraph whose lines are broken here, in every language. Its style has `wordWrap="CJK"`."""

    _broken: tuple[list[float], ParaLines] | None = None

    def breakLinesCJK(self, maxWidths: list[float] | float) -> ParaLines:  # noqa: N802, N803
        """The lines of the paragraph; the first and the later ones have their own width (points)."""
        widths = list(maxWidths) if isinstance(maxWidths, list | tuple) else [maxWidths]
        if self._broken is None or self._broken[0] != widths:
            self._broken = widths, ParaLines(kind=1, lines=self._lines(widths))
        return self._broken[1]

    def _lines(self, widths: list[float]) -> list[FragLine]:
        letters = [cjkU(letter, frag, "utf-8") for frag in self.frags for letter in frag.text]
        lines: list[FragLine] = []
        for start, end in balanced("".join(letters), [letter.width for letter in letters], widths):
            width = widths[min(len(lines), len(widths) - 1)]
            used = sum(letter.width for letter in letters[start:end])
            line = makeCJKParaLine(
                letters[start:end], width, used, width - used, lineBreak=False, calcBounds=False
            )
            lines.append(line)
        return lines


def balanced(text: str, advances: list[float], widths: list[float]) -> list[tuple[int, int]]:
    """The lines of `text`; slightly shorter ones where the last would hold a few letters only."""
    lines = list(break_lines(text, advances, widths))
    if len(lines) > 1 and lines[-1][1] - lines[-1][0] <= _WIDOW:
        shorter = list(break_lines(text, advances, [width * _SHORTER for width in widths]))
        if len(shorter) == len(lines):
            return shorter
    return lines


def break_lines(text: str, advances: list[float], widths: list[float]) -> Iterator[tuple[int, int]]:
    """The lines of `text` as (start, end), spaces at their ends left out.

    `advances` are the widths of the letters; `widths` those of the first line, the second, …, the
    last one holding for the rest. What is wider than a line is cut between letters.
    """
    start = number = 0
    while start < len(text):
        room = widths[min(number, len(widths) - 1)]
        end = _line_end(text, advances, start, room)
        yield start, start + len(text[start:end].rstrip(" "))
        start, number = end, number + 1
        while start < len(text) and text[start] == " ":
            start += 1


def _line_end(text: str, advances: list[float], start: int, room: float) -> int:
    """Where the line that begins at `start` ends: the last chance that fits, at least one letter on."""
    used, chance = 0.0, None
    for index in range(start, len(text)):
        if index > start and may_break(text[index - 1], text[index]):
            chance = index
        used += advances[index]
        if used > room + _SLACK and text[index] != " ":
            return chance or max(index, start + 1)
    return len(text)


def may_break(before: str, after: str) -> bool:
    """Whether a line may end between two letters."""
    if after == " " or before in NOT_AT_END or after in NOT_AT_START:
        return False
    if before == " ":
        return True
    if before.isdigit() and after in COUNTERS:
        return False
    return _wide(before) or _wide(after)


def _wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"
