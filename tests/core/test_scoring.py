"""Scores: all or nothing, groups, bands, the line, changes of answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.attempt import Status
from app.core.exam import Axis
from app.core.ids import StratumId
from app.core.intervals import Interval, wilson
from app.core.scoring import Band, Changes, GroupScore, Result, Verdict, is_correct, score, verdict
from app.core.shrinkage import Tally, estimates
from app.core.terms import EndReason, Policy
from tests.support.exam_script import script_paper, sit
from tests.support.papers import EPOCH_MS
from tests.support.sittings import answered

FINISH = "1:00 finish -> ended finished"


@pytest.mark.parametrize(
    ("letters", "right"),
    [("AC", True), ("CA", True), ("A", False), ("AB", False), ("BD", False), ("-", False)],
)
def test_a_multiple_item_is_all_or_nothing(letters: str, right: bool) -> None:
    result = score(sit(f"0:00 start\n0:01 answer 2 {letters}\n{FINISH}"))
    assert result.marks[1].correct is right


def test_unanswered_and_incomplete_questions_are_wrong_and_counted() -> None:
    result = score(sit(f"0:00 start\n0:01 answer 1 A\n0:02 answer 2 A\n{FINISH}"))
    assert [mark.correct for mark in result.marks] == [True, False, False]
    assert [mark.status for mark in result.marks] == [Status.COMPLETE, Status.INCOMPLETE, Status.UNSEEN]
    assert (result.correct, result.questions, result.unanswered) == (1, 3, 2)
    assert result.share == pytest.approx(1 / 3)


def test_the_order_of_choosing_does_not_matter() -> None:
    question = script_paper().questions[1]
    right, _, other, _ = question.order
    assert is_correct(question, (other, right))


def test_marks_tell_what_was_done() -> None:
    mark, *_ = score(sit(f"0:00 start\n0:10 answer 1 B\n0:20 flag 1\n{FINISH}")).marks
    assert (mark.number, mark.item, mark.chosen, mark.key) == (1, "d1-t1-q1", ("b",), frozenset("a"))
    assert (mark.flagged, mark.spent_ms, mark.correct) == (True, 60_000, False)


def test_flagged_questions() -> None:
    script = f"0:00 start\n0:01 answer 1 A\n0:02 flag 1\n0:03 answer 3 A\n0:04 flag 2\n{FINISH}"
    result = score(sit(script))
    assert (result.flagged, result.flagged_correct) == (2, 1)


def test_a_result_tells_of_the_sitting() -> None:
    result = score(
        sit("0:00 start strict 50%\n0:10 close\n0:20 resume\n1:00 score -> ended scored_as_it_stands")
    )
    assert (result.candidate, result.policy, result.extra_percent) == ("Ada", Policy.STRICT, 50)
    assert (result.started_ms, result.ended_ms) == (EPOCH_MS, EPOCH_MS + 60_000)
    assert (result.used_ms, result.limit_ms) == (60_000, 180 * 60_000)
    assert result.end_reason is EndReason.SCORED_AS_IT_STANDS
    assert len(result.interruptions) == 1


def test_an_attempt_can_be_scored_before_its_end() -> None:
    result = score(sit("0:00 start\n0:01 answer 1 A"))
    assert (result.end_reason, result.correct) == (None, 1)


def test_changes_of_answer() -> None:
    result = score(
        sit("""
            0:00   start
            0:01   answer 1 B
            0:02   answer 1 A
            0:03   answer 1 C
            0:04   answer 1 D
            0:05   answer 1 -
            0:06   answer 1 A
            0:07   answer 2 AB
            0:08   answer 2 A
            0:09   answer 2 AC
            0:10   answer 3 A
        """)
    )
    assert result.changes == Changes(to_right=3, to_wrong=1, neutral=1)


def test_the_total_has_its_interval_at_95_percent() -> None:
    result = score(answered(45, right=32))
    assert result.interval == wilson(32, 45, 0.95)
    assert (result.correct, result.verdict) == (32, Verdict.ABOVE)


@pytest.mark.parametrize("axis", list(Axis))
def test_groups_follow_the_exam_and_add_up(axis: Axis) -> None:
    result = score(answered(45, right=30))
    groups = groups_of(result, axis)
    assert [group.id for group in groups] == [stratum.id for stratum in result.paper.exam.strata(axis)]
    assert sum(group.questions for group in groups) == 45
    assert sum(group.correct for group in groups) == 30


def test_a_group_has_its_estimate_its_band_and_its_words() -> None:
    group, *_ = score(answered(12, right=12)).domains
    expected, *_ = estimates([Tally(StratumId("d1"), 6, 6), Tally(StratumId("d2"), 6, 6)])
    assert (group.estimate, group.interval) == (expected.share, expected.band)
    assert (group.share, group.title.get("en"), group.short.get("en")) == (1.0, "Stratum d1", "d1")


def test_a_stratum_without_a_question_is_not_reported() -> None:
    attempt = answered(4, right=1)
    wide = replace(attempt.paper.exam, domains=(*attempt.paper.exam.domains, *attempt.paper.exam.sections))
    result = score(replace(attempt, paper=replace(attempt.paper, exam=wide)))
    assert [group.id for group in result.domains] == ["d1", "d2"]


@pytest.mark.parametrize(
    ("questions", "right", "line", "band"),
    [
        (8, 8, 70.0, Band.TOO_FEW),
        (10, 10, 70.0, Band.ABOVE),
        (10, 0, 70.0, Band.BELOW),
        (10, 8, 70.0, Band.NEAR),
        (20, 18, 90.0, Band.NEAR),
        (20, 4, 30.0, Band.NEAR),
    ],
)
def test_bands_are_firm_only_when_the_interval_clears_the_line(
    questions: int, right: int, line: float, band: Band
) -> None:
    result = score(answered(questions, right=right, pass_percent=line))
    assert {group.band for group in result.domains} == {band}


@pytest.mark.parametrize(
    ("share", "low", "high", "expected"),
    [
        (0.70, 0.60, 0.80, Verdict.ABOVE),
        (0.80, 0.70, 0.90, Verdict.CLEARLY_ABOVE),
        (0.80, 0.69, 0.90, Verdict.ABOVE),
        (0.69, 0.60, 0.80, Verdict.BELOW),
        (0.60, 0.50, 0.70, Verdict.BELOW),
        (0.60, 0.50, 0.69, Verdict.CLEARLY_BELOW),
    ],
)
def test_the_line_belongs_to_what_is_above_it(
    share: float, low: float, high: float, expected: Verdict
) -> None:
    assert verdict(share, Interval(low, high), 0.70) is expected


@pytest.mark.parametrize("questions", [10, 20, 30, 40, 50, 60, 70, 80, 90, 100])
def test_a_score_on_the_line_is_above_it_whatever_the_length(questions: int) -> None:
    assert score(answered(questions, right=questions * 7 // 10)).verdict is Verdict.ABOVE


def groups_of(result: Result, axis: Axis) -> tuple[GroupScore, ...]:
    return result.domains if axis is Axis.DOMAIN else result.sections
