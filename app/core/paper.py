"""A paper is a value: the drawn questions in their fixed order, options in theirs."""

from __future__ import annotations

from base64 import b32encode
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from operator import attrgetter
from random import Random
from typing import TypeVar

from app.core.bank import Bank, Item, Option, Reference, Topic
from app.core.blueprint import Shortfall, missing, quotas
from app.core.exam import Axis, Exam, Profile
from app.core.ids import ItemId, OptionId, StratumId, TopicId

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Exposure:
    """How often an item has been shown to this candidate, and when last (ms since the epoch)."""

    count: int
    last_ms: int


History = Mapping[ItemId, Exposure]


@dataclass(frozen=True, slots=True)
class Question:
    """An item on a paper, with the order in which its options are shown."""

    item: Item
    order: tuple[OptionId, ...]

    @property
    def options(self) -> tuple[Option, ...]:
        """The options in the order shown."""
        return tuple(self.item.option(option_id) for option_id in self.order)


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything needed to sit, score, review and print a form, years later too.

    `form` identifies questions and orders; `seed` is kept as information, the paper itself is
    the record. `repeated` lists the items that the candidate had met before.
    """

    exam: Exam
    profile: Profile
    form: str
    bank_digest: str
    seed: int
    questions: tuple[Question, ...]
    topics: tuple[Topic, ...]
    references: tuple[Reference, ...]
    repeated: tuple[ItemId, ...] = ()


@dataclass(frozen=True, slots=True)
class CannotFill:
    """The bank cannot fill the form: what is missing, or nothing when enemies are in the way."""

    missing: tuple[Shortfall, ...]


def draw(bank: Bank, profile: Profile, history: History, seed: int, rng: Random) -> Paper | CannotFill:
    """Draw a paper: quotas exact, unseen items first, topics spread, no two enemies.

    Only `rng.random()` is used, the one method whose sequence Python promises to keep.
    """
    pools = _pools(bank.items, profile.axis)
    sizes = Counter({stratum: sum(map(len, pool.values())) for stratum, pool in pools.items()})
    lacking = missing(sizes, profile)
    if lacking:
        return CannotFill(lacking)
    chosen = _choose(pools, profile, history, rng)
    if chosen is None:
        return CannotFill(())
    questions = tuple(
        Question(item, tuple(shuffled([option.id for option in item.options], rng)))
        for item in shuffled(chosen, rng)
    )
    return compose(bank, profile, questions, history, seed)


def compose(
    bank: Bank, profile: Profile, questions: tuple[Question, ...], history: History, seed: int
) -> Paper:
    """Bind questions to what of the bank they need, and give the form its id."""
    topic_ids = {question.item.topic for question in questions}
    reference_ids = {ref for question in questions for ref in question.item.references}
    return Paper(
        exam=bank.exam,
        profile=profile,
        form=form_id(bank.exam.code, questions),
        bank_digest=bank.digest,
        seed=seed,
        questions=questions,
        topics=tuple(topic for topic in bank.topics if topic.id in topic_ids),
        references=tuple(ref for ref in bank.references if ref.id in reference_ids),
        repeated=tuple(q.item.id for q in questions if q.item.id in history),
    )


def form_id(code: str, questions: Iterable[Question]) -> str:
    """A short name that is the same exactly when items and all orders are, e.g. `MLA-3KQ2-X7MD`."""
    digest = sha256()
    for question in questions:
        digest.update("\x1f".join((question.item.id, *question.order)).encode() + b"\x1e")
    name = b32encode(digest.digest()).decode()
    return f"{code}-{name[:4]}-{name[4:8]}"


def shuffled(values: Sequence[T], rng: Random) -> list[T]:
    """A shuffled copy (Fisher and Yates, from `random()` alone)."""
    copy = list(values)
    for last in range(len(copy) - 1, 0, -1):
        other = int(rng.random() * (last + 1))
        copy[last], copy[other] = copy[other], copy[last]
    return copy


Pool = dict[TopicId, list[Item]]


def _pools(items: Sequence[Item], axis: Axis) -> dict[StratumId, Pool]:
    """The items by stratum and topic, in one pass: banks may be large."""
    pools: dict[StratumId, Pool] = defaultdict(lambda: defaultdict(list))
    tag = attrgetter("domain" if axis is Axis.DOMAIN else "section")
    for item in items:
        pools[tag(item)][item.topic].append(item)
    return pools


def _choose(
    pools: dict[StratumId, Pool], profile: Profile, history: History, rng: Random
) -> list[Item] | None:
    """Pick items for all strata; the last try puts items with few enemies first."""
    for careful in (False, False, False, True):
        chosen: list[Item] = []
        hand = _Hand(history, rng, careful)
        for stratum, quota in quotas(profile).items():
            picked = hand.pick(pools[stratum], quota)
            if len(picked) < quota:
                break
            chosen += picked
        else:
            return chosen
    return None


class _Hand:
    """Picks items for one paper; remembers which may not be on it any more."""

    def __init__(self, history: History, rng: Random, careful: bool) -> None:
        self._history = history
        self._rng = rng
        self._careful = careful
        self._banned: set[ItemId] = set()

    def pick(self, pool: Pool, quota: int) -> list[Item]:
        """Up to `quota` items: unseen ones, then the least often and longest ago shown ones."""
        picked: list[Item] = []
        seen: list[Item] = []
        self._deal([_Queue(group, self._rng, self._careful) for group in pool.values()], picked, quota, seen)
        if len(picked) == quota:
            return picked
        for tier in self._tiers(seen):
            queues = [_Queue(group, self._rng, self._careful) for group in tier.values()]
            self._deal(queues, picked, quota, None)
            if len(picked) == quota:
                break
        return picked

    def _deal(self, queues: list[_Queue], picked: list[Item], quota: int, seen: list[Item] | None) -> None:
        """Deal one item a topic, topics not yet met first, round by round; put seen ones aside."""
        met = {item.topic for item in picked}
        queues = sorted(shuffled(queues, self._rng), key=lambda queue: queue.topic in met)
        while queues and len(picked) < quota:
            for queue in list(queues):
                if len(picked) == quota:
                    return
                item = self._next(queue, seen)
                if item is None:
                    queues.remove(queue)
                    continue
                picked.append(item)
                self._banned.add(item.id)
                self._banned.update(item.enemies)

    def _next(self, queue: _Queue, seen: list[Item] | None) -> Item | None:
        while (item := queue.next()) is not None:
            if item.id in self._banned:
                continue
            if seen is None or item.id not in self._history:
                return item
            seen.append(item)
        return None

    def _tiers(self, seen: list[Item]) -> Iterable[Pool]:
        """The seen items by (count, last shown) in ascending order, each tier by topic."""
        tiers: dict[tuple[int, int], Pool] = defaultdict(lambda: defaultdict(list))
        for item in seen:
            exposure = self._history[item.id]
            tiers[exposure.count, exposure.last_ms][item.topic].append(item)
        return (tiers[rank] for rank in sorted(tiers))


class _Queue:
    """The items of one topic, drawn without replacement; shuffles no more than it hands out."""

    def __init__(self, items: list[Item], rng: Random, careful: bool) -> None:
        self._items = sorted(items, key=_enemies_descending) if careful else list(items)
        self._rng = rng
        self._careful = careful
        self.topic = items[0].topic

    def next(self) -> Item | None:
        """The next item; None when there is none left."""
        if not self._items:
            return None
        if not self._careful:
            index = int(self._rng.random() * len(self._items))
            self._items[index], self._items[-1] = self._items[-1], self._items[index]
        return self._items.pop()


def _enemies_descending(item: Item) -> int:
    return -len(item.enemies)
