"""Forms drawn one after the other are parallel: disjoint, as hard as each other, over the same topics."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import pytest

from app.core.bank import Bank
from app.core.drawing import Exposure
from app.core.paper import Paper, draw
from tests.support.forms import drawn_in_turn, expected
from tests.support.papers import make_bank, make_profile

PROFILE = make_profile(questions=20, weights={"d1": 60, "d2": 40})
FORMS = 4
SEEDS = range(12)


def bank(seed: int) -> Bank:
    """Exactly enough for four forms; difficulties from 0.30 to 0.80, and some enemies."""
    rng = Random(seed)
    made = make_bank(domains=2, sections=2, topics=4, items=12)
    items = [item for item in made.items if item.domain == "d1" or int(item.id.split("q")[1]) <= 8]
    hard = [replace(item, difficulty=round(0.3 + rng.random() / 2, 2)) for item in items]
    hostile = {0: 1, 1: 0, 50: 57, 57: 50, 20: 33, 33: 20}
    return replace(
        made,
        items=tuple(
            replace(item, enemies=(hard[hostile[at]].id,)) if at in hostile else item
            for at, item in enumerate(hard)
        ),
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_a_bank_is_used_up_before_anything_comes_again(seed: int) -> None:
    papers = drawn_in_turn(bank(seed), PROFILE, FORMS, seed)
    drawn = Counter(question.item.id for paper in papers for question in paper.questions)
    assert len(drawn) == 80
    assert set(drawn.values()) == {1}
    assert all(paper.repeated == () for paper in papers)


@pytest.mark.parametrize("seed", SEEDS)
def test_forms_are_as_hard_as_each_other(seed: int) -> None:
    scores = [expected(paper) for paper in drawn_in_turn(bank(seed), PROFILE, FORMS, seed)]
    assert max(scores) - min(scores) <= 1


@pytest.mark.parametrize("seed", SEEDS)
def test_each_form_covers_the_topics_evenly(seed: int) -> None:
    for paper in drawn_in_turn(bank(seed), PROFILE, FORMS, seed):
        topics = Counter(question.item.topic for question in paper.questions)
        assert len(topics) == 8
        assert max(topics.values()) - min(topics.values()) <= 1


def test_the_form_after_the_last_says_what_is_met_again() -> None:
    papers = drawn_in_turn(bank(1), PROFILE, FORMS + 1, 1)
    assert len(papers[-1].repeated) == PROFILE.questions


def test_a_form_of_a_worn_bank_still_has_all_unseen_items() -> None:
    whole = bank(2)
    fresh = {item.id for item in whole.items[5:12]}
    history = {item.id: Exposure(1, 1) for item in whole.items if item.id not in fresh}
    paper = draw(whole, PROFILE, history, 1, Random(1))
    assert isinstance(paper, Paper)
    assert fresh <= {question.item.id for question in paper.questions}
