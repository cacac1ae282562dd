"""Many attempts together."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.core.exam import Axis
from app.core.history import Head, Record
from app.core.ids import AttemptId, ExamId, ItemId, ProfileId, StratumId, TopicId
from app.core.intervals import wilson
from app.core.progress import MOST_PERIODS, MOST_POINTS, ExamProgress, levels, parts, progress
from app.core.study import weakest
from app.core.summary import BankSummary, summarise
from app.core.terms import EndReason
from tests.support.papers import make_bank, make_profile

DAY = 86_400_000
PROFILES = (make_profile("full", questions=12), make_profile("short", questions=4, pass_percent=60.0))
SUMMARY = summarise(make_bank(items=12, profiles=PROFILES))


def head(
    number: int,
    correct: int = 8,
    *,
    exam: str = "mla",
    profile: str = "full",
    reason: EndReason | None = EndReason.FINISHED,
) -> Head:
    return Head(
        id=AttemptId(f"a{number:04}"),
        exam=ExamId(exam),
        profile=ProfileId(profile),
        form="F",
        candidate=f"Ada {number % 2} ",
        started_ms=number * DAY,
        reason=reason,
        ended_ms=number * DAY + 1000,
        used_ms=1000,
        correct=correct,
        questions=12,
    )


def sat(
    number: int, correct: int = 8, *, first: int = 0, counts: bool = True, exam: str = "mla"
) -> list[Record]:
    """Twelve questions of an attempt, six a domain; items are numbered from `first`."""
    return [
        Record(
            attempt=AttemptId(f"a{number:04}"),
            exam=ExamId(exam),
            item=ItemId(f"q{first + n}"),
            topic=TopicId(f"d{n % 2 + 1}-t{n % 4 // 2 + 1}"),
            domain=StratumId(f"d{n % 2 + 1}"),
            section=StratumId(f"s{n % 2 + 1}"),
            shown=n != 11,
            correct=n < correct,
            spent_ms=1000 * (n + 1),
            ended_ms=number * DAY + 1000,
            counts=counts,
        )
        for n in range(12)
    ]


def one(heads: Sequence[Head], records: Sequence[Record], **more: int | str) -> ExamProgress:
    (found,) = progress(heads, records, [SUMMARY], 9, **more).exams  # type: ignore[arg-type]
    return found


def test_nothing_sat_is_nothing_to_tell() -> None:
    assert progress([], [], [SUMMARY], 9).exams == ()
    assert progress([head(1, reason=None)], [], [SUMMARY], 9).exams == ()
    assert progress([head(1, reason=EndReason.DISCARDED)], [], [SUMMARY], 9).exams == ()


def test_scores_over_time() -> None:
    found = one([head(2, 9), head(1, 6)], [*sat(1, 6), *sat(2, 9, first=12)])
    assert [sitting.id for sitting in found.sittings] == ["a0001", "a0002"]
    assert [(p.attempts, p.correct, p.questions) for p in found.trend] == [(1, 6, 12), (1, 9, 12)]
    assert found.trend[0].interval == wilson(6, 12, 0.95)
    assert (found.trend[0].share, found.trend[0].mean_ms) == (0.5, 6000)


def test_domains_over_time_and_in_all() -> None:
    found = one([head(1, 6), head(2, 12)], [*sat(1, 6), *sat(2, 12, first=12)])
    assert [period.attempts for period in found.periods] == [1, 1]
    assert [[level.tally.correct for level in period.levels] for period in found.periods] == [[3, 3], [6, 6]]
    assert [level.tally.questions for level in found.domains] == [12, 12]
    assert [level.id for level in found.sections] == ["s1", "s2"]
    assert found.domains[0].mean_ms == 6000


def test_the_last_profile_decides_the_line() -> None:
    found = one([head(1), head(2, profile="short")], sat(1))
    assert (found.profile.id, found.line) == ("short", 0.6)
    assert one([head(1, profile="gone")], sat(1)).profile.id == "full"


def test_a_span_leaves_older_attempts_out_but_what_was_met_was_met() -> None:
    records = [*sat(1, 0), *sat(5, 12)]
    found = one([head(1, 0), head(5, 12)], records, since_ms=3 * DAY)
    assert [sitting.id for sitting in found.sittings] == ["a0005"]
    assert [level.tally.correct for level in found.domains] == [6, 6]
    assert (found.readiness.questions, found.readiness.correct) == (11, 0)


def test_what_was_met_in_a_discarded_or_deleted_attempt_is_no_first_exposure() -> None:
    assert one([head(2)], [*sat(1, counts=False), *sat(2)]).readiness.questions == 0


def test_exams_are_kept_apart() -> None:
    other: BankSummary = summarise(make_bank(exam_id="mlp", items=12, profiles=PROFILES))
    heads = [head(1), head(2, exam="mlp"), head(3, exam="gone")]
    records = [*sat(1), *sat(2, exam="mlp"), *sat(3, exam="gone")]
    both = progress(heads, records, [SUMMARY, other], 9)
    assert [found.exam.id for found in both.exams] == ["mla", "mlp"]
    assert [found.exam.id for found in progress(heads, records, [SUMMARY, other], 9, exam="mlp").exams] == [
        "mlp"
    ]
    assert both.candidates == ("Ada 0", "Ada 1")


def test_topics_practised_and_the_weakest_of_them() -> None:
    found = one([head(1, 4)], sat(1, 4))
    assert {(t.id, t.questions, t.correct) for t in found.topics} == {
        ("d1-t1", 3, 1),
        ("d2-t1", 3, 1),
        ("d1-t2", 3, 1),
        ("d2-t2", 2, 1),
    }
    assert next(iter(weakest(found.topics))).id == "d1-t1"


@pytest.mark.parametrize("many", [1, 5, MOST_POINTS, MOST_POINTS + 1, 1000])
def test_a_trend_has_few_points_and_loses_no_attempt(many: int) -> None:
    found = one([head(n) for n in range(1, many + 1)], [])
    assert len(found.trend) == min(many, MOST_POINTS)
    assert sum(point.attempts for point in found.trend) == many
    assert len(found.periods) == min(many, MOST_PERIODS)


def test_parts_are_even_and_in_order() -> None:
    assert [len(part) for part in parts([head(n) for n in range(10)], 4)] == [3, 3, 2, 2]


def test_levels_leave_out_what_was_not_asked() -> None:
    only = [record for record in sat(1) if record.domain == "d2"]
    assert [level.id for level in levels(only, SUMMARY.exam, Axis.DOMAIN, 0.7)] == ["d2"]
