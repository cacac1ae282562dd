"""The items of layouts are deleted with what they stood for: else each exam leaves hundreds behind."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QLayoutItem, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.foot_layout import FootLayout
from app.ui.widgets.layout_items import clear, empty, replace

pytestmark = pytest.mark.usefixtures("application")


def four_in(layout: QLayout) -> list[QLayoutItem]:
    for number in range(4):
        layout.addWidget(QLabel(str(number)))
    return [item for at in range(4) if (item := layout.itemAt(at)) is not None]


def owned(layout: QLayout, qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.setLayout(layout)
    return owner


@pytest.mark.parametrize("make", [FlowRow, lambda: FootLayout(8, 0, 0)], ids=["flow row", "foot"])
def test_a_layout_written_in_python_takes_its_items_along(make: Callable[[], QLayout]) -> None:
    owner, layout = QWidget(), make()
    owner.setLayout(layout)
    items = four_in(layout)
    assert len(items) == 4
    Shiboken.delete(owner)
    assert not any(Shiboken.isValid(item) for item in items)


@pytest.mark.parametrize("make", [QVBoxLayout, FlowRow])
def test_clearing_deletes_items_and_widgets(make: Callable[[], QLayout], qtbot: QtBot) -> None:
    layout = make()
    owner = owned(layout, qtbot)
    items, labels = four_in(layout), owner.findChildren(QLabel)
    clear(layout)
    assert layout.count() == 0
    assert not any(Shiboken.isValid(item) for item in items)
    qtbot.waitUntil(lambda: not any(Shiboken.isValid(label) for label in labels))


def test_clearing_goes_into_inner_layouts(qtbot: QtBot) -> None:
    outer, inner = QVBoxLayout(), QHBoxLayout()
    owner = owned(outer, qtbot)
    outer.addLayout(inner)
    four_in(inner)
    outer.addStretch(1)
    labels = owner.findChildren(QLabel)
    clear(outer)
    assert not Shiboken.isValid(inner)
    qtbot.waitUntil(lambda: not any(Shiboken.isValid(label) for label in labels))


def test_emptying_leaves_the_widgets_alone(qtbot: QtBot) -> None:
    layout = QVBoxLayout()
    owner = owned(layout, qtbot)
    items = four_in(layout)
    empty(layout)
    assert not any(Shiboken.isValid(item) for item in items)
    assert len(owner.findChildren(QLabel)) == 4


def test_a_replaced_widget_ends_with_its_item(qtbot: QtBot) -> None:
    layout = QVBoxLayout()
    owner = owned(layout, qtbot)
    old, new = QLabel("old"), QLabel("new")
    layout.addWidget(old)
    item = layout.itemAt(0)
    replace(layout, old, new)
    assert layout.indexOf(new) == 0
    assert item is not None
    assert not Shiboken.isValid(item)
    qtbot.waitUntil(lambda: owner.findChildren(QLabel) == [new])
