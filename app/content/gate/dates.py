"""Items and references that nobody has looked at for a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.content.gate.rules import Finding, Rule
from app.core.bank import Bank

A_YEAR = timedelta(days=366)


def old_references(bank: Bank, today: date) -> Iterator[tuple[str, Finding]]:
    """References, by id, that were checked more than twelve months before `today`."""
    for reference in bank.references:
        if _is_old(reference.checked, today):
            what = f"The page was last checked on {reference.checked}, more than twelve months ago."
            yield reference.id, Finding(Rule.OLD_REFERENCE, what)


def old_items(bank: Bank, today: date) -> Iterator[tuple[str, Finding]]:
    """Items, by id, that cite nothing or were checked more than twelve months before `today`."""
    for item in bank.items:
        if not item.references:
            yield item.id, Finding(Rule.REFERENCE_MISSING, "The item cites no page.")
        if _is_old(item.as_of.date, today):
            what = f"The item was last checked on {item.as_of.date}, more than twelve months ago."
            yield item.id, Finding(Rule.OLD_ITEM, what)


def _is_old(day: str, today: date) -> bool:
    return today - date.fromisoformat(day) > A_YEAR
