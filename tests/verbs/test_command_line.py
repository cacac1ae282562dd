"""The grammar of the command line, its exit codes, and what it imports."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app import __version__
from app.cli import WINDOW, _with_verb, parser, run
from tests.support.command_line import leave_attempt, rehearsal
from tests.support.python import run_python

VERBS: tuple[list[str], ...] = (
    [],
    ["open"],
    ["exams"],
    ["bank"],
    ["bank", "check"],
    ["bank", "pack"],
    ["bank", "install"],
    ["bank", "remove"],
    ["attempts"],
    ["attempts", "show"],
    ["report"],
    ["demo"],
)

WITHOUT_QT = """
import sys
from app.cli import run
assert run(sys.argv[1:]) == 0
assert not [name for name in sys.modules if name.split(".")[0] in {"PySide6", "sqlalchemy", "reportlab"}]
"""


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_every_verb_helps(verb: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*verb, "--help"]) == 0
    assert capsys.readouterr().out.startswith("usage: rehearsal")


def test_help_names_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    run(["--help"])
    out = capsys.readouterr().out
    assert all(
        re.search(rf"^ +{verb} ", out, re.MULTILINE)
        for verb in ("open", "exams", "bank", "attempts", "report", "demo")
    )


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"rehearsal {__version__}\n"


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ("a.rehearsalbank", True),
        ("--lang ja --data-dir d A.REHEARSALBANK", True),
        ("--data-dir=d a.rehearsalbank", True),
        ("open a.zip", True),
        ("--data-dir d.rehearsalbank", False),
        ("bank install a.rehearsalbank", False),
    ],
)
def test_a_file_alone_is_opened(words: str, opens: bool) -> None:
    options = parser().parse_args(_with_verb(words.split()))
    assert (options.module == WINDOW and options.file is not None) is opens


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_need_no_qt(option: str) -> None:
    assert run_python(WITHOUT_QT, option) == 0


@pytest.mark.parametrize(
    "wrong",
    [
        ["sit"],
        ["--sit"],
        ["bank"],
        ["bank", "burn"],
        ["exams", "--lang", "fr"],
        ["report", "latest"],
        ["demo"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_said_in_one_line_with_what_helps(
    wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(wrong) == 2
    said = capsys.readouterr().err
    assert re.fullmatch(r"rehearsal: .+\nTry: rehearsal .*--help\n", said)


@pytest.mark.parametrize("skill", ["2", "-0.1", "all", "nan"])
def test_a_skill_is_a_share(skill: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["demo", "--exam", "sample", "--out", str(tmp_path), "--skill", skill]) == 2
    assert "is not a number from 0 to 1" in capsys.readouterr().err


@pytest.mark.parametrize("before", [True, False])
def test_global_options_stand_before_or_after_the_verb(
    before: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    leave_attempt(tmp_path)
    options = ["--lang", "ja", "--data-dir", str(tmp_path)]
    assert run([*options, "attempts"] if before else ["attempts", *options]) == 0
    assert "0 of 6" in capsys.readouterr().out


def test_whoever_stops_reading_gets_no_traceback(tmp_path: Path) -> None:
    code = "import subprocess, sys; from tests.support.command_line import program; " + (
        "p = subprocess.Popen(program(*sys.argv[1:]), stdout=-1, stderr=-1); p.stdout.close(); "
        "said = p.stderr.read(); p.wait(); sys.exit(b'Traceback' in said)"
    )
    assert run_python(code, "exams", "--data-dir", tmp_path) == 0


def test_the_program_runs_as_a_module() -> None:
    done = rehearsal("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"rehearsal {__version__}\n", "")
