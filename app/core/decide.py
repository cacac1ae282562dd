"""Decide: (state, command, moment) → events, or a refusal. No clock, no id is made here."""

from __future__ import annotations

from typing import assert_never

from app.core.attempt import Attempt, Phase, suspended
from app.core.commands import (
    Answer,
    Command,
    End,
    Flag,
    Interrupt,
    Resume,
    Start,
    StrikeOut,
    Tick,
    Visit,
)
from app.core.events import (
    Answered,
    Beat,
    Ended,
    Event,
    Flagged,
    Interrupted,
    Resumed,
    Started,
    StruckOut,
    Visited,
    Warned,
)
from app.core.moment import Moment
from app.core.refusals import Refusal
from app.core.terms import Cause, EndReason
from app.core.timing import (
    EXTRA_PERCENTS,
    deadline,
    due_warnings,
    expired,
    limit_ms,
)

Events = tuple[Event, ...]


def decide(attempt: Attempt | None, command: Command, now: Moment) -> Events | Refusal:
    """What follows from a command.

    Whatever is asked of an attempt whose time is up, the answer is that it has expired; what
    had been answered by then stands.
    """
    if isinstance(command, Start):
        return _start(attempt, command, now)
    if attempt is None:
        return Refusal.NOT_STARTED
    if attempt.ended:
        return Refusal.ENDED
    if expired(attempt, now) and not _discards(command):
        return (*_lost(attempt, now), Ended(deadline(attempt, now), EndReason.EXPIRED))
    match command:
        case Resume():
            return _resume(attempt, now)
        case End(reason=reason):
            return _end(attempt, reason, now)
        case Interrupt():
            return _interrupt(attempt, now)
        case Tick(beat=beat):
            return _tick(attempt, beat, now)
        case Visit() | Answer() | Flag() | StrikeOut():
            return _act(attempt, command, now)
    assert_never(command)


def _discards(command: Command) -> bool:
    return isinstance(command, End) and command.reason is EndReason.DISCARDED


def _start(attempt: Attempt | None, command: Start, now: Moment) -> Events | Refusal:
    if attempt is not None:
        return Refusal.ALREADY_STARTED
    if not command.paper.questions:
        return Refusal.EMPTY_PAPER
    if command.extra_percent not in EXTRA_PERCENTS:
        return Refusal.BAD_EXTRA_TIME
    started = Started(
        at=now,
        paper=command.paper,
        policy=command.policy,
        limit_ms=limit_ms(command.paper.profile.minutes, command.extra_percent),
        extra_percent=command.extra_percent,
        candidate=command.candidate,
        language=command.language,
    )
    return (started, Visited(now, 0))


def _resume(attempt: Attempt, now: Moment) -> Events | Refusal:
    """A program that was lost could not say so: its interruption is dated to its last sign of life."""
    if attempt.phase is Phase.INTERRUPTED:
        return (Resumed(now),)
    if attempt.last.run == now.run:
        return Refusal.ALREADY_RUNNING
    return (*_lost(attempt, now), Resumed(now))


def _lost(attempt: Attempt, now: Moment) -> Events:
    """The interruption that nobody could record when it came: a program that died, a suspended computer."""
    if attempt.phase is Phase.RUNNING and attempt.last.run != now.run:
        return (Interrupted(attempt.last, Cause.LOST),)
    if suspended(attempt, now):
        return (Interrupted(attempt.last, Cause.SUSPENDED),)
    return ()


def _end(attempt: Attempt, reason: EndReason, now: Moment) -> Events | Refusal:
    if reason is EndReason.EXPIRED:
        return Refusal.NOT_FOR_THE_CANDIDATE
    return (*(_wake(attempt, now) or _lost(attempt, now)), Ended(now, reason))


def _interrupt(attempt: Attempt, now: Moment) -> Events | Refusal:
    if not _runs(attempt, now):
        return Refusal.NOT_RUNNING
    return (*_wake(attempt, now), Interrupted(now, Cause.CLOSED))


def _tick(attempt: Attempt, beat: bool, now: Moment) -> Events | Refusal:
    if not _runs(attempt, now):
        return Refusal.NOT_RUNNING
    woken = _wake(attempt, now)
    if woken:
        return woken
    warnings = tuple(Warned(now, minutes) for minutes in due_warnings(attempt, now))
    return warnings or ((Beat(now),) if beat else ())


def _act(attempt: Attempt, command: Visit | Answer | Flag | StrikeOut, now: Moment) -> Events | Refusal:
    if not _runs(attempt, now):
        return Refusal.NOT_RUNNING
    if not 0 <= command.question < len(attempt.paper.questions):
        return Refusal.NO_SUCH_QUESTION
    event = _event(attempt, command, now)
    if isinstance(event, Refusal):
        return event
    return (*_wake(attempt, now), *event)


def _event(attempt: Attempt, command: Visit | Answer | Flag | StrikeOut, now: Moment) -> Events | Refusal:
    """The fact that a candidate's action makes; none when nothing would change."""
    question = attempt.paper.questions[command.question]
    response = attempt.responses[command.question]
    match command:
        case Visit(question=index):
            here = attempt.current == index and response.seen
            return () if here else (Visited(now, index),)
        case Answer(question=index, chosen=chosen):
            if not set(chosen) <= set(question.order) or len(set(chosen)) != len(chosen):
                return Refusal.NO_SUCH_OPTION
            if len(chosen) > question.item.to_choose:
                return Refusal.TOO_MANY_CHOSEN
            in_order = tuple(option for option in question.order if option in chosen)
            return () if in_order == response.chosen else (Answered(now, index, in_order),)
        case Flag(question=index, on=on):
            return () if on == response.flagged else (Flagged(now, index, on),)
        case StrikeOut(question=index, option=option, on=on):
            if option not in question.order:
                return Refusal.NO_SUCH_OPTION
            unchanged = on == (option in response.struck) or (on and option in response.chosen)
            return () if unchanged else (StruckOut(now, index, option, on),)
    assert_never(command)


def _runs(attempt: Attempt, now: Moment) -> bool:
    return attempt.phase is Phase.RUNNING and attempt.last.run == now.run


def _wake(attempt: Attempt, now: Moment) -> Events:
    """After a suspend, say that there was one: under the centre policy its time is kept."""
    if not suspended(attempt, now):
        return ()
    return (*_lost(attempt, now), Resumed(now))
