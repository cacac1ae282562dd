"""Readiness: what counts, what is said, and whether it holds for candidates whose level is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from statistics import fmean

import pytest

from app.core.exam import Axis
from app.core.history import Record
from app.core.ids import AttemptId, ExamId, ItemId, StratumId, TopicId
from app.core.readiness import (
    FEWEST,
    MOST,
    Readiness,
    assess,
    counts,
    first_exposures,
    newest,
    readiness,
)
from app.core.scoring import Band
from app.core.shrinkage import Tally
from tests.support.papers import make_profile

WEIGHTS = {"d1": 30.0, "d2": 20.0, "d3": 20.0, "d4": 15.0, "d5": 15.0}
QUOTAS = (13, 9, 9, 7, 7)
PROFILE = make_profile(questions=45, weights=WEIGHTS)


def record(
    item: str,
    attempt: int = 1,
    *,
    right: bool = True,
    shown: bool = True,
    kept: bool = True,
    domain: str = "d1",
) -> Record:
    return Record(
        attempt=AttemptId(f"a{attempt}"),
        exam=ExamId("mla"),
        item=ItemId(item),
        topic=TopicId(f"{domain}-t1"),
        domain=StratumId(domain),
        section=StratumId("s1"),
        shown=shown,
        correct=right,
        spent_ms=60_000,
        ended_ms=attempt * 1000,
        counts=kept,
    )


def tallies(*right: int, questions: Sequence[int] = QUOTAS) -> list[Tally]:
    return [Tally(StratumId(f"d{n}"), q, c) for n, (q, c) in enumerate(zip(questions, right, strict=True), 1)]


def test_only_the_first_exposure_of_an_item_counts() -> None:
    kept = first_exposures([record("q1", 1, right=False), record("q2", 1), record("q1", 2), record("q3", 2)])
    assert [(r.attempt, r.item, r.correct) for r in kept] == [
        ("a1", "q1", False),
        ("a1", "q2", True),
        ("a2", "q3", True),
    ]


def test_an_item_that_never_came_on_the_screen_is_no_exposure() -> None:
    assert [r.attempt for r in first_exposures([record("q1", shown=False), record("q1", 2)])] == ["a2"]


def test_a_discarded_attempt_uses_its_items_up_and_counts_for_nothing() -> None:
    assert first_exposures([record("q1", kept=False), record("q1", 2)]) == []


def test_older_exposures_are_left_out_by_whole_attempts() -> None:
    records = [record(f"q{attempt}-{n}", attempt) for attempt in range(1, 6) for n in range(60)]
    kept = newest(records, MOST)
    assert {r.attempt for r in kept} == {"a4", "a5"}
    assert newest(records[:60], MOST) == records[:60]


def test_counts_follow_the_axis() -> None:
    records = [record("q1"), record("q2", domain="d2", right=False), record("q3", domain="d2")]
    assert counts(records, Axis.DOMAIN) == [Tally(StratumId("d1"), 1, 1), Tally(StratumId("d2"), 2, 1)]
    assert counts(records, Axis.SECTION) == [Tally(StratumId("s1"), 3, 2)]


def test_without_evidence_there_is_nothing_to_say() -> None:
    found = readiness([], PROFILE)
    assert (found.questions, found.level, found.strata, found.chance) == (0, None, (), None)


def test_few_questions_tell_too_little() -> None:
    few = assess(tallies(3, 2, 2, 1, 1, questions=(6, 4, 4, 2, 3)), PROFILE)
    assert few.questions == FEWEST - 1
    assert few.chance is None
    assert few.level is not None


def test_many_questions_of_one_stratum_tell_too_little() -> None:
    found = assess(tallies(20, 0, 0, 0, 0, questions=(40, 0, 0, 0, 0)), PROFILE)
    assert found.chance is None


@pytest.mark.parametrize("right", [(9, 6, 6, 5, 6), (5, 4, 4, 3, 3), (13, 9, 9, 7, 7), (0, 0, 0, 0, 0)])
def test_one_whole_form_tells_enough(right: tuple[int, ...]) -> None:
    found = assess(tallies(*right), PROFILE)
    assert found.chance is not None
    assert found.chance.needed == 32
    assert found.chance.interval.low <= found.chance.probability <= found.chance.interval.high or sum(
        right
    ) in {
        0,
        45,
    }


def test_a_score_at_the_line_is_a_toss_of_a_coin() -> None:
    chance = assess(tallies(9, 6, 6, 5, 6), PROFILE).chance
    assert chance is not None
    assert chance.probability == pytest.approx(0.5, abs=0.06)
    assert chance.interval.low < 0.25
    assert chance.interval.high > 0.8


def test_strata_are_judged_and_those_off_the_blueprint_left_out() -> None:
    extra = [*tallies(13, 9, 9, 7, 0), Tally(StratumId("elsewhere"), 50, 0)]
    found = assess(extra, PROFILE)
    assert [level.quota for level in found.strata] == list(QUOTAS)
    assert found.questions == 45
    assert found.strata[0].band is Band.ABOVE
    assert found.strata[4].band is not Band.ABOVE


def test_readiness_comes_from_records_and_tells_how_old_they_are() -> None:
    records = [record(f"q{n}", 1 + n % 3, domain=f"d{n % 5 + 1}", right=n % 4 > 0) for n in range(60)]
    found = readiness(records, PROFILE)
    assert (found.questions, found.correct, found.newest_ms) == (60, 45, 3000)


# Candidates whose level is known --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Candidate:
    """The true shares by domain, what one sitting said, and the score of a next form."""

    truth: tuple[float, ...]
    found: Readiness
    next_score: int


@pytest.fixture(scope="module")
def candidates() -> list[Candidate]:
    """Many candidates, weak to strong, after one form or two; their domains lie apart as people's do."""
    return list(sat(Random(20261126), 500))


