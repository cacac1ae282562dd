"""What can be asked of an attempt: wishes in the imperative. The moment is handed to `decide`."""

from __future__ import annotations

from dataclasses import dataclass

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


Command = Start | Visit | Answer | Flag | StrikeOut | Tick | Interrupt | Resume | End
