"""What can still be read out of a broken database, row by row; and whether every row can be."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.core.ids import AttemptId
from app.services.ports import Trouble, TroubleKind
from app.storage import files
from app.storage.event_codec import Coded, EventCodec
from app.storage.recent import Rows

_COLUMNS = "SELECT attempt_id, version, kind, event_version, body FROM events"
_CODEC = EventCodec()

DERIVED = frozenset({"attempts", "events", "outcomes", "exposures", "marks", "alembic_version"})
"""Tables whose rows follow from the events, or name the shape of the file."""


def events_of(path: Path, attempts: Iterable[AttemptId]) -> Rows:
    """The events of some attempts in a sound file; an attempt of which there are none is left out."""
    statement = f"{_COLUMNS} WHERE attempt_id = ?"
    with files.reading(path) as connection:
        connection.text_factory = bytes
        return _by_attempt(row for one in attempts for row in connection.execute(statement, (one,)))


def events_in(path: Path) -> Rows:
    """Every event that can be read, from the front up to the first bad page, and from the back."""
    statements = (f"{_COLUMNS} NOT INDEXED ORDER BY rowid {direction}" for direction in ("", "DESC"))
    return _by_attempt(row for statement in statements for row in _readable(path, statement))


def _by_attempt(found: Iterable[tuple[object, ...]]) -> Rows:
    """The rows that are events; of two for one version the last."""
    rows: Rows = {}
    for row in found:
        event = _event(row)
        if event is not None:
            attempt, version, coded = event
            rows.setdefault(attempt, {})[version] = coded
    return rows


def other_rows(path: Path, table: str, columns: list[str]) -> list[tuple[object, ...]]:
    """The readable rows of a table whose rows do not follow from events."""
    names = ", ".join(f'"{name}"' for name in columns)
    rows = _readable(path, f'SELECT {names} FROM "{table}" NOT INDEXED')  # noqa: S608
    return [tuple(_text(value) if isinstance(value, bytes) else value for value in row) for row in rows]


def unreadable(path: Path) -> tuple[str, ...]:
    """The events that are in a sound file and are none, in words."""
    found = []
    with files.reading(path) as connection:
        connection.text_factory = bytes
        for row in connection.execute(_COLUMNS):
            event = _event(row)
            try:
                if event is None:
                    raise Trouble(TroubleKind.DAMAGED, detail="not text")  # noqa: TRY301
                _CODEC.decode(event[2])
            except Trouble as trouble:
                if trouble.kind is TroubleKind.DAMAGED:
                    found.append(f"event {row[1]} of {row[0]!r} cannot be read: {trouble.detail}")
    return tuple(found)


def _event(row: tuple[object, ...]) -> tuple[AttemptId, int, Coded] | None:
    """A row as it should be, texts as bytes; None when a page was damaged so that it is not."""
    match row:
        case bytes(attempt), int(version), bytes(kind), int(event_version), bytes(body):
            try:
                return (
                    AttemptId(attempt.decode()),
                    version,
                    Coded(kind.decode(), event_version, body.decode()),
                )
            except UnicodeDecodeError:
                return None
    return None


def _text(raw: bytes) -> str:
    return raw.decode(errors="replace")


def _readable(path: Path, statement: str) -> Iterator[tuple[object, ...]]:
    if not path.exists():
        return
    try:
        with files.reading(path) as connection:
            connection.text_factory = bytes
            yield from connection.execute(statement)
    except (sqlite3.Error, OSError, MemoryError):
        return
