"""The state of an attempt is a fold over its events; nothing is ever updated in place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

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
from app.core.ids import OptionId
from app.core.moment import Moment
from app.core.paper import Paper, Question
from app.core.terms import Cause, EndReason, Policy

HEARTBEAT_MS = 15_000
"""A running exam leaves an event at least this often: the most exam time a crash can lose."""

SUSPEND_GAP_MS = 4 * HEARTBEAT_MS
"""A silence longer than this, in one run of the program, means that the computer was suspended."""


SET_MS = 1_000
"""The wall clock has been set when it gained or lost as much on the steady one: drift is far slower."""


class Phase(StrEnum):
    """Where an attempt is in its life."""

    RUNNING = "running"
    INTERRUPTED = "interrupted"
    ENDED = "ended"


class Status(StrEnum):
    """What the navigator says of a question."""

    UNSEEN = "unseen"
    INCOMPLETE = "incomplete"
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class Response:
    """What the candidate did with one question.

    `chosen` keeps the order shown; `complete_answers` lists every complete answer given, in time
    order, so that changes can be told; `spent_ms` is the time on the screen.
    """

    seen: bool = False
    chosen: tuple[OptionId, ...] = ()
    flagged: bool = False
    struck: frozenset[OptionId] = frozenset()
    spent_ms: int = 0
    complete_answers: tuple[tuple[OptionId, ...], ...] = ()
    comment: str = ""
    highlights: tuple[tuple[str, tuple[Highlight, ...]], ...] = ()

    def marks(self, language: str) -> tuple[Highlight, ...]:
        """The highlights in the stem as it reads in a language."""
        return dict(self.highlights).get(language, ())


@dataclass(frozen=True, slots=True)
class Interruption:
    """A stretch in which the exam did not run; `back` is None while it lasts; `kept`: time stood still."""

    left: Moment
    cause: Cause
    back: Moment | None
    kept: bool


@dataclass(frozen=True, slots=True)
class Attempt:
    """The whole state of an attempt. `used_ms`: exam time used up to `last`; `version`: number of events."""

    version: int
    paper: Paper
    policy: Policy
    limit_ms: int
    extra_percent: int
    candidate: str
    language: str
    phase: Phase
    started: Moment
    last: Moment
    used_ms: int
    current: int
    responses: tuple[Response, ...]
    warned: frozenset[int]
    interruptions: tuple[Interruption, ...]
    end_reason: EndReason | None
    ended_at: Moment | None = None
    on_break: bool = False
    breaks: int = 0
    break_ms: int = 0
    survey: tuple[tuple[str, str], ...] = ()

    @property
    def ended(self) -> bool:
        """Whether the attempt is over."""
        return self.phase is Phase.ENDED

    def status(self, question: int) -> Status:
        """Unseen, incomplete or complete; too few choices of a multiple item are incomplete."""
        response = self.responses[question]
        if len(response.chosen) == self.paper.questions[question].item.to_choose:
            return Status.COMPLETE
        return Status.INCOMPLETE if response.seen else Status.UNSEEN


def begin(event: Started) -> Attempt:
    """The state right after the clock started: the first question is not yet visited."""
    return Attempt(
        version=1,
        paper=event.paper,
        policy=event.policy,
        limit_ms=event.limit_ms,
        extra_percent=event.extra_percent,
        candidate=event.candidate,
        language=event.language,
        phase=Phase.RUNNING,
        started=event.at,
        last=event.at,
        used_ms=0,
        current=0,
        responses=(Response(),) * len(event.paper.questions),
        warned=frozenset(),
        interruptions=(),
        end_reason=None,
    )


def fold(events: Iterable[Event]) -> Attempt | None:
    """The state after all events; None when there are none.

    Raises ValueError when the first event is not `Started` or another one is.
    """
    attempt: Attempt | None = None
    for event in events:
        attempt = apply(attempt, event)
    return attempt


def apply(attempt: Attempt | None, event: Event) -> Attempt:
    """The state after one more event."""
    if attempt is None:
        if not isinstance(event, Started):
            raise ValueError("an attempt begins with Started")
        return begin(event)
    return _apply(_advance(attempt, event), event)


def gap_ms(attempt: Attempt, now: Moment) -> int:
    """Exam time between the last event and `now`, under the attempt's policy.

    While the exam runs it is time. While it does not, from one run of the program to the next, and
    through a suspend, it is time under the strict policy alone.
    """
    if attempt.phase is Phase.ENDED:
        return 0
    stood_still = attempt.phase is Phase.INTERRUPTED or now.run != attempt.last.run or suspended(attempt, now)
    if stood_still and attempt.policy is Policy.CENTRE:
        return 0
    return now.since(attempt.last)


def suspended(attempt: Attempt, now: Moment) -> bool:
    """Whether the silence since the last event can only be a suspended computer.

    A running exam leaves an event every `HEARTBEAT_MS`.
    """
    return (
        attempt.phase is Phase.RUNNING
        and now.run == attempt.last.run
        and now.since(attempt.last) > SUSPEND_GAP_MS
    )


def beat_due(attempt: Attempt, now: Moment) -> bool:
    """Whether a running exam ought to leave a sign of life.

    Also at once when somebody has set the wall clock: should the program die, the time until it is back is
    measured by that clock from the last event on, and that event has to know its new reading.
    """
    last = attempt.last
    return now.since(last) >= HEARTBEAT_MS or abs(now.set_by(last)) >= SET_MS


def _advance(attempt: Attempt, event: Event) -> Attempt:
    """Let the exam clock, and that of the question on the screen, run up to the event."""
    gap = min(gap_ms(attempt, event.at), attempt.limit_ms - attempt.used_ms)
    responses = attempt.responses
    if attempt.on_break and attempt.phase is Phase.RUNNING:
        attempt = replace(attempt, break_ms=attempt.break_ms + gap)
    elif gap and attempt.phase is Phase.RUNNING and event.at.run == attempt.last.run:
        on_screen = responses[attempt.current]
        spent = replace(on_screen, spent_ms=on_screen.spent_ms + gap)
        responses = _put(responses, attempt.current, spent)
    return replace(
        attempt,
        version=attempt.version + 1,
        last=event.at,
        used_ms=attempt.used_ms + gap,
        responses=responses,
    )


def _apply(attempt: Attempt, event: Event) -> Attempt:
    match event:
        case Visited(question=index):
            seen = replace(attempt.responses[index], seen=True)
            return replace(attempt, responses=_put(attempt.responses, index, seen), current=index)
        case Answered() | Flagged() | StruckOut() | Highlighted() | Commented():
            response = _respond(attempt, event)
            return replace(attempt, responses=_put(attempt.responses, event.question, response))
        case BreakTaken(on=on):
            return replace(attempt, on_break=on, breaks=attempt.breaks + on)
        case Surveyed(answers=answers):
            return replace(attempt, survey=answers)
        case Warned(minutes=minutes):
            return replace(attempt, warned=attempt.warned | {minutes})
        case Beat():
            return attempt
        case Interrupted() | Resumed() | Ended():
            return _pass_on(attempt, event)
        case Started():
            raise ValueError("an attempt starts once")
    assert_never(event)


def _pass_on(attempt: Attempt, event: Interrupted | Resumed | Ended) -> Attempt:
    """From one phase to the next; nobody stays on a break through it."""
    match event:
        case Interrupted(at=at, cause=cause):
            stop = Interruption(at, cause, None, attempt.policy is Policy.CENTRE)
            stops = (*attempt.interruptions, stop)
            return replace(attempt, phase=Phase.INTERRUPTED, interruptions=stops, on_break=False)
        case Resumed(at=at):
            return replace(_back(attempt, at), phase=Phase.RUNNING)
        case Ended(at=at, reason=reason):
            return replace(attempt, phase=Phase.ENDED, end_reason=reason, ended_at=at, on_break=False)
    assert_never(event)


def _respond(attempt: Attempt, event: Answered | Flagged | StruckOut | Highlighted | Commented) -> Response:
    response = attempt.responses[event.question]
    match event:
        case Answered(question=index, chosen=chosen):
            return _answered(attempt, index, chosen)
        case Flagged(on=on):
            return replace(response, flagged=on)
        case StruckOut(option=option, on=on):
            struck = response.struck | {option} if on else response.struck - {option}
            return replace(response, struck=struck)
        case Highlighted(language=language, marks=marks):
            others = tuple(pair for pair in response.highlights if pair[0] != language)
            return replace(response, highlights=(*others, (language, marks)))
        case Commented(text=text):
            return replace(response, comment=text)
    assert_never(event)


def _answered(attempt: Attempt, index: int, chosen: tuple[OptionId, ...]) -> Response:
    """A chosen option is no longer struck out; complete answers that differ from the last are kept."""
    response = attempt.responses[index]
    question: Question = attempt.paper.questions[index]
    history = response.complete_answers
    complete = len(chosen) == question.item.to_choose
    if complete and (not history or set(history[-1]) != set(chosen)):
        history = (*history, chosen)
    return replace(
        response,
        seen=True,
        chosen=chosen,
        struck=response.struck - set(chosen),
        complete_answers=history,
    )


def _back(attempt: Attempt, at: Moment) -> Attempt:
    if not attempt.interruptions:
        return attempt
    *before, last = attempt.interruptions
    return replace(attempt, interruptions=(*before, replace(last, back=at)))


def _put(responses: tuple[Response, ...], index: int, response: Response) -> tuple[Response, ...]:
    return (*responses[:index], response, *responses[index + 1 :])
