"""What home shows: each exam with what was done of it, and what is unfinished."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.core.history import Head
    from app.core.summary import BankSummary


@dataclass(frozen=True, slots=True)
class ExamCard:
    """An exam and its history in figures; shares in 0..1, None before the first sitting."""

    summary: BankSummary
    sat: int
    best: float | None
    last: float | None


@dataclass(frozen=True, slots=True)
class Home:
    """Everything on the first screen."""

    cards: tuple[ExamCard, ...]
    unfinished: Head | None
    attempts: tuple[Head, ...]


def home(summaries: tuple[BankSummary, ...], heads: tuple[Head, ...], ended: str = "") -> Home:
    """Put the first screen together; `heads` newest first.

    `ended` is an attempt that has ended, though its end may be in memory alone: it is not unfinished.
    """
    finished = tuple(head for head in heads if head.counts)
    return Home(
        cards=tuple(_card(summary, finished) for summary in summaries),
        unfinished=next((head for head in heads if head.unfinished and head.id != ended), None),
        attempts=finished,
    )


def share(head: Head) -> float:
    """The share of correct answers of a finished attempt."""
    return (head.correct or 0) / head.questions


def _card(summary: BankSummary, finished: tuple[Head, ...]) -> ExamCard:
    shares = [share(head) for head in finished if head.exam == summary.exam.id]
    return ExamCard(summary, len(shares), max(shares, default=None), shares[0] if shares else None)
