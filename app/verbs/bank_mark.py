"""`rehearsal bank mark`: the answers to a sheet against the keys."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.verbs.bank_sheet import open_banks
from app.verbs.words import complain, print_json

if TYPE_CHECKING:
    from app.content.gate.marking import Marked, Marking
    from app.content.gate.sheet import Sheet


def run(options: argparse.Namespace) -> int:
    """Mark a sheet; 1 when an answer is missing or the bank has changed, 2 when it is no sheet."""
    from app.content.gate.answers import NotASheet, read_answers, read_header
    from app.content.gate.marking import mark, outdated

    try:
        text = _read(options.sheet)
        sheet = read_header(text)
        answers = read_answers(_read(options.answers))
    except NotASheet as error:
        complain(f"this cannot be marked: {error}")
        return 2
    banks = open_banks(options, [exam for exam, _ in sheet.banks])
    old = outdated(sheet, banks)
    if old and not options.force:
        complain(
            f"the bank of {', '.join(old)} has changed since the sheet was written. "
            "Write a new sheet, or mark the items that are as they were with --force."
        )
        return 1
    marking = mark(sheet, text, answers, banks)
    if options.json:
        print_json(_plain(sheet, marking))
    else:
        print(*_lines(sheet, marking), sep="\n")
    return 1 if marking.missing else 0


def _read(path: Path) -> str:
    """The text of a file; Trouble when there is none."""
    from app.bootstrap import troubles
    from app.content.gate.answers import NotASheet

    try:
        with troubles(path):
            return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotASheet(f"{path} is no text in UTF-8") from error


def _plain(sheet: Sheet, marking: Marking) -> dict[str, Any]:
    count = len(marking.marked)
    return {
        "kind": sheet.kind,
        "language": sheet.language,
        "seed": sheet.seed,
        "banks": dict(sheet.banks),
        "questions": len(sheet.items),
        "marked": count,
        "agreed": marking.agreed,
        "share": round(marking.agreed / count, 4) if count else None,
        "interval_95": [round(marking.interval.low, 4), round(marking.interval.high, 4)],
        "chance": round(marking.chance, 4),
        "missing": list(marking.missing),
        "changed": list(marking.changed),
        "items": [_item(one) for one in marking.marked],
    }


def _item(one: Marked) -> dict[str, Any]:
    return {
        "number": one.number,
        "id": one.item,
        "given": one.given,
        "key": one.key,
        "agrees": one.agrees,
        "remark": one.remark,
        "key_text": [one.texts[letter] for letter in one.key],
        "reason": [one.reasons[letter] for letter in one.key],
    }


def _lines(sheet: Sheet, marking: Marking) -> Iterator[str]:
    count, interval = len(marking.marked), marking.interval
    name = "guessed with covered stems" if sheet.kind == "cover" else "agreement with the keys"
    if count:
        yield (
            f"{name}: {marking.agreed} of {count} = {marking.agreed / count:.1%} "
            f"(95 % interval {interval.low:.1%} to {interval.high:.1%}; chance {marking.chance:.1%})"
        )
    if marking.missing:
        yield f"without a usable answer: {', '.join(map(str, marking.missing))}"
    if marking.changed:
        yield f"changed since, not marked: {', '.join(marking.changed)}"
    for one in marking.marked:
        if not one.agrees:
            yield from _disagreement(one)
        elif one.remark:
            yield f"\n{one.number}. {one.item}  {one.given} is the key\n  remark: {one.remark}"
    if sheet.kind == "cover":
        guessed = ", ".join(one.item for one in marking.marked if one.agrees)
        yield f"\nguessed: {guessed or 'none'}"


def _disagreement(one: Marked) -> Iterator[str]:
    yield f"\n{one.number}. {one.item}  answered {one.given}, key {one.key}"
    if one.remark:
        yield f"  remark: {one.remark}"
    for letter in sorted({*one.given, *one.key}):
        word = "key" if letter in one.key else "answered"
        yield f"  {letter} ({word}): {' '.join(one.texts[letter].split())}"
        yield f"     {' '.join(one.reasons[letter].split())}"
