"""Verbs that list and print: exams, attempts, report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from app.cli import run
from app.core.terms import EndReason
from tests.support.command_line import leave_attempt

Said = pytest.CaptureFixture[str]


def test_exams_in_json_tell_items_profiles_domains_and_topics(tmp_path: Path, capsys: Said) -> None:
    assert run(["exams", "--json", "--data-dir", str(tmp_path)]) == 0
    exams = json.loads(capsys.readouterr().out)
    assert [exam["id"] for exam in exams] == ["mla", "mlp"]
    for exam in exams:
        assert exam["items"] == total(exam["domains"]) == total(exam["sections"])
        assert all(domain["items"] == total(domain["topics"]) for domain in exam["domains"])
        assert len(exam["bank_digest"]) == 64


def test_exams_in_json_say_what_each_profile_asks_for(tmp_path: Path, capsys: Said) -> None:
    run(["exams", "--json", "--data-dir", str(tmp_path)])
    mla, mlp = (exam["profiles"][0] for exam in json.loads(capsys.readouterr().out))
    assert (mla["questions"], mla["minutes"], mlp["questions"], mlp["minutes"]) == (45, 120, 60, 120)
    assert sum(mla["weights"].values()) == sum(mlp["weights"].values()) == 100
    assert mla["can_be_sat"] is (mla["missing"] == [])


def test_exams_for_people(tmp_path: Path, capsys: Said) -> None:
    assert run(["exams", "--data-dir", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "profile default: 45 questions, 120 minutes" in out
    assert "profile default: 60 questions, 120 minutes" in out


def test_exams_in_japanese(tmp_path: Path, capsys: Said) -> None:
    run(["exams", "--json", "--data-dir", str(tmp_path), "--lang", "ja"])
    titles = [domain["title"] for exam in json.loads(capsys.readouterr().out) for domain in exam["domains"]]
    assert any(not title.isascii() for title in titles)


def test_no_attempts_yet(tmp_path: Path, capsys: Said) -> None:
    assert run(["attempts", "--data-dir", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "No attempts yet.\n"
    assert run(["attempts", "--json", "--data-dir", str(tmp_path)]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize(
    "verb", [["attempts", "show"], ["report", "--pdf", "report.pdf"]], ids=["show", "report"]
)
def test_latest_of_none_is_a_no_in_words(verb: list[str], tmp_path: Path, capsys: Said) -> None:
    assert run([*verb, "latest", "--data-dir", str(tmp_path)]) == 1
    assert capsys.readouterr().err == "rehearsal: there are no attempts yet.\n"


def test_an_unknown_attempt_is_a_no_in_words(tmp_path: Path, capsys: Said) -> None:
    leave_attempt(tmp_path)
    assert run(["attempts", "show", "mine", "--data-dir", str(tmp_path)]) == 1
    assert "there is no attempt 'mine'" in capsys.readouterr().err


def test_an_attempt_is_listed(tmp_path: Path, capsys: Said) -> None:
    attempt = leave_attempt(tmp_path)
    run(["attempts", "--data-dir", str(tmp_path)])
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{attempt}  2025-10-09T")
    assert line.endswith("0 of 6, scored_as_it_stands")


def test_an_unfinished_attempt_is_listed_as_such(tmp_path: Path, capsys: Said) -> None:
    leave_attempt(tmp_path, end=None)
    run(["attempts", "--data-dir", str(tmp_path)])
    assert capsys.readouterr().out.endswith("unfinished\n")
    (head,) = shown(capsys, "attempts", "--json", "--data-dir", str(tmp_path))
    assert (head["end_reason"], head["ended"], head["correct"]) == (None, None, None)


def test_an_attempt_is_shown_with_its_items(tmp_path: Path, capsys: Said) -> None:
    attempt = leave_attempt(tmp_path)
    plain = shown(capsys, "attempts", "show", "latest", "--json", "--data-dir", str(tmp_path))
    assert (plain["id"], plain["state"], plain["end_reason"]) == (
        attempt,
        "ended",
        EndReason.SCORED_AS_IT_STANDS,
    )
    assert [item["number"] for item in plain["items"]] == [1, 2, 3, 4, 5, 6]
    assert all(set(item["key"]) < set(item["options"]) for item in plain["items"])


def test_an_attempt_is_shown_to_people(tmp_path: Path, capsys: Said) -> None:
    leave_attempt(tmp_path)
    assert run(["attempts", "show", "latest", "--data-dir", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "score: 0 of 6" in out
    assert out.count("wrong  chosen -") == 6


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_report_is_a_pdf(tmp_path: Path, language: str, capsys: Said) -> None:
    leave_attempt(tmp_path)
    pdf = tmp_path / "new folder" / "report.pdf"
    assert run(["report", "latest", "--pdf", str(pdf), "--data-dir", str(tmp_path), "--lang", language]) == 0
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert capsys.readouterr().out == f"{pdf}\n"


@pytest.mark.parametrize("place", ["file/report.pdf", "folder"])
def test_a_report_that_cannot_be_written_is_said_in_words(place: str, tmp_path: Path, capsys: Said) -> None:
    leave_attempt(tmp_path)
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    pdf = tmp_path / place
    assert run(["report", "latest", "--pdf", str(pdf), "--data-dir", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert said.startswith("rehearsal: ")
    assert str(tmp_path) in said


@pytest.mark.parametrize("verb", [["attempts"], ["attempts", "show", "latest"]], ids=" ".join)
def test_a_file_that_is_no_database_is_said_in_words(verb: list[str], tmp_path: Path, capsys: Said) -> None:
    (tmp_path / "rehearsal.sqlite3").write_bytes(b"rubbish" * 1000)
    assert run([*verb, "--data-dir", str(tmp_path)]) == 2
    assert "The file is not a database of Rehearsal" in capsys.readouterr().err


@pytest.mark.parametrize("verb", [["attempts"], ["demo", "--exam", "sample", "--out", "out"]], ids=" ".join)
def test_a_data_folder_below_a_file_is_said_in_words(
    verb: list[str], tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    assert run(["--data-dir", str(tmp_path / "file" / "data"), *verb]) == 2
    said = capsys.readouterr().err
    assert said.startswith("rehearsal: ")
    assert str(tmp_path / "file") in said


def shown(capsys: Said, *arguments: str) -> Any:
    capsys.readouterr()
    assert run(arguments) == 0
    return json.loads(capsys.readouterr().out)


def total(parts: list[dict[str, Any]]) -> int:
    return sum(part["items"] for part in parts)


@pytest.mark.parametrize(("chosen", "questions"), [("wrong", 6), ("flagged", 0)])
def test_the_review_holds_the_questions_that_are_asked_for(
    chosen: str, questions: int, tmp_path: Path, capsys: Said
) -> None:
    leave_attempt(tmp_path)
    pdf = tmp_path / "review.pdf"
    words = ["report", "latest", "--pdf", str(pdf), "--kind", "review", "--filter", chosen]
    assert run([*words, "--paper", "letter", "--data-dir", str(tmp_path), "--lang", "en"]) == 0
    reader = PdfReader(pdf)
    assert float(reader.pages[0].mediabox.width) == 612
    text = "".join(page.extract_text() for page in reader.pages)
    assert text.count("Wrong") == questions
    assert capsys.readouterr().out == f"{pdf}\n"
