"""All use cases in one place, as the composition root hands them to a front end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.services.exam_desk import ExamDesk
    from app.services.history import HistoryDesk
    from app.services.notices import Notices
    from app.services.ports import Archive, BankSource, Charts, Clock, Documents, Viewer
    from app.services.preferences import PreferencesService


def _nothing() -> None:
    """For front ends over parts that hold nothing open."""


@dataclass(frozen=True)
class Services:
    """What a window or a command needs. `save` writes a file whole, `load` reads one; either raises Trouble.

    `folder` is where everything of a person is kept; `close` lets go of what is open until the next use.
    """

    desk: ExamDesk
    banks: BankSource
    archive: Archive
    history: HistoryDesk
    documents: Documents
    viewer: Viewer
    charts: Charts
    preferences: PreferencesService
    notices: Notices
    clock: Clock
    save: Callable[[Path, bytes], None]
    load: Callable[[Path], bytes]
    folder: Path
    close: Callable[[], None] = _nothing
