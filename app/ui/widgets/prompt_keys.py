"""Keys with Alt that act when they are pressed.

Qt lets a button sink at its underlined letter and clicks it when it comes up, 100 ms later: what somebody
presses in between would still go to the question that they have left.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QShortcutEvent
from PySide6.QtWidgets import QAbstractButton, QWidget


class PromptKeys(QObject):
    """Lets the keys of all buttons that a page has by now click them at once."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        for knob in page.findChildren(QAbstractButton):
            knob.installEventFilter(self)

    def eventFilter(self, knob: QObject, event: QEvent) -> bool:
        """A letter that two buttons share only moves the focus between them, as ever."""
        if not isinstance(event, QShortcutEvent) or event.isAmbiguous():
            return False
        if not isinstance(knob, QAbstractButton):
            return False
        knob.click()
        return True
