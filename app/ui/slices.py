"""Work that takes longer than a frame, done in slices between events: the window stays awake.

Not in a thread: Python collects its garbage in whatever thread it happens to be, and a widget that is let
go of anywhere but in the window's thread takes the program down.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from weakref import WeakSet

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from app.core.steps import Steps

SLICE_MS = 8
"""Half a frame at 60 Hz: a step that has begun is not cut short."""

T = TypeVar("T")

_ALL: WeakSet[Slices] = WeakSet()


def awaited() -> bool:
    """Whether anything is still being done in slices in this process."""
    return any(each.busy for each in _ALL)


class Slices(QObject):
    """Does one thing at a time; a newer wish takes the place of an older one."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Steps[Any] | None = None
        self._then: Callable[[Any], None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        _ALL.add(self)

    @property
    def busy(self) -> bool:
        """Whether something is still being done; nothing is when the window is gone."""
        try:
            return self._timer.isActive()
        except RuntimeError:
            return False

    def do(self, work: Steps[T], then: Callable[[T | Exception], None]) -> None:
        """Begin `work`; `then` gets its result, or what it raised."""
        self.stop()
        self._work, self._then = work, then
        self._timer.start()

    def stop(self) -> None:
        """Nobody wants the result any more."""
        self._timer.stop()
        work, self._work, self._then = self._work, None, None
        if work is not None:
            work.close()

    def _go_on(self) -> None:
        work, then = self._work, self._then
        if work is None or then is None:
            return
        clock = QElapsedTimer()
        clock.start()
        done: object = None
        try:
            while clock.elapsed() < SLICE_MS:
                next(work)
        except StopIteration as end:
            done = end.value
        except Exception as error:  # told to who wanted it
            done = error
        else:
            return
        self.stop()
        then(done)
