"""A paper is a value: the drawn questions in their fixed order, options in theirs."""

from __future__ import annotations

from base64 import b32encode
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from random import Random
from typing import TypeVar

from app.core.bank import Bank, Item, Option, Reference, Topic
from app.core.blueprint import Shortfall, quotas, shortfalls
from app.core.exam import Exam, Profile
from app.core.ids import ItemId, OptionId, TopicId

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
    lacking = shortfalls(bank.items, profile)
    if lacking:
        return CannotFill(lacking)
    chosen = _choose(bank.items, profile, history, rng)
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


def _choose(items: Sequence[Item], profile: Profile, history: History, rng: Random) -> list[Item] | None:
    """Pick items for all strata; the later tries put items with few enemies first."""
    pools: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        pools[item.stratum(profile.axis)].append(item)
    for careful in (False, False, False, True):
        chosen: list[Item] = []
        banned: set[ItemId] = set()
        for stratum, quota in quotas(profile).items():
            picked = _pick(pools[stratum], quota, history, banned, rng, careful)
            if len(picked) < quota:
                break
            chosen += picked
        else:
            return chosen
    return None


def _pick(
    pool: Sequence[Item], quota: int, history: History, banned: set[ItemId], rng: Random, careful: bool
) -> list[Item]:
    """Take up to `quota` items, least seen and longest unseen first, one topic after another."""
    picked: list[Item] = []
    for tier in _tiers(pool, history):
        by_topic: dict[TopicId, list[Item]] = defaultdict(list)
        for item in tier:
            by_topic[item.topic].append(item)
        taken_topics = {item.topic for item in picked}
        queues = [_Queue(group, rng, careful) for group in by_topic.values()]
        queues = shuffled(queues, rng)
        queues.sort(key=lambda queue: queue.topic in taken_topics)
        while queues and len(picked) < quota:
            for queue in list(queues):
                if len(picked) == quota:
                    break
                item_or_none = queue.next(banned)
                if item_or_none is None:
                    queues.remove(queue)
                    continue
                picked.append(item_or_none)
                banned.add(item_or_none.id)
                banned.update(item_or_none.enemies)
        if len(picked) == quota:
            break
    return picked


def _tiers(pool: Sequence[Item], history: History) -> Iterable[list[Item]]:
    """The unseen items, then the seen ones by (count, last shown) in ascending order."""
    if not history:
        yield list(pool)
        return
    yield [item for item in pool if item.id not in history]
    seen: dict[tuple[int, int], list[Item]] = defaultdict(list)
    for item in pool:
        if item.id in history:
            exposure = history[item.id]
            seen[exposure.count, exposure.last_ms].append(item)
    for rank in sorted(seen):
        yield seen[rank]


class _Queue:
    """The items of one topic, drawn without replacement; shuffles no more than it hands out."""

    def __init__(self, items: list[Item], rng: Random, careful: bool) -> None:
        self._items = sorted(items, key=lambda item: -len(item.enemies)) if careful else items
        self._rng = rng
        self._careful = careful
        self.topic = items[0].topic

    def next(self, banned: set[ItemId]) -> Item | None:
        while self._items:
            if not self._careful:
                index = int(self._rng.random() * len(self._items))
                self._items[index], self._items[-1] = self._items[-1], self._items[index]
            item = self._items.pop()
            if item.id not in banned:
                return item
        return None
