"""The reading side of the history: lists before the first paint, so no SQLAlchemy here.

The statements are plain portable SQL without parameters, over any DB-API connection.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from app.core.history import Head, Record
from app.core.ids import AttemptId, ItemId
from app.core.terms import EndReason
from app.services.ports import Trouble, TroubleKind
from app.storage import files, schema
from app.storage.errors import troubles
from app.storage.store import Store

HEADS = """
SELECT a.id, a.exam, a.profile, a.form, a.candidate, a.started_ms,
       o.reason, o.ended_ms, o.used_ms, o.correct, a.questions
FROM attempts a LEFT JOIN outcomes o ON o.attempt_id = a.id
WHERE (SELECT COUNT(*) FROM bin_moves b WHERE b.attempt_id = a.id) % 2 = {binned}
ORDER BY a.started_ms DESC, a.id DESC
"""

EXPOSURES = """
SELECT item_id, COUNT(*), MAX(shown_ms) FROM exposures GROUP BY item_id ORDER BY item_id
"""

Row = tuple[Any, ...]

_REASONS = {reason.value: reason for reason in EndReason}

_REASON = Head._fields.index("reason")

PART = 2000
"""Records in a part: some milliseconds."""

if TYPE_CHECKING:
    from app.core.paper import Exposure


class SqlArchive:
    """Reads attempts in short and what was shown; a missing file is an empty history."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[AttemptId, Head] = {}

    def heads(self) -> tuple[Head, ...]:
        """All attempts, newest first.

        An attempt that is as it was when it was read last is the same object: several pages keep the list.
        """
        with troubles(self._store.path):
            heads = tuple(self._same(head_of(row)) for row in self.rows(HEADS.format(binned=0)))
        self._known = {head.id: head for head in heads}
        return heads

    def _same(self, head: Head) -> Head:
        """The object that is there already, if it says the same."""
        known = self._known.get(head.id)
        return known if known == head else head

    def exposures(self) -> Mapping[ItemId, Exposure]:
        """Every item ever shown in an attempt that has ended."""
        with troubles(self._store.path):
            from app.core.paper import Exposure

            return {ItemId(item): Exposure(count, last) for item, count, last in self.rows(EXPOSURES)}

    def records(self) -> tuple[Record, ...]:
        """The questions of all ended attempts, oldest attempt first."""
        return tuple(record for part in self.record_parts() for record in part)

    def record_parts(self) -> Iterator[tuple[Record, ...]]:
        """The same in parts, some of them empty, for who has other things to do in between."""
        from app.storage.marks import RECORDS, complete, records

        for _ in complete(self._store, self.rows):
            yield ()
        with troubles(self._store.path):
            for rows in self._parts(RECORDS):
                yield records(rows)

    def rows(self, statement: str) -> list[Row]:
        """The rows of a file of the newest version; an older one is upgraded first."""
        rows = self._rows_if_current(statement)
        if rows is None:
            self._store.open()
            rows = self._rows_if_current(statement)
        return rows or []

    def _parts(self, statement: str) -> Iterator[list[Row]]:
        """The rows of a file that `rows` has found to be of the newest version, so many at a time."""
        if self._store.is_new():
            return
        with files.reading(self._store.path) as connection:
            if files.stored_version(connection) is None:
                return
            found = connection.execute(statement)
            while part := found.fetchmany(PART):
                yield part

    def _rows_if_current(self, statement: str) -> list[Row] | None:
        path = self._store.path
        if self._store.is_new():
            return []
        with files.reading(path) as connection:
            version = files.stored_version(connection)
            if version is None:
                schema.need_no_backups(path)
                return []
            if version != self._store.chain.newest:
                return None
            return connection.execute(statement).fetchall()


def head_of(row: Row) -> Head:
    """A row of `HEADS`, which has the columns of a head in their order; the exam's end is a name there."""
    reason = row[_REASON]
    return Head._make(row if reason is None else (*row[:_REASON], _reason(reason), *row[_REASON + 1 :]))


def _reason(name: str) -> EndReason:
    found = _REASONS.get(name)
    if found is None:
        raise Trouble(TroubleKind.TOO_NEW, detail=f"unknown reason of an end: {name!r}")
    return found
