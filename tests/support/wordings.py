"""An item without a flaw in two languages, to be spoilt in one place, and banks of such items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.content.gate.gate import findings, judge
from app.content.gate.wording import Context, context
from app.content.gate.words import lexicon
from app.content.places import Places
from app.core.bank import Bank, Item, Kind, Option, Topic
from app.core.ids import ItemId, OptionId, TopicId
from app.core.problems import Problem
from app.core.text import Text
from tests.support.papers import make_exam, make_item, make_reference

TODAY = date(2026, 1, 5)
"""Within a year of every date in `tests.support.papers`."""

STEM = {
    "en": "A team reads a table of 40 GB in a notebook. The driver has 16 GB. Which step should come first?",
    "ja": "あるチームがノートブックで 40 GB のテーブルを読みます。"
    "ドライバーは 16 GB です。最初の手順はどれですか。",
}
OPTIONS = {
    "en": (
        "Split the table and write each of the results at once.",
        "Cache the table on the workers before the first count.",
        "Sort the table by its keys and then store it as Delta.",
        "Sample the table twice and then compare the two means.",
    ),
    "ja": (
        "テーブルを分割し、それぞれの結果を順に書き出す。",
        "テーブルをワーカーにキャッシュし、件数を数える。",
        "テーブルをキーの順に並べ替え、Delta で保存する。",
        "テーブルを二回サンプリングし、平均を比較する。",
    ),
}
WHY = {
    "en": "It would be right for a case of another kind, number {}.",
    "ja": "これは別の種類の {} 番の事例であれば適切な手順です。",
}


def sound_item(number: int = 1, keys: Sequence[int] = (0,)) -> Item:
    """An item of four options, in English and Japanese; `keys` are the places of the correct ones."""
    options = tuple(
        Option(
            OptionId("abcdefgh"[at]),
            Text.of(en=OPTIONS["en"][at], ja=OPTIONS["ja"][at]),
            Text.of(en=WHY["en"].format(at), ja=WHY["ja"].format(at)),
            at in keys,
        )
        for at in range(4)
    )
    kind = Kind.MULTIPLE if len(keys) > 1 else Kind.SINGLE
    item = make_item(f"d1-t1-q{number}")
    return replace(item, kind=kind, stem=Text.of(**STEM), options=options)


def spoil(
    item: Item,
    language: str,
    *,
    stem: str | None = None,
    options: Sequence[str] | None = None,
    why: Sequence[str] | None = None,
) -> Item:
    """The item with other words in one language; a stem, the first options, the first reasons."""
    texts = [*(options or ()), *(one.text.get(language) for one in item.options[len(options or ()) :])]
    reasons = [*(why or ()), *(one.why.get(language) for one in item.options[len(why or ()) :])]
    changed = tuple(
        replace(one, text=_with(one.text, language, text), why=_with(one.why, language, reason))
        for one, text, reason in zip(item.options, texts, reasons, strict=True)
    )
    words = item.stem if stem is None else _with(item.stem, language, stem)
    return replace(item, stem=words, options=changed)


def bank_of(items: Sequence[Item], exam: str = "sample", title: str = "Tables") -> Bank:
    """A bank of one domain, section and topic with these items."""
    topics = [
        Topic(TopicId("d1-t1"), make_item().domain, Text.of(en=title, ja="表"), Text.of(en="On.", ja="表。"))
    ]
    made = make_exam(exam_id=exam, domains=1, sections=1)
    return Bank(made, tuple(topics), tuple(items), (make_reference(),), digest="0" * 64)


def in_language(items: Sequence[Item], language: str) -> Context:
    """A bank of these items as it reads in a language."""
    words = lexicon(language)
    assert words is not None
    return context(bank_of(items), language, words)


def rules_of(item: Item, language: str) -> list[str]:
    """The rules about items that an item breaks in a language, in a bank of its own."""
    bank = in_language([item], language)
    return sorted(finding.rule for finding in findings(bank.wordings[0], bank))


def problems_of(bank: Bank, today: date = TODAY) -> tuple[Problem, ...]:
    """All that the gate says of a bank."""
    return judge("sample", bank, Places(), today).problems


def broken(bank: Bank, today: date = TODAY) -> set[str]:
    """The rules that a bank breaks."""
    return {problem.rule for problem in problems_of(bank, today)}


def numbered(count: int) -> Iterator[Item]:
    """So many items that have nothing in common but their form; the key is each option in turn."""
    for number in range(count):
        mark = f"{_name(number)}"
        item = replace(sound_item(keys=(number % 4,)), id=ItemId(f"d1-t1-q{number}"))
        english = [
            f"{_name(1000 + 4 * number + at)} holds {_name(5000 + 4 * number + at)}" for at in range(4)
        ]
        japanese = [f"{text} を保つ" for text in english]
        there = spoil(
            item, "ja", stem=f"{mark} では {mark * 2} と {mark * 3} のどれを選びますか。", options=japanese
        )
        yield spoil(there, "en", stem=f"Given {mark}, {mark * 2} or {mark * 3}, which one?", options=english)


def _name(number: int) -> str:
    """A word of five letters that no other number near has."""
    letters = []
    rest = (number * 7919 + 104729) % 26**5
    for _ in range(5):
        rest, letter = divmod(rest, 26)
        letters.append(chr(ord("a") + letter))
    return "".join(letters).capitalize()


def _with(text: Text, language: str, words: str) -> Text:
    return Text(tuple((tag, words if tag == language else old) for tag, old in text.words))
