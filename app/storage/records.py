"""Events and outcomes to rows and back: the statements of the journal (SQLAlchemy Core)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from app.core.events import Event, Started
from app.core.history import Outcome
from app.core.ids import AttemptId
from app.storage.event_codec import Coded, EventCodec
from app.storage.tables import OF_AN_ATTEMPT, attempts, bin_moves, events, exposures, marks, outcomes

_CODEC = EventCodec()

# Made once: SQLAlchemy finds the compiled text of a statement it has seen without walking it anew.
_VERSION = select(func.max(events.c.version)).where(events.c.attempt_id == bindparam("attempt"))
_EVENTS = (
    select(events.c.kind, events.c.event_version, events.c.body)
    .where(events.c.attempt_id == bindparam("attempt"))
    .order_by(events.c.version)
)
_ADD_EVENT = insert(events)
_ADD_ATTEMPT = insert(attempts)
_ADD_OUTCOME = insert(outcomes)
_ADD_EXPOSURE = insert(exposures)
_ADD_MARK = insert(marks)
_ADD_MOVE = insert(bin_moves)
_MARKED = select(marks.c.number).where(marks.c.attempt_id == bindparam("attempt")).limit(1)
_MOVES = select(func.max(bin_moves.c.number)).where(bin_moves.c.attempt_id == bindparam("attempt"))


def version_of(connection: Connection, attempt: AttemptId) -> int:
    """How many events of an attempt are on disk."""
    return connection.execute(_VERSION, {"attempt": attempt}).scalar() or 0


def add_events(connection: Connection, attempt: AttemptId, version: int, new: Sequence[Event]) -> None:
    """Insert events after the first `version` ones, and the attempt's own row with `Started`."""
    add_coded(connection, attempt, version, [(event, _CODEC.encode(event)) for event in new])


def add_coded(
    connection: Connection, attempt: AttemptId, version: int, new: Sequence[tuple[Event, Coded]]
) -> None:
    """Like `add_events`, for events in the form in which they are to be stored."""
    first = new[0][0]
    if isinstance(first, Started):
        connection.execute(_ADD_ATTEMPT, _attempt_row(attempt, first))
    rows = [_event_row(attempt, number, *one) for number, one in enumerate(new, version + 1)]
    connection.execute(_ADD_EVENT, rows if len(rows) > 1 else rows[0])


def coded(events: Sequence[Event]) -> list[Coded]:
    """Events as they are stored."""
    return [_CODEC.encode(event) for event in events]


def add_outcome(connection: Connection, attempt: AttemptId, outcome: Outcome) -> None:
    """Insert what the end of an attempt leaves."""
    row: dict[str, object] = {
        "attempt_id": attempt,
        "reason": outcome.reason.value,
        "ended_ms": outcome.ended_ms,
        "used_ms": outcome.used_ms,
        "correct": outcome.correct,
        "questions": outcome.questions,
    }
    connection.execute(_ADD_OUTCOME, row)
    shown = [{"attempt_id": attempt, "item_id": item, "shown_ms": outcome.ended_ms} for item in outcome.shown]
    if shown:
        connection.execute(_ADD_EXPOSURE, shown)


def events_of(connection: Connection, attempt: AttemptId) -> tuple[Event, ...]:
    """All events of an attempt in order; Trouble when one cannot be read."""
    return tuple(_CODEC.decode(coded) for coded in coded_events_of(connection, attempt))


def coded_events_of(connection: Connection, attempt: AttemptId) -> tuple[Coded, ...]:
    """All events of an attempt as they are stored."""
    rows = connection.execute(_EVENTS, {"attempt": attempt})
    return tuple(Coded(kind, version, body) for kind, version, body in rows)


def has_marks(connection: Connection, attempt: AttemptId) -> bool:
    """Whether the marks of an attempt are there."""
    return connection.execute(_MARKED, {"attempt": attempt}).first() is not None


def add_marks(connection: Connection, attempt: AttemptId, rows: Iterable[Mapping[str, object]]) -> None:
    """Insert the marks of an attempt; rows without its id."""
    whole = [{"attempt_id": attempt, **row} for row in rows]
    if whole:
        connection.execute(_ADD_MARK, whole)


def moves_of(connection: Connection, attempt: AttemptId) -> int:
    """How often an attempt was moved into the bin or out of it; an odd number: it lies there."""
    return connection.execute(_MOVES, {"attempt": attempt}).scalar() or 0


def add_move(connection: Connection, attempt: AttemptId, wall_ms: int) -> None:
    """Move an attempt into the bin, or back out of it."""
    row = {"attempt_id": attempt, "number": moves_of(connection, attempt) + 1, "wall_ms": wall_ms}
    connection.execute(_ADD_MOVE, row)


def remove(connection: Connection, attempt: AttemptId) -> None:
    """Delete everything of an attempt."""
    for table in OF_AN_ATTEMPT:
        connection.execute(delete(table).where(table.c.attempt_id == attempt))
    connection.execute(delete(attempts).where(attempts.c.id == attempt))


def _attempt_row(attempt: AttemptId, started: Started) -> dict[str, object]:
    return {
        "id": attempt,
        "exam": started.paper.exam.id,
        "profile": started.paper.profile.id,
        "form": started.paper.form,
        "candidate": started.candidate,
        "started_ms": started.at.wall_ms,
        "questions": len(started.paper.questions),
    }


def _event_row(attempt: AttemptId, version: int, event: Event, coded: Coded) -> dict[str, object]:
    return {
        "attempt_id": attempt,
        "version": version,
        "kind": coded.kind,
        "event_version": coded.version,
        "wall_ms": event.at.wall_ms,
        "body": coded.body,
    }
