"""A paper is a value: the drawn questions in their fixed order, options in theirs."""

from __future__ import annotations

from base64 import b32encode
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from random import Random

from app.core.bank import Bank, Item, Option, Reference, Topic
from app.core.blueprint import Shortfall, missing
from app.core.drawing import Exposure, History, choose, pools_of, shuffled
from app.core.exam import Exam, Profile
from app.core.ids import ItemId, OptionId

__all__ = ["CannotFill", "Exposure", "History", "Paper", "Question", "compose", "draw", "form_id", "shuffled"]


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
    """Draw a paper: quotas exact, unseen items first, topics spread, as hard as the rest, no two enemies.

    Only `rng.random()` is used, the one method whose sequence Python promises to keep.
    """
    pools = pools_of(bank.items, profile.axis)
    sizes = Counter({stratum: sum(map(len, pool.values())) for stratum, pool in pools.items()})
    lacking = missing(sizes, profile)
    if lacking:
        return CannotFill(lacking)
    chosen = choose(pools, profile, history, rng)
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
