"""The database file by the standard library alone: look at it without changing it, copy it."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path, PurePath

from app.services.ports import Trouble, TroubleKind

BUSY_TIMEOUT_S = 1.0
"""How long the lock of another program is waited for. The window stands still meanwhile."""

BACKUPS = "backups"
"""The folder of the backups, beside the database."""

FOREIGN = "a database of another program"

SIDES = ("-wal", "-shm", "-journal")
"""What SQLite puts behind the name of a database, for files that belong to this one alone."""

SMALLEST_FILE = 512
"""Bytes in the smallest page that SQLite knows."""


@contextmanager
def reading(path: Path, patience_s: float | None = None) -> Iterator[sqlite3.Connection]:
    """A connection that cannot write, so that a file which is not ours stays untouched.

    SQLite needs to write beside a file with a log even to read it. Where nobody can, and there is no log,
    nobody changes the file either.
    """
    _roll_back(path)
    log = path.with_name(f"{path.name}-wal")
    still = "" if os.access(path.parent, os.W_OK) or log.exists() else "&immutable=1"
    connection = sqlite3.connect(
        f"{address(path.absolute())}?mode=ro{still}",
        uri=True,
        timeout=BUSY_TIMEOUT_S if patience_s is None else patience_s,
        isolation_level=None,
        check_same_thread=False,
    )
    with closing(connection):
        yield connection


def _roll_back(path: Path) -> None:
    """Take back what a killed program had begun: who cannot write cannot, and would call the file read-only.

    There is such a journal only while a file is made; later there is the log.
    """
    if not path.with_name(f"{path.name}-journal").exists() or not os.access(path.parent, os.W_OK):
        return
    connection = sqlite3.connect(f"{address(path.absolute())}?mode=rw", uri=True, timeout=BUSY_TIMEOUT_S)
    with closing(connection):
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def address(path: PurePath) -> str:
    """The file as an address for SQLite, which takes no host: on a Windows share it is `////host`."""
    uri = path.as_uri()
    return uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)


def is_new(path: Path) -> bool:
    """Whether there is nothing yet: no file, or the empty one that a crash while making it left.

    Trouble (NOT_A_DATABASE) for a file too short to be one, which SQLite would take for empty.
    """
    # Never open the file here: closing it would drop the locks that SQLite holds on it in this
    # process (https://sqlite.org/howtocorrupt.html, 2.2).
    try:
        found = path.stat()
    except FileNotFoundError:
        return True
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, "a folder is in the way", str(path))
    if 0 < found.st_size < SMALLEST_FILE:
        raise Trouble(TroubleKind.NOT_A_DATABASE, detail=f"only {found.st_size} bytes")
    return found.st_size == 0


def backups_of(path: Path) -> list[Path]:
    """The copies of a database that were made in good days, newest first."""
    folder = path.parent / BACKUPS
    return sorted(folder.glob(f"{path.stem}-*{path.suffix}"), reverse=True) if folder.is_dir() else []


def remove(path: Path) -> None:
    """Remove a database, if it is there, with its side files.

    What a killed program left of them would be written into whatever gets the name next.
    """
    for side in (*SIDES, ""):
        path.with_name(f"{path.name}{side}").unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Have a finished file on the disk itself."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def stored_version(connection: sqlite3.Connection) -> str | None:
    """The schema version of a file; None when it holds no tables at all.

    Trouble (NOT_A_DATABASE) when it is a database of another program.
    """
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not names:
        return None
    if "alembic_version" not in names:
        raise Trouble(TroubleKind.NOT_A_DATABASE, detail=FOREIGN)
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None:
        raise Trouble(TroubleKind.DAMAGED, detail="the schema version is missing")
    return str(row[0])


def complaints(path: Path) -> tuple[str, ...]:
    """What SQLite finds wrong with a file, in its own words; empty when all is well."""
    with reading(path) as connection:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
        orphans = [
            f"row {row} of {table} refers to a missing row of {parent}"
            for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check")
        ]
    return (*(line for line in found if line != "ok"), *orphans)


def copy_before(path: Path, version: str, wall_ms: Callable[[], int]) -> Path:
    """Copy a database, whatever is still in its log included, to a new file beside it, whole or not at all.

    The name is `<name>.before-<version>-<yyyymmddThhmmss>` (UTC); no copy is ever overwritten.
    """
    moment = datetime.fromtimestamp(wall_ms() / 1000, UTC)
    target = unused(path.with_name(f"{path.name}.before-{version}-{moment:%Y%m%dT%H%M%S}"))
    part = path.with_name(f"{path.name}.before.part")
    remove(part)
    try:
        with reading(path) as source, closing(sqlite3.connect(part)) as copy:
            source.backup(copy)
        part.replace(target)
    finally:
        remove(part)
    return target


def unused(path: Path) -> Path:
    """The path itself, or with a number behind it when it is taken."""
    candidate = path
    number = 1
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.name}-{number}")
    return candidate
