"""Code becomes runs of one kind each, line by line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.markup import Code
from app.markup.code import Kind, Run, runs

LANGUAGES = st.sampled_from(["python", "sql", "json", "yaml", "text", "", "klingon"])


def kinds(text: str, language: str) -> list[list[tuple[str, Kind]]]:
    lines = text.split("\n")
    found = runs(Code(text, language))
    return [[(line[r.start : r.end], r.kind) for r in row] for line, row in zip(lines, found, strict=True)]


def test_python_is_told_apart() -> None:
    first, second = kinds("def score(x):  # why\n    return x + 1.5", "python")
    assert first == [("def", Kind.KEYWORD), ("score", Kind.NAME), ("# why", Kind.COMMENT)]
    assert second == [("return", Kind.KEYWORD), ("1.5", Kind.NUMBER)]


def test_a_string_over_lines_is_a_run_on_each() -> None:
    assert kinds('"""a\nb"""', "python") == [[('"""a', Kind.STRING)], [('b"""', Kind.STRING)]]


@pytest.mark.parametrize("language", ["klingon", "", "text", "none/such"])
def test_what_is_not_known_stays_plain(language: str) -> None:
    assert runs(Code("def f(): return 1", language)) == ((),)


def test_the_name_of_a_language_may_be_in_capitals() -> None:
    assert runs(Code("SELECT 1", "SQL"))[0][0] == Run(0, 6, Kind.KEYWORD)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=60), LANGUAGES)
def test_runs_lie_in_their_lines_and_one_after_the_other(text: str, language: str) -> None:
    lines, found = text.split("\n"), runs(Code(text, language))
    assert len(found) <= len(lines)
    for line, row in zip(lines, found, strict=False):
        edges = [edge for run in row for edge in (run.start, run.end)]
        assert edges == sorted(edges)
        assert not edges or edges[-1] <= len(line)
