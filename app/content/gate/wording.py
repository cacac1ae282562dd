"""An item as it reads in one language, and what the rules must know of the bank around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.content.gate.prose import Prose, prose
from app.content.gate.words import Lexicon
from app.core.bank import Bank, Item, Kind
from app.core.ids import TopicId


@dataclass(frozen=True, slots=True)
class Choice:
    """An option in one language."""

    id: str
    text: Prose
    why: str
    correct: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """An item in one language."""

    item: Item
    language: str
    words: Lexicon
    stem: Prose
    choices: tuple[Choice, ...]

    @property
    def keys(self) -> tuple[Choice, ...]:
        """The correct options."""
        return tuple(choice for choice in self.choices if choice.correct)

    @property
    def distractors(self) -> tuple[Choice, ...]:
        """The wrong options."""
        return tuple(choice for choice in self.choices if not choice.correct)

    @property
    def single(self) -> bool:
        """Whether one option is to be chosen."""
        return self.item.kind is Kind.SINGLE


@dataclass(frozen=True, slots=True)
class Context:
    """The bank in one language.

    `items_with` counts the items in which a word occurs at all; `vocabulary` holds the words of each
    topic's title; `usual_options` the commonest number of options by kind of item.
    """

    language: str
    words: Lexicon
    wordings: tuple[Wording, ...]
    items_with: Counter[str]
    vocabulary: Mapping[TopicId, frozenset[str]]
    usual_options: Mapping[Kind, int]


def languages(bank: Bank) -> tuple[str, ...]:
    """The languages of a bank, source first."""
    return bank.exam.title.languages


def wording(item: Item, language: str, words: Lexicon) -> Wording:
    """An item as it reads in a language."""
    choices = tuple(
        Choice(option.id, prose(option.text.get(language), words), option.why.get(language), option.correct)
        for option in item.options
    )
    return Wording(item, language, words, prose(item.stem.get(language), words), choices)


def context(bank: Bank, language: str, words: Lexicon) -> Context:
    """A bank as it reads in a language."""
    wordings = tuple(wording(item, language, words) for item in bank.items)
    return Context(
        language=language,
        words=words,
        wordings=wordings,
        items_with=Counter(word for one in wordings for word in _vocabulary(one)),
        vocabulary={
            topic.id: frozenset(prose(topic.title.get(language), words).tokens) for topic in bank.topics
        },
        usual_options=_usual_options(bank.items),
    )


def _vocabulary(one: Wording) -> frozenset[str]:
    return frozenset(one.stem.tokens).union(*(choice.text.tokens for choice in one.choices))


def _usual_options(items: Iterable[Item]) -> dict[Kind, int]:
    """The commonest number of options of each kind; of equally common ones the larger."""
    counts: dict[Kind, Counter[int]] = {}
    for item in items:
        counts.setdefault(item.kind, Counter())[len(item.options)] += 1
    return {kind: max(count, key=lambda n, c=count: (c[n], n)) for kind, count in counts.items()}  # type: ignore[misc]
