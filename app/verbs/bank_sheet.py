"""`rehearsal bank sheet`: items without keys, for somebody who has not seen them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.verbs.words import complain

if TYPE_CHECKING:
    from app.core.bank import Bank, Item


def run(options: argparse.Namespace) -> int:
    """Write the sheet; 1 when there is no such item or topic."""
    from app.bootstrap import save_file
    from app.content.gate.sheet import SheetKind, arranged, choose, make_sheet, write_sheet

    found = open_banks(options, [options.exam] if options.exam else [], with_sample=bool(options.ids))
    wanted = _items(found, options.topic, options.ids)
    if wanted is None:
        return 1
    kind = SheetKind(options.kind)
    items = arranged(kind, choose(wanted, options.sample, options.seed), options.seed)
    sheet = make_sheet(kind, options.lang or "en", options.seed, found, items)
    save_file(options.out, write_sheet(sheet, items).encode())
    print(f"{options.out}: {len(items)} items of {', '.join(exam for exam, _ in sheet.banks)}")
    return 0


def open_banks(
    options: argparse.Namespace, exams: Sequence[str], *, with_sample: bool = False
) -> tuple[Bank, ...]:
    """The banks of some exams; of all when none is named, then with or without the sample.

    Trouble (NO_SUCH_EXAM, BANK_BROKEN) when one cannot be had.
    """
    from app.content.source import YamlBanks
    from app.system.resources import banks

    folder: Path = options.banks or banks()
    source = YamlBanks(folder, None, include_sample=with_sample or bool(exams))
    names = exams or [summary.exam.id for summary in source.summaries()]
    return tuple(source.open(name) for name in names)


def _items(found: Sequence[Bank], topics: list[str], ids: list[str]) -> list[Item] | None:
    """The items asked for, in the order of the banks; None, with words, when a name is unknown."""
    items = [item for bank in found for item in bank.items]
    unknown = {*ids} - {item.id for item in items} | {*topics} - {item.topic for item in items}
    if unknown:
        complain(f"there is no {', '.join(sorted(unknown))}; “rehearsal exams” lists the topics.")
        return None
    wanted = [item for item in items if (not ids or item.id in ids) and (not topics or item.topic in topics)]
    if not wanted:
        complain("no item is of these topics and these ids at once.")
        return None
    return wanted
