"""Dated copies of the whole history, made by SQLite while it is in use, kept for long.

They lie in the folder `backups` beside the database as `<name>-<yyyymmddThhmmssZ>-<hash>.sqlite3`; the hash
is the beginning of the SHA-256 of their bytes, so that each tells by itself whether it is as it was made.
"""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from app.core.ids import AttemptId
from app.services.ports import Backup, Trouble, TroubleKind
from app.storage import files

KEPT = 10
"""So many of the newest are kept, and the newest of every month before them."""

ROOM = 3
"""A copy is made only where it would fit so many times: the disk is for the exam first."""

_STAMP = "%Y%m%dT%H%M%SZ"


def known(path: Path) -> tuple[Backup, ...]:
    """The backups of a database, newest first; files with other names are no backups."""
    dated = ((file, _made_ms(path, file)) for file in files.backups_of(path))
    return tuple(Backup(str(file), made_ms) for file, made_ms in dated if made_ms is not None)


def judge(backup: Backup) -> tuple[str, ...]:
    """What is wrong with a backup, in words; empty when it is as it was made."""
    path = Path(backup.path)
    try:
        if not path.stem.endswith(f"-{_hash(path)}"):
            return ("its bytes have changed",)
    except OSError as error:
        return (str(error),)
    return complaints(path)


def complaints(path: Path) -> tuple[str, ...]:
    """What is wrong with a database, in words; empty when it is sound and one of ours."""
    try:
        with files.reading(path) as connection:
            if files.stored_version(connection) is None:
                return ("it holds no tables",)
        return files.complaints(path)
    except Trouble as trouble:
        return (trouble.detail or str(trouble),)
    except (sqlite3.Error, OSError) as error:
        return (str(error),)


def newest_sound(path: Path) -> Backup | None:
    """The newest backup without a fault."""
    return next((backup for backup in known(path) if not judge(backup)), None)


def _newest(path: Path) -> Backup | None:
    """The newest backup, whatever is wrong with it."""
    return next(iter(known(path)), None)


def due(path: Path) -> bool:
    """Whether anything was written since the newest backup, which has the time of the file that it copied.

    Another time counts, not a later one: a clock that was ahead would put off every backup, and an older copy
    of the file that was put back would go unnoticed.
    """
    newest = _newest(path)
    return newest is None or Path(newest.path).stat().st_mtime_ns != _written_ns(path)


def take(path: Path, wall_ms: int, purged: frozenset[AttemptId] = frozenset()) -> Backup | None:
    """Copy a sound database whole or not at all; None when it equals the newest backup.

    Trouble: DAMAGED when the copy is not sound, or an event in it is another than in the newest backup, or an
    attempt of that is missing and was not `purged` (it is not kept then), DISK_FULL when it would be tight.
    """
    folder = path.parent / files.BACKUPS
    folder.mkdir(exist_ok=True)
    for left in folder.glob(f"{path.stem}-*.part*"):  # by a program that was killed
        left.unlink(missing_ok=True)
    _need_room(folder, path.stat().st_size)
    name = f"{path.stem}-{datetime.fromtimestamp(_later(path, wall_ms) / 1000, UTC):{_STAMP}}"
    part = folder / f"{name}.part"
    written_ns = _written_ns(path)
    try:
        _copy(path, part)
        sums = _hash(part)
        newest = newest_sound(path)
        if newest is not None and Path(newest.path).stem.endswith(f"-{sums}"):
            _date(Path(newest.path), written_ns)
            return None
        _need_no_changes(path, part, newest, purged)
        target = folder / f"{name}-{sums}{path.suffix}"
        _date(part, written_ns)
        part.replace(target)
    finally:
        files.remove(part)
    thin_out(path)
    return Backup(str(target), _made_ms(path, target) or wall_ms)


