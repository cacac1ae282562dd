from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from app.core.events import Ended
from app.core.terms import EndReason
from app.services.ports import Trouble, TroubleKind
from app.storage import records, schema
from app.storage.database import Database
from app.storage.engine import opened, writing
from app.storage.schema import SHIPPED, Chain
from app.storage.tables import metadata
from tests.support.attempts import FIRST, make_outcome, make_started, sit
from tests.support.papers import make_moment

COPY = "rehearsal.sqlite3.before-0002-20251009T085320"

THIRD = """
import sqlalchemy as sa
from alembic import op
revision, down_revision = "0003", "0002"
def upgrade():
    with op.batch_alter_table("attempts") as batch:
        batch.add_column(sa.Column("place", sa.String, nullable=False, server_default="home"))
        batch.alter_column("questions", new_column_name="items")
    op.execute("INSERT INTO exposures VALUES ('attempt-0001', 'late', 1)")
    {failure}
"""


def make_chain(folder: Path, failure: str = "") -> Chain:
    """The shipped migrations and one more, which rebuilds a table that others refer to."""
    target = folder / "migrations 100%"
    shutil.copytree(SHIPPED.folder, target, ignore=shutil.ignore_patterns("__pycache__"))
    (target / "versions" / "0003_third.py").write_text(THIRD.replace("{failure}", failure))
    return Chain(target, (*SHIPPED.versions, "0003"))


def shape(connection: Connection) -> dict[str, Any]:
    """Tables, columns, keys and indexes as the database itself tells them."""
    found = inspect(connection)
    return {
        table: {
            "columns": [
                (c["name"], str(c["type"]), c["nullable"], c["default"]) for c in found.get_columns(table)
            ],
            "key": found.get_pk_constraint(table)["constrained_columns"],
            "foreign": [
                (k["constrained_columns"], k["referred_table"], k["referred_columns"])
                for k in found.get_foreign_keys(table)
            ],
            "indexes": found.get_indexes(table),
            "unique": found.get_unique_constraints(table),
        }
        for table in found.get_table_names()
    }


def refused(database: Database) -> TroubleKind:
    with pytest.raises(Trouble) as caught:
        database.open()
    with pytest.raises(Trouble) as again:
        database.archive.heads()
    assert caught.value.kind is again.value.kind
    assert caught.value.path == again.value.path == str(database.path)
    return caught.value.kind


