"""Verbs about many attempts: the progress report, and the history as one file."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from app.cli import run
from tests.support.command_line import leave_attempt

Said = pytest.CaptureFixture[str]


def words_of(pdf: Path) -> str:
    return "".join(page.extract_text() for page in PdfReader(pdf).pages)


def test_progress_writes_a_report(tmp_path: Path, capsys: Said) -> None:
    leave_attempt(tmp_path)
    pdf = tmp_path / "progress.pdf"
    assert run(["progress", "--pdf", str(pdf), "--data-dir", str(tmp_path), "--lang", "ja"]) == 0
    assert capsys.readouterr().out == f"{pdf}\n"
    assert "進捗レポート" in words_of(pdf)


def test_progress_takes_an_exam_a_day_and_a_paper(tmp_path: Path) -> None:
    leave_attempt(tmp_path)
    pdf = tmp_path / "progress.pdf"
    words = ["progress", "--pdf", str(pdf), "--exam", "sample", "--since", "2025-10-01", "--paper", "letter"]
    assert run([*words, "--data-dir", str(tmp_path), "--lang", "en"]) == 0
    assert float(PdfReader(pdf).pages[0].mediabox.width) == 612


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--exam", "mla"], "there is no finished attempt"),
        (["--since", "2099-01-01"], "there is no finished attempt"),
        (["--exam", "xyz"], "there is no exam 'xyz'; there are mla, mlp, sample."),
    ],
)
def test_progress_of_nothing_is_a_no(more: list[str], said: str, tmp_path: Path, capsys: Said) -> None:
    leave_attempt(tmp_path)
    pdf = tmp_path / "progress.pdf"
    assert run(["progress", "--pdf", str(pdf), "--data-dir", str(tmp_path), *more]) == 1
    assert said in capsys.readouterr().err
    assert not pdf.exists()


def test_a_history_is_carried_to_another_folder(tmp_path: Path, capsys: Said) -> None:
    here, there, file = tmp_path / "here", tmp_path / "there", tmp_path / "all.rehearsal"
    leave_attempt(here)
    assert run(["history", "export", str(file), "--data-dir", str(here)]) == 0
    assert run(["history", "import", str(file), "--data-dir", str(there)]) == 0
    assert run(["history", "import", str(file), "--data-dir", str(there)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == str(file)
    assert said[1].startswith("1 attempt(s) added, 0 continued, 0 already here")
    assert said[2].startswith("0 attempt(s) added, 0 continued, 1 already here")
    run(["attempts", "--data-dir", str(here)])
    mine = capsys.readouterr().out
    run(["attempts", "--data-dir", str(there)])
    assert capsys.readouterr().out == mine


@pytest.mark.parametrize("content", [None, b"", b"PK", b"not a history"])
def test_what_is_no_history_is_refused_in_words(content: bytes | None, tmp_path: Path, capsys: Said) -> None:
    file = tmp_path / "all.rehearsal"
    if content is not None:
        file.write_bytes(content)
    assert run(["history", "import", str(file), "--data-dir", str(tmp_path / "data")]) == 2
    error = capsys.readouterr().err
    assert str(file) in error
    assert "Traceback" not in error
