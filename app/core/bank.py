"""A bank is a value: what the reader lets through cannot be wrong any more."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.core.exam import Axis, Exam
from app.core.ids import ItemId, OptionId, ReferenceId, StratumId, TopicId
from app.core.text import Text


class Kind(StrEnum):
    """How an item is answered: one option, or a stated number of them."""

    SINGLE = "single"
    MULTIPLE = "multiple"


class Level(StrEnum):
    """Cognitive level, after the revised taxonomy of Bloom, as far as exams go."""

    RECALL = "recall"
    UNDERSTAND = "understand"
    APPLY = "apply"
    ANALYSE = "analyse"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose, with the reason why it is right or wrong."""

    id: OptionId
    text: Text
    why: Text
    correct: bool


@dataclass(frozen=True, slots=True)
class AsOf:
    """When an item was checked (ISO date) and against which versions (name, version)."""

    date: str
    versions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A question. `difficulty` is the share of barely competent candidates who would answer it."""

    id: ItemId
    topic: TopicId
    domain: StratumId
    section: StratumId
    kind: Kind
    level: Level
    difficulty: float
    stem: Text
    options: tuple[Option, ...]
    references: tuple[ReferenceId, ...]
    as_of: AsOf
    enemies: tuple[ItemId, ...] = ()
    proof: str | None = None

    @property
    def key(self) -> frozenset[OptionId]:
        """The ids of the correct options."""
        return frozenset(option.id for option in self.options if option.correct)

    @property
    def to_choose(self) -> int:
        """How many options a complete answer has."""
        return len(self.key)

    def stratum(self, axis: Axis) -> StratumId:
        """The item's domain or its official section."""
        return self.domain if axis is Axis.DOMAIN else self.section

    def option(self, option_id: OptionId) -> Option:
        """The option of that id; KeyError if there is none."""
        for option in self.options:
            if option.id == option_id:
                return option
        raise KeyError(option_id)


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of a domain with its concept note (Markdown)."""

    id: TopicId
    domain: StratumId
    title: Text
    note: Text


@dataclass(frozen=True, slots=True)
class Reference:
    """A documented page on which keys rest. `url` may differ by language; `checked` is an ISO date."""

    id: ReferenceId
    title: str
    url: Text
    checked: str
    against: str


@dataclass(frozen=True, slots=True)
class Bank:
    """One exam with all its items. `digest` is the SHA-256 (hex) of the files it was read from."""

    exam: Exam
    topics: tuple[Topic, ...]
    items: tuple[Item, ...]
    references: tuple[Reference, ...]
    digest: str
