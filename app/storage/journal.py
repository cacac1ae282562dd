"""The journal on disk. SQLAlchemy and msgspec are imported with the first use, not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.ports import Trouble, TroubleKind
from app.storage.errors import troubles
from app.storage.recent import Recent
from app.storage.store import Store

if TYPE_CHECKING:
    from app.core.events import Event
    from app.core.history import Outcome
    from app.core.ids import AttemptId


class SqlJournal:
    """Appends events in one transaction a call and reads them back in order."""

    def __init__(self, store: Store, recent: Recent) -> None:
        self._store, self._recent = store, recent
        # Where our own last append left its attempt, so that the next one need not ask. Should
        # somebody else have written since, the primary key refuses the row; a file that was opened
        # anew may be another one.
        self._known: dict[tuple[AttemptId, int], int] = {}

    def append(
        self,
        attempt: AttemptId,
        expected_version: int,
        events: tuple[Event, ...],
        outcome: Outcome | None = None,
    ) -> None:
        """Write events in one durable transaction; see the port.

        ValueError when an end comes without its outcome, or an outcome without the end.
        """
        if not events:
            return
        from app.core.events import Ended

        if isinstance(events[-1], Ended) != (outcome is not None):
            raise ValueError("the end of an attempt and its outcome go together")
        from app.storage import records

        with self._store.writing() as connection:
            known = (attempt, self._store.openings)
            if self._known.get(known) != expected_version:
                version = records.version_of(connection, attempt)
                if version != expected_version:
                    words = f"{attempt} is at {version}, not {expected_version}"
                    raise Trouble(TroubleKind.CONFLICT, detail=words)
            records.add_events(connection, attempt, expected_version, events)
            if outcome is not None:
                records.add_outcome(connection, attempt, outcome)
        self._known = {known: expected_version + len(events)}
        self._recent.add(attempt, expected_version + 1, records.coded(events))

    def read(self, attempt: AttemptId) -> tuple[Event, ...]:
        """All events of an attempt in order; Trouble when there are none or they cannot be read."""
        events: tuple[Event, ...] = ()
        with troubles(self._store.path):
            if not self._store.is_new():
                from app.storage import records

                with self._store.reading() as connection:
                    events = records.events_of(connection, attempt)
            if not events:
                raise Trouble(TroubleKind.NO_SUCH_ATTEMPT, detail=attempt)
        return events
