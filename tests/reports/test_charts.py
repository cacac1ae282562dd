from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing, Group, String

from app.reports.charts import (
    Pen,
    Shares,
    Trend,
    course_chart,
    interval_bar,
    line_label,
    score_chart,
    trend_chart,
)
from app.reports.fonts import Fonts
from app.reports.look import PAPER

SHARES = Shares(low=0.61, share=0.76, high=0.86, line=0.7)


def labels(drawing: Drawing) -> list[str]:
    groups = [part for part in drawing.contents if isinstance(part, Group)]
    texts = ["".join(s.text for s in group.contents if isinstance(s, String)) for group in groups]
    return [text.replace("\u202f", "") for text in texts if text]


def extent(drawing: Drawing) -> tuple[float, float]:
    left, _, right, _ = drawing.getBounds()
    return left, right


@pytest.mark.parametrize("ends", [(0.0, 0.0, 1.0), (0.0, 1.0, 1.0), (0.5, 0.5, 0.5)])
def test_nothing_stands_out(ends: tuple[float, float, float], fonts: Path) -> None:
    low, share, high = ends
    left, right = extent(interval_bar(Shares(low, share, high, line=1.0), 100, 20, Pen(Fonts(fonts), PAPER)))
    assert left >= 0
    assert right <= 100


def test_the_score_chart_has_its_figures(fonts: Path) -> None:
    drawn = labels(score_chart(SHARES, "line", 500, Pen(Fonts(fonts), PAPER)))
    assert drawn == ["line", "76%", "61%", "86%", "0%", "100%"]


def test_figures_that_would_collide_are_left_out(fonts: Path) -> None:
    drawn = labels(score_chart(Shares(0.75, 0.76, 1.0, 0.7), "line", 500, Pen(Fonts(fonts), PAPER)))
    assert drawn == ["line", "76%", "100%", "0%"]


@pytest.mark.parametrize("line", [0.0, 0.5, 1.0])
def test_a_label_stays_inside(line: float, fonts: Path) -> None:
    left, right = extent(line_label(line, "仮の合格ライン 70 %", 120, Pen(Fonts(fonts), PAPER)))
    assert left >= 0
    assert right <= 120


def test_a_chart_can_be_svg(fonts: Path) -> None:
    svg = renderSVG.drawToString(score_chart(SHARES, "仮の合格ライン", 500, Pen(Fonts(fonts), PAPER)))
    assert "仮の合格ライン" in svg


def trend(*shares: float) -> Trend:
    points = tuple(Shares(share - 0.1, share, share + 0.1, 0.7) for share in shares)
    return Trend(points, tuple(f"day {n}" for n in range(len(shares))), 0.7, "assumed line")


@pytest.mark.parametrize("shares", [(0.5,), (0.1, 0.9), tuple(n / 50 + 0.1 for n in range(40))])
def test_a_trend_stays_inside_and_names_its_ends(shares: tuple[float, ...], fonts: Path) -> None:
    drawing = trend_chart(trend(*shares), 300, 120, Pen(Fonts(fonts), PAPER))
    left, bottom, right, top = drawing.getBounds()
    assert (left >= 0, bottom >= 0, right <= 300, top <= 120) == (True,) * 4
    ends = ["day 0"] if len(shares) == 1 else ["day 0", f"day {len(shares) - 1}"]
    assert [label for label in labels(drawing) if label.startswith("day")] == ends
    assert "assumed line" in labels(drawing)


def test_the_course_of_a_domain_is_a_strip_with_a_line(fonts: Path) -> None:
    points = trend(0.5, 0.6, 0.7).points
    kinds = [type(part).__name__ for part in course_chart(points, 100, 30, Pen(Fonts(fonts), PAPER)).contents]
    assert (kinds.count("Polygon"), kinds.count("PolyLine"), kinds.count("Circle")) == (1, 1, 1)
    single = [
        type(part).__name__ for part in course_chart(points[:1], 100, 30, Pen(Fonts(fonts), PAPER)).contents
    ]
    assert (single.count("Polygon"), single.count("Circle")) == (0, 1)


def test_the_colours_are_those_of_the_palette(fonts: Path) -> None:
    night = replace(PAPER, accent="#ABCDEF", surface="#010203")
    svg = renderSVG.drawToString(score_chart(SHARES, "line", 500, Pen(Fonts(fonts), night)))
    assert "rgb(67%,80%,93%)" in svg or "rgb(67%,80%,94%)" in svg
