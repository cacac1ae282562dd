from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest

from app.core.events import Beat, Ended, Event, Started, Visited
from app.core.ids import AttemptId
from app.core.terms import EndReason
from app.services.ports import Trouble, TroubleKind
from app.storage.database import Database
from tests.support.attempts import FIRST, make_answers, make_outcome, make_started, one_of_each, sit
from tests.support.papers import make_moment, make_paper


def rows(path: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(statement).fetchall()


def refused(database: Database, version: int, *events: Event) -> TroubleKind:
    with pytest.raises(Trouble) as caught:
        database.journal.append(FIRST, version, events)
    assert caught.value.path == str(database.path)
    return caught.value.kind


def limit_pages(database: Database, more: int) -> None:
    with database._store.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + more}")


def test_reads_what_was_appended_in_order(database: Database) -> None:
    events = one_of_each()
    database.journal.append(FIRST, 0, events[:3])
    database.journal.append(FIRST, 3, events[3:-1])
    database.journal.append(FIRST, len(events) - 1, events[-1:], make_outcome())
    assert database.journal.read(FIRST) == events


def test_more_than_nine_events_stay_in_order(database: Database) -> None:
    sit(database.journal)
    database.journal.append(FIRST, 2, make_answers(30))
    assert database.journal.read(FIRST)[2:] == make_answers(30)


def test_another_opening_of_the_file_reads_the_same(database: Database, path: Path) -> None:
    events = sit(database.journal, outcome=make_outcome())
    database.close()
    other = Database(path)
    assert other.journal.read(FIRST) == events
    other.close()


def test_attempts_are_kept_apart(database: Database) -> None:
    first = sit(database.journal, "a")
    second = sit(database.journal, "b", at_ms=9)
    assert database.journal.read(AttemptId("a")) == first
    assert database.journal.read(AttemptId("b")) == second


def test_a_paper_of_full_length_survives(database: Database) -> None:
    started = make_started(paper=make_paper(60, multiple_every=5))
    database.journal.append(FIRST, 0, (started,))
    assert database.journal.read(FIRST) == (started,)


def test_the_start_leaves_a_row_for_lists(database: Database, path: Path) -> None:
    events = sit(database.journal)
    started = events[0]
    assert isinstance(started, Started)
    expected = (FIRST, "mla", "full", started.paper.form, "Ada 試験", started.at.wall_ms, 3)
    assert rows(path, "SELECT * FROM attempts") == [expected]


def test_events_carry_their_time_and_version(database: Database, path: Path) -> None:
    sit(database.journal)
    found = rows(path, "SELECT version, kind, event_version, wall_ms FROM events ORDER BY version")
    wall = make_moment().wall_ms
    assert found == [(1, "started", 1, wall), (2, "visited", 1, wall)]


def test_no_events_write_nothing(database: Database, path: Path) -> None:
    database.journal.append(FIRST, 0, ())
    assert not path.exists()


def test_reading_an_unknown_attempt_is_trouble(database: Database) -> None:
    sit(database.journal)
    with pytest.raises(Trouble) as caught:
        database.journal.read(AttemptId("other"))
    assert caught.value.kind is TroubleKind.NO_SUCH_ATTEMPT


def test_reading_makes_no_file(database: Database, path: Path) -> None:
    with pytest.raises(Trouble) as caught:
        database.journal.read(FIRST)
    assert caught.value.kind is TroubleKind.NO_SUCH_ATTEMPT
    assert not path.parent.exists()


def test_an_end_needs_its_outcome(database: Database) -> None:
    sit(database.journal)
    with pytest.raises(ValueError, match="go together"):
        database.journal.append(FIRST, 2, (Ended(make_moment(), EndReason.FINISHED),))
    with pytest.raises(ValueError, match="go together"):
        database.journal.append(FIRST, 2, (Beat(make_moment()),), make_outcome())


@pytest.mark.parametrize("version", [0, 1, 3, 9])
def test_a_wrong_version_is_a_conflict(database: Database, version: int) -> None:
    events = sit(database.journal)
    assert refused(database, version, Visited(make_moment(), 1)) is TroubleKind.CONFLICT
    assert database.journal.read(FIRST) == events


