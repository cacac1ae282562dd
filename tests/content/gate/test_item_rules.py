"""Every rule about one item fires on a sample with one flaw, in the language of the flaw, and alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from app.content.gate.rules import Rule
from tests.support.wordings import (
    OPTIONS,
    STEM,
    WHY,
    bank_of,
    broken,
    numbered,
    rules_of,
    sound_item,
    spoil,
)


@dataclass(frozen=True)
class Case:
    """A flaw: other words in a language. No rule: something that only looks like a flaw."""

    rule: Rule | None
    language: str
    stem: str | None = None
    options: Sequence[str] | None = None
    why: Sequence[str] | None = None
    keys: Sequence[int] = (0,)

    def __str__(self) -> str:
        return f"{self.rule}-{self.language}"


EN, JA = OPTIONS["en"], OPTIONS["ja"]

LENGTH = [
    Case(Rule.KEY_LENGTH, "en", options=[f"{EN[0][:-1]}, so that nothing stays in memory for long."]),
    Case(Rule.KEY_LENGTH, "ja", options=[f"{JA[0][:-1]}ことで、メモリーに長く残らないようにする。"]),
    Case(
        Rule.KEY_LENGTH,
        "en",
        options=["`frame.writeTo(name).append()`", "`frame.sort()`", "`frame.count()`", "`frame.drop()`"],
    ),
    Case(
        Rule.KEYS_LENGTH,
        "en",
        options=[f"{one[:-1]}, so that nothing stays in memory for long." for one in EN[:2]],
        keys=(0, 1),
    ),
    Case(None, "en", options=[EN[0], f"{EN[1][:-1]}, so that nothing stays in memory for long."]),
]

CUES = [
    Case(
        Rule.ABSOLUTE_DISTRACTORS,
        "en",
        options=[EN[0], "Always cache the table first.", "Never sort the table by its keys."],
    ),
    Case(
        Rule.ABSOLUTE_DISTRACTORS,
        "ja",
        options=[
            JA[0],
            "テーブルを必ずキャッシュし、件数を数える。",
            "テーブルを常にキーの順に並べ、Delta で保存する。",
        ],
    ),
    Case(
        None,
        "en",
        options=[
            EN[0],
            "Always cache the table on the workers in advance.",
            "Sort nearly all keys and then store it as Delta.",
        ],
    ),
    Case(
        None,
        "en",
        options=[
            EN[0],
            "Cache the read-only table before its first count.",
            "Cache the only-once table before its other count.",
        ],
    ),
    Case(Rule.ABSOLUTE_KEY, "en", options=["Split the table and always write the result at once."]),
    Case(Rule.ABSOLUTE_KEY, "ja", options=["テーブルを分割し、すべての結果を順に書き出す。"]),
    Case(Rule.CLANG, "en", options=["Split the table in the notebook and write each result."]),
    Case(Rule.CLANG, "ja", options=["テーブルをノートブックで分割し、順に書き出す。"]),
    Case(
        None,
        "en",
        options=[
            "Split the table in the notebook and write each result.",
            "Cache the table in the notebook before the first count.",
        ],
    ),
    Case(
        Rule.CONVERGENCE,
        "en",
        options=[
            "Split the table, cache the parts, write results.",
            "Split the table, cache the parts, drop columns.",
            "Split the table, shuffle rows, write results.",
            "Join the frame, cache the parts, write results.",
        ],
    ),
]

OPTION_SETS = [
    Case(
        Rule.COLLECTIVE_OPTION, "en", options=[*EN[:3], "None of the above would help the team in this case."]
    ),
    Case(Rule.COLLECTIVE_OPTION, "ja", options=[*JA[:3], "上記のすべてを順に行い、結果を比較して保存する。"]),
    Case(Rule.COLLECTIVE_OPTION, "en", options=["Cache", "Sort", "Split", "Both A and B"]),
    Case(Rule.COLLECTIVE_OPTION, "ja", options=["並べ替え", "分割する", "保存する", "A と B の両方"]),
    Case(None, "en", options=["Join both of the tables, then write each result at once."]),
    Case(Rule.SAME_OPTION, "en", options=[*EN[:3], EN[2].replace("the table", "a table").rstrip(".") + "!."]),
    Case(Rule.SIMILAR_OPTIONS, "en", options=[*EN[:3], EN[2].replace("and then", "so then")]),
    Case(None, "en", options=[*EN[:3], EN[2].replace("and then store", "and do not store")]),
    Case(Rule.OVERLAPPING_RANGES, "en", options=["10 to 20 GB", "15 to 30 GB", "40 to 50 GB", "60 to 70 GB"]),
    Case(
        Rule.OVERLAPPING_RANGES, "en", options=["less than 10", "at most 20", "from 30 to 40", "more than 50"]
    ),
    Case(Rule.OVERLAPPING_RANGES, "en", options=["10 or more", "9 or fewer", "from 5 to 6", "from 7 to 8"]),
    Case(
        Rule.OVERLAPPING_RANGES,
        "ja",
        options=["10 以上 20 以下", "20 以上 30 未満", "40 超 50 以下", "60 以上"],
    ),
    Case(None, "ja", options=["10 以上 20 未満", "20 以上 30 未満", "30 以上 40 以下", "40 超"]),
    Case(None, "en", options=["below 10", "10 to 20 MB", "15 to 30 GB", "20 to 30 %"]),
    Case(None, "en", options=["40", "20", "30", "10"]),
    Case(Rule.ODD_KEY, "en", options=[EN[0].rstrip(".")]),
    Case(Rule.ODD_KEY, "ja", options=[JA[0].rstrip("。")]),
    Case(
        Rule.ODD_KEY,
        "en",
        options=["`table.write(parts)`", "By cache and count", "By key and order", "By sample and mean"],
    ),
    Case(
        Rule.ODD_OPTION,
        "en",
        options=["By parts and results", "`table.cache(all)`", "By key and order", "By sample and mean"],
    ),
    Case(Rule.ODD_OPTION, "en", options=[EN[0], EN[1].rstrip(".")]),
    Case(
        None, "en", options=["`frame.write()`", "`frame.cache()`", "`frame.sort()`", "An error, from `frame`"]
    ),
    Case(Rule.VAGUE_WORD, "en", options=["Split the table, and usually write each result at once."]),
    Case(Rule.VAGUE_WORD, "ja", options=["テーブルを分割し、必要に応じて結果を書き出す。"]),
]

STEMS = [
    Case(Rule.NO_QUESTION, "en", stem="A team reads a table of 40 GB in a notebook."),
    Case(Rule.NO_QUESTION, "ja", stem="あるチームがノートブックで 40 GB のテーブルを読みます。"),
    Case(
        Rule.NO_LEAD_IN,
        "en",
        stem="Which step should come first? A team reads a table of 40 GB in a notebook.",
    ),
    Case(
        Rule.NO_LEAD_IN,
        "ja",
        stem="最初の手順はどれですか。あるチームがノートブックで 40 GB のテーブルを読みます。",
    ),
    Case(None, "en", stem="What does a team see after this?\n\n```python\nprint(1)\n```"),
    Case(None, "en", stem=f"{STEM['en']} (Choose two.)"),
    Case(None, "ja", stem=f"{STEM['ja']}(2 つ選択してください。)"),
    Case(Rule.UNFOCUSED_QUESTION, "en", stem="Which of the following statements about tables is true?"),
    Case(Rule.UNFOCUSED_QUESTION, "ja", stem="テーブルについて、正しい記述はどれですか。"),
    Case(Rule.NEGATIVE_STEM, "en", stem="A team reads a table of 40 GB. Which step does not help?"),
    Case(Rule.NEGATIVE_STEM, "en", stem="All of these steps help except which one?"),
    Case(Rule.NEGATIVE_STEM, "ja", stem="40 GB のテーブルを読むとき、適切でない手順はどれですか。"),
    Case(None, "en", stem="A team reads a table of 40 GB. Which step does **not** help?"),
    Case(None, "ja", stem="40 GB のテーブルを読むとき、**適切でない**手順はどれですか。"),
    Case(None, "en", stem="The job does not end. Which step should come first?"),
    Case(Rule.LONG_STEM, "en", stem=f"{'A team reads one more table in a notebook. ' * 40}{STEM['en']}"),
    Case(Rule.LONG_STEM, "ja", stem=f"{'あるチームがもう一つテーブルを読みます。' * 40}{STEM['ja']}"),
    Case(Rule.GRAMMAR_CUE, "en", stem="Which is it? It is an", options=["array", "frame", "tuple", "range"]),
]

REASONS = [
    Case(Rule.REASON_MISSING, "en", why=[""]),
    Case(Rule.REASON_SHORT, "en", why=["It is right."]),
    Case(Rule.REASON_SHORT, "ja", why=["正しいです。"]),
    Case(Rule.REASON_LETTER, "en", why=["The rows stay apart, unlike in option B, which joins them."]),
    Case(Rule.REASON_LETTER, "en", why=["The rows stay apart, and the second option would join them."]),
    Case(Rule.REASON_LETTER, "ja", why=["選択肢 B と違い、行は別々に保たれるためです。"]),
    Case(None, "en", why=["The option `B` of the command keeps the rows apart from others."]),
    Case(Rule.REASON_SAME, "en", why=[WHY["en"].format(1)]),
    Case(Rule.REASON_SAME, "ja", why=[WHY["ja"].format(1)]),
    Case(Rule.UNTRANSLATED, "ja", stem="Which step should come first?"),
    Case(Rule.UNTRANSLATED, "ja", why=["It keeps the rows of the table apart."]),
    Case(None, "ja", options=["pandas API on Spark", "pandas API on Dask", "scikit-learn API", "48 km/h"]),
    Case(Rule.LEFTOVER, "ja", why=["これは keeps the rows apart という意味の手順です。"]),
]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_sound_item_breaks_no_rule(language: str) -> None:
    assert rules_of(sound_item(), language) == []
    assert rules_of(sound_item(keys=(1, 2)), language) == []


@pytest.mark.parametrize("case", [*LENGTH, *CUES, *OPTION_SETS, *STEMS, *REASONS], ids=str)
def test_one_flaw_breaks_one_rule_in_its_language(case: Case) -> None:
    item = spoil(
        sound_item(keys=case.keys), case.language, stem=case.stem, options=case.options, why=case.why
    )
    also = {Rule.NO_LEAD_IN} if case.rule is Rule.GRAMMAR_CUE else set()
    assert set(rules_of(item, case.language)) - also == ({case.rule} if case.rule else set())


@pytest.mark.parametrize("case", [*LENGTH, *CUES, *OPTION_SETS, *STEMS, *REASONS], ids=str)
def test_a_flaw_stays_in_its_language(case: Case) -> None:
    item = spoil(
        sound_item(keys=case.keys), case.language, stem=case.stem, options=case.options, why=case.why
    )
    assert rules_of(item, "ja" if case.language == "en" else "en") == []


def test_an_item_with_fewer_options_than_its_like_is_told() -> None:
    short, *others = numbered(3)
    short = replace(short, options=short.options[:3])
    assert broken(bank_of([short, *others])) == {Rule.OPTION_COUNT}


def test_an_echo_is_no_clang_when_the_topic_or_the_bank_is_full_of_the_word() -> None:
    echo = spoil(sound_item(1), "en", options=["Split the table in the notebook and write each result."])
    common = [spoil(sound_item(n), "en", stem=f"In notebook {n}, what now?") for n in (2, 3)]
    assert Rule.CLANG in broken(bank_of([echo]))
    assert Rule.CLANG not in broken(bank_of([echo], title="Notebooks"))
    assert Rule.CLANG not in broken(bank_of([echo, *common]))
