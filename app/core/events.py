"""What has happened in an attempt: facts in the past tense, each with its moment. Append-only."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.ids import OptionId
from app.core.moment import Moment
from app.core.paper import Paper
from app.core.terms import Cause, EndReason, Policy


@dataclass(frozen=True, slots=True)
class Started:
    """The exam clock started; the event carries the whole paper.

    `limit_ms` is the time allowed, extra time included; `language` that of the questions.
    """

    at: Moment
    paper: Paper
    policy: Policy
    limit_ms: int
    extra_percent: int
    candidate: str
    language: str


@dataclass(frozen=True, slots=True)
class Visited:
    """A question came on the screen. `question` is its index on the paper, from 0."""

    at: Moment
    question: int


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to a question became `chosen` (option ids as shown); empty when it was cleared."""

    at: Moment
    question: int
    chosen: tuple[OptionId, ...]


@dataclass(frozen=True, slots=True)
class Flagged:
    """A question was flagged for review, or the flag was taken off."""

    at: Moment
    question: int
    on: bool


@dataclass(frozen=True, slots=True)
class StruckOut:
    """An option was struck out, or restored."""

    at: Moment
    question: int
    option: OptionId
    on: bool


@dataclass(frozen=True, slots=True)
class Highlight:
    """A marked run of a stem: the block's number and the character range [start, end) in its words."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Highlighted:
    """The marks in a stem, as it reads in one language, became these."""

    at: Moment
    question: int
    language: str
    marks: tuple[Highlight, ...]


@dataclass(frozen=True, slots=True)
class Commented:
    """The candidate's comment on a question became `text`; possible after the end too."""

    at: Moment
    question: int
    text: str


@dataclass(frozen=True, slots=True)
class BreakTaken:
    """The candidate left the screen (`on`) or came back; the clock runs all the while."""

    at: Moment
    on: bool


@dataclass(frozen=True, slots=True)
class Surveyed:
    """The candidate answered the survey after the exam: (question id, answer) pairs."""

    at: Moment
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Warned:
    """The warning for `minutes` left was given."""

    at: Moment
    minutes: int


@dataclass(frozen=True, slots=True)
class Beat:
    """The exam was still running: what bounds the time lost by a crash."""

    at: Moment


@dataclass(frozen=True, slots=True)
class Interrupted:
    """The exam stopped before its end."""

    at: Moment
    cause: Cause


@dataclass(frozen=True, slots=True)
class Resumed:
    """The exam went on after an interruption."""

    at: Moment


@dataclass(frozen=True, slots=True)
class Ended:
    """The exam is over. For an expired one `at` is the deadline."""

    at: Moment
    reason: EndReason


Event = (
    Started
    | Visited
    | Answered
    | Flagged
    | StruckOut
    | Highlighted
    | Commented
    | BreakTaken
    | Surveyed
    | Warned
    | Beat
    | Interrupted
    | Resumed
    | Ended
)
