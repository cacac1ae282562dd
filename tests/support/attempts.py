"""Events and outcomes to write into a journal."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.events import (
    Answered,
    Beat,
    BreakTaken,
    Commented,
    Ended,
    Event,
    Flagged,
    Highlight,
    Highlighted,
    Interrupted,
    Resumed,
    Started,
    StruckOut,
    Surveyed,
    Visited,
    Warned,
)
from app.core.history import Outcome
from app.core.ids import AttemptId, ItemId, OptionId
from app.core.paper import Paper
from app.core.terms import Cause, EndReason, Policy
from app.services.ports import Journal
from tests.support.papers import EPOCH_MS, make_moment, make_paper

FIRST = AttemptId("attempt-0001")


def make_started(at_ms: int = 0, *, paper: Paper | None = None, candidate: str = "Ada 試験") -> Started:
    """The start of an attempt on `paper`, or on one of three questions."""
    return Started(
        at=make_moment(at_ms),
        paper=paper or make_paper(multiple_every=2),
        policy=Policy.CENTRE,
        limit_ms=90 * 60_000,
        extra_percent=0,
        candidate=candidate,
        language="ja",
    )


def make_answers(count: int, start_ms: int = 1) -> tuple[Answered, ...]:
    """That many answers to the first question, one a millisecond."""
    return tuple(Answered(make_moment(start_ms + n), 0, (OptionId("a"),)) for n in range(count))


def one_of_each() -> tuple[Event, ...]:
    """One event of every kind, with the awkward values: empty, Japanese, false."""
    at = make_moment(5)
    return (
        make_started(),
        Visited(at, 0),
        Answered(at, 1, ()),
        Answered(at, 1, (OptionId("a"), OptionId("c"))),
        Flagged(at, 2, on=False),
        StruckOut(at, 0, OptionId("選択"), on=True),
        Highlighted(at, 0, "ja", (Highlight(0, 2, 5), Highlight(1, 0, 1))),
        Commented(at, 1, "なぜ?\n<b>"),
        BreakTaken(at, on=True),
        Surveyed(at, (("difficulty", "as expected"),)),
        Warned(at, 15),
        Beat(at),
        Interrupted(at, Cause.LOST),
        Resumed(at),
        Ended(at, EndReason.SCORED_AS_IT_STANDS),
    )


def make_outcome(
    ended_ms: int = 1000,
    *,
    reason: EndReason = EndReason.FINISHED,
    correct: int = 2,
    shown: Sequence[str] = ("d1-t1-q1", "d1-t1-q2"),
) -> Outcome:
    """What an attempt that ended `ended_ms` after the first moment leaves."""
    items = tuple(ItemId(item) for item in shown)
    return Outcome(reason, EPOCH_MS + ended_ms, 900, correct, 3, items)


def sit(
    journal: Journal, attempt: str = FIRST, at_ms: int = 0, outcome: Outcome | None = None
) -> tuple[Event, ...]:
    """Write a short attempt, ended when there is an outcome; the events written."""
    name = AttemptId(attempt)
    begun: tuple[Event, ...] = (make_started(at_ms), Visited(make_moment(at_ms), 0))
    journal.append(name, 0, begun)
    if outcome is None:
        return begun
    end = Ended(make_moment(outcome.ended_ms - EPOCH_MS), outcome.reason)
    journal.append(name, len(begun), (end,), outcome)
    return (*begun, end)
