"""Which items go on a paper: quotas exact, unseen ones first, topics in turn, forms as hard as each other.

Papers drawn one after the other by a candidate are parallel forms: each takes, in every stratum, unseen
items whose mean difficulty is that of the unseen items left, so the mean of what it leaves stays the same.
The method is the quota filling with swaps of assessment practice (a weighted-deviations heuristic after
Swanson and Stocking, 1993) with one target, the expected score of a barely competent candidate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from random import Random
from typing import TypeVar

from app.core.bank import Item
from app.core.blueprint import quotas
from app.core.exam import Axis, Profile
from app.core.ids import ItemId, StratumId, TopicId

T = TypeVar("T")

CLOSE = 0.01
"""Expected points by which a stratum may miss its target before items are swapped."""
SAMPLE = 64
"""So many items of a topic at most are looked at to learn how hard the unseen ones are."""
OFFERS = 12
"""So many of those are tried as a swap: enough to come close, few enough for large banks."""


@dataclass(frozen=True, slots=True)
class Exposure:
    """How often an item has been shown to this candidate, and when last (ms since the epoch)."""

    count: int
    last_ms: int


History = Mapping[ItemId, Exposure]
Pool = dict[TopicId, list[Item]]
_Rank = Callable[[Item], int]
_DIFFICULTY = attrgetter("difficulty")
_ENEMIES = attrgetter("enemies")


def shuffled(values: Sequence[T], rng: Random) -> list[T]:
    """A shuffled copy (Fisher and Yates, from `random()` alone)."""
    copy = list(values)
    for last in range(len(copy) - 1, 0, -1):
        other = int(rng.random() * (last + 1))
        copy[last], copy[other] = copy[other], copy[last]
    return copy


def pools_of(items: Sequence[Item], axis: Axis) -> dict[StratumId, Pool]:
    """The items by stratum and topic, in one pass: banks may be large."""
    pools: dict[StratumId, Pool] = defaultdict(lambda: defaultdict(list))
    tag = attrgetter("domain" if axis is Axis.DOMAIN else "section")
    for item in items:
        pools[tag(item)][item.topic].append(item)
    return pools


def choose(
    pools: Mapping[StratumId, Pool], profile: Profile, history: History, rng: Random
) -> list[Item] | None:
    """Pick items for all strata; the last try puts items with few enemies first."""
    for careful in (False, False, False, True):
        hand = _Hand(history, rng, careful)
        chosen: list[Item] = []
        for stratum, quota in quotas(profile).items():
            picked = hand.pick(pools.get(stratum, {}), quota)
            if len(picked) < quota:
                break
            chosen += picked
        else:
            return chosen
    return None


class _Hand:
    """Picks items for one paper; remembers which are on it."""

    def __init__(self, history: History, rng: Random, careful: bool) -> None:
        self._history = history
        self._rng = rng
        self._careful = careful
        self._on_paper: set[ItemId] = set()

    def pick(self, pool: Pool, quota: int) -> list[Item]:
        """Up to `quota` items: unseen ones, then the least often and longest ago shown ones."""
        picked: list[Item] = []
        seen: list[Item] = []
        looked = {topic: self._some(group, SAMPLE) for topic, group in pool.items()}
        unseen = {topic: self._unseen(group) for topic, group in looked.items()}
        # What is left over after a round goes to the topics that have been used least.
        queues = sorted(
            self._queues(pool),
            key=lambda queue: (-len(unseen[queue.topic]) / len(looked[queue.topic]), -queue.size),
        )
        self._deal(queues, picked, quota, seen)
        if len(picked) == quota:
            return self._level(picked, unseen)
        for tier in self._tiers(seen):
            self._deal(self._queues(tier), picked, quota, None)
            if len(picked) == quota:
                break
        return picked

    def _queues(self, pool: Pool) -> list[_Queue]:
        return shuffled([_Queue(group, self._rng, self._rank) for group in pool.values()], self._rng)

    def _rank(self, item: Item) -> int:
        """Items of a higher rank are drawn first; without enemies it is 0.

        Those with an unseen enemy: were both left for the last form, it could take only one of them. When
        enemies have prevented a paper, those with few.
        """
        if self._careful:
            return -len(item.enemies)
        return int(any(enemy not in self._history for enemy in item.enemies))

    def _deal(self, queues: list[_Queue], picked: list[Item], quota: int, seen: list[Item] | None) -> None:
        """Deal one item a topic, topics not yet met first, round by round; put seen ones aside."""
        met = {item.topic for item in picked}
        queues = sorted(queues, key=lambda queue: queue.topic in met)
        while queues and len(picked) < quota:
            for queue in list(queues):
                if len(picked) == quota:
                    return
                item = self._next(queue, seen)
                if item is None:
                    queues.remove(queue)
                    continue
                picked.append(item)
                self._on_paper.add(item.id)

    def _next(self, queue: _Queue, seen: list[Item] | None) -> Item | None:
        while (item := queue.next()) is not None:
            if seen is not None and item.id in self._history:
                seen.append(item)
            elif self._peaceful(item):
                return item
        return None

    def _peaceful(self, item: Item) -> bool:
        return item.id not in self._on_paper and self._on_paper.isdisjoint(item.enemies)

    def _tiers(self, seen: list[Item]) -> Iterable[Pool]:
        """The seen items by (count, last shown) in ascending order, each tier by topic."""
        tiers: dict[tuple[int, int], Pool] = defaultdict(lambda: defaultdict(list))
        for item in seen:
            exposure = self._history[item.id]
            tiers[exposure.count, exposure.last_ms][item.topic].append(item)
        return (tiers[rank] for rank in sorted(tiers))

    # Difficulty ------------------------------------------------------------------------------

    def _level(self, picked: list[Item], unseen: Mapping[TopicId, Sequence[Item]]) -> list[Item]:
        """Swap items within their topics until the expected score is that of the unseen items."""
        whole = sum(sum(map(_DIFFICULTY, group)) for group in unseen.values())
        count = sum(map(len, unseen.values()))
        if not count:  # of a large bank, by bad luck, seen ones alone
            return picked
        excess = sum(map(_DIFFICULTY, picked)) - len(picked) * whole / count
        offers = {topic: self._some(unseen[topic], OFFERS) for topic in {item.topic: None for item in picked}}
        while abs(excess) > CLOSE:
            swap = self._best_swap(picked, offers, excess)
            if swap is None:
                break
            at, item = swap
            excess += item.difficulty - picked[at].difficulty
            self._on_paper.remove(picked[at].id)
            self._on_paper.add(item.id)
            picked[at] = item
        return picked

    def _unseen(self, group: Sequence[Item]) -> list[Item]:
        return [item for item in group if item.id not in self._history]

    def _some(self, group: Sequence[Item], most: int) -> Sequence[Item]:
        """A topic's items; of a large one so many, from a place that chance decides."""
        start = int(self._rng.random() * len(group))
        run = group[start : start + most]
        return [*run, *group[: min(start, most - len(run))]]

    def _best_swap(
        self, picked: list[Item], offers: Mapping[TopicId, Sequence[Item]], excess: float
    ) -> tuple[int, Item] | None:
        """The swap that comes closest to the target; None when none comes closer than what is."""
        best, found = abs(excess) - 1e-9, None
        for at, old in enumerate(picked):
            if self._rank(old) > 0:
                continue  # drawn early on purpose
            for new in offers.get(old.topic, ()):
                left = abs(excess + new.difficulty - old.difficulty)
                if left < best and self._peaceful(new):
                    best, found = left, (at, new)
        return found


class _Queue:
    """The items of one topic, drawn without replacement; shuffles no more than it hands out."""

    def __init__(self, items: list[Item], rng: Random, rank: _Rank) -> None:
        self._rng = rng
        self.topic, self.size = items[0].topic, len(items)
        ranks: dict[int, list[Item]] = defaultdict(list)
        if any(map(_ENEMIES, items)):
            for item in items:
                ranks[rank(item) if item.enemies else 0].append(item)
        else:
            ranks[0] = list(items)
        self._ranks = [ranks[key] for key in sorted(ranks)]

    def next(self) -> Item | None:
        """The next item; None when there is none left."""
        while self._ranks and not self._ranks[-1]:
            self._ranks.pop()
        if not self._ranks:
            return None
        items = self._ranks[-1]
        index = int(self._rng.random() * len(items))
        items[index], items[-1] = items[-1], items[index]
        return items.pop()
