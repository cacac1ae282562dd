"""An open database whose file may be deleted, emptied or replaced by somebody else meanwhile.

SQLite does not notice: on Unix it would go on to write into a file without a name, and all of it would be
gone at the end of the program (https://sqlite.org/howtocorrupt.html, 4).
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from app.storage import files

if TYPE_CHECKING:
    from sqlalchemy import Connection

Identity = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Held:
    """Which files were opened: the database, and its log once it is there; and when it was last written.

    `written` is the time and the size of the database after our own last use of it.
    """

    database: Identity | None
    log: Identity | None
    written: tuple[int, int] | None = None


NOTHING = Held(None, None)


class Found(Enum):
    """What became of the files: as they were, written by somebody else, others or none in their place."""

    SAME = auto()
    CHANGED = auto()
    GONE = auto()


def at(path: Path) -> Held:
    """The files that a path names now."""
    return Held(_identity(path), _identity(_log(path)), _written(path))


def used(path: Path, before: Held) -> Held:
    """What is held after our own use of it: the log may have appeared, the database been written."""
    log = _identity(_log(path)) if before.log is None else before.log
    return replace(before, log=log, written=_written(path))


def look(path: Path, before: Held) -> Found:
    """Whether a path names what was opened, and nobody else has written it since."""
    try:
        found = path.stat()
    except OSError:
        return Found.GONE
    emptied = found.st_size < files.SMALLEST_FILE
    if emptied or (found.st_dev, found.st_ino) != before.database or _identity(_log(path)) != before.log:
        return Found.GONE
    return Found.SAME if (found.st_mtime_ns, found.st_size) == before.written else Found.CHANGED


def put_back(connection: Connection, path: Path) -> None:
    """Write all that an open connection sees to a path where nothing is any more."""
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    files.remove(part)
    with closing(sqlite3.connect(part)) as copy:
        driver.backup(copy)
    files.sync(part)
    part.replace(path)


def close(connection: Connection, path: Path, before: Held) -> None:
    """Close a connection, and leave no log of a file that is not there any more for another to be mixed with.

    SQLite leaves such a log where it is: what it holds belongs to the file that is gone.
    """
    connection.close()
    if _identity(path) != before.database and before.log is not None and _identity(_log(path)) == before.log:
        for side in (_log(path), path.with_name(f"{path.name}-shm")):
            side.unlink(missing_ok=True)


def settle(connection: Connection) -> None:
    """After a failure: have all of it in the file itself, not in a log whose writing once failed.

    A page that the system could not write it may take for written afterwards.
    """
    driver = connection.connection.driver_connection
    if isinstance(driver, sqlite3.Connection):
        driver.execute("PRAGMA wal_checkpoint(FULL)").fetchall()


def _written(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _identity(path: Path) -> Identity | None:
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return found.st_dev, found.st_ino
