"""What the shipped banks are good for: parallel forms that share no item, in every format that is offered."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from app.content.reader import read_bank
from app.core.bank import Bank
from app.core.paper import Paper
from tests.support.forms import drawn_in_turn, expected

BANKS = Path(__file__).parents[2] / "banks"
FORMS = {"mla": 4, "mlp": 3}
"""So many forms of the first profile that share no item."""
SEEDS = (1, 2, 3)


@cache
def bank(exam: str) -> Bank:
    """A shipped bank."""
    found = read_bank(BANKS / exam).bank
    assert found is not None
    return found


@cache
def papers(exam: str, seed: int) -> tuple[Paper, ...]:
    """The forms that a candidate meets one after the other."""
    return tuple(drawn_in_turn(bank(exam), bank(exam).exam.profiles[0], FORMS[exam], seed))


def items(paper: Paper) -> set[str]:
    return {question.item.id for question in paper.questions}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("exam", FORMS)
def test_forms_share_no_item(exam: str, seed: int) -> None:
    assert all(items(one).isdisjoint(items(other)) for one, other in combinations(papers(exam, seed), 2))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("exam", FORMS)
def test_forms_differ_by_one_expected_question_at_most(exam: str, seed: int) -> None:
    scores = [expected(paper) for paper in papers(exam, seed)]
    assert max(scores) - min(scores) <= 1


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("exam", FORMS)
def test_a_topic_has_two_questions_more_on_one_form_than_on_another_at_most(exam: str, seed: int) -> None:
    counts = [Counter(question.item.topic for question in paper.questions) for paper in papers(exam, seed)]
    topics = {item.topic for item in bank(exam).items}
    assert all(max(c[topic] for c in counts) - min(c[topic] for c in counts) <= 2 for topic in topics)


@pytest.mark.parametrize("exam", FORMS)
def test_after_them_a_form_says_that_its_score_is_inflated(exam: str) -> None:
    *fresh, last = drawn_in_turn(bank(exam), bank(exam).exam.profiles[0], FORMS[exam] + 1, 1)
    assert not any(paper.repeated for paper in fresh)
    assert set(last.repeated) == items(last)


@pytest.mark.parametrize("exam", FORMS)
def test_the_official_guides_format_can_be_sat_too(exam: str) -> None:
    for profile in bank(exam).exam.profiles[1:]:
        (paper,) = drawn_in_turn(bank(exam), profile, 1, 1)
        assert len(paper.questions) == profile.questions
