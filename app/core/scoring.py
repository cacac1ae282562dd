"""A result is a function of paper and attempt; every screen and every document shows the same one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from app.core.attempt import Attempt, Interruption, Response, Status
from app.core.exam import Axis
from app.core.ids import ItemId, OptionId, StratumId
from app.core.intervals import Interval, wilson
from app.core.paper import Paper, Question
from app.core.shrinkage import Tally, estimates
from app.core.terms import EndReason, Policy
from app.core.text import Text

TOTAL_CONFIDENCE = 0.95
FEWEST_TO_JUDGE = 5
"""Below this many questions a group is not judged: its interval would span most of the scale."""


class Verdict(StrEnum):
    """The score against the assumed pass line; CLEARLY when the whole interval lies on one side."""

    CLEARLY_ABOVE = "clearly_above"
    ABOVE = "above"
    BELOW = "below"
    CLEARLY_BELOW = "clearly_below"


class Band(StrEnum):
    """A group of questions against the assumed line; firm only when the band clears it."""

    ABOVE = "above"
    NEAR = "near"
    BELOW = "below"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class Mark:
    """One question of the paper as it was answered. `number` counts from 1.

    `answers` are the complete answers given, in time order; more than one means a change of mind.
    """

    number: int
    item: ItemId
    chosen: tuple[OptionId, ...]
    key: frozenset[OptionId]
    correct: bool
    status: Status
    flagged: bool
    spent_ms: int
    comment: str = ""
    struck: frozenset[OptionId] = frozenset()
    answers: tuple[tuple[OptionId, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class GroupScore:
    """The score in one domain or section.

    `estimate` is the level to be expected: the share right, drawn towards that of the other groups
    the more, the fewer its questions are. `interval` holds the level with 80 %; `band` judges it.
    """

    id: StratumId
    title: Text
    short: Text
    questions: int
    correct: int
    estimate: float
    interval: Interval
    band: Band

    @property
    def share(self) -> float:
        """Share of correct answers, 0..1."""
        return self.correct / self.questions


@dataclass(frozen=True, slots=True)
class Changes:
    """How often a complete answer was replaced by another, by what it did to correctness."""

    to_right: int
    to_wrong: int
    neutral: int


@dataclass(frozen=True, slots=True)
class Result:
    """Everything a score report says. Times in milliseconds, shares in 0..1.

    `language` is that of the questions.
    """

    paper: Paper
    candidate: str
    language: str
    started_ms: int
    ended_ms: int
    end_reason: EndReason | None
    policy: Policy
    extra_percent: int
    limit_ms: int
    used_ms: int
    interruptions: tuple[Interruption, ...]
    marks: tuple[Mark, ...]
    correct: int
    interval: Interval
    pass_share: float
    verdict: Verdict
    domains: tuple[GroupScore, ...]
    sections: tuple[GroupScore, ...]
    changes: Changes
    breaks: int = 0
    break_ms: int = 0

    @property
    def questions(self) -> int:
        """How many questions the paper has."""
        return len(self.marks)

    @property
    def share(self) -> float:
        """Share of correct answers, 0..1."""
        return self.correct / len(self.marks)

    @property
    def flagged(self) -> int:
        """How many questions were flagged at the end."""
        return sum(mark.flagged for mark in self.marks)

    @property
    def flagged_correct(self) -> int:
        """How many of the flagged ones were right."""
        return sum(mark.flagged and mark.correct for mark in self.marks)

    @property
    def unanswered(self) -> int:
        """How many questions had no complete answer; they count as wrong."""
        return sum(mark.status is not Status.COMPLETE for mark in self.marks)


def score(attempt: Attempt) -> Result:
    """Score an attempt as it stands: all or nothing per item, no penalty for guessing."""
    marks = tuple(
        _mark(index, question, response, attempt.status(index))
        for index, (question, response) in enumerate(
            zip(attempt.paper.questions, attempt.responses, strict=True)
        )
    )
    correct = sum(mark.correct for mark in marks)
    pass_share = attempt.paper.profile.pass_percent / 100
    interval = wilson(correct, len(marks), TOTAL_CONFIDENCE)
    return Result(
        paper=attempt.paper,
        candidate=attempt.candidate,
        language=attempt.language,
        started_ms=attempt.started.wall_ms,
        ended_ms=(attempt.ended_at or attempt.last).wall_ms,
        end_reason=attempt.end_reason,
        policy=attempt.policy,
        extra_percent=attempt.extra_percent,
        limit_ms=attempt.limit_ms,
        used_ms=attempt.used_ms,
        interruptions=attempt.interruptions,
        marks=marks,
        correct=correct,
        interval=interval,
        pass_share=pass_share,
        verdict=verdict(correct / len(marks), interval, pass_share),
        domains=_groups(attempt.paper, marks, Axis.DOMAIN, pass_share),
        sections=_groups(attempt.paper, marks, Axis.SECTION, pass_share),
        changes=_changes(attempt),
        breaks=attempt.breaks,
        break_ms=attempt.break_ms,
    )


def verdict(share: float, interval: Interval, pass_share: float) -> Verdict:
    """Where a score lies against the line; on the line counts as above."""
    if share >= pass_share:
        return Verdict.CLEARLY_ABOVE if interval.low >= pass_share else Verdict.ABOVE
    return Verdict.CLEARLY_BELOW if interval.high < pass_share else Verdict.BELOW


def is_correct(question: Question, chosen: Sequence[OptionId]) -> bool:
    """All or nothing: the chosen options are exactly the key."""
    return frozenset(chosen) == question.item.key


def _mark(index: int, question: Question, response: Response, status: Status) -> Mark:
    return Mark(
        number=index + 1,
        item=question.item.id,
        chosen=response.chosen,
        key=question.item.key,
        correct=is_correct(question, response.chosen),
        status=status,
        flagged=response.flagged,
        spent_ms=response.spent_ms,
        comment=response.comment,
        struck=response.struck,
        answers=response.complete_answers,
    )


def _groups(paper: Paper, marks: tuple[Mark, ...], axis: Axis, pass_share: float) -> tuple[GroupScore, ...]:
    tags = [question.item.stratum(axis) for question in paper.questions]
    asked, right = Counter(tags), Counter(tag for tag, mark in zip(tags, marks, strict=True) if mark.correct)
    strata = [stratum for stratum in paper.exam.strata(axis) if asked[stratum.id]]
    levels = estimates([Tally(stratum.id, asked[stratum.id], right[stratum.id]) for stratum in strata])
    return tuple(
        GroupScore(
            id=stratum.id,
            title=stratum.title,
            short=stratum.short,
            questions=asked[stratum.id],
            correct=right[stratum.id],
            estimate=level.share,
            interval=level.band,
            band=band_of(asked[stratum.id], level.band, pass_share),
        )
        for stratum, level in zip(strata, levels, strict=True)
    )


def band_of(questions: int, interval: Interval, line: float) -> Band:
    """How a level with this 80 % interval stands against a line (0..1)."""
    if questions < FEWEST_TO_JUDGE:
        return Band.TOO_FEW
    if interval.low >= line:
        return Band.ABOVE
    return Band.BELOW if interval.high < line else Band.NEAR


def _changes(attempt: Attempt) -> Changes:
    to_right = to_wrong = neutral = 0
    for question, response in zip(attempt.paper.questions, attempt.responses, strict=True):
        rights = [is_correct(question, answer) for answer in response.complete_answers]
        for before, after in pairwise(rights):
            to_right += after and not before
            to_wrong += before and not after
            neutral += before == after
    return Changes(to_right, to_wrong, neutral)
