"""What a mode does, while it is on, and the ways out of it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.ui.theme import active
from app.ui.widgets.parts import button, label, row

LEAST = 520
"""The width that the words need beside the buttons, in px at 100 %."""


class Mode(StrEnum):
    """What a click, or a drag over the stem, means beside its usual meaning."""

    NONE = ""
    STRIKE = "strike"
    HIGHLIGHT = "highlight"


class ModeStrip(QFrame):
    """Signals: `clear_requested` for the highlights, `done` to leave the mode."""

    clear_requested = Signal()
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "mode")
        self.setObjectName("mode-strip")
        self._mode = Mode.NONE
        self._words = label("secondary")
        self.clear = button("link", "clear-highlights")
        self._done = button("link", "mode-done")
        self.clear.clicked.connect(self.clear_requested)
        self._done.clicked.connect(self.done)
        line = row(self._words, self.clear, self._done, 1, spacing=8, margins=(16, 4, 10, 4))
        line.setStretch(0, 1000)
        self.setLayout(line)
        self.hide()

    def show_mode(self, mode: Mode, *, marked: bool) -> None:
        """Explain a mode; none hides the strip. `marked`: there are highlights to clear."""
        self._mode = mode
        self.clear.setVisible(mode is Mode.HIGHLIGHT)
        self.clear.setEnabled(marked)
        self.retranslate()
        self.setVisible(mode is not Mode.NONE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for the words, the ways out are kept."""
        super().resizeEvent(event)
        self._words.setVisible(self.width() >= active().px(LEAST))

    def retranslate(self) -> None:
        """Set the words."""
        words = {
            Mode.NONE: "",
            Mode.STRIKE: self.tr("Click an option to strike it out, or to restore it."),
            Mode.HIGHLIGHT: self.tr(
                "Drag over the text, or Shift + arrows, then H. A click on a highlight removes it."
            ),
        }
        self._words.setText(words[self._mode])
        self.setAccessibleName(words[self._mode])
        self.clear.setText(self.tr("Clear highlights"))
        self._done.setText(self.tr("Done (Esc)"))
