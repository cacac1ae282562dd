"""The foot of the question screen: a pair in the middle of the line, or as it fits, in one line or two."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem

from app.ui.widgets.layout_items import kept_items

Boxes = list[tuple[QLayoutItem, QRect]]


class FootLayout(QLayout):
    """Four widgets: left, the two of the pair, right. A hidden one moves no other while there is room."""

    def __init__(self, spacing: int, sides: int, ends: int) -> None:
        super().__init__()
        self._items = kept_items(self)
        self._sides, self._ends = sides, ends
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Called by addWidget."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at an index, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """It breaks into two lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width."""
        boxes = self._boxes(width)
        return max((box.bottom() + 1 for _, box in boxes), default=0) + self._ends

    def sizeHint(self) -> QSize:
        """In one line."""
        return QSize(self._one_line(), self.heightForWidth(self._one_line()))

    def minimumSize(self) -> QSize:
        """In two lines."""
        left, back, on, right = (self._size(item) for item in self._items)
        widest = max(left.width() + right.width(), back.width() + on.width())
        return QSize(widest + self.spacing() + 2 * self._sides, back.height() + 2 * self._ends)

    def setGeometry(self, rect: QRect) -> None:
        """Put every widget in its place."""
        super().setGeometry(rect)
        for item, box in self._boxes(rect.width()):
            item.setGeometry(box.translated(rect.topLeft()))

    def _one_line(self) -> int:
        """The pair in the middle, and room for the wider of the outer two on either side."""
        left, back, on, right = (self._size(item).width() for item in self._items)
        return back + on + 2 * max(left, right) + 3 * self.spacing() + 2 * self._sides

    def _boxes(self, width: int) -> Boxes:
        left, back, on, right = self._items
        pair = self._size(back).width() + self.spacing() + self._size(on).width()
        start, second = (width - pair) // 2, self._ends
        if self._one_line() > width and self._packed() <= width:
            start = self._sides + self._size(left).width() + self.spacing()
        elif self._one_line() > width:
            second += self._size(back).height() + self.spacing() // 2
        return [
            self._box(left, self._sides, second),
            self._box(back, start, self._ends),
            self._box(on, start + self._size(back).width() + self.spacing(), self._ends),
            self._box(right, width - self._sides - self._size(right).width(), second),
        ]

    def _packed(self) -> int:
        """All in one line, the pair wherever it comes to stand."""
        shown = [item for item in self._items if not item.isEmpty()]
        widths = sum(self._size(item).width() for item in shown)
        return widths + self.spacing() * (len(shown) - 1) + 2 * self._sides

    def _box(self, item: QLayoutItem, x: int, y: int) -> tuple[QLayoutItem, QRect]:
        size = self._size(item)
        return item, QRect(x, y, size.width(), size.height())

    @staticmethod
    def _size(item: QLayoutItem) -> QSize:
        """Also of what is hidden, whose item would be empty."""
        widget = item.widget()
        return widget.sizeHint() if widget is not None else item.sizeHint()
