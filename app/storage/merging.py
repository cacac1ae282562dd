"""Adding to a database what is known of its attempts from elsewhere: events that follow upon its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.attempt import apply, fold
from app.core.history import outcome
from app.core.scoring import score
from app.services.ports import Trouble
from app.storage import records, salvage
from app.storage.engine import opened, writing
from app.storage.event_codec import EventCodec
from app.storage.recent import Rows

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.core.attempt import Attempt
    from app.core.events import Event
    from app.core.ids import AttemptId
    from app.storage.event_codec import Coded

_CODEC = EventCodec()
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"


def merge(path: Path, sources: Sequence[Rows]) -> int:
    """Add what follows upon the events of each attempt, from the first source that has it; their number.

    The last source may have gaps: what comes after one is better than nothing.
    """
    attempts = sorted({attempt for source in sources for attempt in source})
    with opened(path) as connection:
        return sum(_extend(connection, attempt, sources) for attempt in attempts)


def _extend(connection: Connection, attempt: AttemptId, sources: Sequence[Rows]) -> int:
    """One transaction an attempt: one that makes no sense costs the others nothing."""
    version = records.version_of(connection, attempt)
    connection.rollback()
    if all(version >= max(source.get(attempt, {0: None})) for source in sources):
        return 0
    with writing(connection):
        there = set(records.coded_events_of(connection, attempt))
        before = fold(records.events_of(connection, attempt))
        new, after = _following(before, attempt, version, [_without(one, attempt, there) for one in sources])
        if new:
            records.add_events(connection, attempt, version, new)
        if new and after is not None and after.ended and not (before is not None and before.ended):
            records.add_outcome(connection, attempt, outcome(after, score(after)))
        return len(new)


def _without(source: Rows, attempt: AttemptId, there: set[Coded]) -> Rows:
    """What a source has and the file has not.

    After a gap the events that followed it have other numbers in the file, and their times tell them apart.
    """
    rows = source.get(attempt, {})
    return {attempt: {version: coded for version, coded in rows.items() if coded not in there}}


def _following(
    state: Attempt | None, attempt: AttemptId, version: int, sources: Sequence[Rows]
) -> tuple[list[Event], Attempt | None]:
    """The events that can be added after the first `version` ones, and the state after them."""
    new: list[Event] = []
    for place, source in enumerate(sources, 1):
        rows = source.get(attempt, {})
        wanted = sorted(number for number in rows if number > version)
        for number in wanted:
            if number != version + 1 and place < len(sources):
                break
            step = _next(state, rows[number])
            if step is not None:
                new.append(step[0])
                state, version = step[1], number
    return new, state


def _next(state: Attempt | None, coded: Coded) -> tuple[Event, Attempt] | None:
    """An event and the state after it; None when it is none, or cannot come here."""
    try:
        event = _CODEC.decode(coded)
        return event, apply(state, event)
    except (Trouble, ValueError, LookupError, TypeError):
        return None


def merge_other_tables(path: Path, broken: Path) -> None:
    """Add readable rows of tables that do not follow from events, where their attempt is known."""
    with opened(path) as connection:
        tables = set(connection.exec_driver_sql(_TABLES).scalars()) - salvage.DERIVED
        for table in sorted(tables):
            described = connection.exec_driver_sql(f'PRAGMA table_info("{table}")').all()
            columns = [str(row[1]) for row in described]
            rows = salvage.other_rows(broken, table, columns)
            if rows and columns[0] == "attempt_id":
                _add_rows(connection, table, len(columns), rows)


def _add_rows(connection: Connection, table: str, width: int, rows: list[tuple[object, ...]]) -> None:
    known = set(connection.exec_driver_sql("SELECT id FROM attempts").scalars())
    connection.rollback()
    marks = ", ".join("?" * width)
    with writing(connection):
        for row in rows:
            if row[0] in known:
                connection.exec_driver_sql(f'INSERT OR IGNORE INTO "{table}" VALUES ({marks})', row)  # noqa: S608
