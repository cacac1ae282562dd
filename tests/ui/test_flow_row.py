"""A row that breaks: where its parts stand at each width."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.widgets.flow_row import FlowRow


class Box(QWidget):
    """As wide as it says, 20 px high."""

    def __init__(self, wide: int) -> None:
        super().__init__()
        self._wide = wide

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._wide, 20)


def placed(row: FlowRow, boxes: list[Box], width: int) -> list[tuple[int, int, int]]:
    """x, y and width of each box in a row of a width; the row is over afterwards."""
    holder = QWidget()
    holder.setLayout(row)
    holder.resize(width, row.heightForWidth(width))
    row.activate()
    assert max(box.geometry().bottom() + 1 for box in boxes if not box.isHidden()) == holder.height()
    return [(box.x(), box.y(), box.width()) for box in boxes]


@pytest.fixture
def boxes(qapp: QApplication) -> list[Box]:
    return [Box(100), Box(60), Box(80)]


def test_parts_stand_in_one_line_and_what_follows_the_gap_at_its_end(boxes: list[Box]) -> None:
    row = FlowRow(boxes[0], 1, *boxes[1:], spacing=10)
    assert placed(row, boxes, 400) == [(0, 0, 100), (250, 0, 60), (320, 0, 80)]


def test_a_line_that_is_full_breaks(boxes: list[Box]) -> None:
    row = FlowRow(*boxes, spacing=10)
    assert placed(row, boxes, 180) == [(0, 0, 100), (110, 0, 60), (0, 30, 80)]


def test_a_part_wider_than_the_room_gets_the_room(boxes: list[Box]) -> None:
    assert placed(FlowRow(*boxes), boxes, 70)[0] == (0, 0, 70)


def test_growing_parts_share_a_line_and_are_spread_over_several(qapp: QApplication) -> None:
    four = [Box(100) for _ in range(4)]
    assert placed(FlowRow(*four, spacing=0, grow=True), four, 800)[1] == (200, 0, 200)
    again = [Box(100) for _ in range(4)]
    lines = placed(FlowRow(*again, spacing=0, grow=True), again, 360)
    assert lines == [(0, 0, 180), (180, 0, 180), (0, 20, 180), (180, 20, 180)]


def test_centred_parts_stand_in_the_middle(boxes: list[Box]) -> None:
    assert placed(FlowRow(*boxes[:2], spacing=10, centre=True), boxes[:2], 370)[0] == (100, 0, 100)


def test_hidden_parts_and_no_parts_take_no_room(boxes: list[Box]) -> None:
    boxes[0].hide()
    assert placed(FlowRow(*boxes, spacing=10), boxes, 400)[1] == (0, 0, 60)
    for grow in (False, True):
        assert FlowRow(grow=grow).heightForWidth(100) == 0


class Restless(Box):
    """A box whose look changes as soon as it is put in its place."""

    row: FlowRow

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.row.invalidate()


@pytest.mark.usefixtures("qapp")
def test_a_part_that_changes_while_it_is_placed_does_not_disturb_the_others() -> None:
    restless = [Restless(400) for _ in range(3)]
    Restless.row = FlowRow(*restless, spacing=10)
    holder = QWidget()
    holder.setLayout(Restless.row)
    holder.show()
    Restless.row.setGeometry(QRect(0, 0, 100, 80))
    assert [(box.y(), box.width()) for box in restless] == [(0, 100), (30, 100), (60, 100)]
    holder.close()
