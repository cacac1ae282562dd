"""The second click of a double click, where the first has changed what lies under the pointer.

Many people double-click whatever they mean to open. A first click that closes a sheet or turns the page
would then give its second to whatever appears there: an option of another question, a second "Yes".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

NEAR = 5
"""A hand moves so many px at most between the two clicks of a double click."""


@dataclass(frozen=True, slots=True)
class _Press:
    """Where and when (by the clock of the system's events) a button went down, and on what."""

    at: QPointF
    when: int
    on: QWidget

    def begins(self, other: _Press) -> bool:
        """Whether another press is the second one of the same double click."""
        near = (other.at - self.at).manhattanLength() <= NEAR
        return near and other.when - self.when <= QApplication.doubleClickInterval()


class OneClick(QObject):
    """Takes the second click of a double click from a window, where it would meet something else.

    What stays under the pointer gets both: whoever presses Next twice goes on twice. The windows share the
    last press, since the first click may close the window that it was in.
    """

    _last: ClassVar[_Press | None] = None

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._taken = False
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, _handle: QObject, event: QEvent) -> bool:
        """Before any widget: Qt gives the second press to whatever widget lies there by then."""
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() is QEvent.Type.MouseButtonRelease:
            taken, self._taken = self._taken, False
            return taken
        if event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}:
            self._taken = self._takes(event)
            return self._taken
        return False

    def _takes(self, event: QMouseEvent) -> bool:
        place = event.position().toPoint()
        if not self._window.rect().contains(place):
            return False  # a click beside a menu closes it, and Qt sends it once more to what lies there
        on = self._window.childAt(place) or self._window
        press = _Press(event.globalPosition(), event.timestamp(), on)
        last = OneClick._last
        if last is not None and last.on is not on and last.begins(press):
            return True
        OneClick._last = press
        return False


def watch(window: QWidget) -> None:
    """Keep the second half of double clicks from a window that is shown; once is enough."""
    shown = window.windowHandle() is not None
    if shown and window.findChild(OneClick, options=Qt.FindChildOption.FindDirectChildrenOnly) is None:
        OneClick(window)
