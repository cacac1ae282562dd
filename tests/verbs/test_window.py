"""The window from the command line: no display, second start, self-check, no connection."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.system.instance import InstanceLock
from app.system.paths import paths_below
from tests.support.command_line import program, rehearsal, without_display
from tests.support.python import ROOT, command

on_x11 = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are of X11 and Wayland")

LISTENING = """
import sys

heard = []
sys.addaudithook(lambda event, _: heard.append(event) if event.startswith("socket.") else None)
from app.cli import run

code = run(["--self-check"])
print(*heard, file=sys.stderr)
sys.exit(code or (3 if heard else 0))
"""


@pytest.fixture
def held(tmp_path: Path) -> Iterator[InstanceLock]:
    """The lock of a data folder, as an open window holds it."""
    lock = InstanceLock(paths_below(tmp_path).lock)
    assert lock.acquire()
    yield lock
    lock.release()


@pytest.mark.parametrize("below", ["", "data"])
def test_a_folder_that_is_no_use_is_said_and_the_window_opens(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_text("mine")
    done = rehearsal("--quit-after-start", "--data-dir", tmp_path / "file" / below)
    assert done.returncode == 2
    assert done.stderr.count("rehearsal: The system does not allow it.") == 1
    assert str(tmp_path / "file") in done.stderr
    assert "Traceback" not in done.stderr


def test_the_window_opens_and_leaves(tmp_path: Path) -> None:
    done = rehearsal("--quit-after-start", "--data-dir", tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@on_x11
@pytest.mark.parametrize("display", [{}, {"DISPLAY": ":987"}, {"DISPLAY": "no such thing"}], ids=str)
def test_without_a_display_the_window_says_so(display: dict[str, str], tmp_path: Path) -> None:
    done = rehearsal("--quit-after-start", "--data-dir", tmp_path, environment=without_display(**display))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("rehearsal: ")
    assert "Traceback" not in done.stderr
    assert "QT_QPA_PLATFORM=offscreen" in done.stderr or "apt" in done.stderr or "install" in done.stderr


def test_a_second_start_says_so_and_asks_the_first_window_to_come(held: InstanceLock, tmp_path: Path) -> None:
    done = rehearsal("--quit-after-start", "--data-dir", tmp_path)
    assert done.returncode == 0
    assert "open already" in done.stderr
    assert held.take() == ()


@pytest.mark.parametrize("words", [["open", "{file}"], ["{file}"], ["--lang", "ja", "{file}"]], ids=" ".join)
def test_a_second_start_hands_over_the_file(held: InstanceLock, tmp_path: Path, words: list[str]) -> None:
    file = tmp_path / "名 a.rehearsalbank"
    done = rehearsal("--data-dir", tmp_path, *(word.format(file=file) for word in words))
    assert done.returncode == 0
    assert "open already" in done.stderr
    assert held.take() == (file,)


def test_the_window_opens_with_a_file_that_is_not_there(tmp_path: Path) -> None:
    done = rehearsal("--quit-after-start", "--data-dir", tmp_path, tmp_path / "no.rehearsalbank")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_demonstration_keeps_off_a_folder_whose_window_is_open(held: InstanceLock, tmp_path: Path) -> None:
    done = rehearsal("demo", "--exam", "sample", "--out", tmp_path / "out", "--data-dir", tmp_path)
    assert done.returncode == 2
    assert "close it first" in done.stderr


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_self_check_passes(language: str) -> None:
    done = rehearsal("--self-check", "--lang", language)
    assert (done.returncode, done.stderr) == (0, "")
    assert "in order" in done.stdout


def test_python_opens_no_socket() -> None:
    done = subprocess.run(
        command(LISTENING), cwd=ROOT, check=False, capture_output=True, text=True, timeout=120
    )
    assert (done.returncode, done.stderr) == (0, "\n")


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_nothing_opens_a_socket(tmp_path: Path) -> None:
    calls = tmp_path / "calls"
    watched = [
        "strace",
        "-f",
        "-qq",
        "-e",
        "trace=socket,connect",
        "-o",
        str(calls),
        *program("--self-check"),
    ]
    done = subprocess.run(watched, cwd=ROOT, check=False, capture_output=True, text=True, timeout=120)
    if done.returncode and "PTRACE" in done.stderr:
        pytest.skip("processes may not be traced here")
    assert done.returncode == 0
    opened = [line for line in calls.read_text().splitlines() if "socket(" in line or "connect(" in line]
    assert opened == []
