"""Histories of many attempts for tests of statistics and documents: heads and records, no events."""

from __future__ import annotations

from random import Random

from app.core.blueprint import quotas
from app.core.history import Head, Record
from app.core.ids import AttemptId, ItemId
from app.core.progress import Progress, progress
from app.core.summary import BankSummary, TopicCount
from app.core.terms import EndReason
from tests.support.papers import EPOCH_MS

DAY_MS = 86_400_000


def make_history(
    summary: BankSummary,
    attempts: int,
    *,
    skill: tuple[float, float] = (0.55, 0.8),
    candidate: str = "Aiko Tanaka",
    seed: int = 1,
) -> tuple[tuple[Head, ...], tuple[Record, ...]]:
    """Attempts three days apart by somebody whose share of right answers grows evenly."""
    chance = Random(seed)
    heads, records = [], []
    for number in range(attempts):
        share = skill[0] + (skill[1] - skill[0]) * number / max(1, attempts - 1)
        own = _sat(summary, number, share, chance)
        records += own
        heads.append(_head(summary, number, own, candidate))
    return tuple(reversed(heads)), tuple(records)


def make_progress(summary: BankSummary, attempts: int, **more: object) -> Progress:
    """The progress over such a history."""
    heads, records = make_history(summary, attempts, **more)  # type: ignore[arg-type]
    return progress(heads, records, [summary], EPOCH_MS + attempts * 3 * DAY_MS)


def _sat(summary: BankSummary, number: int, share: float, chance: Random) -> list[Record]:
    profile = summary.exam.profiles[0]
    found = []
    for at, (stratum, quota) in enumerate(quotas(profile).items()):
        topics = [topic for topic in summary.topics if topic.domain == stratum and topic.items]
        found += [
            _record(summary, topics[n % len(topics)], number, n, share - 0.04 * at, chance)
            for n in range(quota)
        ]
    return found


def _record(
    summary: BankSummary, topic: TopicCount, number: int, n: int, share: float, chance: Random
) -> Record:
    return Record(
        attempt=_id(number),
        exam=summary.exam.id,
        item=ItemId(f"{topic.id}-{(number + n) % topic.items:03}"),
        topic=topic.id,
        domain=topic.domain,
        section=topic.by_section[0][0],
        shown=True,
        correct=chance.random() < share,
        spent_ms=int(120_000 - 30_000 * share + 40_000 * chance.random()),
        ended_ms=_started(number) + 5_400_000,
    )


def _head(summary: BankSummary, number: int, own: list[Record], candidate: str) -> Head:
    return Head(
        id=_id(number),
        exam=summary.exam.id,
        profile=summary.exam.profiles[0].id,
        form=f"{summary.exam.code}-AB{number % 100:02}-CDEF",
        candidate=candidate,
        started_ms=_started(number),
        reason=EndReason.FINISHED,
        ended_ms=_started(number) + 5_400_000,
        used_ms=sum(record.spent_ms for record in own),
        correct=sum(record.correct for record in own),
        questions=len(own),
    )


def _id(number: int) -> AttemptId:
    return AttemptId(f"attempt-{number:04}")


def _started(number: int) -> int:
    return EPOCH_MS + number * 3 * DAY_MS
