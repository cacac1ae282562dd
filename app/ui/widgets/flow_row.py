"""A row that breaks into several lines where the window is too narrow for it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QGridLayout, QLayoutItem, QWidget

from app.ui.widgets.layout_items import kept_items

UNLIMITED = (1 << 24) - 1
"""QWIDGETSIZE_MAX."""

Hints = dict[QLayoutItem, QSize]
"""What takes room, with the size it wishes."""


class FlowRow(QGridLayout):
    """Widgets one after the other, each as wide as it wishes; what follows a 1 stands at the right.

    Each line is as high as its highest widget, and the others stand in its middle. A widget that is
    wider than a whole line gets the line. With `grow` the parts of a line share what is left of it, and
    are spread evenly over the lines; with `centre` they stand in the middle of their line.

    Of the grid it only keeps that it wants no more height than it needs: a bare QLayout wants all there
    is, and saying otherwise takes the Qt namespace, which the first screen does without.
    """

    def __init__(
        self,
        *parts: QWidget | int,
        spacing: int = 12,
        margins: tuple[int, int, int, int] = (0, 0, 0, 0),
        grow: bool = False,
        centre: bool = False,
    ) -> None:
        super().__init__()
        self._items = kept_items(self)
        # Qt asks again and again; what was found holds until `invalidate`.
        self._hints: Hints = {}
        self._heights: dict[int, int] = {}
        self._split = -1
        self._grow, self._centre = grow, centre
        self.setContentsMargins(*margins)
        self.setSpacing(spacing)
        for part in parts:
            if isinstance(part, int):
                self._split = len(self._items)
            else:
                self.addWidget(part)

    def addItem(self, item: QLayoutItem) -> None:  # type: ignore[override]
        """Add what `addWidget` has wrapped."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many parts there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """A part; None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take a part out; None beyond the last."""
        if not 0 <= index < len(self._items):
            return None
        item = self._items.pop(index)
        self.invalidate()
        return item

    def maximumSize(self) -> QSize:
        """No limit."""
        return QSize(UNLIMITED, UNLIMITED)

    def invalidate(self) -> None:
        """Something has changed: ask the parts anew."""
        self._hints, self._heights = {}, {}
        super().invalidate()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at a width."""
        if width not in self._heights:
            self._heights[width] = self._lay_out(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """All in one line."""
        hints = self._shown().values()
        wide = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        high = max((hint.height() for hint in hints), default=0)
        return self._with_margins(QSize(wide, high))

    def minimumSize(self) -> QSize:
        """The widest part alone in its line."""
        least = QSize()
        for item in self._shown():
            least = least.expandedTo(item.minimumSize())
        return self._with_margins(least)

    def setGeometry(self, room: QRect) -> None:
        """Put every part in its place."""
        super().setGeometry(room)
        self._lay_out(room, move=True)

    def _shown(self) -> Hints:
        """What takes room, with the size it wishes."""
        if not self._hints:
            self._hints = {item: item.sizeHint() for item in self._items if not item.isEmpty()}
        return self._hints

    def _with_margins(self, size: QSize) -> QSize:
        sides = self.contentsMargins()
        return size + QSize(sides.left() + sides.right(), sides.top() + sides.bottom())

    def _lines(self, hints: Hints, room: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = [[]]
        used = 0
        for item, hint in hints.items():
            wide = hint.width()
            if lines[-1] and used + self.spacing() + wide > room:
                lines.append([])
                used = 0
            used += wide + (self.spacing() if lines[-1] else 0)
            lines[-1].append(item)
        return self._evened(lines, hints, room) if self._grow and len(lines) > 1 else lines

    def _evened(self, lines: list[list[QLayoutItem]], hints: Hints, room: int) -> list[list[QLayoutItem]]:
        """The same number of lines with as many parts in each, if they fit."""
        parts = [item for line in lines for item in line]
        each = -(-len(parts) // len(lines))
        evened = [parts[at : at + each] for at in range(0, len(parts), each)]
        wide = [
            sum(hints[item].width() for item in line) + self.spacing() * (len(line) - 1) for line in evened
        ]
        return evened if max(wide) <= room else lines

    def _lay_out(self, area: QRect, *, move: bool) -> int:
        """Place the parts in an area; the height taken."""
        sides = self.contentsMargins()
        room = area.marginsRemoved(sides)
        top = room.y()
        hints = self._shown()  # a part that is put in its place may change, and empty ours meanwhile
        lines = self._lines(hints, room.width())
        right = set(map(id, self._items[self._split :])) if self._split >= 0 else set()
        for line in lines:
            widths = self._widths(line, hints, room.width())
            high = max(map(_height, line, widths), default=0)
            if move:
                self._place(line, widths, QRect(room.x(), top, room.width(), high), right)
            top += high + self.spacing()
        return top - self.spacing() - area.y() + sides.bottom()

    def _widths(self, line: list[QLayoutItem], hints: Hints, room: int) -> list[int]:
        widths = [min(hints[item].width(), room) for item in line]
        if not self._grow or not line:
            return widths
        each = (room - self.spacing() * (len(line) - 1)) // len(line)
        if max(widths) <= each:
            return [each] * len(line)
        share = (room - self.spacing() * (len(line) - 1) - sum(widths)) // len(line)
        return [wide + share for wide in widths]

    def _place(self, line: list[QLayoutItem], widths: list[int], room: QRect, right: set[int]) -> None:
        """One line; the parts of the right side are pushed to its end."""
        free = room.width() - sum(widths) - self.spacing() * (len(line) - 1)
        x, pushed = room.x() + (max(0, free) // 2 if self._centre else 0), False
        for item, wide in zip(line, widths, strict=True):
            if id(item) in right and not pushed:
                x, pushed = x + free, True
            high = room.height() if self._grow else _height(item, wide)
            item.setGeometry(QRect(QPoint(x, room.y() + (room.height() - high) // 2), QSize(wide, high)))
            x += wide + self.spacing()


def _height(item: QLayoutItem, wide: int) -> int:
    return item.heightForWidth(wide) if item.hasHeightForWidth() else item.sizeHint().height()
