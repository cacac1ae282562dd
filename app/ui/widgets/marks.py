"""Highlights as runs of words: adding, taking away, and where they lie in a document on the screen.

A run counts the characters of a block's words. The document may hold word joiners besides, which
keep lines from breaking in wrong places, and Qt counts in UTF-16.
"""

from __future__ import annotations

from app.core.events import Highlight

JOINER = "\u2060"
"""WORD JOINER: shown as nothing, counted by the document, not by the words."""

Marks = tuple[Highlight, ...]


def added(marks: Marks, new: Highlight) -> Marks:
    """With one run more; runs of a block that overlap or touch become one. In reading order."""
    start, end, others = new.start, new.end, []
    for mark in marks:
        if mark.block == new.block and mark.start <= end and start <= mark.end:
            start, end = min(start, mark.start), max(end, mark.end)
        else:
            others.append(mark)
    return tuple(sorted((*others, Highlight(new.block, start, end)), key=_place))


def covering(marks: Marks, run: Highlight) -> Highlight | None:
    """The mark that holds a run, or a place in the words (an empty run)."""
    least = max(run.end, run.start + 1)
    return next((m for m in marks if m.block == run.block and m.start <= run.start and least <= m.end), None)


def without(marks: Marks, gone: Highlight) -> Marks:
    """With one mark less."""
    return tuple(mark for mark in marks if mark != gone)


def _place(mark: Highlight) -> tuple[int, int]:
    return mark.block, mark.start


def offset_of(text: str, position: int) -> int:
    """The words' offset of a position (UTF-16 units) in a document that reads `text`."""
    offset = 0
    for letter in text:
        if position <= 0:
            break
        position -= _units(letter)
        offset += letter != JOINER
    return offset


def position_of(text: str, offset: int) -> int:
    """The position (UTF-16 units) of the words' offset in a document that reads `text`."""
    position = 0
    for letter in text:
        if offset <= 0 and letter != JOINER:
            break
        position += _units(letter)
        offset -= letter != JOINER
    return position


def _units(letter: str) -> int:
    return 2 if ord(letter) > 0xFFFF else 1