def sat(chance: Random, many: int) -> Iterator[Candidate]:
    for number in range(many):
        middle, forms = 0.45 + 0.47 * chance.random(), 1 + number % 2
        truth = tuple(min(0.98, max(0.05, middle + chance.gauss(0, 0.1))) for _ in QUOTAS)
        asked = [quota * forms for quota in QUOTAS]
        found = assess(tallies(*right(truth, asked, chance), questions=asked), PROFILE)
        yield Candidate(truth, found, sum(right(truth, QUOTAS, chance)))


def right(truth: Sequence[float], asked: Sequence[int], chance: Random) -> list[int]:
    """How many of the questions asked in each domain somebody of that level gets right."""
    return [sum(chance.random() < p for _ in range(n)) for p, n in zip(truth, asked, strict=True)]


def level_of(candidate: Candidate) -> float:
    return sum(p * n for p, n in zip(candidate.truth, QUOTAS, strict=True)) / sum(QUOTAS)


def chance_of(candidate: Candidate) -> float:
    """How probable it truly is that the candidate gets 32 of 45."""
    scores = [1.0]
    for share, quota in zip(candidate.truth, QUOTAS, strict=True):
        for _ in range(quota):
            scores = [
                (scores[k] * (1 - share) if k < len(scores) else 0.0) + (scores[k - 1] * share if k else 0.0)
                for k in range(len(scores) + 1)
            ]
    return sum(scores[32:])


def test_the_level_lies_in_its_80_percent_interval_four_times_in_five(candidates: list[Candidate]) -> None:
    held = []
    for candidate in candidates:
        assert candidate.found.level is not None
        held.append(candidate.found.level.band.low <= level_of(candidate) <= candidate.found.level.band.high)
    assert 0.75 <= fmean(held) <= 0.85


def test_a_domain_lies_in_its_80_percent_band_four_times_in_five(candidates: list[Candidate]) -> None:
    held = [
        level.estimate.band.low <= share <= level.estimate.band.high
        for candidate in candidates
        for share, level in zip(candidate.truth, candidate.found.strata, strict=True)
    ]
    assert 0.75 <= fmean(held) <= 0.85


def test_the_true_chance_lies_in_its_interval_four_times_in_five(candidates: list[Candidate]) -> None:
    held = []
    for candidate in candidates:
        stated = candidate.found.chance
        assert stated is not None
        held.append(stated.interval.low <= chance_of(candidate) <= stated.interval.high)
    assert 0.75 <= fmean(held) <= 0.85


def test_the_stated_chance_is_calibrated(candidates: list[Candidate]) -> None:
    """Of those told about 20 %, about a fifth would pass, and so on; by the true chance of each."""
    said: dict[int, list[tuple[float, float, bool]]] = defaultdict(list)
    for candidate in candidates:
        assert candidate.found.chance is not None
        stated = candidate.found.chance.probability
        said[min(4, int(stated * 5))].append((stated, chance_of(candidate), candidate.next_score >= 32))
    assert set(said) == set(range(5))
    for told in said.values():
        stated, true, passed = (fmean(values) for values in zip(*told, strict=True))
        assert stated == pytest.approx(true, abs=0.07)
        assert stated == pytest.approx(passed, abs=0.15)
