"""All use cases in one place, as the composition root hands them to a front end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.services.exam_desk import ExamDesk
    from app.services.history import HistoryDesk
    from app.services.notices import Notices
    from app.services.ports import (
        Archive,
        Backup,
        BankSource,
        Charts,
        Clock,
        Documents,
        Keeper,
        Packages,
        Recovery,
        Viewer,
    )
    from app.services.preferences import PreferencesService


def _nothing() -> None:
    """For front ends over parts that hold nothing open."""


class Unkept:
    """For front ends over parts that keep no file: nothing has to be looked after."""

    def check(self) -> Recovery | None:
        """Nothing to check."""
        return None

    def recover(self) -> Recovery | None:
        """Nothing to mend."""
        return None

    def back_up(self) -> Backup | None:
        """Nothing to copy."""
        return None

    def backups(self) -> tuple[Backup, ...]:
        """No copies."""
        return ()


@dataclass(frozen=True)
class Services:
    """What a window or a command needs. `save` writes a file whole, `load` reads one; either raises Trouble.

    `folder` is where everything of a person is kept; `close` lets go of what is open until the next use;
    `keeper` looks after the file with the history; `packages` adds banks, where that is possible.
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
    keeper: Keeper = field(default_factory=Unkept)
    packages: Packages | None = None
