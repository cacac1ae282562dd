"""A long plain table, drawn fast: a line a row, cut where it would not fit, its head on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from app.reports.fonts import clean
from app.reports.look import BODY, CAPTION, EDGE, MUTED, TEXT, Look

_FEWEST = 2
"""Rows that a page must have room for, or the table goes on on the next one."""


Pieces = list[tuple[str, str, float]]
"""Font, text and width of each piece of a cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its share of the width, whether its figures stand at the right."""

    name: str
    share: float
    right: bool = False


class Ledger(Flowable):  # type: ignore[misc]
    """The table; `rows` are words, as many as there are columns."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Sequence[str]], look: Look) -> None:
        super().__init__()
        self._columns, self._rows, self._look = columns, rows, look
        self._height = look.leading(BODY) + look.size(3.5)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: ARG002, N803
        """As wide as there is room; a line a row and one for the head."""
        self.width, self.height = availWidth, self._height * (len(self._rows) + 1)
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: ARG002, N803
        """The rows that fit, and the rest under a head of its own."""
        fitting = int(availHeight / self._height) - 1
        if fitting < min(_FEWEST, len(self._rows)):
            return []
        parts = self._rows[:fitting], self._rows[fitting:]
        return [Ledger(self._columns, part, self._look) for part in parts if part]

    def draw(self) -> None:
        """The head, and the rows with a hairline between them."""
        y = self.height - self._height
        self._line(y, [column.name for column in self._columns], head=True)
        self.canv.setStrokeColor(EDGE)
        self.canv.setLineWidth(0.5)
        for row in self._rows:
            self.canv.line(0, y, self.width, y)
            y -= self._height
            self._line(y, row)

    def _line(self, y: float, cells: Sequence[str], *, head: bool = False) -> None:
        role = CAPTION if head else BODY
        size = self._look.size(role.size)
        gap = self._look.size(8)
        x = 0.0
        for column, cell in zip(self._columns, cells, strict=True):
            room = self.width * column.share
            pieces, used = self._fitted(cell, size, room - gap)
            left = x + room - used - gap if column.right else x
            self._draw(left, y + self._height * 0.32, pieces, size, head=head)
            x += room

    def _draw(self, x: float, y: float, pieces: Pieces, size: float, *, head: bool) -> None:
        text = self.canv.beginText(x, y)
        text.setFillColor(MUTED if head else TEXT)
        for font, piece, _ in pieces:
            text.setFont(font, size)
            text.textOut(piece)
        self.canv.drawText(text)

    def _fitted(self, cell: str, size: float, room: float) -> tuple[Pieces, float]:
        """The pieces (font, text, width) of a cell, with an ellipsis where it had to be cut."""
        words = clean(cell)
        pieces = self._measured(words, size)
        used = sum(width for *_, width in pieces)
        while used > room and len(words) > 1:
            words = words[: max(1, min(len(words) - 2, int(len(words) * room / used)))].rstrip("…") + "…"
            pieces = self._measured(words, size)
            used = sum(width for *_, width in pieces)
        return pieces, used

    def _measured(self, words: str, size: float) -> Pieces:
        return [
            (font, piece, sum(self._look.advance(letter, font, size) for letter in piece))
            for font, piece in self._look.fonts.pieces(words)
        ]
