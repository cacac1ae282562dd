"""Charts as reportlab drawings, each drawn once: into a document, or as SVG into the window.

An interval is a track, the band, a ring for the estimate, the assumed line as a rule: shapes, not
colours, carry the meaning. Lengths in points, shares in 0..1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Circle, Drawing, Group, Line, Polygon, PolyLine, Rect, String
from reportlab.lib.colors import HexColor, linearlyInterpolatedColor

from app.reports.fonts import Fonts
from app.reports.words import percent
from app.services.ports import Palette

INSET = 8
"""The distance of 0 and 1 from the ends of a track, so that a ring at the end stays inside."""

FOOT_HEIGHT = 16.0
"""The height of the foot of a chart."""

_LABEL = 7.5
_BAND_INK = 0.3
"""How much of the accent is in the band of a course, the rest is its ground."""
_AXIS = 34.0
"""Room for the figures of an upright axis."""


@dataclass(frozen=True, slots=True)
class Shares:
    """An estimate with its interval and the line it is held against."""

    low: float
    share: float
    high: float
    line: float


@dataclass(frozen=True, slots=True)
class Pen:
    """What a chart is drawn with: the letters and the colours."""

    fonts: Fonts
    palette: Palette


def interval_bar(shares: Shares, width: float, height: float, pen: Pen) -> Drawing:
    """One row of a chart. The rule is as high as the drawing: rows that touch make it one."""
    drawing = _drawing(width, height, pen)
    drawing.add(_bar(shares, width, height / 2, 0, height, pen))
    return drawing


def line_label(line: float, text: str, width: float, pen: Pen) -> Drawing:
    """The foot of a chart: the end of the rule, and what it means."""
    drawing = _drawing(width, FOOT_HEIGHT, pen)
    x = _x(line, width)
    drawing.add(Line(x, 12, x, FOOT_HEIGHT, strokeColor=HexColor(pen.palette.control), strokeWidth=1))
    drawing.add(_label(x, 3, text, width, pen))
    return drawing


def score_chart(shares: Shares, line_text: str, width: float, pen: Pen) -> Drawing:
    """The whole score: the rule labelled above, the figures of ring and band below, where there is room."""
    drawing = _drawing(width, 46, pen)
    drawing.add(_label(_x(shares.line, width), 39, line_text, width, pen))
    drawing.add(_bar(shares, width, 23, 11, 35, pen, thickness=13))
    taken: list[tuple[float, float]] = []
    for share in (shares.share, shares.low, shares.high, 0.0, 1.0):
        text, bold = percent(share), not taken
        half = pen.fonts.width(text, _LABEL, bold) / 2
        x = _inside(_x(share, width), half, width)
        if all(x + half + 3 < left or right + 3 < x - half for left, right in taken):
            taken.append((x - half, x + half))
            drawing.add(_label(x, 2, text, width, pen, bold=bold))
    return drawing


@dataclass(frozen=True, slots=True)
class Trend:
    """Points in time order, each with the words below it (only those of the first and last are drawn)."""

    points: tuple[Shares, ...]
    labels: tuple[str, ...]
    line: float
    line_text: str


def trend_chart(trend: Trend, width: float, height: float, pen: Pen) -> Drawing:
    """Scores over time: an upright interval with a ring each, joined by a thin line."""
    drawing = _drawing(width, height, pen)
    foot, head = 16.0, 16.0
    bottom, top = foot + 4, height - head
    left, right = _AXIS, width - INSET
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        _grid_line(drawing, share, (left, right), _y(share, bottom, top), pen)
    room = pen.fonts.width(trend.line_text, _LABEL) + 4
    y = _y(trend.line, bottom, top)
    for begin, end, at in ((left, right, y), (right - room - 22, right - room, height - 5)):
        rule = Line(begin, at, end, at, strokeColor=HexColor(pen.palette.control), strokeWidth=1.2)
        rule.strokeDashArray = (4, 2)
        drawing.add(rule)
    drawing.add(_label(right, height - 7.5, trend.line_text, width, pen, at="end"))
    places = _places(len(trend.points), left + 10, right - 10)
    _points(drawing, trend.points, places, (bottom, top), pen)
    for at in dict.fromkeys((0, len(places) - 1)):
        place = "middle" if len(places) == 1 else ("start" if at == 0 else "end")
        drawing.add(_label(places[at], 2, trend.labels[at], width, pen, at=place))
    return drawing


def course_chart(points: Sequence[Shares], width: float, height: float, pen: Pen) -> Drawing:
    """One domain over time, small: the band as a strip, the estimate as a line, the assumed line."""
    drawing = _drawing(width, height, pen)
    drawing.add(
        Rect(0, 0, width, height, rx=3, ry=3, fillColor=HexColor(pen.palette.sunken), strokeColor=None)
    )
    bottom, top = 3.0, height - 3
    places = _places(len(points), INSET, width - INSET)
    accent = HexColor(pen.palette.accent)
    if len(points) > 1:
        upper = [(x, _y(p.high, bottom, top)) for x, p in zip(places, points, strict=True)]
        lower = [(x, _y(p.low, bottom, top)) for x, p in zip(places, points, strict=True)]
        outline = [value for point in (*upper, *reversed(lower)) for value in point]
        # A mixed colour: reportlab leaves opacity out of SVG.
        band = linearlyInterpolatedColor(HexColor(pen.palette.sunken), accent, 0, 1, _BAND_INK)
        drawing.add(Polygon(outline, fillColor=band, strokeColor=None))
    y = _y(points[-1].line, bottom, top)
    drawing.add(Line(0, y, width, y, strokeColor=HexColor(pen.palette.control), strokeWidth=1))
    if len(points) > 1:
        line = [value for x, p in zip(places, points, strict=True) for value in (x, _y(p.share, bottom, top))]
        drawing.add(PolyLine(line, strokeColor=accent, strokeWidth=1.4))
    _points(drawing, points[-1:], places[-1:], (bottom, top), pen)
    return drawing


def _points(
    drawing: Drawing, points: Sequence[Shares], places: Sequence[float], ends: tuple[float, float], pen: Pen
) -> None:
    """Upright intervals with their rings; the rings shrink where many stand close together."""
    accent, surface = HexColor(pen.palette.accent), HexColor(pen.palette.surface)
    gap = places[1] - places[0] if len(places) > 1 else 100.0
    radius = max(1.6, min(3.5, gap * 0.3))
    middles = [(x, _y(point.share, *ends)) for x, point in zip(places, points, strict=True)]
    if len(middles) > 1:
        flat = [value for middle in middles for value in middle]
        drawing.add(PolyLine(flat, strokeColor=HexColor(pen.palette.control), strokeWidth=0.7))
    for (x, y), point in zip(middles, points, strict=True):
        low, high = _y(point.low, *ends), _y(point.high, *ends)
        drawing.add(Line(x, low, x, high, strokeColor=accent, strokeWidth=radius * 0.75, strokeLineCap=1))
        drawing.add(Circle(x, y, radius, fillColor=surface, strokeColor=accent, strokeWidth=1.3))


def _grid_line(drawing: Drawing, share: float, ends: tuple[float, float], y: float, pen: Pen) -> None:
    drawing.add(Line(ends[0], y, ends[1], y, strokeColor=HexColor(pen.palette.edge), strokeWidth=0.5))
    drawing.add(_label(ends[0] - 4, y - 2.6, percent(share), ends[1], pen, at="end"))


def _bar(
    shares: Shares, width: float, y: float, foot: float, head: float, pen: Pen, thickness: float = 10
) -> Group:
    line, low, share, high = (_x(at, width) for at in (shares.line, shares.low, shares.share, shares.high))
    radius = thickness / 2
    ink = {name: HexColor(getattr(pen.palette, name)) for name in ("sunken", "control", "accent", "surface")}
    return Group(
        Rect(
            0, y - radius, width, thickness, rx=radius, ry=radius, fillColor=ink["sunken"], strokeColor=None
        ),
        Line(line, foot, line, head, strokeColor=ink["control"], strokeWidth=1),
        Line(low, y, high, y, strokeColor=ink["accent"], strokeWidth=radius * 0.85, strokeLineCap=1),
        Circle(share, y, radius - 0.5, fillColor=ink["surface"], strokeColor=ink["accent"], strokeWidth=1.5),
    )


def _label(
    x: float, y: float, text: str, width: float, pen: Pen, *, bold: bool = False, at: str = "middle"
) -> Group:
    """A text at `x`, moved inside the drawing where it would stand out."""
    whole = pen.fonts.width(text, _LABEL, bold)
    before = {"start": 0.0, "middle": whole / 2, "end": whole}[at]
    left = max(0.0, min(x - before, width - whole))
    colour = HexColor(pen.palette.text if bold else pen.palette.muted)
    group = Group()
    for font, piece in pen.fonts.runs(text, bold):
        group.add(String(left, y, piece, fontName=font, fontSize=_LABEL, fillColor=colour))
        left += pen.fonts.width(piece, _LABEL, bold)
    return group


def _drawing(width: float, height: float, pen: Pen) -> Drawing:
    """An empty drawing; without a font of ours it would name one that is not embedded."""
    return Drawing(width, height, initialFontName=pen.fonts.latin())


def _places(count: int, left: float, right: float) -> list[float]:
    """Where so many points stand, evenly from left to right; a single one in the middle."""
    if count == 1:
        return [(left + right) / 2]
    return [left + (right - left) * at / (count - 1) for at in range(count)]


def _x(share: float, width: float) -> float:
    return INSET + share * (width - 2 * INSET)


def _y(share: float, bottom: float, top: float) -> float:
    return bottom + share * (top - bottom)


def _inside(x: float, half: float, width: float) -> float:
    return max(half, min(x, width - half))
