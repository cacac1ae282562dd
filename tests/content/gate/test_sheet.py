"""Sheets hold what people need and nothing that tells keys; answers are read as people write them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from app.content.gate.answers import Given, NotASheet, given, read_answers, read_header
from app.content.gate.marking import Marking, mark, outdated
from app.content.gate.sheet import (
    Sheet,
    SheetKind,
    arranged,
    choose,
    make_sheet,
    shown_options,
    write_sheet,
)
from app.core.bank import Bank, Item
from tests.support.wordings import bank_of, numbered, sound_item, spoil

ITEMS = [*numbered(8), sound_item(8, keys=(1, 3))]
BANK = bank_of(ITEMS)


def sheet(kind: SheetKind = SheetKind.BLIND, language: str = "en", seed: int = 3) -> Sheet:
    return make_sheet(kind, language, seed, [BANK], ITEMS)


def marked(letters: dict[int, str], bank: Bank = BANK, kind: SheetKind = SheetKind.BLIND) -> Marking:
    made = sheet(kind)
    answers = {number: given(text) for number, text in letters.items()}
    return mark(made, write_sheet(made, ITEMS), answers, [bank])


def keys(items: Sequence[Item] = ITEMS, seed: int = 3) -> dict[int, str]:
    """The keys as letters of a sheet."""
    return {
        number: "".join(
            "ABCDEFGH"[at] for at, option in enumerate(shown_options(item, seed)) if option.correct
        )
        for number, item in enumerate(items, start=1)
    }


def test_a_blind_sheet_shows_stems_and_options_and_a_form() -> None:
    text = write_sheet(sheet(), ITEMS)
    assert all(item.stem.get("en") in text for item in ITEMS)
    assert all(option.text.get("en") in text for item in ITEMS for option in item.options)
    assert text.endswith("```answers\n" + "".join(f"{n}: \n" for n in range(1, 10)) + "```\n")


def test_a_cover_sheet_shows_no_stem_but_how_many_to_choose() -> None:
    text = write_sheet(sheet(SheetKind.COVER), ITEMS)
    assert not any(item.stem.get("en") in text for item in ITEMS)
    assert "## 9\n\n(Choose 2.)\n\n**A.** " in text


def test_a_cover_sheet_tells_no_topic_by_id_and_none_by_neighbour() -> None:
    items = arranged(SheetKind.COVER, ITEMS, 3)
    made = make_sheet(SheetKind.COVER, "en", 3, [BANK], items)
    text = write_sheet(made, items)
    assert not any(item.id in text for item in ITEMS)
    assert sorted(items, key=lambda item: item.id) == ITEMS != list(items)
    assert arranged(SheetKind.COVER, reversed(ITEMS), 3) == items != arranged(SheetKind.COVER, ITEMS, 4)
    assert len({*made.items, *sheet(SheetKind.COVER, seed=4).items}) == 2 * len(ITEMS)
    assert arranged(SheetKind.BLIND, ITEMS, 3) == tuple(ITEMS)


def test_a_sheet_in_japanese_has_no_english_text() -> None:
    text = write_sheet(sheet(language="ja"), ITEMS)
    assert all(item.stem.get("ja") in text and item.stem.get("en") not in text for item in ITEMS)


@pytest.mark.parametrize("kind", SheetKind)
def test_a_sheet_tells_neither_keys_nor_reasons_nor_options_by_id(kind: SheetKind) -> None:
    flipped = [
        replace(item, options=tuple(replace(one, correct=not one.correct) for one in item.options))
        for item in ITEMS[:8]
    ]
    made = make_sheet(kind, "en", 3, [BANK], ITEMS[:8])
    text = write_sheet(made, ITEMS[:8])
    assert text == write_sheet(made, [replace(item, kind=ITEMS[0].kind) for item in flipped])
    assert not any(option.why.get("en") in text for item in ITEMS[:8] for option in item.options)


def test_the_order_of_options_follows_from_the_seed_and_not_from_the_file() -> None:
    item = ITEMS[0]
    turned = replace(item, options=tuple(reversed(item.options)))
    assert shown_options(item, 3) == shown_options(turned, 3)
    assert len({tuple(one.id for one in shown_options(item, seed)) for seed in range(20)}) > 10


def test_a_sample_keeps_the_order_and_a_larger_one_holds_the_smaller() -> None:
    small, large = choose(ITEMS, 3, 1), choose(ITEMS, 6, 1)
    assert (len(small), len(large)) == (3, 6)
    assert [item for item in large if item in small] == list(small)
    assert [item for item in ITEMS if item in large] == list(large)
    assert choose(ITEMS, 3, 2) != small
    assert choose(ITEMS, None, 1) == choose(ITEMS, 99, 1) == tuple(ITEMS)


@pytest.mark.parametrize("kind", SheetKind)
def test_the_header_comes_back(kind: SheetKind) -> None:
    assert read_header(write_sheet(sheet(kind), ITEMS)) == sheet(kind)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# A page\n\n---\n\nof another kind",
        "---\nrehearsal-sheet: 9\n---\n",
        "---\nrehearsal-sheet: 2\nkind: blind\n---\n",
        "---\nrehearsal-sheet: 2\nkind: x\nlanguage: en\nseed: 1\nbanks: {}\nitems: []\n---\n",
        "---\nrehearsal-sheet: 2\nkind: blind\nlanguage: en\nseed: 1\nbanks: []\nitems: []\n---\n",
        "---\n: [\n---\n",
    ],
)
def test_what_is_no_sheet_is_refused(text: str) -> None:
    with pytest.raises(NotASheet):
        read_header(text)


@pytest.mark.parametrize(
    ("written", "letters", "remark"),
    [
        ("", "", ""),
        ("B", "B", ""),
        ("b", "B", ""),
        ("`B`", "B", ""),
        ("A C", "AC", ""),
        ("C, A", "AC", ""),
        ("c/a", "AC", ""),
        ("AC", "AC", ""),
        ("[A, 'C']", "AC", ""),
        ('"B",', "B", ""),
        ("B # two would do", "B", "two would do"),
        ("B because the others are false", "B", "because the others are false"),
        ("# no idea", "", "no idea"),
        ("none of them", "", "none of them"),
        ("Bad item", "", "Bad item"),
    ],
)
def test_answers_are_read_as_people_write_them(written: str, letters: str, remark: str) -> None:
    assert given(written) == Given(letters, remark)


@pytest.mark.parametrize(
    "text",
    [
        "1: A\n2: B D\n",
        "1. a\n2) B, D\n",
        "- 1: A\n- 2: [B, D]\n",
        '"1": A\n"2": "BD"\n',
        '{"1": "A", "2": ["B", "D"]}',
        '{"answers": {"1": "A", "2": "B D"}}',
        "Remarks: 7: C\n\n```answers\n1: A\n2: B D\n```\n\n3: C\n",
    ],
)
def test_answers_come_in_several_forms(text: str) -> None:
    assert {number: one.letters for number, one in read_answers(text).items()} == {1: "A", 2: "BD"}


@pytest.mark.parametrize("text", ['{"1": ', '{"one": "A"}', '{"answers": 5}'])
def test_broken_json_is_refused(text: str) -> None:
    with pytest.raises(NotASheet):
        read_answers(text)


@pytest.mark.parametrize("kind", SheetKind)
def test_right_answers_agree(kind: SheetKind) -> None:
    marking = marked(keys(), kind=kind)
    assert (marking.agreed, len(marking.marked), marking.missing, marking.changed) == (9, 9, (), ())
    assert marking.interval.low == pytest.approx(0.701, abs=0.001)
    assert marking.chance == pytest.approx((8 / 4 + 1 / 6) / 9)


def test_one_key_of_two_does_not_agree() -> None:
    assert marked(keys() | {9: keys()[9][0]}).agreed == 8


def test_a_disagreement_names_the_key_and_its_reason() -> None:
    right = keys()[1]
    wrong = "A" if right != "A" else "B"
    (one,) = (one for one in marked(keys() | {1: f"{wrong} # hm"}).marked if not one.agrees)
    assert (one.number, one.given, one.key, one.remark) == (1, wrong, right, "hm")
    assert one.reasons[right] == next(option.why.get("en") for option in ITEMS[0].options if option.correct)


@pytest.mark.parametrize("answer", ["", "E", "A H", "?"])
def test_an_answer_that_names_no_option_is_missing(answer: str) -> None:
    assert marked(keys() | {4: answer}).missing == (4,)


def test_items_that_read_otherwise_now_are_left_out() -> None:
    first, second, *rest = ITEMS
    changed = bank_of([spoil(first, "en", stem="Which one is it now?"), *rest])
    marking = marked(keys(), replace(changed, digest="1" * 64))
    assert marking.changed == (first.id, second.id)
    assert (marking.agreed, len(marking.marked)) == (7, 7)


def test_the_digest_tells_an_outdated_sheet() -> None:
    assert outdated(sheet(), [BANK]) == ()
    assert outdated(sheet(), [replace(BANK, digest="1" * 64)]) == ("sample",)
    assert outdated(sheet(), []) == ("sample",)
