"""The fold refuses histories that cannot be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.attempt import Phase, Status, apply, begin, fold
from app.core.events import Beat, Interrupted, Resumed, Started
from app.core.terms import Cause, Policy
from tests.support.attempts import make_started
from tests.support.exam_script import script_paper
from tests.support.papers import make_moment

STARTED = Started(make_moment(), script_paper(), Policy.CENTRE, 60_000, 0, "Ada", "ja")


def test_no_events_are_no_attempt() -> None:
    assert fold(()) is None


def test_right_after_the_start_nothing_is_seen() -> None:
    attempt = begin(STARTED)
    assert [attempt.status(n) for n in range(3)] == [Status.UNSEEN] * 3
    assert (attempt.version, attempt.used_ms, attempt.phase) == (1, 0, Phase.RUNNING)


def test_an_attempt_keeps_what_it_was_started_with() -> None:
    attempt = begin(make_started(candidate="Grace"))
    assert (attempt.candidate, attempt.language, attempt.policy) == ("Grace", "ja", Policy.CENTRE)


def test_an_attempt_begins_with_its_start() -> None:
    with pytest.raises(ValueError, match="begins with Started"):
        fold((Beat(make_moment()),))


def test_an_attempt_starts_once() -> None:
    with pytest.raises(ValueError, match="starts once"):
        fold((STARTED, STARTED))


def test_a_resumption_without_an_interruption_is_borne() -> None:
    resumed = apply(begin(STARTED), Resumed(make_moment(5)))
    assert (resumed.phase, resumed.interruptions) == (Phase.RUNNING, ())


def test_time_is_never_used_beyond_the_limit_even_by_a_late_event() -> None:
    late = apply(begin(STARTED), Beat(make_moment(59_000)))
    assert apply(late, Beat(make_moment(99_000))).used_ms == 60_000


def test_a_state_is_not_touched_by_the_next_one() -> None:
    attempt = begin(STARTED)
    apply(attempt, Beat(make_moment(1000)))
    assert (attempt.version, attempt.used_ms) == (1, 0)


def test_the_cause_of_an_interruption_is_kept() -> None:
    stopped = apply(begin(STARTED), Interrupted(make_moment(5), Cause.CLOSED))
    assert stopped.interruptions[0].cause is Cause.CLOSED
    assert stopped.interruptions[0].back is None


def test_time_between_two_runs_is_charged_to_no_question() -> None:
    strict = begin(replace(STARTED, policy=Policy.STRICT))
    later = apply(strict, Beat(make_moment(20_000, run="run-2")))
    assert (later.used_ms, later.responses[0].spent_ms) == (20_000, 0)
