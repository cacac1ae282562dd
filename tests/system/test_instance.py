"""One window per data folder, held against other processes and freed by their death."""

from __future__ import annotations

import errno
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.system.instance import LONGEST_WISH, InstanceLock
from tests.support.python import ROOT, command, run_python

HOLD = """
import sys
from pathlib import Path
from app.system.instance import InstanceLock

lock = InstanceLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the lock is."""
    return tmp_path / "data" / "window.lock"


@pytest.fixture
def holder(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock."""
    pipe = subprocess.PIPE
    with subprocess.Popen(command(HOLD, path), cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "True\n"
        yield process
        process.kill()


def test_the_lock_makes_its_folder(path: Path) -> None:
    lock = InstanceLock(path)
    assert lock.acquire()
    lock.release()


def test_another_process_keeps_us_out(path: Path, holder: subprocess.Popen[str]) -> None:
    assert not InstanceLock(path).acquire()


def test_a_killed_process_leaves_no_stale_lock(path: Path, holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.wait()
    lock = InstanceLock(path)
    assert lock.acquire()
    lock.release()


def test_two_in_one_process_keep_each_other_out(path: Path) -> None:
    first, second = InstanceLock(path), InstanceLock(path)
    assert (first.acquire(), second.acquire()) == (True, False)
    first.release()
    assert second.acquire()
    second.release()


def test_a_wish_is_a_file_that_the_next_holder_does_not_inherit(path: Path) -> None:
    first = InstanceLock(path)
    first.acquire()
    InstanceLock(path).ask_to_raise()
    assert len(first.wishes()) == 1
    first.release()
    first.acquire()
    assert first.wishes() == ()
    assert first.take() is None
    first.release()


@pytest.mark.parametrize("name", ["a.rehearsalbank", "名 前.rehearsalbank", "a\nb", "x\udcff"])
def test_a_wish_hands_over_a_path_once(path: Path, name: str) -> None:
    lock = InstanceLock(path)
    lock.ask_to_raise(path.parent / name)
    assert lock.take() == (path.parent / name,)
    assert lock.take() is None


def test_a_path_is_made_whole_by_the_one_that_asks(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lock = InstanceLock(path)
    lock.ask_to_raise(Path("a.rehearsalbank"))
    assert lock.take() == (tmp_path / "a.rehearsalbank",)


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"open": 7}',
        b'{"open": "relative"}',
        b'{"open": "/a\\u0000b"}',
        b'{"open": "/' + b"a" * LONGEST_WISH + b'"}',
        b"[" * 20_000,
    ],
)
def test_rubbish_raises_the_window_and_names_no_file(path: Path, said: bytes) -> None:
    lock = InstanceLock(path)
    lock.ask_to_raise()
    lock.wishes()[0].write_bytes(said)
    assert lock.take() == ()


HAND_OVER = """
import sys
from pathlib import Path
from app.system.instance import InstanceLock

lock = InstanceLock(Path(sys.argv[1]))
sys.exit(3 if lock.acquire() else lock.ask_to_raise(Path(sys.argv[2])))
"""


def test_two_that_ask_at_once_are_both_heard(path: Path) -> None:
    lock = InstanceLock(path)
    assert lock.acquire()
    files = [path.parent / f"{name}.rehearsalbank" for name in "ab"]
    assert [run_python(HAND_OVER, path, file) for file in files] == [0, 0]
    assert lock.take() == tuple(files)
    lock.release()


def test_a_folder_that_is_a_file_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match=r"."):
        InstanceLock(tmp_path / "file" / "window.lock").acquire()


def test_where_files_cannot_be_locked_nobody_else_is_blamed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_file: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("app.system.file_lock._lock", refused)
    with pytest.raises(OSError, match="No locks"):
        InstanceLock(path).acquire()
