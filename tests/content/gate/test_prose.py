"""A Markdown text taken apart: prose for people, code apart, words reduced to what they share."""

from __future__ import annotations

import pytest

from app.content.gate.prose import Prose, prose, shingles, similarity, word_count
from app.content.gate.words import lexicon

TEXT = "Call **`fit`** on [the frame](https://x.org):\n\n```python  \nmodel.fit(x)\n```\n\nIt _works_."


def taken(text: str, language: str = "en") -> Prose:
    words = lexicon(language)
    assert words is not None
    return prose(text, words)


def test_markup_and_code_are_no_prose() -> None:
    found = taken(TEXT)
    assert found.plain == "Call on the frame: It works."
    assert found.code == ("fit", "model.fit(x)")
    assert (found.size, found.code_size, found.shown) == (28, 15, 43)


def test_inline_code_is_a_word_and_a_block_is_none() -> None:
    assert taken(TEXT).tokens == ("call", "fit", "frame", "work")
    assert word_count(taken("Call `a.b(c)` on it:\n\n```\none two\nthree\n```")) == 4


@pytest.mark.parametrize(
    ("one", "other"),
    [("models", "model"), ("queries", "query"), ("training", "trained"), ("batches", "batch")],
)
def test_endings_do_not_make_another_word(one: str, other: str) -> None:
    assert taken(one).tokens == taken(other).tokens


def test_names_keep_their_endings() -> None:
    assert taken("mlflow.pyfunc.models is `max_bins`").tokens == ("mlflow.pyfunc.models", "max_bins")


def test_japanese_words_are_runs_of_one_script() -> None:
    found = taken("モデルを学習済みの MLflow で評価する。", "ja")
    assert found.tokens == ("学習済", "mlflow", "評価")
    assert found.spoken


def test_code_alone_is_not_spoken() -> None:
    assert not taken("`a` (`b`)").spoken


def test_similarity_counts_what_is_shared_of_all() -> None:
    assert similarity("abc", "bcd") == 0.5
    assert similarity("", "") == 0


def test_runs_of_words_of_a_short_text_are_the_whole() -> None:
    assert shingles("ab", 3) == {("a", "b")}
    assert shingles("abcd", 3) == {("a", "b", "c"), ("b", "c", "d")}
    assert shingles("", 3) == frozenset()
