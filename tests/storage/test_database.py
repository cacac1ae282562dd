from __future__ import annotations

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.core.events import Answered
from app.services.exam_session import ExamSession
from app.services.notices import Notices
from app.services.ports import Trouble, TroubleKind
from app.storage.database import Database
from tests.support.attempts import FIRST, make_outcome, sit
from tests.support.papers import FakeClock
from tests.support.python import ROOT, command, run_python

WRITER = """
import sys
from pathlib import Path
from typing import Any
from app.storage.database import Database
from tests.support.attempts import FIRST, make_answers, sit
database = Database(Path(sys.argv[1]))
version = len(sit(database.journal))
while True:
    database.journal.append(FIRST, version, make_answers(7))
    version += 7
    print(version, flush=True)
"""


def test_holding_one_makes_and_imports_nothing(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from app.storage.database import Database\n"
        "database = Database(pathlib.Path(sys.argv[1])); database.journal; database.archive\n"
        "assert not {'sqlalchemy', 'msgspec', 'alembic'} & set(sys.modules)"
    )
    assert run_python(code, tmp_path / "a" / "b") == 0
    assert list(tmp_path.iterdir()) == []


def test_an_ordinary_start_needs_no_alembic(path: Path) -> None:
    code = (
        "import sys, pathlib; from app.storage.database import Database\n"
        "for _ in range(2):\n"
        "    database = Database(pathlib.Path(sys.argv[1])); database.open(); database.close()\n"
        "assert 'alembic' not in sys.modules"
    )
    assert run_python(code, path) == 0


def test_opening_makes_the_folders(database: Database, path: Path) -> None:
    database.open()
    assert path.is_file()


def test_closing_twice_and_using_again(database: Database) -> None:
    database.close()
    sit(database.journal)
    database.close()
    database.close()
    assert len(database.journal.read(FIRST)) == 2


def test_a_folder_that_can_only_be_read_shows_its_history(
    database: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit(database.journal)
    database.close()
    before = path.stat().st_mtime_ns
    monkeypatch.setattr("app.storage.files.os.access", lambda *_: False)
    real = sqlite3.connect
    asked: list[str] = []

    def connect(target: str, **options: Any) -> Any:
        asked.append(target)
        return real(target, **options)

    monkeypatch.setattr(sqlite3, "connect", connect)
    assert len(database.archive.heads()) == 1
    assert asked[0].endswith("?mode=ro&immutable=1")
    assert path.stat().st_mtime_ns == before


def test_closing_leaves_one_whole_file(database: Database, path: Path) -> None:
    sit(database.journal)
    database.archive.heads()
    database.close()
    assert {file.name for file in path.parent.iterdir()} == {path.name, f"{path.name}.recent"}


def test_a_session_goes_on_from_the_disk(database: Database) -> None:
    sit(database.journal)
    session = ExamSession.load(FIRST, database.journal, FakeClock(), Notices())
    assert session.attempt.version == 2
    assert session.attempt.responses[0].seen


def test_nothing_is_wrong_with_a_good_file(database: Database) -> None:
    assert database.integrity() == ()
    sit(database.journal, outcome=make_outcome())
    assert database.integrity() == ()


def test_an_orphaned_row_is_told(database: Database, path: Path) -> None:
    sit(database.journal)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("INSERT INTO exposures VALUES ('nobody', 'q', 1)")
    assert database.integrity() == ("row 1 of exposures refers to a missing row of attempts",)


def test_a_truncated_file_is_told(database: Database, path: Path) -> None:
    sit(database.journal)
    database.close()
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    assert len(database.integrity()) == 1


def test_overwritten_pages_are_told(database: Database, path: Path) -> None:
    sit(database.journal)
    database.close()
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * 4096 + content[8192:])
    assert database.integrity() != ()


def test_a_file_that_is_no_database_cannot_be_checked(database: Database, path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"hello, world\n" * 100)
    with pytest.raises(Trouble) as caught:
        database.integrity()
    assert caught.value.kind is TroubleKind.NOT_A_DATABASE


@pytest.mark.parametrize("acknowledged", [1, 20])
def test_a_killed_writer_leaves_whole_transactions(database: Database, path: Path, acknowledged: int) -> None:
    with subprocess.Popen(command(WRITER, path), stdout=subprocess.PIPE, text=True, cwd=ROOT) as writer:
        assert writer.stdout is not None
        said = [int(writer.stdout.readline()) for _ in range(acknowledged)][-1]
        writer.kill()
    events = database.journal.read(FIRST)
    assert len(events) >= said
    assert (len(events) - 2) % 7 == 0
    assert all(isinstance(event, Answered) for event in events[2:])
    assert len(database.archive.heads()) == 1
    assert database.integrity() == ()


def test_lists_after_a_kill_need_no_writer(database: Database, path: Path) -> None:
    code = WRITER.replace("while True:", "import os; os._exit(9)\nif 0:")
    assert run_python(code, path) == 9
    assert len(database.archive.heads()) == 1
