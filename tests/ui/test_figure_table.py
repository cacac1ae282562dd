"""A table of figures: as high as its rows, and nothing of it beyond its edge where words can wrap."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui.widgets.figure_table import FigureTable

HEADS = ("", "Earlier", "Later", "Difference")
ROWS = [
    ("Distributed Training & Scaling", "71 %, 32 of 45", "73 %, 33 of 45", "+2"),
    ("分散トレーニングとスケーリング", "71 %、45 問中 32 問", "73 %、45 問中 33 問", "+2"),
    ("MLflow", "0", "0", ""),
]


def shown(qtbot: QtBot, width: int) -> FigureTable:
    table = FigureTable("figures")
    qtbot.addWidget(table)
    table.fill(HEADS, ROWS)
    table.show()
    table.resize(width, table.height())
    return table


def heights(table: FigureTable) -> list[int]:
    return [table.rowHeight(at) for at in range(table.rowCount())]


@pytest.mark.usefixtures("application")
def test_in_a_wide_place_all_rows_are_of_one_line(qtbot: QtBot) -> None:
    assert len(set(heights(shown(qtbot, 1000)))) == 1


@pytest.mark.usefixtures("application")
def test_in_a_narrow_place_words_wrap_and_nothing_lies_beyond_the_edge(qtbot: QtBot) -> None:
    table, wide = shown(qtbot, 420), heights(shown(qtbot, 1000))
    assert table.horizontalScrollBar().maximum() == 0
    long, japanese, short = heights(table)
    assert long > short == wide[2]
    assert japanese > short
    assert table.height() >= table.horizontalHeader().height() + sum(heights(table))
    table.resize(1000, table.height())
    assert heights(table) == wide


@pytest.mark.usefixtures("application")
def test_a_word_is_not_cut_for_want_of_room(qtbot: QtBot) -> None:
    table = shown(qtbot, 120)
    assert table.horizontalScrollBar().maximum() > 0
    assert table.columnWidth(0) > table.fontMetrics().horizontalAdvance("Distributed")
