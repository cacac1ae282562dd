"""The shipped items, and how a proof is held against the key of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from app.content.reader import read_bank
from app.core.bank import Item

BANKS = Path(__file__).parents[2] / "banks"


def items() -> Iterator[Item]:
    """All items of both exams."""
    for folder in ("mla", "mlp"):
        reading = read_bank(BANKS / folder)
        assert reading.bank is not None, reading.problems
        yield from reading.bank.items


ITEMS: Mapping[str, Item] = {item.id: item for item in items()}


def agrees(verdicts: Mapping[str, bool], item: Item) -> bool:
    """Whether a proof judged all options of an item and found its key, and nothing else, to be true."""
    judged = set(verdicts) == {option.id for option in item.options}
    return judged and {option for option, holds in verdicts.items() if holds} == item.key


def flipped(item: Item) -> Iterator[Item]:
    """The item with every other key that it could have: as many options, but not the same."""
    for key in combinations([option.id for option in item.options], item.to_choose):
        if set(key) != item.key:
            options = tuple(replace(option, correct=option.id in key) for option in item.options)
            yield replace(item, options=options)
