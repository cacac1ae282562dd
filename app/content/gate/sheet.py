"""Sheets of items without keys, to be solved blind or to be guessed with the stem covered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from app.core.bank import Bank, Item, Kind, Option

LETTERS = "ABCDEFGH"
NAME_LENGTH = 12
"""Hexadecimal digits by which a covered item is found again. Of 10,000 two share them once in 5 million."""
FORM_FENCE = "```answers"
VERSION = 2


class SheetKind(StrEnum):
    """BLIND: stem and options, to be solved. COVER: options without their stem, to be guessed."""

    BLIND = "blind"
    COVER = "cover"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is needed to write a sheet, and to mark it: (exam, digest) of each bank, item names in order."""

    kind: SheetKind
    language: str
    seed: int
    banks: tuple[tuple[str, str], ...]
    items: tuple[str, ...]


def choose(items: Iterable[Item], sample: int | None, seed: int) -> tuple[Item, ...]:
    """So many of the items, in their order; a larger sample with the same seed holds the smaller one."""
    found = tuple(items)
    if sample is None:
        return found
    drawn = sorted(found, key=lambda item: _lot(seed, item.id))[:sample]
    return tuple(item for item in found if item in drawn)


def arranged(kind: SheetKind, items: Iterable[Item], seed: int) -> tuple[Item, ...]:
    """The items as they follow on the sheet: with covered stems at random, for neighbours tell the topic."""
    found = tuple(items)
    return tuple(sorted(found, key=lambda item: _lot(seed, item.id))) if kind is SheetKind.COVER else found


def sheet_name(kind: SheetKind, item: Item, seed: int) -> str:
    """What the sheet calls an item: its id, or where the id would tell what the stem is about, a number."""
    return _lot(seed, "name", item.id)[:NAME_LENGTH] if kind is SheetKind.COVER else str(item.id)


def shown_options(item: Item, seed: int) -> tuple[Option, ...]:
    """The options in the order of the sheet.

    It follows from seed and ids alone. The order in the file, which may say where keys like to
    stand, leaves no trace.
    """
    return tuple(sorted(item.options, key=lambda option: _lot(seed, item.id, option.id)))


def make_sheet(
    kind: SheetKind, language: str, seed: int, banks: Sequence[Bank], items: Sequence[Item]
) -> Sheet:
    """The sheet for items of some banks, in their order."""
    exams = {item_exam(item.id, banks) for item in items}
    named = tuple((str(bank.exam.id), bank.digest) for bank in banks if bank.exam.id in exams)
    return Sheet(kind, language, seed, named, tuple(sheet_name(kind, item, seed) for item in items))


def item_exam(item: str, banks: Sequence[Bank]) -> str:
    """The exam whose bank has the item; "" when none has."""
    return next((bank.exam.id for bank in banks for one in bank.items if one.id == item), "")


def write_sheet(sheet: Sheet, items: Sequence[Item]) -> str:
    """The sheet as Markdown: a header for the machine, the items, and a form for the answers."""
    header = [
        "---",
        f"rehearsal-sheet: {VERSION}",
        f"kind: {sheet.kind}",
        f"language: {sheet.language}",
        f"seed: {sheet.seed}",
        "banks:",
        *(f'  "{exam}": "{digest}"' for exam, digest in sheet.banks),
        "items:",
        *(f'  - "{item}"' for item in sheet.items),
        "---",
    ]
    sections = [write_item(number, item, sheet) for number, item in enumerate(items, start=1)]
    form = [FORM_FENCE, *(f"{number}: " for number in range(1, len(items) + 1)), "```"]
    parts = ["\n".join(header), _instructions(sheet, len(items)), *sections, "## Answers", "\n".join(form)]
    return "\n\n".join(parts) + "\n"


def write_item(number: int, item: Item, sheet: Sheet) -> str:
    """One item as it stands on the sheet."""
    parts = [f"## {number}"]
    if sheet.kind is SheetKind.BLIND:
        parts.append(item.stem.get(sheet.language))
    elif item.kind is Kind.MULTIPLE:
        parts.append(f"(Choose {item.to_choose}.)")
    options = zip(LETTERS, shown_options(item, sheet.seed), strict=False)
    parts += [f"**{letter}.** {option.text.get(sheet.language)}" for letter, option in options]
    return "\n\n".join(parts)


def _instructions(sheet: Sheet, count: int) -> str:
    task = {
        SheetKind.BLIND: "Answer each item from its stem and options.",
        SheetKind.COVER: "The stems are covered. Guess which option is the key, from the options alone.",
    }[sheet.kind]
    return (
        f"# {count} items\n\n{task} "
        "Write letters behind the numbers in the form at the end, `7: B` or `8: A C`. "
        "A remark may follow after a #: `7: B # two options would do`."
    )


def _lot(*parts: object) -> str:
    return sha256("/".join(map(str, parts)).encode()).hexdigest()
