"""The demonstration: what it leaves, and that the same seed does the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.cli import run
from tests.support.command_line import rehearsal

SEED = 11


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Where two demonstrations of the same seed left their results."""
    root = tmp_path_factory.mktemp("twice")
    for name in ("first", "second"):
        done = rehearsal(
            "demo", "--exam", "sample", "--seed", SEED, "--out", root / name, "--trace", root / name / "t"
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, f"{root / name}\n", "")
    return [root / "first", root / "second"]


def test_the_same_seed_sits_the_same_exam_the_same_way(twice: list[Path]) -> None:
    first, second = (attempt(folder) for folder in twice)
    assert [deeds(item) for item in first["items"]] == [deeds(item) for item in second["items"]]
    assert (first["form"], first["seed"]) == (second["form"], SEED)


def test_it_leaves_attempt_report_and_pictures(twice: list[Path]) -> None:
    out = twice[0]
    assert (out / "score-report.pdf").read_bytes().startswith(b"%PDF-")
    assert len(list(out.glob("*.png"))) >= 12
    assert attempt(out)["state"] == "ended"


def test_the_trace_ends_with_the_answers_of_the_attempt(twice: list[Path]) -> None:
    lines = [json.loads(line) for line in (twice[0] / "t").read_text(encoding="utf-8").splitlines()]
    told = {line["item"]: line["chosen"] for line in lines}
    assert told == {item["id"]: item["chosen"] for item in attempt(twice[0])["items"]}


@pytest.mark.parametrize(
    ("wanted", "choices"),
    [(["--exam", "nothing"], "mla, mlp"), (["--exam", "sample", "--profile", "nothing"], "sample: default")],
    ids=["exam", "profile"],
)
def test_what_cannot_be_sat_is_said_in_words_with_the_choices(
    wanted: list[str], choices: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["demo", *wanted, "--out", str(tmp_path / "out")]) == 2
    said = capsys.readouterr().err
    assert said.startswith("rehearsal: There is no such exam or profile.")
    assert choices in said


def attempt(folder: Path) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads((folder / "attempt.json").read_text(encoding="utf-8"))
    return plain


def deeds(item: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(item[name] for name in ("id", "options", "chosen", "correct", "flagged"))


def test_a_trouble_in_the_window_ends_the_demonstration_in_words(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "rehearsal.sqlite3").write_bytes(b"no database")
    answer = rehearsal("demo", "--exam", "sample", "--out", tmp_path / "out", "--data-dir", data)
    assert answer.returncode == 2
    assert "not a database of Rehearsal" in answer.stderr
    assert "Traceback" not in answer.stderr
