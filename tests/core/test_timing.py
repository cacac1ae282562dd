"""Time as a function of events and of a moment that is handed in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.attempt import (
    HEARTBEAT_MS,
    SET_MS,
    SUSPEND_GAP_MS,
    Attempt,
    apply,
    beat_due,
    begin,
    suspended,
)
from app.core.events import Beat, Ended, Warned
from app.core.moment import Moment
from app.core.terms import EndReason, Policy
from app.core.timing import deadline, due_warnings, expired, limit_ms, remaining_ms, used_ms
from tests.support.attempts import make_started
from tests.support.papers import EPOCH_MS, make_moment

MINUTE = 60_000
RUNNING = begin(make_started())
"""An exam of 90 minutes, just started, under the centre policy."""


@pytest.mark.parametrize(
    ("minutes", "extra", "expected"),
    [(90, 0, 90), (120, 25, 150), (120, 50, 180), (45, 100, 90), (90, 25, 112.5)],
)
def test_time_allowed(minutes: int, extra: int, expected: float) -> None:
    assert limit_ms(minutes, extra) == expected * MINUTE


def test_time_runs_while_the_exam_runs() -> None:
    assert used_ms(RUNNING, make_moment(40_000)) == 40_000
    assert remaining_ms(RUNNING, make_moment(40_000)) == 90 * MINUTE - 40_000


def test_a_longer_silence_is_a_suspend() -> None:
    assert not suspended(RUNNING, make_moment(SUSPEND_GAP_MS))
    assert suspended(RUNNING, make_moment(SUSPEND_GAP_MS + 1))


def test_a_sign_of_life_is_due_after_a_heartbeat_or_when_the_wall_clock_was_set() -> None:
    quiet = make_moment(HEARTBEAT_MS - 1)
    assert not beat_due(RUNNING, quiet)
    assert beat_due(RUNNING, make_moment(HEARTBEAT_MS))
    for jump in (SET_MS, -SET_MS, 60 * MINUTE):
        assert beat_due(RUNNING, replace(quiet, wall_ms=quiet.wall_ms + jump))


def test_an_ended_exam_stands_still_and_does_not_expire() -> None:
    ended = apply(RUNNING, Ended(make_moment(1000), EndReason.FINISHED))
    assert remaining_ms(ended, make_moment(99 * MINUTE)) == 90 * MINUTE - 1000
    assert not expired(ended, make_moment(99 * MINUTE))


def test_a_deadline_lies_where_the_time_ran_out() -> None:
    strict = begin(replace(make_started(), policy=Policy.STRICT))
    assert expired(strict, make_moment(91 * MINUTE))
    assert deadline(strict, make_moment(91 * MINUTE)) == make_moment(90 * MINUTE)


@pytest.mark.parametrize(
    ("left_ms", "due"),
    [
        (30 * MINUTE + 1, ()),
        (30 * MINUTE, (30,)),
        (14 * MINUTE, (30, 15)),
        (5 * MINUTE, (30, 15, 5)),
        (1, (30, 15, 5, 1)),
    ],
)
def test_due_warnings(left_ms: int, due: tuple[int, ...]) -> None:
    late = apply_until(90 * MINUTE - left_ms)
    assert due_warnings(late, late.last) == due


def test_a_warning_given_is_not_due() -> None:
    late = apply_until(76 * MINUTE)
    assert due_warnings(apply(late, Warned(late.last, 30)), late.last) == (15,)


def test_within_a_run_the_steady_clock_counts_and_across_runs_the_wall_clock() -> None:
    before, after = Moment(1000, 500, "a"), Moment(9000, 700, "a")
    assert after.since(before) == 200
    assert Moment(9000, 3, "b").since(before) == 8000


def test_no_span_is_negative() -> None:
    assert Moment(0, 500, "a").since(Moment(1000, 700, "a")) == 0
    assert Moment(0, 500, "b").since(Moment(1000, 300, "a")) == 0


def test_a_moment_earlier_in_the_same_run() -> None:
    assert make_moment(500).earlier_by(200) == Moment(EPOCH_MS + 300, 300, make_moment().run)


def apply_until(ms: int) -> Attempt:
    """The exam after running for so long, without a warning."""
    attempt = RUNNING
    for beat in range(30_000, ms, 30_000):
        attempt = apply(attempt, Beat(make_moment(beat)))
    return apply(attempt, Beat(make_moment(ms)))
