from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.exc import IntegrityError, OperationalError

from app.services.ports import Trouble, TroubleKind
from app.storage.errors import kind_of, troubles
from tests.support.python import run_python


def sqlite_error(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("it failed")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, TroubleKind.DISK_FULL),
        (sqlite3.SQLITE_READONLY_DIRECTORY, TroubleKind.READ_ONLY),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, TroubleKind.LOCKED),
        (sqlite3.SQLITE_CANTOPEN_ISDIR, TroubleKind.NO_ACCESS),
        (sqlite3.SQLITE_NOTADB, TroubleKind.NOT_A_DATABASE),
        (sqlite3.SQLITE_CORRUPT_INDEX, TroubleKind.DAMAGED),
        (sqlite3.SQLITE_IOERR_FSYNC, TroubleKind.OTHER),
        (sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, TroubleKind.CONFLICT),
        (sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY, None),
        (sqlite3.SQLITE_ERROR, None),
        (sqlite3.SQLITE_MISUSE, None),
    ],
)
def test_what_sqlite_says(code: int, kind: TroubleKind | None) -> None:
    wrapped = OperationalError("SELECT 1", {}, sqlite_error(code))
    assert kind_of(sqlite_error(code)) is kind
    assert kind_of(wrapped) is kind


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, TroubleKind.DISK_FULL),
        (errno.EROFS, TroubleKind.READ_ONLY),
        (errno.EACCES, TroubleKind.NO_ACCESS),
        (errno.ENOTDIR, TroubleKind.NO_ACCESS),
        (errno.ENOENT, TroubleKind.MISSING),
        (errno.EIO, TroubleKind.OTHER),
    ],
)
def test_what_the_system_says(number: int, kind: TroubleKind) -> None:
    assert kind_of(OSError(number, "it failed")) is kind


def test_bugs_pass_through() -> None:
    with pytest.raises(ZeroDivisionError), troubles(Path("x")):
        _ = 1 // 0


def test_a_misspelt_statement_is_a_bug() -> None:
    engine = create_engine("sqlite://")
    with pytest.raises(OperationalError), troubles(Path("x")), engine.connect() as connection:
        connection.exec_driver_sql("SELEKT 1")
    engine.dispose()


def test_trouble_names_the_file_and_keeps_the_cause() -> None:
    with pytest.raises(Trouble) as caught, troubles(Path("/data/x.sqlite3")):
        raise sqlite_error(sqlite3.SQLITE_FULL)
    assert caught.value.path == str(Path("/data/x.sqlite3"))
    assert caught.value.detail == "it failed"
    assert isinstance(caught.value.__cause__, sqlite3.Error)


def test_trouble_that_knows_its_file_keeps_it() -> None:
    with pytest.raises(Trouble) as caught, troubles(Path("b")):
        raise Trouble(TroubleKind.MISSING, "a")
    assert caught.value.path == "a"


def test_a_real_second_row_is_a_conflict() -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE t (a INTEGER, b INTEGER, PRIMARY KEY (a, b))")
        connection.exec_driver_sql("INSERT INTO t VALUES (1, 1)")
        with pytest.raises(IntegrityError) as caught:
            connection.exec_driver_sql("INSERT INTO t VALUES (1, 1)")
    engine.dispose()
    assert kind_of(caught.value) is TroubleKind.CONFLICT


def test_errors_are_told_without_sqlalchemy() -> None:
    code = (
        "import sys, app.storage.errors as e\n"
        "assert e.kind_of(OSError(28, '')) == 'disk_full'\n"
        "assert 'sqlalchemy' not in sys.modules"
    )
    assert run_python(code) == 0
