"""Who deletes the items of layouts: what Python has been handed, Qt does not delete, nor does anyone else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QWidget
from shiboken6 import Shiboken


def kept_items(layout: QLayout) -> list[QLayoutItem]:
    """A list for the items of a layout written in Python; they end with it, as those of Qt's own layouts."""
    items: list[QLayoutItem] = []
    layout.destroyed.connect(partial(_delete_all, items))
    return items


def empty(layout: QLayout) -> None:
    """Take everything out of a layout; its widgets live on, its items and inner layouts do not."""
    for _item in _taken(layout):
        pass


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    for item in _taken(layout):
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def replace(layout: QBoxLayout, old: QWidget, new: QWidget) -> None:
    """Put a widget in the place of another one, and delete that.

    `QLayout.replaceWidget` would hand out an item that cannot be deleted safely.
    """
    at = layout.indexOf(old)
    layout.insertWidget(at, new)
    item = layout.takeAt(at + 1)
    old.hide()
    old.deleteLater()
    if item is not None:
        Shiboken.delete(item)


def _taken(layout: QLayout) -> Iterator[QLayoutItem]:
    """Take one item after the other out of a layout; each is deleted when the next is asked for."""
    while layout.count():
        item = layout.takeAt(0)
        if item is not None:
            yield item
            Shiboken.delete(item)


def _delete_all(items: list[QLayoutItem], _layout: QObject | None = None) -> None:
    for item in items:
        if Shiboken.isValid(item):
            Shiboken.delete(item)
    items.clear()
