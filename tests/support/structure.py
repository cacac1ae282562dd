"""What is wrong with a screen as a structure: text cut off, widgets over each other, glyphs not there.

Each check looks at what is visible below a widget and answers one line a finding; none is good.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from unicodedata import category

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

SLACK = 1
"""Rounding may take a pixel."""

_WHOLE = (QComboBox, QAbstractItemView, QPlainTextEdit, QTextEdit, QLineEdit)
"""Looked at as one: their parts are Qt's own, and what does not fit in them scrolls."""


def clipped(widget: QWidget) -> list[str]:
    """Labels, buttons and boxes that are smaller than their words."""
    kinds = (QLabel, QAbstractButton, QComboBox)
    return [
        f"{described(part)}: has {part.width()} × {part.height()}, needs {needed[0]} × {needed[1]}"
        for part in _visible(widget)
        if isinstance(part, kinds)
        for needed in (_needed(part),)
        if part.width() + SLACK < needed[0] or part.height() + SLACK < needed[1]
    ]


def overlapping(widget: QWidget) -> list[str]:
    """Pairs of widgets of one layout that lie over each other."""
    return [
        f"{described(one)} {_numbers(one)} lies over {described(other)} {_numbers(other)}"
        for parent in _visible(widget)
        for one, other in combinations(_laid_out(parent), 2)
        if not _shrunk(one.geometry()).intersected(_shrunk(other.geometry())).isEmpty()
    ]


def outside(widget: QWidget) -> list[str]:
    """Widgets that reach out of the widget they stand in; within a scroll area, out of its width."""
    return [
        f"{described(part)} {_numbers(part)} reaches out of {described(parent)} {_numbers(parent)}"
        for part in _visible(widget)
        if part is not widget and not part.isWindow()
        for parent in (part.parentWidget(),)
        if parent is not None and not _holds(parent, part)
    ]


def missing_glyphs(text: str, families: Iterable[str]) -> list[str]:
    """The characters of a text that none of the families can draw, in order, each once."""
    faces = [face for family in families if (face := _face(family)) is not None]
    return [
        f"U+{ord(letter):04X} {letter}"
        for letter in dict.fromkeys(text)
        if category(letter) not in {"Cc", "Cf"}
        and not any(face.supportsCharacter(ord(letter)) for face in faces)
    ]


def described(widget: QWidget) -> str:
    """A widget in words: its class, its name, what is written on it."""
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    name = widget.objectName() or str(widget.property("look") or "")
    return " ".join(filter(None, (type(widget).__name__, name, repr(words[:40]) if words else "")))


def _visible(widget: QWidget) -> Iterator[QWidget]:
    """The widget and what is visible below it, without the insides of Qt's composed widgets."""
    yield widget
    if isinstance(widget, _WHOLE):
        return
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield from _visible(child)


def _needed(part: QLabel | QAbstractButton | QComboBox) -> tuple[int, int]:
    """The least size in which every word can be read."""
    if part.hasHeightForWidth():
        longest = part.minimumSizeHint().width() if isinstance(part, QLabel) else 0
        return longest, part.heightForWidth(part.width())
    if isinstance(part, QLabel) and not part.text():
        return 0, 0
    hint = part.minimumSizeHint()
    if not isinstance(part, QComboBox):
        return hint.width(), hint.height()
    shown = part.fontMetrics().horizontalAdvance(part.currentText())
    return shown, part.fontMetrics().height()


def _laid_out(parent: QWidget) -> list[QWidget]:
    layout = parent.layout()
    if layout is None or isinstance(parent, _WHOLE):
        return []
    return [part for part in _members(layout) if part.isVisible()]


def _members(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        part, inner = item.widget(), item.layout()
        if part is not None:
            yield part
        elif inner is not None:
            yield from _members(inner)


def _holds(parent: QWidget, part: QWidget) -> bool:
    room, box = parent.rect(), part.geometry()
    area = parent.parentWidget()
    if isinstance(area, QScrollArea) and area.widget() is part:
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        return box.width() <= room.width() + SLACK or area.horizontalScrollBarPolicy() != never
    if isinstance(area, QAbstractScrollArea) and area.viewport() is not parent:
        return True  # a scroll bar beside the viewport
    return room.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(box)


def _shrunk(box: QRect) -> QRect:
    return box.adjusted(SLACK, SLACK, -SLACK, -SLACK)


def _numbers(widget: QWidget) -> str:
    place, size = widget.pos(), widget.size()
    return f"({place.x()}, {place.y()}, {size.width()} × {size.height()})"


def _face(family: str) -> QRawFont | None:
    """The face of a family as it was loaded; None when Qt would take another for it."""
    font = QFont()
    font.setFamilies([family])
    font.setPixelSize(16)
    face = QRawFont.fromFont(font)
    return face if face.familyName() == family else None
