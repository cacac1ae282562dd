"""`rehearsal doctor`: what it finds, and what it mends."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from app.cli import run
from app.storage.database import Database
from app.system.instance import InstanceLock
from app.system.paths import Paths, paths_below
from tests.support.attempts import FIRST, make_outcome, sit
from tests.support.python import run_python

Said = pytest.CaptureFixture[str]

WITHOUT_NETWORK = """
import os, sys
from app.cli import run
sys.addaudithook(lambda event, _: os._exit(3) if event.startswith("socket.") else None)
assert run(["doctor", "--data-dir", sys.argv[1]]) == 0
assert "PySide6.QtNetwork" not in sys.modules
"""


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A data folder with one attempt and a backup."""
    paths = paths_below(tmp_path / "data")
    database = Database(paths.database)
    sit(database.journal, outcome=make_outcome())
    database.keeper.back_up()
    database.close()
    return paths


def doctor(paths: Paths, *options: str) -> int:
    return run(["doctor", "--data-dir", str(paths.data), *options])


def states(paths: Paths, capsys: Said) -> dict[str, str]:
    capsys.readouterr()
    doctor(paths, "--json")
    return {line["check"]: line["state"] for line in json.loads(capsys.readouterr().out)}


def finding(paths: Paths, capsys: Said, check: str) -> dict[str, Any]:
    capsys.readouterr()
    doctor(paths, "--json")
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return next(line for line in found if line["check"] == check)


def test_all_is_well(paths: Paths, capsys: Said) -> None:
    assert doctor(paths) == 0
    out = capsys.readouterr().out
    assert "FAULT" not in out
    assert "1 attempts, every event readable" in out
    assert "Bank mla: " in out


def test_where_nothing_is_kept_yet_nothing_is_made(tmp_path: Path, capsys: Said) -> None:
    paths = paths_below(tmp_path / "nothing")
    assert doctor(paths) == 0
    assert "not made yet" in capsys.readouterr().out
    assert not paths.data.exists()


def test_every_line_is_there_for_programs(paths: Paths, capsys: Said) -> None:
    found = states(paths, capsys)
    assert set(found) == {
        "program", "libraries", "data", "cache", "logs", "room", "database", "backups", "settings", "bank",
        "bank_cache", "fonts",
    }  # fmt: skip
    assert set(found.values()) == {"ok"}


def test_a_damaged_database_is_a_fault_and_repaired(paths: Paths, capsys: Said) -> None:
    size = paths.database.stat().st_size
    paths.database.write_bytes(b"\xa5" * size)
    assert doctor(paths) == 1
    out = capsys.readouterr().out
    assert "FAULT   Database" in out
    assert "--repair" in out
    assert doctor(paths, "--repair", "--yes") == 0
    out = capsys.readouterr().out
    assert "is in its place" in out
    assert len(list(paths.data.glob("*.damaged-*"))) == 1
    assert len(Database(paths.database).journal.read(FIRST)) == 3


def test_a_deleted_database_is_a_fault_and_repaired(paths: Paths, capsys: Said) -> None:
    paths.database.unlink()
    assert finding(paths, capsys, "database")["repairable"]
    assert doctor(paths, "--repair", "--yes") == 0


def test_without_a_terminal_nothing_is_repaired_unasked(paths: Paths, capsys: Said) -> None:
    paths.database.unlink()
    assert doctor(paths, "--repair") == 2
    assert "needs --yes" in capsys.readouterr().err
    assert not paths.database.exists()


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("\n", 2)])
def test_on_a_terminal_it_asks(
    paths: Paths, capsys: Said, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    paths.database.unlink()
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: answer)
    assert doctor(paths, "--repair") == code
    assert "To be repaired:" in capsys.readouterr().out
    assert paths.database.exists() is (code == 0)


def test_while_the_window_is_open_nothing_is_repaired(paths: Paths, capsys: Said) -> None:
    lock = InstanceLock(paths.lock)
    assert lock.acquire()
    paths.database.unlink()
    assert doctor(paths, "--repair", "--yes") == 2
    lock.release()
    assert "Another program holds" in capsys.readouterr().err


def test_a_file_that_was_not_closed_is_a_warning(paths: Paths, capsys: Said) -> None:
    mark = paths.database.with_name(f"{paths.database.name}.open")
    mark.touch()
    assert finding(paths, capsys, "database")["state"] == "warning"
    assert doctor(paths, "--repair", "--yes") == 0
    assert not mark.exists()


def test_a_damaged_backup_is_a_warning_and_deleted(paths: Paths, capsys: Said) -> None:
    (backup,) = (paths.data / "backups").iterdir()
    content = bytearray(backup.read_bytes())
    content[-1] ^= 1
    backup.write_bytes(content)
    assert "damaged" in finding(paths, capsys, "backups")["words"]
    assert doctor(paths, "--repair", "--yes") == 0
    assert states(paths, capsys)["backups"] == "ok"


def test_damaged_settings_are_put_aside(paths: Paths, capsys: Said) -> None:
    paths.settings.write_text("{", encoding="utf-8")
    assert states(paths, capsys)["settings"] == "warning"
    doctor(paths, "--repair", "--yes")
    assert states(paths, capsys)["settings"] == "ok"


def test_a_damaged_cache_is_made_anew(paths: Paths, capsys: Said) -> None:
    run(["exams", "--data-dir", str(paths.data)])
    files = sorted(paths.cache.glob("*.bank"))
    content = bytearray(files[0].read_bytes())
    content[-1] ^= 1
    files[0].write_bytes(content)
    assert files[0].name in finding(paths, capsys, "bank_cache")["words"]
    doctor(paths, "--repair", "--yes")
    assert states(paths, capsys)["bank_cache"] == "ok"
    assert sorted(paths.cache.glob("*.bank")) == files


def test_a_file_in_place_of_the_folder_is_a_fault(tmp_path: Path, capsys: Said) -> None:
    (tmp_path / "data").write_text("mine")
    assert doctor(paths_below(tmp_path / "data")) == 1
    assert "is a file, not a folder" in capsys.readouterr().out


def test_a_database_of_another_program_is_not_to_be_repaired(tmp_path: Path, capsys: Said) -> None:
    import sqlite3

    paths = paths_below(tmp_path)
    connection = sqlite3.connect(paths.database)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    found = finding(paths, capsys, "database")
    assert (found["state"], found["repairable"]) == ("fault", False)


def test_it_opens_no_socket(paths: Paths) -> None:
    assert run_python(WITHOUT_NETWORK, paths.data) == 0
