from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reports.linebreak import NOT_AT_END, NOT_AT_START, balanced, break_lines, may_break

TEXTS = st.text("あい漢字ー、。」「（）っabc 12%問", max_size=60)
ROOMS = st.integers(3, 20)


def lines(text: str, room: float) -> list[str]:
    return [text[start:end] for start, end in break_lines(text, [1.0] * len(text), [room])]


@pytest.mark.parametrize(
    ("text", "room", "broken"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two   three", 8, ["one two", "three"]),
        ("unbroken", 3, ["unb", "rok", "en"]),
        ("今日は、晴れ。", 3, ["今日", "は、晴", "れ。"]),
        ("彼は「はい」と", 3, ["彼は", "「は", "い」と"]),
        ("正解は34問です", 5, ["正解は", "34問です"]),
        ("版のMLflowです", 5, ["版の", "MLflo", "wです"]),
        ("", 5, []),
        ("a", 0.5, ["a"]),
    ],
)
def test_lines(text: str, room: float, broken: list[str]) -> None:
    assert lines(text, room) == broken


@given(TEXTS, ROOMS)
def test_nothing_is_lost_and_nothing_stands_out(text: str, room: int) -> None:
    broken = lines(text, room)
    assert "".join(broken).replace(" ", "") == text.replace(" ", "")
    assert all(len(line) <= room for line in broken)


@given(TEXTS, TEXTS)
def test_kinsoku(before: str, after: str) -> None:
    if before and after and may_break(before[-1], after[0]):
        assert after[0] not in NOT_AT_START
        assert before[-1] not in NOT_AT_END


def test_the_first_line_may_have_its_own_width() -> None:
    text = "aaa bbb ccc"
    assert list(break_lines(text, [1.0] * len(text), [3, 7])) == [(0, 3), (4, 11)]


def test_a_few_letters_do_not_stand_alone() -> None:
    text = "あ" * 41
    broken = balanced(text, [1.0] * 41, [20])
    assert [end - start for start, end in broken] == [18, 18, 5]


def test_no_line_is_added_to_avoid_that() -> None:
    text = "あ" * 21
    assert len(balanced(text, [1.0] * 21, [20])) == 2
