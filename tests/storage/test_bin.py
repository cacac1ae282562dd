"""The bin, and the marks that statistics are made of."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest

from app.core.events import Answered, Ended, Visited
from app.core.history import Outcome
from app.core.ids import AttemptId, OptionId
from app.core.terms import EndReason
from app.services.ports import Trouble, TroubleKind
from app.storage.database import Database
from tests.support.attempts import FIRST, make_outcome, make_started, sit
from tests.support.papers import EPOCH_MS, make_moment

SECOND = AttemptId("attempt-0002")


def two(database: Database) -> None:
    sit(database.journal, FIRST, 0, make_outcome(1000))
    sit(database.journal, SECOND, 2000, make_outcome(5000))


def rows(path: Path) -> int:
    """The rows of all tables."""
    tables = ("attempts", "events", "outcomes", "exposures", "marks", "bin_moves")
    with closing(connect(path)) as connection:
        return sum(connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in tables)


def test_a_missing_file_is_an_empty_bin(database: Database, path: Path) -> None:
    assert database.bin.binned() == ()
    assert database.bin.purge(1) == 0
    assert not path.exists()


def test_what_is_deleted_leaves_the_list_and_can_be_had_back(database: Database) -> None:
    two(database)
    before = database.archive.heads()
    database.bin.put(FIRST, 7)
    assert [head.id for head in database.archive.heads()] == [SECOND]
    (binned,) = database.bin.binned()
    assert (binned.head, binned.binned_ms) == (before[1], 7)
    database.bin.restore(FIRST, 8)
    assert database.archive.heads() == before
    assert database.bin.binned() == ()


def test_what_was_put_there_last_comes_first(database: Database) -> None:
    two(database)
    database.bin.put(SECOND, 5)
    database.bin.put(FIRST, 6)
    assert [one.head.id for one in database.bin.binned()] == [FIRST, SECOND]


def test_moving_twice_is_moving_once(database: Database) -> None:
    two(database)
    database.bin.put(FIRST, 5)
    database.bin.put(FIRST, 9)
    assert [one.binned_ms for one in database.bin.binned()] == [5]
    database.bin.restore(FIRST, 10)
    database.bin.restore(FIRST, 11)
    database.bin.put(FIRST, 12)
    assert [one.binned_ms for one in database.bin.binned()] == [12]


def test_an_attempt_that_is_not_there_cannot_be_moved(database: Database) -> None:
    with pytest.raises(Trouble) as caught:
        database.bin.put(FIRST, 1)
    assert caught.value.kind is TroubleKind.NO_SUCH_ATTEMPT


def test_after_its_time_everything_of_an_attempt_is_removed(database: Database, path: Path) -> None:
    two(database)
    database.archive.records()
    whole = rows(path)
    database.bin.put(FIRST, 100)
    assert database.bin.purge(100) == 0
    assert database.bin.purge(101) == 1
    assert database.bin.binned() == ()
    assert rows(path) == whole / 2
    with pytest.raises(Trouble):
        database.journal.read(FIRST)
    assert [record.attempt for record in database.archive.records()] == [SECOND] * 3
    assert database.integrity() == ()


def test_questions_of_a_deleted_attempt_were_seen_all_the_same(database: Database) -> None:
    two(database)
    database.bin.put(FIRST, 1)
    assert {exposure.count for exposure in database.archive.exposures().values()} == {2}
    assert {record.attempt for record in database.archive.records() if record.counts} == {SECOND}


def test_marks_are_derived_from_events_once(database: Database, path: Path) -> None:
    started = make_started()
    question = started.paper.questions[1]
    key = tuple(option for option in question.order if option in question.item.key)
    database.journal.append(FIRST, 0, (started, Visited(make_moment(0), 0), Visited(make_moment(1000), 1)))
    database.journal.append(FIRST, 3, (Answered(make_moment(3000), 1, key),))
    end = Outcome(EndReason.FINISHED, EPOCH_MS + 4000, 4000, 1, 3, ())
    database.journal.append(FIRST, 4, (Ended(make_moment(4000), EndReason.FINISHED),), end)
    assert rows(path) == 1 + 5 + 1
    told = database.archive.records()
    assert [(r.shown, r.correct, r.spent_ms) for r in told] == [
        (True, False, 1000),
        (True, True, 3000),
        (False, False, 0),
    ]
    assert [r.item for r in told] == [q.item.id for q in started.paper.questions]
    assert {(r.ended_ms, r.counts, r.attempt) for r in told} == {(EPOCH_MS + 4000, True, FIRST)}
    assert rows(path) == 1 + 5 + 1 + 3
    assert database.archive.records() == told
    assert rows(path) == 1 + 5 + 1 + 3


def test_a_discarded_attempt_does_not_count(database: Database) -> None:
    sit(database.journal, outcome=make_outcome(reason=EndReason.DISCARDED))
    assert {record.counts for record in database.archive.records()} == {False}


def test_an_unfinished_attempt_has_no_marks(database: Database) -> None:
    database.journal.append(FIRST, 0, (make_started(), Answered(make_moment(1), 0, (OptionId("a"),))))
    assert database.archive.records() == ()


def test_the_oldest_attempt_comes_first(database: Database) -> None:
    sit(database.journal, SECOND, 0, make_outcome(9000))
    sit(database.journal, FIRST, 100, make_outcome(8000))
    assert list(dict.fromkeys(r.attempt for r in database.archive.records())) == [FIRST, SECOND]
