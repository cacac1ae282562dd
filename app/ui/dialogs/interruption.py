"""What comes up by itself and has to be read, perhaps while somebody types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QWidget

from app.ui.dialogs.ask import Tell

STILL_MS = 1000
"""The keyboard has to be still for so long: then whoever presses a key has stopped typing, and reads."""

_KEYS = {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}


class Interruption(Tell):
    """A Tell that typing does not close unread: no key acts until none has been pressed for a while.

    Until then the sheet itself has the focus, so that a screen reader begins with its title and text; then
    its button has it.
    """

    def __init__(self, window: QWidget, title: str, text: str, close: str) -> None:
        super().__init__(window, title, text, close)
        self._deaf = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        self.still = QTimer(self)
        self.still.setSingleShot(True)
        self.still.setInterval(STILL_MS)
        self.still.timeout.connect(self._on_still)

    def present(self) -> None:
        """Show the sheet; the wait for a still keyboard begins."""
        super().present()
        self.still.start()

    def event(self, event: QEvent) -> bool:
        """Keys that were meant for what lay here before go nowhere, those with Alt included."""
        if event.type() not in _KEYS or not self._deaf:
            return super().event(event)
        self.still.start()
        event.accept()
        return True

    def _on_still(self) -> None:
        self._deaf = False
        self.close_button.setDefault(True)  # for Enter
        self.close_button.setFocus()
