from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.core.events import Ended, Started
from app.core.history import Head
from app.core.ids import AttemptId, ExamId, ItemId, ProfileId
from app.core.paper import Exposure
from app.core.terms import EndReason
from app.services.ports import Trouble, TroubleKind
from app.storage.database import Database
from tests.support.attempts import FIRST, make_outcome, sit
from tests.support.papers import EPOCH_MS, make_moment
from tests.support.python import run_python

WITHOUT_SQLALCHEMY = """
import sys
from pathlib import Path
from app.storage.database import Database
database = Database(Path(sys.argv[1]))
database.journal
assert len(database.archive.heads()) == 1
assert len(database.archive.exposures()) == 2
assert database.integrity() == ()
for name in ("sqlalchemy", "alembic", "msgspec"):
    assert name not in sys.modules, name
"""


def test_a_missing_file_is_an_empty_history(database: Database, path: Path) -> None:
    assert database.archive.heads() == ()
    assert database.archive.exposures() == {}
    assert not path.parent.exists()


def test_an_empty_file_is_an_empty_history(database: Database, path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    assert database.archive.heads() == ()
    assert path.read_bytes() == b""


def test_a_new_file_is_an_empty_history(database: Database) -> None:
    database.open()
    assert database.archive.heads() == ()
    assert database.archive.exposures() == {}


def test_an_unfinished_attempt(database: Database) -> None:
    events = sit(database.journal)
    started = events[0]
    assert isinstance(started, Started)
    (head,) = database.archive.heads()
    assert head.unfinished
    assert head == Head(
        id=FIRST,
        exam=ExamId("mla"),
        profile=ProfileId("full"),
        form=started.paper.form,
        candidate="Ada 試験",
        started_ms=EPOCH_MS,
        reason=None,
        ended_ms=None,
        used_ms=None,
        correct=None,
        questions=3,
    )


def test_an_ended_attempt(database: Database) -> None:
    sit(database.journal, outcome=make_outcome(1000, reason=EndReason.EXPIRED, correct=1))
    (head,) = database.archive.heads()
    assert head.reason is EndReason.EXPIRED
    assert (head.ended_ms, head.used_ms, head.correct) == (EPOCH_MS + 1000, 900, 1)


def test_newest_first(database: Database) -> None:
    for name, at_ms in (("b", 20), ("a", 10), ("c", 20), ("d", 30)):
        sit(database.journal, name, at_ms)
    assert [head.id for head in database.archive.heads()] == ["d", "c", "b", "a"]


def test_exposures_count_every_ended_attempt(database: Database) -> None:
    sit(database.journal, "a", outcome=make_outcome(10, shown=("q1", "q2")))
    sit(database.journal, "b", outcome=make_outcome(30, shown=("q2",), reason=EndReason.DISCARDED))
    sit(database.journal, "c", outcome=make_outcome(20, shown=("q2", "q3")))
    assert database.archive.exposures() == {
        ItemId("q1"): Exposure(1, EPOCH_MS + 10),
        ItemId("q2"): Exposure(3, EPOCH_MS + 30),
        ItemId("q3"): Exposure(1, EPOCH_MS + 20),
    }


def test_an_attempt_that_showed_nothing_leaves_no_exposure(database: Database) -> None:
    sit(database.journal, outcome=make_outcome(shown=()))
    assert database.archive.exposures() == {}


def test_an_unfinished_attempt_leaves_no_exposure(database: Database) -> None:
    sit(database.journal)
    assert database.archive.exposures() == {}


def test_what_has_just_been_written_is_seen(database: Database) -> None:
    sit(database.journal, "a")
    assert len(database.archive.heads()) == 1
    sit(database.journal, "b")
    assert len(database.archive.heads()) == 2


def test_an_attempt_that_has_not_changed_is_in_memory_once(database: Database) -> None:
    first = sit(database.journal, "a", 10)
    sit(database.journal, "b", 20, outcome=make_outcome(30))
    before = database.archive.heads()
    end = Ended(make_moment(40), EndReason.FINISHED)
    database.journal.append(AttemptId("a"), len(first), (end,), make_outcome(40))
    after = database.archive.heads()
    assert after[0] is before[0]
    assert (before[1].reason, after[1].reason) == (None, EndReason.FINISHED)


def test_an_unknown_reason_is_too_new(database: Database) -> None:
    sit(database.journal, outcome=make_outcome())
    with database._store.writing() as connection:
        connection.exec_driver_sql("UPDATE outcomes SET reason = 'bored'")
    with pytest.raises(Trouble) as caught:
        database.archive.heads()
    assert caught.value.kind is TroubleKind.TOO_NEW


ODD_NAMES = [
    "50% #1.sqlite3",
    "試験.sqlite3",
    "a&mode=rw.sqlite3",
    *([] if os.name == "nt" else ["who?mode=rw"]),
]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_odd_file_names(tmp_path: Path, name: str) -> None:
    database = Database(tmp_path / name)
    sit(database.journal)
    assert [head.id for head in database.archive.heads()] == [AttemptId(FIRST)]
    database.close()
    assert {file.name for file in tmp_path.iterdir()} == {name, f"{name}.recent"}


def test_reading_lists_imports_no_sqlalchemy(database: Database, path: Path) -> None:
    sit(database.journal, outcome=make_outcome())
    assert run_python(WITHOUT_SQLALCHEMY, path) == 0
