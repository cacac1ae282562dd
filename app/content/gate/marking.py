"""Answers to a sheet against the keys of its bank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import comb

from app.content.gate.answers import Given
from app.content.gate.sheet import LETTERS, Sheet, sheet_name, shown_options, write_item
from app.core.bank import Bank, Item
from app.core.intervals import Interval, wilson

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Marked:
    """One item: what was answered, what the key is (letters of the sheet), and the reasons of the key."""

    number: int
    item: str
    given: str
    key: str
    remark: str
    texts: Mapping[str, str]
    reasons: Mapping[str, str]

    @property
    def agrees(self) -> bool:
        """Whether the answer is the key."""
        return self.given == self.key


@dataclass(frozen=True, slots=True)
class Marking:
    """A marked sheet.

    `missing` are numbers without a usable answer; `changed` items that are gone from the bank or read
    otherwise today, and are left out. `chance` is what mere guessing scores, 0..1.
    """

    marked: tuple[Marked, ...]
    missing: tuple[int, ...]
    changed: tuple[str, ...]
    chance: float

    @property
    def agreed(self) -> int:
        """How many answers are the key."""
        return sum(one.agrees for one in self.marked)

    @property
    def interval(self) -> Interval:
        """What the share of agreement may be in truth, with 95 %."""
        return wilson(self.agreed, len(self.marked), CONFIDENCE)


def outdated(sheet: Sheet, banks: Sequence[Bank]) -> tuple[str, ...]:
    """The exams whose bank is not the one from which the sheet was written."""
    digests = {str(bank.exam.id): bank.digest for bank in banks}
    return tuple(exam for exam, digest in sheet.banks if digests.get(exam) != digest)


def mark(sheet: Sheet, text: str, answers: Mapping[int, Given], banks: Sequence[Bank]) -> Marking:
    """Mark the answers; `text` is the sheet itself, by which the items of a changed bank are compared."""
    items = {sheet_name(sheet.kind, item, sheet.seed): item for bank in banks for item in bank.items}
    old = outdated(sheet, banks)
    marked, missing, changed, chances = [], [], [], []
    for number, name in enumerate(sheet.items, start=1):
        item = items.get(name)
        if item is None or (old and f"\n{write_item(number, item, sheet)}\n" not in text):
            changed.append(name if item is None else str(item.id))
            continue
        answer = answers.get(number, Given(""))
        if not answer.letters or not set(answer.letters) <= set(LETTERS[: len(item.options)]):
            missing.append(number)
            continue
        marked.append(_mark(number, item, answer, sheet))
        chances.append(1 / comb(len(item.options), item.to_choose))
    chance = sum(chances) / max(1, len(chances))
    return Marking(tuple(marked), tuple(missing), tuple(changed), chance)


def _mark(number: int, item: Item, answer: Given, sheet: Sheet) -> Marked:
    lettered = dict(zip(LETTERS, shown_options(item, sheet.seed), strict=False))
    keys = [letter for letter, option in lettered.items() if option.correct]
    return Marked(
        number=number,
        item=item.id,
        given=answer.letters,
        key="".join(keys),
        remark=answer.remark,
        texts={letter: option.text.get(sheet.language) for letter, option in lettered.items()},
        reasons={letter: option.why.get(sheet.language) for letter, option in lettered.items()},
    )
