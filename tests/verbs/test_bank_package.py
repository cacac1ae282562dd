"""`bank pack`, `install`, `remove`, as a shell runs them."""

from __future__ import annotations

from pathlib import Path

from app.system.file_lock import FileLock
from app.system.paths import paths_below
from tests.support.command_line import leave_attempt, rehearsal
from tests.support.packages import EXAM, write_package
from tests.torture.rubbish_targets import sealed

MINE = {
    "mine/exam.yaml": b"exam: mine\n",
}


def test_a_shipped_bank_is_packed_and_not_installed_over_itself(tmp_path: Path) -> None:
    out = tmp_path / "s.rehearsalbank"
    assert rehearsal("bank", "pack", "banks/sample", "--out", out).returncode == 0
    refused = rehearsal("--data-dir", tmp_path / "data", "bank", "install", out)
    assert refused.returncode == 1
    assert "comes with the program" in refused.stderr


def test_errors_are_told_by_file_and_line(tmp_path: Path) -> None:
    out = tmp_path / "m.rehearsalbank"
    out.write_bytes(sealed(MINE, "mine"))
    refused = rehearsal("--data-dir", tmp_path / "data", "bank", "install", out)
    assert refused.returncode == 1
    assert "mine/exam.yaml:1: missing-field" in refused.stdout
    assert "Traceback" not in refused.stderr


def test_a_package_needs_its_ending(tmp_path: Path) -> None:
    wrong = rehearsal("bank", "pack", "banks/sample", "--out", tmp_path / "s.zip")
    assert wrong.returncode == 2
    assert ".rehearsalbank" in wrong.stderr


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    missing = rehearsal("--data-dir", tmp_path / "data", "bank", "install", tmp_path / "no.rehearsalbank")
    assert missing.returncode == 2
    assert "no.rehearsalbank" in missing.stderr
    assert "Traceback" not in missing.stderr


def test_an_attempt_can_be_read_without_its_bank(tmp_path: Path) -> None:
    attempt = leave_attempt(tmp_path)  # of the sample, which the program itself does not offer
    assert "sample" not in rehearsal("--data-dir", tmp_path, "exams").stdout
    shown = rehearsal("--data-dir", tmp_path, "attempts", "show", attempt)
    assert shown.returncode == 0
    assert "sample-" in shown.stdout


def test_the_next_start_finds_the_bank_of_one_that_died_while_replacing_it(tmp_path: Path) -> None:
    data, package = tmp_path / "data", write_package(tmp_path)
    assert rehearsal("--data-dir", data, "bank", "install", package).returncode == 0
    root = paths_below(data).banks
    (root / ".going-a").mkdir()
    (root / EXAM).rename(root / ".going-a" / EXAM)
    (root / ".coming-b").mkdir()
    shown = rehearsal("--data-dir", data, "exams")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert EXAM in shown.stdout
    assert [path.name for path in root.iterdir()] == [EXAM]


def test_two_do_not_install_at_once(tmp_path: Path) -> None:
    data, package = tmp_path / "data", write_package(tmp_path)
    lock = FileLock(paths_below(data).banks.with_name("banks.lock"))
    assert lock.acquire()
    refused = rehearsal("--data-dir", data, "bank", "install", package)
    assert refused.returncode == 2
    assert "Another program holds the file" in refused.stderr
    lock.release()
    assert rehearsal("--data-dir", data, "bank", "install", package).returncode == 0
