"""Break lines of mixed Japanese and Latin text: words stay whole, and kinsoku holds (JIS X 4051).

reportlab's own breaker for Japanese lets punctuation hang outside the box and cuts Latin words in the
middle; this one puts every line inside.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import getAscentDescent, stringWidth
from reportlab.platypus import Paragraph
from reportlab.platypus.paragraph import FragLine, ParaLines
from reportlab.platypus.paraparser import ParaFrag

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


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph in one font; `href` is an address that a click opens, or empty."""

    text: str
    font: str
    href: str = ""


class BrokenParagraph(Paragraph):  # type: ignore[misc]
    """A paragraph whose lines are broken here, in every language. Its style has `wordWrap="CJK"`.

    It is made of runs and not of reportlab's markup: nothing has to be escaped, written and parsed.
    """

    _broken: tuple[list[float], ParaLines] | None = None

    @classmethod
    def of(
        cls, runs: Iterable[Run], style: ParagraphStyle, link_colour: Color | None = None
    ) -> BrokenParagraph:
        """A paragraph of these pieces; links have a colour of their own if one is given."""
        return cls("", style, frags=[_frag(run, style, link_colour) for run in runs])

    def breakLinesCJK(self, maxWidths: list[float] | float) -> ParaLines:  # noqa: N802, N803
        """The lines of the paragraph; the first and the later ones have their own width (points)."""
        widths = list(maxWidths) if isinstance(maxWidths, list | tuple) else [maxWidths]
        if self._broken is None or self._broken[0] != widths:
            self._broken = widths, ParaLines(kind=1, lines=self._lines(widths))
        return self._broken[1]

    def _lines(self, widths: list[float]) -> list[FragLine]:
        text = "".join(frag.text for frag in self.frags)
        advances = [width for frag in self.frags for width in _advances(frag)]
        lines: list[FragLine] = []
        for start, end in balanced(text, advances, widths):
            room = widths[min(len(lines), len(widths) - 1)]
            lines.append(self._line(start, end, sum(advances[start:end]), room))
        return lines

    def _line(self, start: int, end: int, used: float, room: float) -> FragLine:
        """The letters [start, end) as reportlab draws them."""
        size = self.style.fontSize
        words = []
        at = 0
        for frag in self.frags:
            piece = frag.text[max(0, start - at) : max(0, end - at)]
            if piece:
                words.append(frag.clone(text=piece))
            at += len(frag.text)
        heights = [getAscentDescent(word.fontName, size) for word in words]
        return FragLine(
            kind=1,
            extraSpace=room - used,
            wordCount=1,
            words=words,
            fontSize=size,
            ascent=max((ascent for ascent, _ in heights), default=0),
            descent=min((descent for _, descent in heights), default=0),
            maxWidth=room,
            currentWidth=used,
            lineBreak=False,
        )


def _frag(run: Run, style: ParagraphStyle, link_colour: Color | None) -> ParaFrag:
    return ParaFrag(
        text=run.text,
        fontName=run.font,
        fontSize=style.fontSize,
        textColor=(link_colour if run.href and link_colour else style.textColor),
        link=[(0, run.href)] if run.href else [],
        bold=0,
        italic=0,
        rise=0,
        greek=0,
        us_lines=[],
    )


def _advances(frag: ParaFrag) -> list[float]:
    """The widths of the letters of a piece in points."""
    known = _ADVANCES.setdefault(frag.fontName, {})
    for letter in frag.text:
        if letter not in known:
            known[letter] = stringWidth(letter, frag.fontName, 1)
    return [known[letter] * frag.fontSize for letter in frag.text]


_ADVANCES: dict[str, dict[str, float]] = {}
"""Widths at one point, by font and letter: measured once in a process."""


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
