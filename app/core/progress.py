"""Many attempts together: scores over time, domains over time, pace, topics, readiness. A pure function."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

from app.core.exam import Axis, Exam, Profile
from app.core.history import Head, Record
from app.core.ids import AttemptId, ExamId, StratumId, TopicId
from app.core.intervals import Interval, wilson
from app.core.readiness import Readiness, counts, readiness
from app.core.scoring import TOTAL_CONFIDENCE, Band, band_of
from app.core.shrinkage import Estimate, Tally, estimates
from app.core.steps import Steps, finished
from app.core.study import TopicScore, topic_scores
from app.core.summary import BankSummary
from app.core.text import Text

MOST_POINTS = 40
"""Points of a trend: where there are more attempts, neighbours share one."""

MOST_PERIODS = 6
"""Periods into which a span is parted for the course of each domain."""


@dataclass(frozen=True, slots=True)
class Point:
    """Attempts that follow each other, as one point of a trend; mostly it is one. Times in ms."""

    begun_ms: int
    ended_ms: int
    attempts: int
    correct: int
    questions: int
    interval: Interval
    mean_ms: int

    @property
    def share(self) -> float:
        """The share of correct answers, 0..1."""
        return self.correct / self.questions


@dataclass(frozen=True, slots=True)
class Level:
    """A stratum: what was asked in it, the estimate with its band, and its class."""

    id: StratumId
    title: Text
    tally: Tally
    estimate: Estimate
    band: Band
    mean_ms: int


@dataclass(frozen=True, slots=True)
class Period:
    """Attempts that follow each other, and the levels that they show. Times in ms."""

    begun_ms: int
    ended_ms: int
    attempts: int
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class ExamProgress:
    """One exam in a span. `profile` is the one sat last; `sittings` are those that count, oldest first.

    `readiness` is made of the whole history up to the end of the span: what was met before the span
    was met all the same.
    """

    exam: Exam
    profile: Profile
    sittings: tuple[Head, ...]
    trend: tuple[Point, ...]
    periods: tuple[Period, ...]
    domains: tuple[Level, ...]
    sections: tuple[Level, ...]
    topics: tuple[TopicScore, ...]
    readiness: Readiness

    @property
    def line(self) -> float:
        """The assumed pass line, 0..1."""
        return self.profile.pass_percent / 100

    def course(self, domain: StratumId) -> tuple[Level, ...]:
        """A domain in every period in which it was asked for, oldest first."""
        return tuple(level for period in self.periods for level in period.levels if level.id == domain)


@dataclass(frozen=True, slots=True)
class Progress:
    """All exams sat in a span of time (ms since the epoch; None: open), as it was at `made_ms`."""

    made_ms: int
    since_ms: int | None
    exams: tuple[ExamProgress, ...]

    @property
    def candidates(self) -> tuple[str, ...]:
        """The names under which exams were sat, the newest first, each once."""
        sat = sorted((h for exam in self.exams for h in exam.sittings), key=lambda head: -head.started_ms)
        return tuple(dict.fromkeys(head.candidate.strip() for head in sat if head.candidate.strip()))


def progress(
    heads: Iterable[Head],
    records: Iterable[Record],
    summaries: Iterable[BankSummary],
    made_ms: int,
    *,
    exam: str | None = None,
    since_ms: int | None = None,
) -> Progress:
    """Put it together from heads, records (oldest attempt first) and banks; of one exam or of all.

    Attempts at an exam whose bank is gone are left out: its domains have no names any more.
    """
    return finished(progress_steps(heads, records, summaries, made_ms, exam=exam, since_ms=since_ms))


def progress_steps(
    heads: Iterable[Head],
    records: Iterable[Record],
    summaries: Iterable[BankSummary],
    made_ms: int,
    *,
    exam: str | None = None,
    since_ms: int | None = None,
) -> Steps[Progress]:
    """The same in steps, each some hundredths of a second long for a thousand attempts."""
    kept = sorted((head for head in heads if head.counts), key=lambda head: (head.started_ms, head.id))
    by_exam: dict[ExamId, list[Record]] = {}
    for record in records:
        by_exam.setdefault(record.exam, []).append(record)
    yield
    found: list[ExamProgress] = []
    for summary in summaries:
        if exam in {None, summary.exam.id}:
            one = yield from _exam(summary, kept, by_exam.get(summary.exam.id, []), since_ms)
            found += [one] if one is not None else []
    return Progress(made_ms, since_ms, tuple(found))


def _exam(
    summary: BankSummary, heads: Sequence[Head], records: Sequence[Record], since_ms: int | None
) -> Steps[ExamProgress | None]:
    exam = summary.exam
    sittings = [h for h in heads if h.exam == exam.id and h.started_ms >= (since_ms or 0)]
    if not sittings:
        return None
    profile = exam.profile(sittings[-1].profile) or exam.profiles[0]
    line = profile.pass_percent / 100
    by_attempt = _by_attempt(records)
    mine = [record for head in sittings for record in by_attempt.get(head.id, ())]
    yield
    trend = tuple(_point(group, by_attempt) for group in parts(sittings, MOST_POINTS))
    yield
    periods = []
    for group in parts(sittings, MOST_PERIODS):
        periods.append(_period(group, by_attempt, exam, line))
        yield
    domains = levels(mine, exam, Axis.DOMAIN, line)
    yield
    sections = levels(mine, exam, Axis.SECTION, line)
    yield
    topics = _topics([(topic.id, topic.title, topic.domain) for topic in summary.topics], mine)
    yield
    return ExamProgress(
        exam=exam,
        profile=profile,
        sittings=tuple(sittings),
        trend=trend,
        periods=tuple(periods),
        domains=domains,
        sections=sections,
        topics=topics,
        readiness=readiness(records, profile),
    )


def levels(records: Sequence[Record], exam: Exam, axis: Axis, line: float) -> tuple[Level, ...]:
    """The levels that records show, in the exam's order; strata that were not asked for are left out."""
    tallies = {tally.stratum: tally for tally in counts(records, axis)}
    times: dict[StratumId, list[int]] = {}
    for record in records:
        if record.shown:
            times.setdefault(record.stratum(axis), []).append(record.spent_ms)
    strata = [stratum for stratum in exam.strata(axis) if stratum.id in tallies]
    found = estimates([tallies[stratum.id] for stratum in strata])
    return tuple(
        Level(
            id=stratum.id,
            title=stratum.title,
            tally=tallies[stratum.id],
            estimate=estimate,
            band=band_of(tallies[stratum.id].questions, estimate.band, line),
            mean_ms=round(fmean(times.get(stratum.id) or [0])),
        )
        for stratum, estimate in zip(strata, found, strict=True)
    )


