"""A choice among a few words that stand beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from app.ui.widgets.parts import button

GAP = 8


class Segments(QWidget):
    """One Tab stop; arrows go from word to word. Wraps where it is too narrow.

    Signals: `chosen` with the value, when a person chooses.
    """

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._group = QButtonGroup(self)
        self._shown = ""
        self.buttons: dict[str, QPushButton] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def value(self) -> str:
        """What is chosen; empty when nothing is."""
        return next((value for value, knob in self.buttons.items() if knob.isChecked()), "")

    def offer(self, choices: Sequence[tuple[str, str]], title: str) -> None:
        """Set the choices, (value, words) each; the same values keep what is chosen."""
        self.setAccessibleName(title)
        if tuple(self.buttons) != tuple(value for value, _ in choices):
            self._make([value for value, _ in choices])
        for value, words in choices:
            self.buttons[value].setText(words)
            self.buttons[value].setAccessibleName(f"{title}: {words}")
        self._arrange()
        self.updateGeometry()

    def choose(self, value: str) -> None:
        """Show a value as chosen, and none when it is not offered; tells nobody."""
        self._shown = value
        self._group.setExclusive(False)
        for offered, knob in self.buttons.items():
            knob.setChecked(offered == value)
        self._group.setExclusive(True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        return QSize(self._width(len(self.buttons)), self._line())

    def minimumSizeHint(self) -> QSize:
        """One below the other."""
        return QSize(self._width(1), self._line())

    def hasHeightForWidth(self) -> bool:
        """The words wrap as wholes."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of as many lines as are needed."""
        lines = -(-len(self.buttons) // self._fitting(width))
        return lines * self._line() + (lines - 1) * GAP

    def changeEvent(self, event: QEvent) -> None:
        """Another text size needs another arrangement."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._arrange()
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _make(self, values: list[str]) -> None:
        for old in self.buttons.values():
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        self.buttons = {
            value: button("segment", f"{self.objectName()}-{value or 'none'}") for value in values
        }
        for value, knob in self.buttons.items():
            knob.setParent(self)
            knob.setCheckable(True)
            knob.toggled.connect(partial(self._on_toggled, value))
            self._group.addButton(knob)

    def _on_toggled(self, value: str, on: bool) -> None:
        if on and value != self._shown:
            self._shown = value
            self.chosen.emit(value)

    def _line(self) -> int:
        return max((knob.sizeHint().height() for knob in self.buttons.values()), default=0)

    def _width(self, count: int) -> int:
        """Of `count` columns, each as wide as the widest word."""
        widest = max((knob.sizeHint().width() for knob in self.buttons.values()), default=0)
        return count * widest + max(0, count - 1) * GAP

    def _fitting(self, width: int) -> int:
        """As many columns as fit and leave no gap: four words stand in 4, 2 or 1."""
        count = len(self.buttons)
        even = (columns for columns in range(1, count + 1) if count % columns == 0)
        return max((columns for columns in even if self._width(columns) <= width), default=1)

    def _arrange(self) -> None:
        """Equal columns over the width. A layout would not do: it asks no height for a width."""
        columns, line = self._fitting(self.width()), self._line()
        wide = (self.width() - (columns - 1) * GAP) // columns
        for at, knob in enumerate(self.buttons.values()):
            down, across = divmod(at, columns)
            knob.setGeometry(across * (wide + GAP), down * (line + GAP), wide, line)
            knob.show()
