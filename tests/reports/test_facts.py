from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.core.exam import Axis
from app.core.ids import AttemptId
from app.core.readiness import of_result
from app.core.scoring import Result
from app.core.terms import EndReason, Policy
from app.reports import facts
from app.reports.words import Words
from tests.reports.conftest import TOKYO
from tests.support.results import make_result


@pytest.fixture
def english(words: Path) -> Words:
    return Words.load(words, "en", TOKYO)


def course(result: Result, words: Words) -> dict[str, str]:
    return {label: value.replace("\u202f", " ") for label, value in facts.course(result, words)}


def test_how_the_attempt_went(english: Words) -> None:
    assert course(make_result(), english) == {
        "Time used": "0:25:16 of 2:30:00",
        "Per question": "0:34 on average, 3:20 allowed; longest 2:01 (question 45)",
        "Extra time": "+25 %",
        "Clock": "Centre: unused time is kept",
        "Breaks": "none",
        "How it ended": "ended by the candidate",
        "Unanswered": "0",
        "Flagged": "6, 6 of them correct",
        "Answers changed": "1: 1 to right, 0 to wrong, 0 neutral",
    }


def test_an_untouched_paper(english: Words) -> None:
    told = course(make_result(answered=False, extra_percent=0, reason=None), english)
    assert (told["Extra time"], told["How it ended"]) == ("none", "not ended yet")
    assert (told["Unanswered"], told["Flagged"], told["Answers changed"]) == ("45", "0", "none")


def test_what_was_sat(english: Words) -> None:
    assert dict(facts.origin(make_result(), AttemptId("attempt-1"), "1.2.3", english)) == {
        "Profile": "Full length",
        "Started": "9 October 2025, 17:53 (UTC+09:00)",
        "Ended": "9 October 2025, 18:19",
        "Questions": "45, 3 of them seen before",
        "Language": "English",
        "Form": "MLA-KWNY-24XI",
        "Attempt": "attempt-1",
        "Question bank": "3fa9c2d17e5b8046",
        "Program": "Rehearsal 1.2.3",
    }


def test_a_paper_of_new_questions(english: Words) -> None:
    told = dict(facts.origin(make_result(repeated=0), AttemptId("attempt-1"), "1.2.3", english))
    assert told["Questions"] == "45, none of them seen before"


def test_each_interruption_is_told(english: Words) -> None:
    (_, whole), lines = facts.interruptions(make_result(policy=Policy.STRICT), english)
    assert whole == "2, 0:00:51 in all"
    assert lines == [
        "9 October 2025, 18:17: window closed, 0:00:17, the clock ran on",
        "9 October 2025, 18:17: window closed, 0:00:34, the clock ran on",
    ]


def test_one_that_was_never_left_lasts_until_the_end(english: Words) -> None:
    result = make_result(stops=1, resumed=False, reason=EndReason.SCORED_AS_IT_STANDS)
    assert facts.interruptions(result, english)[1] == [
        "9 October 2025, 18:17: window closed, 0:01:00, not resumed, time kept"
    ]


@pytest.mark.parametrize(("stops", "lines"), [(0, 0), (6, 6), (7, 6), (20, 6)])
def test_many_interruptions_are_summed_up(stops: int, lines: int, english: Words) -> None:
    told = facts.interruptions(make_result(stops=stops), english)[1]
    assert len(told) == lines
    assert told[5:] == [] or stops == 6 or told[-1].startswith(f"{stops - 5} more, ")


def test_weights_belong_to_the_axis_of_the_profile(english: Words) -> None:
    result = make_result(axis=Axis.SECTION)
    assert {row.weight for row in facts.group_rows(result, Axis.DOMAIN, english)} == {facts.NONE}
    assert {row.weight for row in facts.group_rows(result, Axis.SECTION, english)} == {"25\u202f%"}


def test_a_row_has_the_figures_of_its_group(english: Words) -> None:
    result = make_result()
    row, group = facts.group_rows(result, Axis.DOMAIN, english)[0], result.domains[0]
    assert (row.title, row.questions, row.correct) == ("MLflow", 13, 12)
    assert (row.estimate, row.low, row.high) == (group.estimate, group.interval.low, group.interval.high)
    assert row.pace == "0:33"


def test_breaks_are_told(english: Words) -> None:
    result = replace(make_result(), breaks=2, break_ms=95_000)
    assert course(result, english)["Breaks"] == "2, 0:01:35 in all; the clock ran on"


def test_a_chance_is_never_a_certainty(english: Words) -> None:
    sure = of_result(make_result(correct=(13, 9, 9, 7, 7)))
    assert "about 99\u202f%" in facts.chance_sentence(sure, english)


def test_too_little_to_tell_is_said(english: Words) -> None:
    few = of_result(make_result(repeated=40))
    assert facts.chance_sentence(few, english).endswith("5 questions met for the first time say too little.")


@pytest.mark.parametrize(
    ("name", "shown"), [("", "–"), ("  Ada ", "Ada"), ("x" * 120, "x" * 120), ("x" * 121, "x" * 119 + "…")]
)
def test_names(name: str, shown: str) -> None:
    assert facts.shown(name) == shown
