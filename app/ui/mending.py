"""A broken file with the attempts is replaced on the way, and the work that met it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.services.ports import MENDABLE, Trouble, TroubleKind

if TYPE_CHECKING:
    from logging import Logger

    from app.core.moment import Moment
    from app.services.services import Services

MEND_AGAIN_MS = 60_000
"""A file that breaks again so soon lies on a disk that breaks files."""


class Mending(QObject):
    """Has the file replaced by its newest sound backup. Signals: `mended` (`Recovery`)."""

    mended = Signal(object)

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._keeper, self._clock = services.keeper, services.clock
        self._last: Moment | None = None

    def mend(self, trouble: Trouble) -> bool:
        """Mend what can be mended; whether that was done, and helped.

        Not again and again: where the disk breaks every file, the exam goes on in memory. What seems to be
        of a newer program may be a changed byte; a file that is of one is left alone.
        """
        now, last = self._clock.now(), self._last
        lately = last is not None and last.run == now.run and now.since(last) < MEND_AGAIN_MS
        if trouble.kind not in MENDABLE | {TroubleKind.TOO_NEW} or lately:
            return False
        try:
            recovery = self._keeper.recover()
        except Trouble as other:
            _log().error("not mended: %s", other)
            return False
        if recovery is None:
            return False
        self._last = now
        _log().warning("the file with the attempts was mended: %s", recovery)
        self.mended.emit(recovery)
        return True


def _log() -> Logger:
    import logging

    return logging.getLogger(__name__)