def parts(values: Sequence[Head], most: int) -> list[Sequence[Head]]:
    """Neighbours in at most so many groups, as even as can be, the larger ones first."""
    groups = min(most, len(values))
    size, rest = divmod(len(values), groups)
    ends = [at * size + min(at, rest) for at in range(groups + 1)]
    return [values[begin:end] for begin, end in pairwise(ends)]


def _point(group: Sequence[Head], by_attempt: dict[AttemptId, list[Record]]) -> Point:
    correct = sum(head.correct or 0 for head in group)
    questions = sum(head.questions for head in group)
    times = [record.spent_ms for head in group for record in by_attempt.get(head.id, ()) if record.shown]
    return Point(
        begun_ms=group[0].started_ms,
        ended_ms=group[-1].started_ms,
        attempts=len(group),
        correct=correct,
        questions=questions,
        interval=wilson(correct, questions, TOTAL_CONFIDENCE),
        mean_ms=round(fmean(times or [0])),
    )


def _period(
    group: Sequence[Head], by_attempt: dict[AttemptId, list[Record]], exam: Exam, line: float
) -> Period:
    records = [record for head in group for record in by_attempt.get(head.id, ())]
    found = levels(records, exam, Axis.DOMAIN, line)
    return Period(group[0].started_ms, group[-1].started_ms, len(group), found)


def _topics(
    topics: Sequence[tuple[TopicId, Text, StratumId]], records: Iterable[Record]
) -> tuple[TopicScore, ...]:
    return topic_scores(topics, ((record.topic, record.correct) for record in records if record.shown))


def _by_attempt(records: Iterable[Record]) -> dict[AttemptId, list[Record]]:
    found: dict[AttemptId, list[Record]] = {}
    for record in records:
        found.setdefault(record.attempt, []).append(record)
    return found
