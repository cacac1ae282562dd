"""Two results side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.comparison import compare, gain
from app.core.scoring import Result
from tests.support.results import make_result


def result(correct: int, questions: int, started_ms: int = 0) -> Result:
    made = make_result()
    marks = (made.marks * questions)[:questions]
    return replace(made, marks=marks, correct=correct, started_ms=started_ms)


@pytest.mark.parametrize(
    ("before", "after", "low", "high"),
    [
        # Newcombe (1998), table II, method 10: 56/70 less 48/80, 9/10 less 3/10, 10/10 less 0/10.
        ((48, 80), (56, 70), 0.0524, 0.3339),
        ((3, 10), (9, 10), 0.1705, 0.8090),
        ((0, 10), (10, 10), 0.6075, 1.0000),
    ],
)
def test_the_gain_is_newcombes_interval(
    before: tuple[int, int], after: tuple[int, int], low: float, high: float
) -> None:
    found = gain(result(*before), result(*after))
    assert found.low == pytest.approx(low, abs=0.0001)
    assert found.high == pytest.approx(high, abs=0.0001)


def test_the_earlier_one_stands_first() -> None:
    late, early = result(30, 45, started_ms=2), result(20, 45, started_ms=1)
    for found in (compare(late, early), compare(early, late)):
        assert (found.before, found.after) == (early, late)
        assert found.gain.low < 10 / 45 < found.gain.high


def test_a_few_questions_tell_nothing_apart() -> None:
    assert not compare(result(30, 45), result(33, 45, 1)).told_apart
    assert compare(result(15, 45), result(35, 45, 1)).told_apart
    assert compare(result(35, 45), result(15, 45, 1)).told_apart


def test_a_domain_that_one_form_lacks_is_there() -> None:
    whole = result(30, 45)
    part = replace(whole, domains=whole.domains[1:], started_ms=1)
    pairs = compare(whole, part).domains
    assert len(pairs) == len(whole.domains)
    assert pairs[-1].after is None
    assert pairs[-1].before == whole.domains[0]
