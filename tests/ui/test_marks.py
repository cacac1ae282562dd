"""Highlights as values: how they join, and where they lie in a document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.events import Highlight
from app.ui.widgets.marks import JOINER, added, covering, offset_of, position_of, without

A, B, OTHER = Highlight(0, 2, 5), Highlight(0, 8, 9), Highlight(1, 0, 4)


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (Highlight(0, 6, 7), (A, Highlight(0, 6, 7), B, OTHER)),
        (Highlight(0, 5, 8), (Highlight(0, 2, 9), OTHER)),
        (Highlight(0, 0, 20), (Highlight(0, 0, 20), OTHER)),
        (Highlight(0, 3, 4), (A, B, OTHER)),
        (Highlight(2, 0, 1), (A, B, OTHER, Highlight(2, 0, 1))),
    ],
)
def test_runs_that_touch_become_one(new: Highlight, expected: tuple[Highlight, ...]) -> None:
    assert added((A, B, OTHER), new) == expected


def test_a_mark_is_found_by_a_run_inside_it_or_a_place_in_it() -> None:
    marks = (A, B, OTHER)
    assert covering(marks, Highlight(0, 3, 5)) == covering(marks, Highlight(0, 2, 2)) == A
    assert covering(marks, Highlight(0, 5, 5)) is covering(marks, Highlight(0, 3, 6)) is None


def test_a_mark_is_taken_off_alone() -> None:
    assert without((A, B, OTHER), B) == (A, OTHER)


@given(st.text(st.sampled_from(["a", "試", "𝒳", JOINER]), max_size=20), st.data())
def test_an_offset_survives_the_way_through_the_document(text: str, data: st.DataObject) -> None:
    words = text.replace(JOINER, "")
    offset = data.draw(st.integers(0, len(words)))
    position = position_of(text, offset)
    assert offset_of(text, position) == offset
    before = text.encode("utf-16-le")[: 2 * position].decode("utf-16-le")
    assert before.replace(JOINER, "") == words[:offset]
