from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing, Group, String

from app.reports.charts import Pen, Shares, interval_bar, line_label, score_chart
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
