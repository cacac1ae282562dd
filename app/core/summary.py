"""A bank in figures: all that home and the lists need, without its texts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.blueprint import Shortfall, missing
from app.core.exam import Axis, Exam, Profile
from app.core.ids import StratumId, TopicId
from app.core.text import Text

if TYPE_CHECKING:
    from app.core.bank import Bank


@dataclass(frozen=True, slots=True)
class TopicCount:
    """How many items a topic has, and in which official sections they are."""

    id: TopicId
    domain: StratumId
    title: Text
    items: int
    by_section: tuple[tuple[StratumId, int], ...]


@dataclass(frozen=True, slots=True)
class BankSummary:
    """An exam, the digest of its bank, and the number of items by topic."""

    exam: Exam
    digest: str
    topics: tuple[TopicCount, ...]

    @property
    def items(self) -> int:
        """How many items the bank has."""
        return sum(topic.items for topic in self.topics)

    def count(self, axis: Axis) -> Counter[StratumId]:
        """The number of items by domain or by section."""
        counts: Counter[StratumId] = Counter()
        for topic in self.topics:
            if axis is Axis.DOMAIN:
                counts[topic.domain] += topic.items
            else:
                counts.update(dict(topic.by_section))
        return counts

    def shortfalls(self, profile: Profile) -> tuple[Shortfall, ...]:
        """What the bank lacks to fill one form under `profile`; empty when it can."""
        return missing(self.count(profile.axis), profile)


def summarise(bank: Bank) -> BankSummary:
    """The figures of a bank."""
    by_topic: dict[TopicId, Counter[StratumId]] = {topic.id: Counter() for topic in bank.topics}
    for item in bank.items:
        by_topic[item.topic][item.section] += 1
    counts = (
        TopicCount(
            topic.id,
            topic.domain,
            topic.title,
            sum(by_topic[topic.id].values()),
            tuple(sorted(by_topic[topic.id].items())),
        )
        for topic in bank.topics
    )
    return BankSummary(bank.exam, bank.digest, tuple(counts))
