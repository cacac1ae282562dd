"""The gate over files: places of problems, the shipped banks, and who may import it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.content.checking import CheckReport, inspect
from app.content.gate.rules import Rule
from app.core.problems import Problem, Severity
from tests.support.imports import importers
from tests.support.python import run_python

if TYPE_CHECKING:
    from tests.content.conftest import Workshop

SHIPPED = Path(__file__).parents[3] / "banks"
TODAY = date(2026, 12, 1)
AVERAGES = "arithmetic/averages.yaml"
AVERAGES_JA = "arithmetic/averages.ja.yaml"

START = """
import sys
import app.bootstrap, app.cli, app.content.source, app.content.reader
assert not [name for name in sys.modules if name.startswith("app.content.gate")]
"""


def only(report: CheckReport) -> Problem:
    (problem,) = report.problems
    return problem


@pytest.fixture(scope="module")
def shipped() -> CheckReport:
    return inspect(SHIPPED, TODAY)


def test_no_shipped_bank_has_an_error(shipped: CheckReport) -> None:
    assert [problem for problem in shipped.problems if problem.severity is Severity.ERROR] == []


def test_the_sample_breaks_no_rule_at_all(shipped: CheckReport) -> None:
    assert [problem for problem in shipped.problems if problem.path.startswith("sample/")] == []


def test_every_shipped_bank_is_measured_in_both_languages(shipped: CheckReport) -> None:
    measured = {one.folder: [each.language for each in one.languages] for one in shipped.figures}
    assert measured == {folder: ["en", "ja"] for folder in ("mla", "mlp", "sample")}


def test_a_problem_of_an_option_stands_where_the_option_stands(workshop: Workshop) -> None:
    workshop.edit(AVERAGES, "text: The mean, 9 days", "text: The mean of all of these, 9 days")
    problem = only(inspect(workshop.root, TODAY))
    assert (problem.path, problem.rule) == (f"sample/{AVERAGES}", Rule.COLLECTIVE_OPTION)
    assert problem.line == workshop.line(AVERAGES, "text: The mean of all of these, 9 days")
    assert (problem.item, problem.severity) == ("sample-averages-002", Severity.ERROR)


def test_a_problem_of_a_translation_stands_in_the_translation(workshop: Workshop) -> None:
    workshop.edit(AVERAGES_JA, "text: 平均値の 9 日", "text: 平均値の 9 日。")
    problem = only(inspect(workshop.path(AVERAGES), TODAY))
    assert (problem.path, problem.rule) == (f"sample/{AVERAGES_JA}", Rule.ODD_OPTION)
    assert problem.line == workshop.line(AVERAGES_JA, "text: 平均値の 9 日。")


def test_a_problem_of_a_stem_stands_where_the_stem_stands(workshop: Workshop) -> None:
    workshop.edit(AVERAGES_JA, "全行程の平均の速さはいくらですか。", "全行程を走りました。")
    problem = only(inspect(workshop.root, TODAY))
    assert (problem.rule, problem.line) == (
        Rule.NO_QUESTION,
        workshop.line(AVERAGES_JA, "sample-averages-001 >> stem"),
    )


def test_an_old_reference_stands_where_it_is_declared(workshop: Workshop) -> None:
    workshop.edit("references.yaml", "checked: 2026-11-23", "checked: 2025-11-23")
    problem = only(inspect(workshop.root, TODAY))
    assert (problem.path, problem.rule) == ("sample/references.yaml", Rule.OLD_REFERENCE)
    assert problem.line == workshop.line("references.yaml", "python-controlflow:")


def test_an_untranslated_note_stands_where_the_note_stands(workshop: Workshop) -> None:
    note = workshop.text(AVERAGES_JA).partition("note: |\n")[2].partition("items:")[0]
    workshop.edit(AVERAGES_JA, note, "  " + " ".join(["It keeps the sum of all the values."] * 3) + "\n")
    problems = [p for p in inspect(workshop.root, TODAY).problems if p.rule == Rule.UNTRANSLATED]
    assert [p.line for p in problems] == [workshop.line(AVERAGES_JA, "note: |")]


def test_a_topic_file_is_told_its_own_problems_alone(workshop: Workshop) -> None:
    workshop.edit(AVERAGES, "text: The mean, 9 days", "text: The mean of all of these, 9 days")
    assert inspect(workshop.path("python"), TODAY).problems == ()
    assert only(inspect(workshop.path(AVERAGES), TODAY)).rule == Rule.COLLECTIVE_OPTION


def test_a_bank_that_cannot_be_read_is_not_judged(workshop: Workshop) -> None:
    workshop.edit(AVERAGES, "kind: single", "kind: x")
    report = inspect(workshop.root, TODAY)
    assert (report.errors, report.figures) == (1, ())


def test_nothing_imports_the_gate_but_the_tools_for_authors_and_who_takes_in_a_bank() -> None:
    outside = {path for path in importers("app.content.gate") if not path.startswith("content/gate/")}
    assert outside == {
        "content/checking.py",
        "content/shelf.py",
        "verbs/bank_check.py",
        "verbs/bank_mark.py",
        "verbs/bank_sheet.py",
    }


def test_starting_does_not_load_the_gate() -> None:
    assert run_python(START) == 0
