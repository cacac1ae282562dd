"""Looking at a database and its backups as closely as can be, without changing anything."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from app.services.ports import MENDABLE, Backup, Trouble
from app.storage import backups, files, salvage
from app.storage.errors import troubles
from app.storage.mark import Mark
from app.storage.recent import Recent
from app.storage.schema import Chain, need_no_backups, unknown


@dataclass(frozen=True, slots=True)
class Report:
    """What was found. `unclosed`: it is being written, or was when its writer died. `version`: its schema."""

    there: bool
    version: str
    attempts: int
    unclosed: bool
    complaints: tuple[str, ...]


def sqlite_version() -> str:
    """The version of SQLite in use."""
    return sqlite3.sqlite_version


def report(path: Path, chain: Chain) -> Report:
    """Look at a database; Trouble when it cannot be opened, is too new, or is gone and has a sound backup."""
    with troubles(path):
        if files.is_new(path):
            need_no_backups(path)
            return Report(False, "", 0, False, ())  # noqa: FBT003
        with files.reading(path) as connection:
            version = files.stored_version(connection)
            if version is not None and version not in chain.versions:
                raise unknown(path, chain, version)
            found = wrong(path)
            counted = "SELECT count(*) FROM attempts"
            attempts = 0 if found or version is None else connection.execute(counted).fetchone()[0]
        return Report(True, version or "none yet", attempts, Mark(path).found, found)  # noqa: FBT003


def differing(path: Path) -> tuple[str, ...]:
    """What is wrong with pages and references of a file, and what is not as in its newest sound backup."""
    found = files.complaints(path)
    newest = None if found else backups.newest_sound(path)
    return backups.differences(path, Path(newest.path), Recent(path).purged()) if newest else found


def wrong(path: Path) -> tuple[str, ...]:
    """All that is wrong with a file: that, and events that cannot be understood."""
    return differing(path) or salvage.unreadable(path)


def mendable(trouble: Trouble) -> bool:
    """Whether a backup, or what can be read, may help against a trouble."""
    return trouble.kind in MENDABLE and trouble.detail != files.FOREIGN


def judged(path: Path) -> list[tuple[Backup, str]]:
    """The backups, newest first, each with what is wrong with it, or nothing."""
    with troubles(path):
        return [(backup, "; ".join(backups.judge(backup)[:2])) for backup in backups.known(path)]
