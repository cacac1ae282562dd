"""What to study next: the topics in which most was wrong, drawn towards the others where little was asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from app.core.attempt import Status
from app.core.ids import StratumId, TopicId
from app.core.scoring import Mark, Result
from app.core.shrinkage import Tally, means
from app.core.text import Text

MOST_TOPICS = 5
"""Topics that are named at once: more is no plan."""


@dataclass(frozen=True, slots=True)
class TopicScore:
    """Questions of one topic and how many were right; `estimate` is the level to be expected (0..1)."""

    id: TopicId
    title: Text
    domain: StratumId
    questions: int
    correct: int
    estimate: float


@dataclass(frozen=True, slots=True)
class Pace:
    """How time was spent on the questions that came on the screen, in milliseconds a question.

    `allowed_ms`: the time allowed, shared out evenly. `longest`: the mark of the slowest question.
    """

    mean_ms: int
    median_ms: int
    allowed_ms: int
    longest: Mark


def topic_scores(
    topics: Sequence[tuple[TopicId, Text, StratumId]], answers: Iterable[tuple[TopicId, bool]]
) -> tuple[TopicScore, ...]:
    """The score of each topic that was asked for; `answers` are (topic, right) pairs."""
    asked: dict[TopicId, int] = {}
    right: dict[TopicId, int] = {}
    for topic, correct in answers:
        asked[topic] = asked.get(topic, 0) + 1
        right[topic] = right.get(topic, 0) + correct
    met = [(topic, title, domain) for topic, title, domain in topics if topic in asked]
    levels = means([Tally(StratumId(topic), asked[topic], right[topic]) for topic, *_ in met])
    return tuple(
        TopicScore(topic, title, domain, asked[topic], right[topic], level)
        for (topic, title, domain), level in zip(met, levels, strict=True)
    )


def weakest(scores: Iterable[TopicScore], most: int = MOST_TOPICS) -> tuple[TopicScore, ...]:
    """The topics with something wrong, the lowest estimate first; equal ones with more wrong first."""
    wanting = [score for score in scores if score.correct < score.questions]
    ranked = sorted(wanting, key=lambda score: (score.estimate, score.correct - score.questions, score.id))
    return tuple(ranked[:most])


def topics_of(result: Result) -> tuple[TopicScore, ...]:
    """The scores of a result by topic, in the order of the bank."""
    topics = [(topic.id, topic.title, topic.domain) for topic in result.paper.topics]
    answers = zip(result.paper.questions, result.marks, strict=True)
    return topic_scores(topics, ((question.item.topic, mark.correct) for question, mark in answers))


def pace(result: Result) -> Pace | None:
    """How time was spent; None when no question came on the screen."""
    seen = [mark for mark in result.marks if mark.status is not Status.UNSEEN]
    if not seen:
        return None
    times = [mark.spent_ms for mark in seen]
    return Pace(
        mean_ms=round(fmean(times)),
        median_ms=round(median(times)),
        allowed_ms=result.limit_ms // result.questions,
        longest=max(seen, key=lambda mark: mark.spent_ms),
    )
