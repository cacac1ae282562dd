"""Words that hide by a click and come back by a click."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton


class HidingButton(QPushButton):
    """Shows its words, or what stands in for them. Signals: `hidden_changed` after a click."""

    hidden_changed = Signal(bool)

    def __init__(self, name: str, look: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("look", look)
        self.setAutoDefault(False)
        self._words = self._stand_in = ""
        self._covered = False
        self.clicked.connect(self._on_clicked)

    @property
    def covered(self) -> bool:
        """Whether the words are hidden."""
        return self._covered

    @property
    def words(self) -> str:
        """The words, hidden or not."""
        return self._words

    def setText(self, words: str) -> None:
        """Set the words."""
        self._words = words
        self._show()

    def set_stand_in(self, words: str) -> None:
        """Set what is shown instead of the words."""
        self._stand_in = words
        self._show()

    def cover(self, covered: bool) -> None:
        """Hide the words, or show them again."""
        if covered != self._covered:
            self._covered = covered
            self.setProperty("covered", covered)
            self._show()
            self.style().unpolish(self)
            self.style().polish(self)

    def _show(self) -> None:
        shown = self._stand_in if self._covered else self._words
        if shown != self.text():
            super().setText(shown)

    def _on_clicked(self) -> None:
        self.cover(not self._covered)
        self.hidden_changed.emit(self._covered)
