from __future__ import annotations

import pytest

from app.content.choose_number import asked_for, asked_in_brackets
from app.content.comparison import code_blocks, lost_numbers


@pytest.mark.parametrize(
    ("text", "blocks", "closed"),
    [
        ("no code", (), True),
        ("```python\na = 1  \n```\nand\n~~~\nb\n~~~", ("```python\na = 1\n```", "~~~\nb\n~~~"), True),
        ("````\n```\n````", ("````\n```\n````",), True),
        ("```\na", (), False),
        ("```\n~~~", (), False),
        ("``` `inline` ```", (), True),
        ("    ```", (), True),
    ],
)
def test_code_blocks(text: str, blocks: tuple[str, ...], closed: bool) -> None:
    assert code_blocks(text) == (blocks, closed)


@pytest.mark.parametrize(
    ("source", "twin"),
    [
        ("45 questions", "45 問"),
        ("1,000 rows", "1000 行"),
        ("2.5 million rows", "250 万行"),
        ("3 billion", "30 億"),
        ("160 million tokens", "1 億 6,000 万トークン"),
        ("a 6B-parameter model", "60 億パラメーターのモデル"),
        ("200k rows", "20 万行"),
        ("two of three", "3 つのうち 2 つ"),
        ("March 2025", "2025 年 3 月"),
        ("each run", "1 回の実行"),
        ("2 keys", "二つのキー"),
        ("a quarter", "4 分の 1"),
        ("0.50", "0.5"),
        ("16 rows", "１６ 行"),
        ("see\n```\nx = 7\n```", "次を参照\n```\nx = 8\n```"),
    ],
)
def test_same_numbers_in_other_words(source: str, twin: str) -> None:
    assert lost_numbers(source, twin) == ()


@pytest.mark.parametrize(
    ("source", "twin", "lost"),
    [
        ("45 questions", "48 問", ("45", "48")),
        ("2.5 million", "25 万", ("250000", "2500000")),
        ("160 million", "1 億 600 万", ("106000000", "160000000")),
        ("all rows", "3 行", ("3",)),
        ("3 rows", "行", ("3",)),
        ("version 3.10", "バージョン 3.1", ()),
    ],
)
def test_lost_numbers(source: str, twin: str, lost: tuple[str, ...]) -> None:
    assert lost_numbers(source, twin) == lost


@pytest.mark.parametrize(
    ("stem", "language", "count"),
    [
        ("Which? (Choose two.)", "en", 2),
        ("Which? Select THREE.", "en", 3),
        ("They choose two nodes. Which? (Choose three.)", "en", 3),
        ("Which?", "en", None),
        ("どれですか。(2 つ選択してください。)", "ja", 2),
        ("どれですか。（３つ選んでください。）", "ja", 3),
        ("正しいものを二つお選びください。", "ja", 2),
        ("2 つのモデルから選びます。", "ja", None),
        ("Lequel? (Choose two.)", "fr", None),
    ],
)
def test_number_asked_for(stem: str, language: str, count: int | None) -> None:
    assert asked_for(stem, language) == count


@pytest.mark.parametrize(
    ("stem", "language", "count"),
    [
        ("They choose two nodes. Which?", "en", None),
        ("Which? (Choose two.)", "en", 2),
        ("チームは 2 つ選択しました。", "ja", None),
        ("どれですか。(2 つ選択してください。)", "ja", 2),
    ],
)
def test_number_asked_for_in_brackets(stem: str, language: str, count: int | None) -> None:
    assert asked_in_brackets(stem, language) == count
