"""Typed access to the fields of one table; what is wrong is reported and reading goes on.

Every reader method answers with a harmless value of the right type when the field is wrong, and
remembers the name in `bad`, so that checks which build on it can be left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from app.content.marked import Node, Scalar, Series, Table, Tag
from app.content.problems import Place, Report, Rule, quoted

E = TypeVar("E", bound=StrEnum)

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,8})")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,8})?(?:\.[0-9]{1,9})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FLAGS = {"true": True, "false": False}
_MAX_ID = 80


class Fields:
    """The fields of one table. Names asked for are known ones; `done` reports all others."""

    def __init__(self, table: Table, path: str, report: Report, item: str | None = None) -> None:
        self._table = table
        self._path = path
        self._report = report
        self._asked: dict[str, None] = {}
        self.item = item
        self.bad: set[str] = set()

    # Places and complaints

    def place(self, name: str = "") -> Place:
        """Where the field stands, or the table when there is no such field."""
        return Place(self._path, self._table.lines.get(name, self._table.line), self.item)

    def refuse(self, name: str, rule: Rule, what: str, cure: str = "") -> None:
        """Report an error about a field."""
        self.bad.add(name)
        self._report.error(self.place(name), rule, what, cure)

    def warn(self, name: str, rule: Rule, what: str, cure: str = "") -> None:
        """Report a warning about a field."""
        self._report.warn(self.place(name), rule, what, cure)

    def has(self, name: str) -> bool:
        """Whether the field is there; asking makes it a known one."""
        self._asked[name] = None
        return name in self._table.entries

    def peek(self, name: str) -> str | None:
        """A text as it stands, unchecked and unasked, to name things in reports."""
        node = self._table.entries.get(name)
        return node.text if isinstance(node, Scalar) and node.text else None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all fields in file order."""
        return tuple(self._table.entries)

    def done(self, source_only: frozenset[str] = frozenset()) -> None:
        """Report the fields nobody asked for; those of `source_only` have no place in a twin."""
        for name in self._table.entries:
            if name in self._asked:
                continue
            if name in source_only:
                self.refuse(name, Rule.TWIN_FIELD, f"A translation cannot set {quoted(name)}.")
            else:
                what = f"There is no field {quoted(name)} here{did_you_mean(name, self._asked)}"
                self.refuse(name, Rule.UNKNOWN_FIELD, what)

    # Values

    def text(self, name: str, missing: Rule = Rule.MISSING_FIELD) -> str:
        """A text that is not empty, without blank space around it."""
        node = self._scalar(name, "a text", (Tag.TEXT,), missing)
        text = node.text.strip() if node else ""
        if node and not text:
            self.refuse(name, Rule.EMPTY, f"{quoted(name)} has no value.")
        return text

    def optional_text(self, name: str) -> str | None:
        """A text, or None when the field is not there."""
        return self.text(name) if self.has(name) else None

    def slug(self, name: str) -> str:
        """An id: small letters, digits and single hyphens."""
        text = self.text(name)
        if name not in self.bad and not is_slug(text):
            self.refuse(name, Rule.BAD_ID, f"{quoted(text)} is no id.")
        return text

    def choice(self, name: str, kinds: type[E]) -> E:
        """A member of an enumeration, by its value."""
        text = self.text(name)
        known = [str(member) for member in kinds]
        if name not in self.bad and text not in known:
            what = f"{quoted(text)} is not one of {', '.join(known)}{did_you_mean(text, known)}"
            self.refuse(name, Rule.UNKNOWN_VALUE, what)
        return next(iter(kinds)) if name in self.bad else kinds(text)

    def whole(self, name: str, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        node = self._scalar(name, "a whole number", (Tag.WHOLE,), Rule.MISSING_FIELD)
        return int(self._within(name, node, _WHOLE, low, high))

    def number(self, name: str, low: float, high: float) -> float:
        """A number from `low` to `high`."""
        node = self._scalar(name, "a number", (Tag.WHOLE, Tag.NUMBER), Rule.MISSING_FIELD)
        return self._within(name, node, _NUMBER, low, high)

    def flag(self, name: str) -> bool:
        """True or false; false when the field is not there."""
        if not self.has(name):
            return False
        node = self._scalar(name, "true or false", (Tag.FLAG,), Rule.MISSING_FIELD)
        if node and node.text not in _FLAGS:
            self.refuse(name, Rule.WRONG_TYPE, f"Write true or false instead of {quoted(node.text)}.")
        return node is not None and node.text == "true"

    def day(self, name: str) -> str:
        """An ISO date."""
        node = self._scalar(name, "a date", (Tag.DATE, Tag.TEXT), Rule.MISSING_FIELD)
        text = node.text if node else ""
        if node and not _is_day(text):
            self.refuse(name, Rule.BAD_DATE, f"{quoted(text)} is no date.")
        return text

    def url(self, name: str) -> str:
        """A web address."""
        text = self.text(name)
        if name not in self.bad and not re.fullmatch(r"https?://[^\s/]+(?:/\S*)?", text):
            self.refuse(name, Rule.BAD_URL, f"{quoted(text)} is no web address.")
        return text

    def version(self, name: str) -> str:
        """A version number, with or without quotes: it is taken as it is written."""
        node = self._scalar(name, "a text", (Tag.TEXT, Tag.WHOLE, Tag.NUMBER), Rule.MISSING_FIELD)
        return node.text if node else ""

    # Values that hold others

    def table(self, name: str, missing: Rule = Rule.MISSING_FIELD) -> Fields | None:
        """The fields of a table within this one."""
        node = self._node(name, missing)
        if isinstance(node, Table):
            return Fields(node, self._path, self._report, self.item)
        self._wrong_type(name, node, "a mapping")
        return None

    def tables(self, name: str) -> tuple[Fields, ...]:
        """The tables of a list that has at least one."""
        found = []
        for node in self._series(name):
            if isinstance(node, Table):
                found.append(Fields(node, self._path, self._report, self.item))
            else:
                self._wrong_element(name, node, "a mapping")
        return tuple(found)

    def texts(self, name: str, missing: Rule = Rule.MISSING_FIELD) -> tuple[tuple[str, Place], ...]:
        """The texts of a list that has at least one, each with its place."""
        found = []
        for node in self._series(name, missing):
            if isinstance(node, Scalar) and node.tag is Tag.TEXT:
                found.append((node.text, Place(self._path, node.line, self.item)))
            else:
                self._wrong_element(name, node, "a text")
        return tuple(found)

    # How

    def _node(self, name: str, missing: Rule) -> Node | None:
        if not self.has(name):
            self.refuse(name, missing, f"{quoted(name)} is missing.")
            return None
        node = self._table.entries[name]
        if isinstance(node, Scalar) and node.tag is Tag.BROKEN:
            self.bad.add(name)
            return None
        if isinstance(node, Scalar) and node.tag is Tag.NULL:
            self.refuse(name, Rule.EMPTY, f"{quoted(name)} has no value.")
            return None
        return node

    def _scalar(self, name: str, wanted: str, tags: tuple[Tag, ...], missing: Rule) -> Scalar | None:
        node = self._node(name, missing)
        if isinstance(node, Scalar) and node.tag in tags:
            return node
        self._wrong_type(name, node, wanted)
        return None

    def _series(self, name: str, missing: Rule = Rule.MISSING_FIELD) -> Iterator[Node]:
        node = self._node(name, missing)
        if not isinstance(node, Series):
            self._wrong_type(name, node, "a list")
        elif not node.values:
            self.refuse(name, Rule.EMPTY, f"{quoted(name)} has no elements.")
        else:
            yield from node.values

    def _within(
        self, name: str, node: Scalar | None, shape: re.Pattern[str], low: float, high: float
    ) -> float:
        if node is None:
            return low
        if not node.text or not shape.fullmatch(node.text):
            self.refuse(name, Rule.WRONG_TYPE, f"{quoted(node.text)} is not written as a plain number.")
            return low
        value = float(node.text)
        if not low <= value <= high:
            self.refuse(name, Rule.OUT_OF_RANGE, f"{node.text} is not between {low:g} and {high:g}.")
            return low
        return value

    def _wrong_type(self, name: str, node: Node | None, wanted: str) -> None:
        if node is not None:
            self.refuse(name, Rule.WRONG_TYPE, f"{quoted(name)} has to be {wanted}; this is {_kind(node)}.")

    def _wrong_element(self, name: str, node: Node, wanted: str) -> None:
        self.bad.add(name)
        if isinstance(node, Scalar) and node.tag is Tag.BROKEN:
            return
        place = Place(self._path, node.line, self.item)
        what = f"An element of {quoted(name)} has to be {wanted}; this is {_kind(node)}."
        self._report.error(place, Rule.WRONG_TYPE, what)


def is_slug(text: str) -> bool:
    """Whether a text has the shape of an id."""
    return len(text) <= _MAX_ID and SLUG.fullmatch(text) is not None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The end of a sentence about an unknown name: `; did you mean “…”?`, or a full stop."""
    near = get_close_matches(name, known, n=1) if len(name) <= _MAX_ID else []
    return f"; did you mean {quoted(near[0])}?" if near else "."


def _is_day(text: str) -> bool:
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _kind(node: Node) -> str:
    if isinstance(node, Table):
        return "a mapping"
    if isinstance(node, Series):
        return "a list"
    return (
        f"{node.tag} ({quoted(node.text)}; put it in quotes if it is meant as text)"
        if node.text
        else "nothing"
    )
