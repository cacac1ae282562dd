"""Files that are replaced whole, settings that may be rubbish, and where everything lies."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.system import resources
from app.system.atomic_file import write_atomic
from app.system.paths import default_paths, paths_below
from app.system.settings_file import SettingsFile


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    write_atomic(tmp_path / "new" / "file", b"words")
    assert (tmp_path / "new" / "file").read_bytes() == b"words"


def test_a_file_is_replaced(tmp_path: Path) -> None:
    write_atomic(tmp_path / "file", b"old and long")
    write_atomic(tmp_path / "file", b"new")
    assert contents(tmp_path) == {"file": b"new"}


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_atomic(tmp_path / "file", b"old")
    monkeypatch.setattr(os, step, fail)
    with pytest.raises(OSError, match="no space left"):
        write_atomic(tmp_path / "file", b"new")
    assert contents(tmp_path) == {"file": b"old"}


def test_a_folder_that_is_a_file_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match=r"."):
        write_atomic(tmp_path / "file" / "below", b"")


def test_settings_come_back(tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / "settings.json")
    settings.save({"candidate": "エイダ", "extra_percent": 25})
    assert settings.load() == {"candidate": "エイダ", "extra_percent": 25}


@pytest.mark.parametrize("rubbish", [b"", b"{", b"[1]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"a": }'])
def test_settings_that_are_rubbish_count_as_none(rubbish: bytes, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_bytes(rubbish)
    assert SettingsFile(tmp_path / "settings.json").load() == {}


def test_settings_that_are_not_there_count_as_none(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / "nowhere" / "settings.json").load() == {}


def test_everything_can_be_kept_below_one_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    paths = paths_below(Path("mine"))
    files = (paths.data, paths.cache, paths.logs, paths.database, paths.settings, paths.lock)
    assert all(file.is_relative_to(tmp_path / "mine") for file in files)


def test_a_tilde_means_home(tmp_path: Path) -> None:
    assert paths_below(Path("~/mine")).data == Path.home() / "mine"


def test_the_usual_folders_belong_to_the_user(tmp_path: Path) -> None:
    paths = default_paths()
    assert all(path.is_relative_to(tmp_path) for path in (paths.data, paths.cache, paths.logs))


def test_what_is_shipped_is_found() -> None:
    assert (resources.banks() / "sample" / "exam.yaml").is_file()
    assert resources.resource("icons", "rehearsal.svg").is_file()


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def fail(*_: object) -> None:
    raise OSError(28, "no space left")