def differences(path: Path, backup: Path, purged: frozenset[AttemptId] = frozenset()) -> tuple[str, ...]:
    """Attempts of the backup that are missing in the file, and rows of others that differ from their copies.

    These rows never change: where one differs, bytes of the file have. The `purged` are missing on purpose.
    """
    with closing(sqlite3.connect(":memory:", uri=True)) as connection:
        for name, file in (("now", path), ("old", backup)):
            connection.execute(f"ATTACH DATABASE ? AS {name}", (f"{files.address(file.absolute())}?mode=ro",))
        missing = (AttemptId(row[0]) for row in connection.execute(_MISSING))
        lost = tuple(f"{one} of the last backup is missing" for one in missing if one not in purged)
        changed = (line for table, key in _FIXED.items() for line in _changed(connection, table, key, purged))
        return (*lost, *changed)


_MISSING = """
SELECT o.id FROM old.attempts o LEFT JOIN now.attempts n ON n.id = o.id WHERE n.id IS NULL ORDER BY o.id
"""


_FIXED = {
    "attempts": ("id",),
    "events": ("attempt_id", "version"),
    "outcomes": ("attempt_id",),
    "exposures": ("attempt_id", "item_id"),
}
"""Tables whose rows never change, with their keys, the attempt first."""


def _changed(
    connection: sqlite3.Connection, table: str, key: tuple[str, ...], purged: frozenset[AttemptId]
) -> list[str]:
    columns = [str(row[1]) for row in connection.execute(f"PRAGMA old.table_info({table})")]
    same = " AND ".join(f"n.{name} = o.{name}" for name in key)
    other = " OR ".join(f'n."{name}" IS NOT o."{name}"' for name in columns)
    rows = connection.execute(
        f"SELECT o.{key[0]} FROM old.{table} o JOIN now.attempts a ON a.id = o.{key[0]} "  # noqa: S608
        f"LEFT JOIN now.{table} n ON {same} WHERE {other}"
    )
    return [
        f"{table}: a row of {row[0]} is not as in the last backup" for row in rows if row[0] not in purged
    ]


def _need_no_changes(path: Path, part: Path, newest: Backup | None, purged: frozenset[AttemptId]) -> None:
    found = differences(part, Path(newest.path), purged) if newest else ()
    if found:
        raise Trouble(TroubleKind.DAMAGED, str(path), detail="; ".join(found[:3]))


def thin_out(path: Path) -> None:
    """Keep the newest ones, and of those before them the newest of each month."""
    months = set()
    for backup in known(path)[KEPT:]:
        month = datetime.fromtimestamp(backup.made_ms / 1000, UTC).strftime("%Y%m")
        if month in months:
            with suppress(OSError):
                Path(backup.path).unlink()
        months.add(month)


def _copy(path: Path, part: Path) -> None:
    with files.reading(path) as source, closing(sqlite3.connect(part)) as copy:
        source.backup(copy)
        # A copy is one file: nothing of it may be left in a log.
        copy.execute("PRAGMA journal_mode = DELETE")
    found = complaints(part)
    if found:
        raise Trouble(TroubleKind.DAMAGED, str(path), detail="; ".join(found[:3]))
    files.sync(part)


def _later(path: Path, wall_ms: int) -> int:
    """The time, or just after the newest backup if a clock was ahead: the notes follow the newest one."""
    newest = _newest(path)
    return wall_ms if newest is None else max(wall_ms, newest.made_ms + 1000)


def _need_room(folder: Path, size: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < ROOM * size:
        raise Trouble(TroubleKind.DISK_FULL, str(folder), detail=f"{free} bytes are free")


def _made_ms(path: Path, backup: Path) -> int | None:
    try:
        stamp, _, _ = backup.name.removeprefix(f"{path.stem}-").partition("-")
        return int(datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC).timestamp() * 1000)
    except ValueError:
        logging.getLogger(__name__).info("no backup by its name: %s", backup)
        return None


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]


def _date(backup: Path, written_ns: int) -> None:
    os.utime(backup, ns=(written_ns, written_ns))


def _written_ns(path: Path) -> int:
    """When a database or its log was last written; 0 when neither is there."""
    times = [0]
    for file in (path, path.with_name(f"{path.name}-wal")):
        with suppress(OSError):
            found = file.stat()
            times.append(found.st_mtime_ns if found.st_size else 0)
    return max(times)
