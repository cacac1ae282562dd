"""Charts as reportlab drawings: a track, the band, a ring for the estimate, the assumed line as a rule.

Lengths in points, shares in 0..1.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.graphics.shapes import Circle, Drawing, Group, Line, Rect, String
from reportlab.lib.colors import Color

from app.reports.fonts import Fonts
from app.reports.look import ACCENT, CONTROL, MUTED, SUNKEN, SURFACE, TEXT
from app.reports.words import percent

INSET = 8
"""The distance of 0 and 1 from the ends of a track, so that a ring at the end stays inside."""

FOOT_HEIGHT = 16.0
"""The height of the foot of a chart."""

_LABEL = 7.5


@dataclass(frozen=True, slots=True)
class Shares:
    """An estimate with its interval and the line it is held against."""

    low: float
    share: float
    high: float
    line: float


def interval_bar(shares: Shares, width: float, height: float, fonts: Fonts) -> Drawing:
    """One row of a chart. The rule is as high as the drawing: rows that touch make it one."""
    drawing = _drawing(width, height, fonts)
    drawing.add(_bar(shares, width, height / 2, 0, height))
    return drawing


def line_label(line: float, text: str, width: float, fonts: Fonts) -> Drawing:
    """The foot of a chart: the end of the rule, and what it means."""
    drawing = _drawing(width, FOOT_HEIGHT, fonts)
    x = _x(line, width)
    drawing.add(Line(x, 12, x, FOOT_HEIGHT, strokeColor=CONTROL, strokeWidth=1))
    drawing.add(_label(x, 3, text, width, fonts, MUTED))
    return drawing


def score_chart(shares: Shares, line_text: str, width: float, fonts: Fonts) -> Drawing:
    """The whole score: the rule labelled above, the figures of ring and band below, where there is room."""
    drawing = _drawing(width, 46, fonts)
    drawing.add(_label(_x(shares.line, width), 39, line_text, width, fonts, MUTED))
    drawing.add(_bar(shares, width, 23, 11, 35, thickness=13))
    taken: list[tuple[float, float]] = []
    for share in (shares.share, shares.low, shares.high, 0.0, 1.0):
        text, bold = percent(share), not taken
        half = fonts.width(text, _LABEL, bold) / 2
        x = _inside(_x(share, width), half, width)
        if all(x + half + 3 < left or right + 3 < x - half for left, right in taken):
            taken.append((x - half, x + half))
            drawing.add(_label(x, 2, text, width, fonts, TEXT if bold else MUTED, bold))
    return drawing


def _bar(shares: Shares, width: float, y: float, foot: float, head: float, thickness: float = 10) -> Group:
    line, low, share, high = (_x(at, width) for at in (shares.line, shares.low, shares.share, shares.high))
    radius = thickness / 2
    return Group(
        Rect(0, y - radius, width, thickness, rx=radius, ry=radius, fillColor=SUNKEN, strokeColor=None),
        Line(line, foot, line, head, strokeColor=CONTROL, strokeWidth=1),
        Line(low, y, high, y, strokeColor=ACCENT, strokeWidth=radius * 0.85, strokeLineCap=1),
        Circle(share, y, radius - 0.5, fillColor=SURFACE, strokeColor=ACCENT, strokeWidth=1.5),
    )


def _label(
    x: float, y: float, text: str, width: float, fonts: Fonts, colour: Color, bold: bool = False
) -> Group:
    """A text centred at `x`, moved inside the drawing where it would stand out."""
    whole = fonts.width(text, _LABEL, bold)
    left = _inside(x, whole / 2, width) - whole / 2
    group = Group()
    for font, piece in fonts.runs(text, bold):
        group.add(String(left, y, piece, fontName=font, fontSize=_LABEL, fillColor=colour))
        left += fonts.width(piece, _LABEL, bold)
    return group


def _drawing(width: float, height: float, fonts: Fonts) -> Drawing:
    """An empty drawing; without a font of ours it would name one that is not embedded."""
    return Drawing(width, height, initialFontName=fonts.latin())


def _x(share: float, width: float) -> float:
    return INSET + share * (width - 2 * INSET)


def _inside(x: float, half: float, width: float) -> float:
    return max(half, min(x, width - half))
