"""Events and outcomes to rows and back: the statements of the journal (SQLAlchemy Core)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, func, insert, select

from app.core.events import Event, Started
from app.core.history import Outcome
from app.core.ids import AttemptId
from app.storage.event_codec import Coded, EventCodec
from app.storage.tables import attempts, events, exposures, outcomes

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


def version_of(connection: Connection, attempt: AttemptId) -> int:
    """How many events of an attempt are on disk."""
    return connection.execute(_VERSION, {"attempt": attempt}).scalar() or 0


def add_events(connection: Connection, attempt: AttemptId, version: int, new: Sequence[Event]) -> None:
    """Insert events after the first `version` ones, and the attempt's own row with `Started`."""
    if isinstance(new[0], Started):
        connection.execute(_ADD_ATTEMPT, _attempt_row(attempt, new[0]))
    rows = [_event_row(attempt, number, event) for number, event in enumerate(new, version + 1)]
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
    rows = connection.execute(_EVENTS, {"attempt": attempt})
    return tuple(_CODEC.decode(Coded(kind, version, body)) for kind, version, body in rows)


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


def _event_row(attempt: AttemptId, version: int, event: Event) -> dict[str, object]:
    coded = _CODEC.encode(event)
    return {
        "attempt_id": attempt,
        "version": version,
        "kind": coded.kind,
        "event_version": coded.version,
        "wall_ms": event.at.wall_ms,
        "body": coded.body,
    }
