"""Decide: (state, command, moment) → events, or a refusal. No clock, no id is made here."""

from __future__ import annotations

from typing import assert_never

from app.core.acts import Act, act
from app.core.attempt import Attempt, Phase, apply, suspended
from app.core.commands import (
    Answer,
    AnswerSurvey,
    Command,
    Comment,
    End,
    Flag,
    Interrupt,
    Mark,
    Resume,
    Start,
    StrikeOut,
    TakeBreak,
    Tick,
    Visit,
)
from app.core.events import (
    Beat,
    BreakTaken,
    Ended,
    Event,
    Interrupted,
    Resumed,
    Started,
    Surveyed,
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
        return _after_the_end(attempt, command, now)
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
        case TakeBreak(on=on):
            return _take_break(attempt, on, now)
        case AnswerSurvey():
            return Refusal.NOT_ENDED
        case Visit() | Answer() | Flag() | StrikeOut() | Mark() | Comment():
            return _act(attempt, command, now)
    assert_never(command)


def _after_the_end(attempt: Attempt, command: Command, now: Moment) -> Events | Refusal:
    """Comments and the survey change no score; nothing else is possible any more."""
    if isinstance(command, Comment):
        return act(attempt, command, now)
    if isinstance(command, AnswerSurvey):
        return () if command.answers == attempt.survey else (Surveyed(now, command.answers),)
    return Refusal.ENDED


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
    # Who wakes seconds before the end is warned at once: there may be no other tick.
    awake = attempt
    for event in woken:
        awake = apply(awake, event)
    warnings = tuple(Warned(now, minutes) for minutes in due_warnings(awake, now))
    return (*woken, *warnings) or ((Beat(now),) if beat else ())


def _act(attempt: Attempt, command: Act, now: Moment) -> Events | Refusal:
    if not _runs(attempt, now):
        return Refusal.NOT_RUNNING
    if attempt.on_break:
        return Refusal.ON_BREAK
    events = act(attempt, command, now)
    return events if isinstance(events, Refusal) else (*_wake(attempt, now), *events)


def _take_break(attempt: Attempt, on: bool, now: Moment) -> Events | Refusal:
    if not _runs(attempt, now):
        return Refusal.NOT_RUNNING
    unchanged = on == attempt.on_break
    return () if unchanged else (*_wake(attempt, now), BreakTaken(now, on))


def _runs(attempt: Attempt, now: Moment) -> bool:
    return attempt.phase is Phase.RUNNING and attempt.last.run == now.run


def _wake(attempt: Attempt, now: Moment) -> Events:
    """After a suspend, say that there was one: under the centre policy its time is kept."""
    if not suspended(attempt, now):
        return ()
    return (*_lost(attempt, now), Resumed(now))