def stored(path: Path, statement: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(statement).fetchall()


def set_version(path: Path, version: str) -> bytes:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
    return path.read_bytes()


def written(path: Path) -> None:
    """A closed file of the shipped version with one ended attempt."""
    database = Database(path)
    sit(database.journal, outcome=make_outcome())
    database.close()


def later(path: Path, chain: Chain) -> Database:
    return Database(path, chain=chain, wall_ms=lambda: 1_760_000_000_000)


def test_the_shipped_chain_names_what_is_in_the_folder() -> None:
    config = Config()
    config.set_main_option("script_location", str(SHIPPED.folder))
    config.set_main_option("path_separator", "newline")
    script = ScriptDirectory.from_config(config)
    found = [revision.revision for revision in script.walk_revisions()]
    assert tuple(reversed(found)) == SHIPPED.versions
    assert script.get_heads() == [SHIPPED.newest]


def test_new_files_and_upgraded_ones_have_the_same_schema(tmp_path: Path) -> None:
    with opened(tmp_path / "new") as new, opened(tmp_path / "old") as old:
        metadata.create_all(new)
        with writing(old):
            schema.run_migrations(old, SHIPPED)
        assert shape(new) == shape(old)


def test_a_new_file_has_the_newest_version(database: Database, path: Path) -> None:
    database.open()
    assert stored(path, "SELECT * FROM alembic_version") == [(SHIPPED.newest,)]


def test_opening_again_changes_nothing(database: Database, path: Path) -> None:
    written(path)
    before = path.read_bytes()
    database.open()
    database.close()
    assert path.read_bytes() == before
    assert {file.name for file in path.parent.iterdir()} == {path.name, f"{path.name}.recent"}


def test_a_file_without_tables_is_completed(database: Database, path: Path) -> None:
    """A crash right after the file was made leaves a header and no tables."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    assert path.stat().st_size > 0
    assert database.archive.heads() == ()
    sit(database.journal)
    assert len(database.archive.heads()) == 1


def test_of_two_makers_the_second_changes_nothing(database: Database, path: Path) -> None:
    """Two programs may find the same file missing; the second one makes it after the first."""
    sit(database.journal)
    schema._make(path, SHIPPED.newest)
    assert len(database.journal.read(FIRST)) == 2
    assert stored(path, "SELECT * FROM alembic_version") == [(SHIPPED.newest,)]


def test_a_newer_file_stays_untouched(database: Database, path: Path) -> None:
    written(path)
    before = set_version(path, "0099")
    assert refused(database) is TroubleKind.TOO_NEW
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.before-*"))


def test_a_file_without_its_version_is_damaged(database: Database, path: Path) -> None:
    written(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM alembic_version")
    assert refused(database) is TroubleKind.DAMAGED


def test_a_database_of_another_program_stays_untouched(database: Database, path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()
    assert refused(database) is TroubleKind.NOT_A_DATABASE
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"x", b"x" * 512, b"hello, world\n" * 1000, b"\0" * 8192])
def test_a_file_that_is_no_database_stays_untouched(database: Database, path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert refused(database) is TroubleKind.NOT_A_DATABASE
    assert path.read_bytes() == content
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9])
def test_a_truncated_file_is_damaged(database: Database, path: Path, kept: float) -> None:
    written(path)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])
    assert refused(database) is TroubleKind.DAMAGED


def test_an_old_file_is_copied_then_upgraded(path: Path, tmp_path: Path) -> None:
    written(path)
    database = later(path, make_chain(tmp_path))
    database.open()
    database.close()
    assert stored(path, "SELECT id, place, items FROM attempts") == [(FIRST, "home", 3)]
    assert stored(path, "SELECT * FROM alembic_version") == [("0003",)]
    copy = Database(path.with_name(COPY))
    assert len(copy.journal.read(FIRST)) == 3
    assert copy.integrity() == ()
    copy.close()


def test_lists_upgrade_an_old_file_first(path: Path, tmp_path: Path) -> None:
    written(path)
    database = later(path, make_chain(tmp_path))
    assert "late" in database.archive.exposures()
    database.close()
    assert path.with_name(COPY).exists()


def test_the_copy_holds_what_was_only_in_the_log(path: Path, tmp_path: Path) -> None:
    first = Database(path)
    sit(first.journal)
    assert path.with_name(f"{path.name}-wal").stat().st_size > 0
    later(path, make_chain(tmp_path)).open()
    first.close()
    assert stored(path.with_name(COPY), "SELECT count(*) FROM events") == [(2,)]


def test_no_copy_is_overwritten(path: Path, tmp_path: Path) -> None:
    written(path)
    path.with_name(COPY).write_text("an earlier one")
    later(path, make_chain(tmp_path)).open()
    assert path.with_name(COPY).read_text() == "an earlier one"
    assert path.with_name(f"{COPY}-2").exists()


@pytest.mark.parametrize(
    "failure",
    [
        "raise ZeroDivisionError",
        "op.execute('SELEKT 1')",
        """op.execute("INSERT INTO exposures VALUES ('nobody', 'q', 1)")""",
    ],
)
def test_a_failing_upgrade_leaves_the_copy_and_the_original(path: Path, tmp_path: Path, failure: str) -> None:
    written(path)
    with pytest.raises(Exception, match=r"SELEKT|orphaned|^$"):
        later(path, make_chain(tmp_path, failure)).open()
    for file in (path, path.with_name(COPY)):
        shipped = Database(file)
        assert len(shipped.journal.read(FIRST)) == 3
        assert "late" not in shipped.archive.exposures()
        assert shipped.integrity() == ()
        shipped.close()


def test_without_room_for_the_copy_nothing_is_upgraded(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(path)

    class Small(sqlite3.Connection):
        """A connection to a nearly full disk."""

        def __init__(self, target: str | Path) -> None:
            super().__init__(target)
            self.execute("PRAGMA max_page_count = 2")

    real = sqlite3.connect

    def connect(target: str | Path, **options: Any) -> sqlite3.Connection:
        return real(target, **options) if options else Small(target)

    monkeypatch.setattr(sqlite3, "connect", connect)
    assert refused(later(path, make_chain(tmp_path))) is TroubleKind.DISK_FULL
    assert [file.name for file in path.parent.iterdir() if "before" in file.name] == []
    assert stored(path, "SELECT * FROM alembic_version") == [(SHIPPED.newest,)]


def test_a_file_of_the_first_version_keeps_its_attempts(path: Path) -> None:
    path.parent.mkdir()
    with opened(path) as connection, writing(connection):
        schema.run_migrations(connection, Chain(SHIPPED.folder, ("0001",)))
        records.add_events(connection, FIRST, 0, (make_started(), Ended(make_moment(9), EndReason.FINISHED)))
        records.add_outcome(connection, FIRST, make_outcome(9))
    database = Database(path)
    assert [head.id for head in database.archive.heads()] == [FIRST]
    assert [record.attempt for record in database.archive.records()] == [FIRST] * 3
    assert database.bin.binned() == ()
    database.close()


KILLED_WHILE_MAKING = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
for number in range(40):
    connection.execute(f"CREATE TABLE t{number} (words TEXT)")
    connection.execute(f"INSERT INTO t{number} VALUES (?)", ("x" * 5000,))
os._exit(0)
"""


def test_a_file_whose_maker_was_killed_is_made_anew(database: Database, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-c", KILLED_WHILE_MAKING, str(path)], check=True)
    assert path.stat().st_size > 0
    assert path.with_name(f"{path.name}-journal").exists()
    database.open()
    assert database.archive.heads() == ()
    assert stored(path, "SELECT version_num FROM alembic_version") == [(SHIPPED.newest,)]
