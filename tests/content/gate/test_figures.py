"""A bank against chance: exact limits, tricks that score, and a classifier that learns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from app.content.gate.bias import bias
from app.content.gate.chance import binomial_limit, chi_square, chi_square_tail
from app.content.gate.classifier import Sample, cross_validated
from app.content.gate.features import features
from app.content.gate.figures import BankFigures, measure
from app.content.gate.rules import Rule
from app.content.gate.strategies import credit
from app.core.bank import Item
from app.core.text import Text
from tests.support.wordings import bank_of, in_language, numbered, sound_item

QUARTER = Fraction(1, 4)


def figures(items: Sequence[Item]) -> BankFigures:
    return measure("sample", bank_of(items), [in_language(items, language) for language in ("en", "ja")])


def rules(items: Sequence[Item]) -> set[str]:
    return {finding.rule for finding in bias(figures(items))}


def with_key(item: Item, key: int) -> Item:
    options = tuple(replace(option, correct=at == key) for at, option in enumerate(item.options))
    return replace(item, options=options)


def by_length(item: Item) -> list[int]:
    """The places of the options in English, the shortest first."""
    sizes = [len(option.text.get("en")) for option in item.options]
    return sorted(range(len(sizes)), key=sizes.__getitem__)


def uneven(item: Item, number: int) -> Item:
    """Options of four lengths, in an order that changes from item to item."""
    tails = ["", " too", " as well", " as it was"]
    order = Random(number).sample(range(4), 4)
    texts = [
        Text(tuple((tag, text + tails[at]) for tag, text in option.text.words))
        for option, at in zip(item.options, order, strict=True)
    ]
    options = tuple(replace(option, text=text) for option, text in zip(item.options, texts, strict=True))
    return replace(item, options=options)


def saying(item: Item, *texts: str) -> Item:
    """The item with other options, in every language the same."""
    options = tuple(
        replace(option, text=Text(tuple((tag, text) for tag, _ in option.text.words)))
        for option, text in zip(item.options, texts, strict=True)
    )
    return replace(item, options=options)


ITEMS = [uneven(item, number) for number, item in enumerate(numbered(40))]


@pytest.mark.parametrize(("trials", "limit"), [(100, 35), (300, 93), (600, 175), (4, 3), (0, 0)])
def test_the_binomial_limit_is_that_of_the_tables(trials: int, limit: int) -> None:
    assert binomial_limit(trials, QUARTER) == limit


@pytest.mark.parametrize(
    ("freedom", "statistic"), [(1, 3.841), (2, 5.991), (3, 7.815), (4, 9.488), (7, 14.067)]
)
def test_the_tail_of_chi_square_is_that_of_the_tables(freedom: int, statistic: float) -> None:
    assert chi_square_tail(statistic, freedom) == pytest.approx(0.05, abs=1e-4)


def test_even_counts_are_chance_and_uneven_ones_are_not() -> None:
    assert chi_square([10, 10, 10, 10]) == pytest.approx(1)
    assert chi_square([25, 5, 5, 5]) < 0.001


def test_equal_appeal_shares_the_credit() -> None:
    assert credit([1, 3, 3], 1) == 0.5
    assert credit([1, 3, 3], 0) == 0


def test_keys_without_a_cue_are_within_chance() -> None:
    assert rules(ITEMS) == set()


def test_a_bank_whose_longest_option_is_the_key_is_refused() -> None:
    longest = [with_key(item, by_length(item)[3]) for item in ITEMS]
    assert {Rule.LONGEST_IS_KEY, Rule.GUESSABLE} <= rules(longest)
    english, japanese = figures(longest).languages
    assert english.longest == japanese.longest == 40
    assert english.baseline["longest"] == 1
    assert english.baseline["classifier"] > 0.9


def test_a_bank_whose_shortest_option_is_the_key_is_refused() -> None:
    assert Rule.SHORTEST_IS_KEY in rules([with_key(item, by_length(item)[0]) for item in ITEMS])


def test_a_cue_that_no_trick_knows_is_learned_by_the_classifier() -> None:
    second = [with_key(item, by_length(item)[2]) for item in ITEMS]
    english = figures(second).languages[0]
    assert max(share for name, share in english.baseline.items() if name != "classifier") < 0.4
    assert english.baseline["classifier"] > 0.5


def test_keys_between_the_other_numbers_are_told() -> None:
    counted = [saying(item, "4 runs", "16 runs", "9 runs", "-2.5 runs") for item in ITEMS]
    middle = figures([with_key(item, (0, 2)[at % 2]) for at, item in enumerate(counted)])
    assert middle.languages[0].baseline["middle number"] == 0.5
    assert middle.languages[0].baseline["outer number"] == 0
    assert Rule.GUESSABLE in {finding.rule for finding in bias(middle)}
    outer = figures([with_key(item, (1, 3)[at % 2]) for at, item in enumerate(counted)])
    assert outer.languages[0].baseline["outer number"] == 0.5


def test_options_that_do_not_hold_one_number_each_are_not_ordered() -> None:
    mixed = [with_key(saying(item, "1,300", "9 of 12", "none", "40"), 0) for item in ITEMS]
    english = figures(mixed).languages[0]
    assert english.baseline["middle number"] == english.baseline["outer number"] == 0.25


def test_a_score_above_the_margin_and_within_chance_is_a_warning() -> None:
    some = [with_key(item, by_length(item)[3 if at < 14 else at % 3]) for at, item in enumerate(ITEMS)]
    assert 0.3 < figures(some).languages[0].baseline["longest"] < figures(some).languages[0].limit / 40
    assert Rule.BASELINE in rules(some)


def test_keys_in_one_place_of_the_file_are_told() -> None:
    assert Rule.KEY_POSITION in rules([with_key(item, 0) for item in ITEMS])
    assert figures(ITEMS).positions == (10, 10, 10, 10)


def test_a_few_items_are_measured_and_not_judged() -> None:
    few = [with_key(item, 0) for item in ITEMS[:12]]
    assert rules(few) == set()
    assert figures(few).position_chance is None


def test_items_with_several_keys_are_left_to_people() -> None:
    several = figures([sound_item(keys=(0, 1))])
    assert (several.items, several.single, several.positions, several.languages) == (1, 0, (), ())


def test_proofs_are_counted_by_domain() -> None:
    proven = [replace(item, proof="tests/proofs/x") for item in ITEMS[:3]]
    assert figures([*proven, *ITEMS[3:]]).proven == {"d1": (3, 40)}


def test_features_are_differences_within_an_item() -> None:
    rows = features(in_language(ITEMS[:1], "en").wordings[0])
    assert [sum(column) for column in zip(*rows, strict=True)] == pytest.approx([0] * len(rows[0]))


def test_the_classifier_answers_the_same_each_time_and_never_sees_what_it_judges() -> None:
    random = Random(7)
    noise = [
        Sample(tuple(tuple(random.random() for _ in range(3)) for _ in range(4)), random.randrange(4))
        for _ in range(200)
    ]
    first = cross_validated(noise, seed=1)
    assert first == cross_validated(noise, seed=1) != cross_validated(noise, seed=2)
    hits = sum(credit(appeal, sample.key) for appeal, sample in zip(first, noise, strict=True))
    assert hits <= binomial_limit(200, QUARTER)


def test_one_sample_alone_teaches_nothing() -> None:
    assert cross_validated([Sample(((1.0,), (2.0,)), 0)], seed=1) == [[0.0, 0.0]]
