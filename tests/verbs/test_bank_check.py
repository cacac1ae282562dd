"""`bank check`: exit codes, and where the problems are."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from app.cli import run
from app.system.resources import banks

Said = pytest.CaptureFixture[str]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample bank, to break."""
    return Path(shutil.copytree(banks() / "sample", tmp_path / "sample"))


def test_the_sample_bank_is_in_order(sample: Path, capsys: Said) -> None:
    assert run(["bank", "check", str(sample), "--today", "2026-12-01"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[-1] == "0 problem(s), 0 of them error(s)"
    assert out[0].startswith("folder=sample ")


def test_a_problem_is_told_with_file_and_line(sample: Path, capsys: Said) -> None:
    line = break_key(sample / "arithmetic" / "averages.yaml")
    assert run(["bank", "check", str(sample)]) == 1
    out = capsys.readouterr().out
    assert f"averages.yaml:{line}: error" in out


def test_problems_in_json(sample: Path, capsys: Said) -> None:
    line = break_key(sample / "arithmetic" / "averages.yaml")
    assert run(["bank", "check", str(sample), "--json"]) == 1
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert (problems[0]["line"], problems[0]["severity"]) == (line, "error")
    assert problems[0]["path"].endswith("averages.yaml")
    assert problems[0]["what"]


def test_a_topic_file_can_be_checked_by_itself(sample: Path) -> None:
    assert run(["bank", "check", str(sample / "arithmetic" / "averages.yaml")]) == 0


def test_a_path_that_is_missing_is_said_in_words(tmp_path: Path, capsys: Said) -> None:
    assert run(["bank", "check", str(tmp_path / "nowhere")]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"rehearsal: {tmp_path / 'nowhere'}: there is no such file or folder.")


def break_key(topic: Path) -> int:
    """Write a field that there is not; the line (from 1) where it stands."""
    lines = topic.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line.strip() == "kind: single")
    lines.insert(at, "    colour: blue\n")
    topic.write_text("".join(lines), encoding="utf-8")
    return at + 1
