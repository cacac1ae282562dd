"""Attempts in short: what lists show, and what the end of an attempt leaves for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from app.core.exam import Axis
from app.core.ids import AttemptId, ExamId, ItemId, ProfileId, StratumId, TopicId
from app.core.terms import EndReason

if TYPE_CHECKING:
    from app.core.attempt import Attempt
    from app.core.scoring import Result


@dataclass(frozen=True, slots=True)
class Record:
    """One question of an ended attempt in short: what statistics over many attempts are made of.

    `shown`: it came on the screen. `counts`: the attempt was not discarded. `ended_ms` is the
    attempt's end (ms since the epoch), `spent_ms` the time on the screen.
    """

    attempt: AttemptId
    exam: ExamId
    item: ItemId
    topic: TopicId
    domain: StratumId
    section: StratumId
    shown: bool
    correct: bool
    spent_ms: int
    ended_ms: int
    counts: bool = True

    def stratum(self, axis: Axis) -> StratumId:
        """Its domain or its official section."""
        return self.domain if axis is Axis.DOMAIN else self.section


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the end of an attempt adds to the history. `shown`: the items the candidate has met."""

    reason: EndReason
    ended_ms: int
    used_ms: int
    correct: int
    questions: int
    shown: tuple[ItemId, ...]


class Head(NamedTuple):
    """One attempt as a row of a list; what its end adds is None while it is unfinished.

    A tuple, for lists of a thousand are read before they are painted.
    """

    id: AttemptId
    exam: ExamId
    profile: ProfileId
    form: str
    candidate: str
    started_ms: int
    reason: EndReason | None
    ended_ms: int | None
    used_ms: int | None
    correct: int | None
    questions: int

    @property
    def unfinished(self) -> bool:
        """Whether the attempt can still be resumed."""
        return self.reason is None

    @property
    def counts(self) -> bool:
        """Whether the attempt has a score that belongs into statistics."""
        return self.reason is not None and self.reason is not EndReason.DISCARDED


@dataclass(frozen=True, slots=True)
class Binned:
    """An attempt in the bin, and when it was put there (ms since the epoch)."""

    head: Head
    binned_ms: int


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of merging a history into another one, in numbers of attempts.

    `added` were not there; `extended` went on elsewhere; `known` were there as they are; `differing`
    went on in two places, and stay here as they are.
    """

    added: int = 0
    extended: int = 0
    known: int = 0
    differing: int = 0


def outcome(attempt: Attempt, result: Result) -> Outcome:
    """The outcome of an ended attempt; ValueError when it has not ended."""
    if attempt.end_reason is None or attempt.ended_at is None:
        raise ValueError("the attempt has not ended")
    return Outcome(
        reason=attempt.end_reason,
        ended_ms=attempt.ended_at.wall_ms,
        used_ms=attempt.used_ms,
        correct=result.correct,
        questions=result.questions,
        shown=tuple(
            question.item.id
            for question, response in zip(attempt.paper.questions, attempt.responses, strict=True)
            if response.seen
        ),
    )
