"""What a candidate can do to a question, as facts; the caller has seen to phase and clock."""

from __future__ import annotations

from typing import assert_never

from app.core.attempt import Attempt
from app.core.commands import Answer, Comment, Flag, Mark, StrikeOut, Visit
from app.core.events import (
    Answered,
    Commented,
    Event,
    Flagged,
    Highlighted,
    StruckOut,
    Visited,
)
from app.core.moment import Moment
from app.core.refusals import Refusal

Act = Visit | Answer | Flag | StrikeOut | Mark | Comment

COMMENT_LIMIT = 2000
"""Characters in a comment."""

MARKS_LIMIT = 200
"""Highlights in one stem."""


def act(attempt: Attempt, command: Act, now: Moment) -> tuple[Event, ...] | Refusal:
    """The fact that an action makes; none when nothing would change."""
    if not 0 <= command.question < len(attempt.paper.questions):
        return Refusal.NO_SUCH_QUESTION
    response = attempt.responses[command.question]
    match command:
        case Visit(question=index):
            here = attempt.current == index and response.seen
            return () if here else (Visited(now, index),)
        case Answer():
            return _answer(attempt, command, now)
        case Flag(question=index, on=on):
            return () if on == response.flagged else (Flagged(now, index, on),)
        case StrikeOut():
            return _strike_out(attempt, command, now)
        case Mark(question=index, language=language, marks=marks):
            if len(marks) > MARKS_LIMIT:
                return Refusal.TOO_LONG
            unchanged = marks == response.marks(language)
            return () if unchanged else (Highlighted(now, index, language, marks),)
        case Comment(question=index, text=text):
            if len(text) > COMMENT_LIMIT:
                return Refusal.TOO_LONG
            return () if text == response.comment else (Commented(now, index, text),)
    assert_never(command)


def _answer(attempt: Attempt, command: Answer, now: Moment) -> tuple[Event, ...] | Refusal:
    question = attempt.paper.questions[command.question]
    chosen = command.chosen
    if not set(chosen) <= set(question.order) or len(set(chosen)) != len(chosen):
        return Refusal.NO_SUCH_OPTION
    if len(chosen) > question.item.to_choose:
        return Refusal.TOO_MANY_CHOSEN
    in_order = tuple(option for option in question.order if option in chosen)
    unchanged = in_order == attempt.responses[command.question].chosen
    return () if unchanged else (Answered(now, command.question, in_order),)


def _strike_out(attempt: Attempt, command: StrikeOut, now: Moment) -> tuple[Event, ...] | Refusal:
    """A chosen option is not struck out: choosing takes a strike back."""
    option, on = command.option, command.on
    response = attempt.responses[command.question]
    if option not in attempt.paper.questions[command.question].order:
        return Refusal.NO_SUCH_OPTION
    unchanged = on == (option in response.struck) or (on and option in response.chosen)
    return () if unchanged else (StruckOut(now, command.question, option, on),)
