"""Drawing a paper from small and from very large banks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from app.core.bank import Bank
from app.core.ids import ItemId, StratumId, TopicId
from app.core.paper import Exposure, History, Paper, draw
from tests.bench.measure import Figure, seconds, side_by_side
from tests.support.papers import make_bank, make_profile

RUNS = 9
DOMAINS, TOPICS, QUESTIONS = 5, 51, 45


def figures() -> Iterator[Figure]:
    """The floor looks at every item once and then takes a `random.sample` of the paper's size."""
    for size, target in ((1_000, None), (100_000, 100.0)):
        bank = _bank(size)
        half = {item.id: Exposure(1, 1) for item in bank.items[::2]}
        histories: tuple[tuple[str, History], ...] = (("nothing seen", {}), ("half seen", half))
        for name, history in histories:
            yield _figure(f"paper from {size:,} items, {name}", bank, history, target)


def _figure(name: str, bank: Bank, history: History, target: float | None) -> Figure:
    profile = make_profile(questions=QUESTIONS, strata=DOMAINS)

    def ours() -> None:
        assert isinstance(draw(bank, profile, history, 1, Random(1)), Paper)

    def floor() -> None:
        Counter(item.domain for item in bank.items)
        Random(1).sample(bank.items, QUESTIONS)

    mine, base = side_by_side(lambda: seconds(ours), lambda: seconds(floor), RUNS)
    return Figure(name, mine * 1000, "ms", target, f"{mine / base:.1f} x one look and a random.sample")


def _bank(size: int) -> Bank:
    """So many items that share their words: only where they belong differs."""
    small = make_bank(domains=DOMAINS, topics=1, items=1)
    pattern = small.items[0]
    items = tuple(
        replace(
            pattern,
            id=ItemId(f"q{number}"),
            domain=StratumId(f"d{number % DOMAINS + 1}"),
            topic=TopicId(f"t{number % TOPICS}"),
        )
        for number in range(size)
    )
    return replace(small, items=items)
