"""Rules about a bank as a whole, and about its dates and its languages side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from app.content.gate.pairs import hints, similar_stems
from app.content.gate.rules import Rule, cure, severity
from app.core.bank import AsOf, Bank, Item, Level
from app.core.exam import Stratum
from app.core.ids import ItemId, StratumId, TopicId
from app.core.problems import Severity
from app.core.text import Text
from tests.support.wordings import (
    OPTIONS,
    bank_of,
    broken,
    in_language,
    numbered,
    problems_of,
    sound_item,
    spoil,
)

OTHER = "A shop counts its visitors by the hour. Which of the charts shows the trend best of all?"


def with_stem(number: int, stem: str, code: str = "") -> Item:
    return spoil(sound_item(number), "en", stem=f"{stem}\n\n{code}" if code else stem)


def told(items: Sequence[Item]) -> list[tuple[str, str]]:
    bank = in_language(items, "en")
    return [(item, finding.rule) for found in (similar_stems(bank), hints(bank)) for item, finding in found]


def test_every_rule_has_a_severity_and_a_cure() -> None:
    assert all(severity(rule) in Severity and cure(rule).endswith(".") for rule in Rule)


def test_a_sound_bank_breaks_no_rule() -> None:
    assert problems_of(bank_of(list(numbered(40)))) == ()


def test_a_stem_told_twice_is_an_error_at_both_places() -> None:
    first, second = sound_item(1), sound_item(2)
    assert told([first, second]) == [("d1-t1-q1", Rule.SAME_STEM), ("d1-t1-q2", Rule.SAME_STEM)]


def test_the_same_question_about_other_code_is_a_warning() -> None:
    stem = "A data scientist runs this cell in a new notebook. What does the cell print at its end?"
    items = [with_stem(n, f"```python\nprint({n})\n```\n\n{stem}") for n in (1, 2)]
    assert {rule for _, rule in told(items)} == {Rule.SIMILAR_STEMS}


def test_stems_with_half_of_their_wording_in_common_are_a_warning() -> None:
    stem = "A team reads a table of 40 GB in a notebook. The driver has 16 GB. What should it add?"
    assert {rule for _, rule in told([sound_item(1), with_stem(2, stem)])} == {Rule.SIMILAR_STEMS}


def test_similar_stems_of_enemies_are_known() -> None:
    stem = "A team reads a table of 40 GB in a notebook. The driver has 16 GB. What should it add?"
    enemies = (ItemId("d1-t1-q2"),)
    assert told([replace(sound_item(1), enemies=enemies), with_stem(2, stem)]) == []


def test_different_stems_are_no_pair() -> None:
    assert told([sound_item(1), with_stem(2, OTHER)]) == []


def test_a_stem_that_holds_the_key_of_another_item_is_told_there() -> None:
    teller = with_stem(2, f"{OTHER[:-1]} after this: {OPTIONS['en'][0]} Or not?")
    other = spoil(teller, "en", options=[f"Draw it with the chart {letter}." for letter in "KLMN"])
    assert told([sound_item(1), other]) == [("d1-t1-q1", Rule.ENEMY_HINT)]
    assert told([replace(sound_item(1), enemies=(other.id,)), other]) == []


@pytest.mark.parametrize(
    ("today", "old"), [(date(2026, 10, 1), set()), (date(2026, 10, 3), {Rule.OLD_ITEM, Rule.OLD_REFERENCE})]
)
def test_what_nobody_looked_at_for_a_year_is_old(today: date, old: set[str]) -> None:
    assert broken(bank_of([sound_item()]), today) == old


def test_an_item_without_a_reference_is_an_error() -> None:
    assert broken(bank_of([replace(sound_item(), references=())])) == {Rule.REFERENCE_MISSING}


def test_an_item_ages_apart_from_its_references() -> None:
    item = replace(sound_item(), as_of=AsOf("2024-10-01", ()))
    assert broken(bank_of([item])) == {Rule.OLD_ITEM}


def test_parts_of_the_blueprint_without_items_are_told() -> None:
    bank = bank_of([sound_item()])
    extra = Stratum(StratumId("d9"), Text.of(en="Nine"), Text.of(en="9"))
    topic = replace(bank.topics[0], id=TopicId("d1-t9"))
    exam = replace(bank.exam, domains=(*bank.exam.domains, extra), sections=(*bank.exam.sections, extra))
    wide = replace(bank, exam=exam, topics=(*bank.topics, topic))
    assert [problem.what for problem in problems_of(wide)] == [
        "The domain “d9” has no items.",
        "The section “d9” has no items.",
        "The topic “d1-t9” has no items.",
    ]


@pytest.mark.parametrize(
    ("exam", "recalled", "expected"),
    [("mla", 5, set()), ("mla", 6, {Rule.LEVEL_MIX}), ("mlp", 4, {Rule.LEVEL_MIX}), ("sample", 10, set())],
)
def test_an_exam_asks_for_decisions(exam: str, recalled: int, expected: set[str]) -> None:
    items = [
        replace(item, level=Level.RECALL if at < recalled else Level.ANALYSE)
        for at, item in enumerate(numbered(10))
    ]
    assert broken(bank_of(items, exam)) - {Rule.SCENARIO_LENGTH} == expected


def test_professional_scenarios_have_a_length() -> None:
    long = with_stem(2, f"{'One more word of the story is told here. ' * 9}{OTHER}")
    found = problems_of(bank_of([sound_item(1), long, with_stem(3, OTHER * 10)], "mlp"))
    short = {problem.item for problem in found if problem.rule == Rule.SCENARIO_LENGTH}
    assert short == {"d1-t1-q1", "d1-t1-q3"}


def test_many_items_with_several_keys_are_told() -> None:
    items = [replace(item, kind=sound_item(keys=(0, 1)).kind) for item in numbered(10)]
    assert broken(bank_of([*items[:3], *list(numbered(10))[3:]])) == {Rule.MULTIPLE_SHARE}
    assert broken(bank_of([*items[:2], *list(numbered(10))[2:]])) == set()


def test_a_translation_far_longer_than_others_is_told() -> None:
    stem = "あるチームは毎日テーブルを読みます。" * 12 + "最初の手順はどれですか。"
    items = [with_stem(n, OTHER) for n in range(1, 30)]
    bank = bank_of([spoil(items[0], "ja", stem=stem), *items[1:]])
    assert [p.item for p in problems_of(bank) if p.rule == Rule.LENGTH_RATIO] == ["d1-t1-q1"]


def test_notes_and_titles_have_to_be_translated() -> None:
    bank = bank_of([sound_item()])
    note = Text.of(en="It keeps the rows apart.", ja="It keeps the rows apart.")
    assert broken(replace(bank, topics=(replace(bank.topics[0], note=note),))) == {Rule.UNTRANSLATED}


def test_a_language_without_a_word_list_is_not_judged() -> None:
    bank = bank_of([sound_item()])
    exam = replace(bank.exam, title=Text.of(en="Exam", fr="Examen"))
    assert problems_of(replace(bank, exam=exam)) == ()


def test_an_empty_bank_is_measured_too() -> None:
    bank: Bank = bank_of([])
    assert broken(bank) == {Rule.NO_COVER}
