"""Drawing a paper."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.bank import Bank, Item
from app.core.blueprint import quotas
from app.core.exam import Axis, Profile
from app.core.ids import ItemId
from app.core.paper import CannotFill, Exposure, History, Paper, Question, draw, form_id, shuffled
from tests.support.papers import make_bank, make_paper, make_profile

BANK = make_bank(domains=3, sections=4, topics=3, items=5, multiple_every=4)
BY_DOMAIN = make_profile(questions=17, weights={"d1": 50, "d2": 30, "d3": 20})
BY_SECTION = make_profile(questions=19, axis=Axis.SECTION, weights={"s1": 40, "s2": 30, "s3": 20, "s4": 10})
IDS = [item.id for item in BANK.items]
SEEDS = st.integers(0, 2**32)
EXPOSURES = st.builds(Exposure, st.integers(1, 3), st.integers(0, 9))
WORN = IDS[3:]
HISTORIES = st.one_of(
    st.dictionaries(st.sampled_from(IDS), EXPOSURES),
    st.lists(EXPOSURES, min_size=len(WORN), max_size=len(WORN)).map(
        lambda worn: dict(zip(WORN, worn, strict=True))
    ),
)
PROFILES = st.sampled_from([BY_DOMAIN, BY_SECTION])


def drawn(bank: Bank, profile: Profile, history: History | None = None, seed: int = 1) -> Paper:
    paper = draw(bank, profile, history or {}, seed, Random(seed))
    assert isinstance(paper, Paper)
    return paper


def ids(paper: Paper) -> list[ItemId]:
    return [question.item.id for question in paper.questions]


def rank(item: Item, history: History) -> tuple[int, int]:
    """How worn an item is: unseen first, then by times seen and by when last."""
    exposure = history.get(item.id, Exposure(0, 0))
    return exposure.count, exposure.last_ms


@given(PROFILES, HISTORIES, SEEDS)
def test_quotas_are_exact_on_either_axis(profile: Profile, history: History, seed: int) -> None:
    paper = drawn(BANK, profile, history, seed)
    counts = Counter(question.item.stratum(profile.axis) for question in paper.questions)
    assert counts == quotas(profile)
    assert len(set(ids(paper))) == profile.questions


@given(PROFILES, HISTORIES, SEEDS)
def test_the_least_worn_items_of_each_stratum_are_drawn(
    profile: Profile, history: History, seed: int
) -> None:
    chosen = {question.item for question in drawn(BANK, profile, history, seed).questions}
    for stratum, quota in quotas(profile).items():
        pool = [item for item in BANK.items if item.stratum(profile.axis) == stratum]
        best = sorted(rank(item, history) for item in pool)[:quota]
        assert sorted(rank(item, history) for item in pool if item in chosen) == best


@given(PROFILES, HISTORIES, SEEDS)
def test_the_same_seed_draws_the_same_paper(profile: Profile, history: History, seed: int) -> None:
    assert drawn(BANK, profile, history, seed) == drawn(BANK, profile, history, seed)


@given(SEEDS)
def test_options_are_shown_in_some_order_and_none_is_lost(seed: int) -> None:
    for question in drawn(BANK, BY_DOMAIN, seed=seed).questions:
        assert sorted(question.order) == [option.id for option in question.item.options]
        assert tuple(option.id for option in question.options) == question.order


def test_seeds_make_different_forms() -> None:
    assert len({drawn(BANK, BY_DOMAIN, seed=seed).form for seed in range(50)}) == 50


def test_every_order_of_options_comes_up() -> None:
    firsts = Counter(q.order[0] for seed in range(40) for q in drawn(BANK, BY_DOMAIN, seed=seed).questions)
    assert all(count > 100 for count in firsts.values())
    assert set(firsts) == {"a", "b", "c", "d"}


def test_topics_take_turns() -> None:
    paper = drawn(BANK, make_profile(questions=6, weights={"d1": 100}))
    assert set(Counter(question.item.topic for question in paper.questions).values()) == {2}


@pytest.mark.parametrize("seed", range(10))
def test_worn_items_come_from_topics_not_yet_on_the_paper(seed: int) -> None:
    new = {"d1-t1-q1", "d1-t1-q2"}
    seen = {item: Exposure(1, 5) for item in IDS if item not in new}
    paper = drawn(BANK, make_profile(questions=4, weights={"d1": 100}), seen, seed)
    assert Counter(question.item.topic for question in paper.questions) == {
        "d1-t1": 2,
        "d1-t2": 1,
        "d1-t3": 1,
    }


@settings(max_examples=60)
@given(
    PROFILES, HISTORIES, SEEDS, st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=8)
)
def test_enemies_are_never_on_one_paper(
    profile: Profile, history: History, seed: int, pairs: list[tuple[ItemId, ItemId]]
) -> None:
    hostile = bank_with_enemies(*pairs)
    paper = draw(hostile, profile, history, seed, Random(seed))
    if isinstance(paper, Paper):
        chosen = set(ids(paper))
        assert not any(one in chosen and other in chosen for one, other in pairs if one != other)


@pytest.mark.parametrize("seed", range(20))
def test_items_with_many_enemies_give_way_when_chance_fails(seed: int) -> None:
    """In each domain a first pick from the smaller camp shuts the larger one out, and with it the quota."""
    few = [item for item in IDS if item[-1] in "12"]
    many = [item for item in IDS if item[-1] in "345"]
    bank = bank_with_enemies(*((one, other) for one in few for other in many if one[:2] == other[:2]))
    paper = drawn(bank, make_profile(questions=27, strata=3), seed=seed)
    assert set(ids(paper)) == set(many)


@pytest.mark.parametrize("history", [{}, {IDS[0]: Exposure(1, 1)}])
def test_a_paper_that_enemies_prevent(history: History) -> None:
    pool = [item.id for item in BANK.items if item.domain == "d1"]
    bank = bank_with_enemies(*((one, other) for one in pool for other in pool if one != other))
    answer = draw(bank, make_profile(questions=2, weights={"d1": 100}), history, 1, Random(1))
    assert answer == CannotFill(())


def test_a_paper_for_which_the_bank_is_too_small() -> None:
    answer = draw(BANK, make_profile(questions=100, strata=3), {}, 1, Random(1))
    assert isinstance(answer, CannotFill)
    assert [(s.stratum, s.needed, s.available) for s in answer.missing] == [
        ("d1", 34, 15),
        ("d2", 33, 15),
        ("d3", 33, 15),
    ]


def test_a_stratum_of_weight_nothing_gets_no_question() -> None:
    profile = make_profile(questions=5, weights={"d1": 100, "d2": 0})
    history = {ItemId("d2-t1-q1"): Exposure(1, 1)}
    assert {q.item.domain for q in drawn(BANK, profile, history).questions} == {"d1"}


def test_a_paper_says_which_items_the_candidate_has_met() -> None:
    history = {item.id: Exposure(1, 1) for item in BANK.items if item.domain == "d1"}
    paper = drawn(BANK, BY_DOMAIN, history)
    assert paper.repeated == tuple(item for item in ids(paper) if item.startswith("d1"))
    assert len(paper.repeated) == 9


def test_a_paper_carries_what_it_needs_of_the_bank_and_no_more() -> None:
    paper = drawn(BANK, make_profile(questions=1, weights={"d2": 100}), seed=7)
    assert [topic.id for topic in paper.topics] == [paper.questions[0].item.topic]
    assert [reference.id for reference in paper.references] == ["r1"]
    assert (paper.bank_digest, paper.seed) == (BANK.digest, 7)


def test_references_that_no_question_cites_stay_in_the_bank() -> None:
    bare = replace(BANK, items=tuple(replace(item, references=()) for item in BANK.items))
    assert drawn(bare, BY_DOMAIN).references == ()


def test_a_form_is_named_after_its_exam() -> None:
    code, left, right = make_paper().form.split("-")
    assert (code, len(left), len(right)) == ("MLA", 4, 4)


def test_a_form_has_another_name_when_an_order_changes() -> None:
    first, second, *rest = drawn(BANK, BY_DOMAIN).questions
    turned = Question(first.item, first.order[::-1])
    names = {
        form_id("MLA", questions)
        for questions in ([first, second, *rest], [second, first, *rest], [turned, second, *rest], [first])
    }
    assert len(names) == 4


def test_a_form_keeps_its_name_when_only_words_change() -> None:
    question, *_ = drawn(BANK, BY_DOMAIN).questions
    reworded = Question(replace(question.item, stem=BANK.exam.title), question.order)
    assert form_id("MLA", [question]) == form_id("MLA", [reworded])


@given(st.lists(st.integers()), SEEDS)
def test_shuffling_keeps_all_and_touches_nothing(values: list[int], seed: int) -> None:
    before = list(values)
    assert sorted(shuffled(values, Random(seed))) == sorted(values)
    assert values == before


def test_only_the_promised_method_of_the_generator_is_used() -> None:
    class Promised(Random):
        def getrandbits(self, k: int, /) -> int:
            raise AssertionError("only random() keeps its sequence")

    assert isinstance(draw(BANK, BY_DOMAIN, {}, 1, Promised(1)), Paper)


def bank_with_enemies(*pairs: tuple[ItemId, ItemId]) -> Bank:
    """The bank with pairs that are enemies of each other."""
    enemies: dict[ItemId, set[ItemId]] = {item: set() for item in IDS}
    for one, other in pairs:
        if one != other:
            enemies[one].add(other)
            enemies[other].add(one)
    items = tuple(replace(item, enemies=tuple(sorted(enemies[item.id]))) for item in BANK.items)
    return replace(BANK, items=items)