def test_a_second_start_is_a_conflict(database: Database) -> None:
    sit(database.journal)
    assert refused(database, 0, make_started()) is TroubleKind.CONFLICT


def test_going_on_with_an_unknown_attempt_is_a_conflict(database: Database) -> None:
    assert refused(database, 2, Visited(make_moment(), 1)) is TroubleKind.CONFLICT


def test_of_two_writers_one_wins(database: Database, path: Path) -> None:
    sit(database.journal)
    other = Database(path)
    other.journal.append(FIRST, 2, (Visited(make_moment(), 1),))
    assert refused(database, 2, Visited(make_moment(), 2)) is TroubleKind.CONFLICT
    database.journal.append(FIRST, 3, (Visited(make_moment(), 2),))
    assert [event.question for event in other.journal.read(FIRST)[1:]] == [0, 1, 2]  # type: ignore[union-attr]
    other.close()


def test_the_primary_key_refuses_a_version_twice(database: Database, path: Path) -> None:
    """Where the check of the version cannot see another writer's row, the key still does."""
    sit(database.journal)
    with pytest.raises(Trouble) as caught, database._store.writing() as connection:
        connection.exec_driver_sql("INSERT INTO events SELECT * FROM events WHERE version = 2")
    assert caught.value.kind is TroubleKind.CONFLICT


def test_a_full_disk_leaves_what_was_there(database: Database) -> None:
    events = sit(database.journal)
    limit_pages(database, 2)
    assert refused(database, 2, *make_answers(400)) is TroubleKind.DISK_FULL
    assert database.journal.read(FIRST) == events


def test_writing_goes_on_when_the_disk_has_room_again(database: Database) -> None:
    sit(database.journal)
    limit_pages(database, 2)
    assert refused(database, 2, *make_answers(400)) is TroubleKind.DISK_FULL
    database.journal.append(FIRST, 2, make_answers(400))
    assert len(database.journal.read(FIRST)) == 402


def test_an_event_that_cannot_be_encoded_leaves_nothing(database: Database) -> None:
    events = sit(database.journal)
    broken = Visited(make_moment(), object())  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        database.journal.append(FIRST, 2, (Visited(make_moment(), 1), broken))
    assert database.journal.read(FIRST) == events


def test_a_locked_file_is_trouble(database: Database, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.storage.engine.BUSY_TIMEOUT_S", 0)
    sit(database.journal)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert refused(database, 2, Visited(make_moment(), 1)) is TroubleKind.LOCKED
    database.journal.append(FIRST, 2, (Visited(make_moment(), 1),))


def test_a_folder_that_is_a_file_is_trouble(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    database = Database(tmp_path / "data" / "rehearsal.sqlite3")
    assert refused(database, 0, make_started()) is TroubleKind.NO_ACCESS


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has /proc")
def test_a_file_system_that_cannot_be_written_is_trouble() -> None:
    database = Database(Path("/proc/rehearsal/rehearsal.sqlite3"))
    assert refused(database, 0, make_started()) in {TroubleKind.MISSING, TroubleKind.NO_ACCESS}


def test_a_folder_in_place_of_the_file_is_trouble(path: Path) -> None:
    path.mkdir(parents=True)
    assert refused(Database(path), 0, make_started()) is TroubleKind.NO_ACCESS


def test_a_damaged_event_is_trouble(database: Database, path: Path) -> None:
    sit(database.journal)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE events SET body = '{' WHERE version = 2")
    with pytest.raises(Trouble) as caught:
        database.journal.read(FIRST)
    assert (caught.value.kind, caught.value.path) == (TroubleKind.DAMAGED, str(path))


def test_other_threads_may_write(database: Database) -> None:
    sit(database.journal)
    beat = (Visited(make_moment(), 1),)
    thread = Thread(target=database.journal.append, args=(FIRST, 2, beat))
    thread.start()
    thread.join()
    assert database.journal.read(FIRST)[2:] == beat


def test_the_file_is_as_durable_as_sqlite_can_be(database: Database) -> None:
    database.open()
    with database._store.reading() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 1000}
