"""What statistics over many attempts are made of: marks, derived from events once and then kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from app.core.history import Record
from app.core.ids import AttemptId, ExamId, ItemId, StratumId, TopicId
from app.core.terms import EndReason
from app.storage.store import Store

if TYPE_CHECKING:
    from app.core.attempt import Attempt

Rows = Callable[[str], list[tuple[Any, ...]]]

WITHOUT = """
SELECT o.attempt_id FROM outcomes o
WHERE NOT EXISTS (SELECT 1 FROM marks m WHERE m.attempt_id = o.attempt_id)
"""

# DISTINCT changes nothing but has SQLite join each attempt once and not each of its marks: half the time
# before the first row, during which nothing else can be done.
RECORDS = """
SELECT m.attempt_id, o.exam, m.item_id, m.topic, m.domain, m.section, m.shown, m.correct, m.spent_ms,
       o.ended_ms, o.reason, o.binned
FROM (
    SELECT DISTINCT n.attempt_id, a.exam, n.ended_ms, n.reason,
           (SELECT COUNT(*) FROM bin_moves b WHERE b.attempt_id = n.attempt_id) % 2 AS binned
    FROM outcomes n JOIN attempts a ON a.id = n.attempt_id
) o JOIN marks m ON m.attempt_id = o.attempt_id
ORDER BY o.ended_ms, m.attempt_id, m.number
"""


def complete(store: Store, rows: Rows) -> Iterator[AttemptId]:
    """Derive what is missing, attempt by attempt: a transaction each, what is done stays done."""
    missing = [AttemptId(attempt) for (attempt,) in rows(WITHOUT)]
    if not missing:
        return
    from app.core.attempt import fold
    from app.storage import records

    for attempt in missing:
        with store.writing() as connection:
            # Another window may have done it meanwhile.
            if not records.has_marks(connection, attempt):
                state = fold(records.events_of(connection, attempt))
                records.add_marks(connection, attempt, marks_of(state) if state else ())
        yield attempt


def records(rows: Iterable[tuple[Any, ...]]) -> tuple[Record, ...]:
    """Rows of `RECORDS`. What is in the bin, or was discarded, does not count."""
    return tuple(_record(*row) for row in rows)


def _record(
    attempt: str,
    exam: str,
    item: str,
    topic: str,
    domain: str,
    section: str,
    shown: int,
    correct: int,
    spent_ms: int,
    ended_ms: int,
    reason: str,
    binned: int,
) -> Record:
    return Record(
        attempt=AttemptId(attempt),
        exam=ExamId(exam),
        item=ItemId(item),
        topic=TopicId(topic),
        domain=StratumId(domain),
        section=StratumId(section),
        shown=bool(shown),
        correct=bool(correct),
        spent_ms=spent_ms,
        ended_ms=ended_ms,
        counts=not binned and reason != EndReason.DISCARDED,
    )


def marks_of(state: Attempt) -> Iterable[dict[str, object]]:
    """The rows of an ended attempt, without its id."""
    from app.core.scoring import is_correct

    for number, (question, response) in enumerate(
        zip(state.paper.questions, state.responses, strict=True), 1
    ):
        yield {
            "number": number,
            "item_id": question.item.id,
            "topic": question.item.topic,
            "domain": question.item.domain,
            "section": question.item.section,
            "shown": int(response.seen),
            "correct": int(is_correct(question, response.chosen)),
            "spent_ms": response.spent_ms,
        }
