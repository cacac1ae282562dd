"""What can be asked of an attempt: wishes in the imperative. The moment is handed to `decide`."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.events import Highlight
from app.core.ids import OptionId
from app.core.paper import Paper
from app.core.terms import EndReason, Policy


@dataclass(frozen=True, slots=True)
class Start:
    """Start the exam clock on a paper. `extra_percent` lengthens the profile's time."""

    paper: Paper
    policy: Policy
    extra_percent: int
    candidate: str
    language: str


@dataclass(frozen=True, slots=True)
class Visit:
    """Show a question (index from 0)."""

    question: int


@dataclass(frozen=True, slots=True)
class Answer:
    """Make `chosen` the answer to a question; an empty one clears it."""

    question: int
    chosen: tuple[OptionId, ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """Set or take off the flag of a question."""

    question: int
    on: bool


@dataclass(frozen=True, slots=True)
class StrikeOut:
    """Strike out an option, or restore it."""

    question: int
    option: OptionId
    on: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """Make `marks` the highlights of a question's stem as it reads in `language`."""

    question: int
    language: str
    marks: tuple[Highlight, ...]


@dataclass(frozen=True, slots=True)
class Comment:
    """Make `text` the comment on a question; an empty one takes it back. Allowed after the end too."""

    question: int
    text: str


@dataclass(frozen=True, slots=True)
class TakeBreak:
    """Begin an unscheduled break, or come back from it."""

    on: bool


@dataclass(frozen=True, slots=True)
class AnswerSurvey:
    """Answer the survey after the exam, once it has ended: (question id, answer) pairs."""

    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """Look at the clock: give due warnings, expire, notice a suspend; with `beat`, leave a heartbeat."""

    beat: bool = False


@dataclass(frozen=True, slots=True)
class Interrupt:
    """The window is closing: stop the exam in an orderly way."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on with an unfinished attempt."""


@dataclass(frozen=True, slots=True)
class End:
    """End the exam: finished, scored as it stands, or discarded. Expiry is decided by the clock alone."""

    reason: EndReason


Command = (
    Start
    | Visit
    | Answer
    | Flag
    | StrikeOut
    | Mark
    | Comment
    | TakeBreak
    | AnswerSurvey
    | Tick
    | Interrupt
    | Resume
    | End
)
