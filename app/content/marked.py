"""YAML text → plain values that know their lines. The YAML is a small, safe part of the language.

Built from parser events rather than from PyYAML's objects, so that anchors, aliases, tags and
repeated keys are seen, and nothing is ever expanded or constructed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import yaml

from app.content.limits import MAX_TEXT
from app.content.problems import Rule, quoted

MAX_DEPTH = 12
"""Levels of nesting; the format itself needs six."""

Loader = type[Any]
LOADER: Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser in C where PyYAML was built with it; it is ten times as fast."""

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAG = "tag:yaml.org,2002:"


class Tag(StrEnum):
    """What a scalar is. BROKEN has been reported already and asks for no second complaint."""

    TEXT = "text"
    WHOLE = "a whole number"
    NUMBER = "a number"
    FLAG = "true or false"
    DATE = "a date"
    NULL = "nothing"
    BROKEN = "broken"


_TAGS = {
    "int": Tag.WHOLE,
    "float": Tag.NUMBER,
    "bool": Tag.FLAG,
    "timestamp": Tag.DATE,
    "null": Tag.NULL,
}


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as it is written: `text` is never converted, so 3.10 stays 3.10."""

    line: int
    tag: Tag
    text: str


@dataclass(frozen=True, slots=True)
class Series:
    """A list."""

    line: int
    values: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping from text to values, in file order, with the line of each key."""

    line: int
    entries: dict[str, Node]
    lines: dict[str, int]


Node = Scalar | Series | Table


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong with the YAML itself. `line` counts from 1."""

    line: int
    rule: Rule
    what: str


def parse(text: str, loader: Loader = LOADER) -> tuple[Node | None, tuple[Flaw, ...]]:
    """The one document of `text`, and what is wrong with it.

    The node is None when the text is no YAML, is empty or is too deep; with every other flaw the
    rest of the document is still there, so that all its problems can be reported in one go.
    """
    bad = _UNPRINTABLE.search(text)
    if bad:
        line = text.count("\n", 0, bad.start()) + 1
        return None, (Flaw(line, Rule.BAD_CHARACTER, f"U+{ord(bad[0]):04X} cannot stand in a text file."),)
    builder = _Builder(text, loader)
    try:
        return builder.document(), tuple(builder.flaws)
    except _Stop:
        return None, tuple(builder.flaws)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # The parser written in Python lets int() and chr() fail on absurd numbers.
        return None, (*builder.flaws, _syntax(error))


def _syntax(error: Exception) -> Flaw:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = getattr(error, "problem", None) or "the text cannot be read"
    return Flaw(mark.line + 1 if mark else 1, Rule.YAML_SYNTAX, f"This is not YAML: {quoted(str(said))}.")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


class _Stop(Exception):
    """Nothing sensible can follow."""


class _Builder:
    def __init__(self, text: str, loader: Loader) -> None:
        self.flaws: list[Flaw] = []
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=loader)
        self._resolver = yaml.resolver.Resolver()

    def document(self) -> Node | None:
        node: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    self._flaw(event, Rule.SEVERAL_DOCUMENTS, "A second document begins here.")
                    break
                node = self._node(next(self._events), 1)
        return node

    def _node(self, event: yaml.Event, depth: int) -> Node:
        if depth > MAX_DEPTH:
            self._flaw(event, Rule.TOO_DEEP, f"The nesting is deeper than {MAX_DEPTH} levels.")
            raise _Stop
        plain = self._plain(event)
        line = _line(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, line, plain)
        node: Node = Scalar(line, Tag.BROKEN, "")
        if isinstance(event, yaml.MappingStartEvent):
            node = self._table(line, depth)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._series(line, depth)
        return node if plain else Scalar(line, Tag.BROKEN, "")

    def _plain(self, event: yaml.Event) -> bool:
        """Whether a value has neither alias, anchor nor tag."""
        flaws = len(self.flaws)
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            kind = "alias" if isinstance(event, yaml.AliasEvent) else "anchor"
            self._flaw(event, Rule.ANCHOR, f"The {kind} {quoted(event.anchor)} is not allowed.")
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
            self._flaw(event, Rule.TAG, f"The tag {quoted(event.tag)} is not allowed.")
        return len(self.flaws) == flaws

    def _scalar(self, event: yaml.ScalarEvent, line: int, plain: bool) -> Scalar:
        text: str = event.value
        bad = _UNPRINTABLE.search(text)
        if bad:  # written as an escape
            self._flaw(event, Rule.BAD_CHARACTER, f"U+{ord(bad[0]):04X} cannot stand in a text.")
        long = len(text) > MAX_TEXT
        if long:
            what = f"The text has {len(text):,} characters; at most {MAX_TEXT:,} can be."
            self._flaw(event, Rule.TOO_LARGE, what)
        if bad or long or not plain:
            return Scalar(line, Tag.BROKEN, "")
        if not event.implicit[0]:
            return Scalar(line, Tag.TEXT, text)
        resolved: str = self._resolver.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
        return Scalar(line, _TAGS.get(resolved.removeprefix(_TAG), Tag.TEXT), text)

    def _series(self, line: int, depth: int) -> Series:
        values: list[Node] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            values.append(self._node(event, depth + 1))
        return Series(line, tuple(values))

    def _table(self, line: int, depth: int) -> Table:
        entries: dict[str, Node] = {}
        lines: dict[str, int] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, depth)
            value = self._node(next(self._events), depth + 1)
            if key in entries:
                what = f"{quoted(key)} stands here and in line {lines[key]}."
                self._flaw(event, Rule.DUPLICATE_KEY, what)
            elif key is not None:
                entries[key] = value
                lines[key] = _line(event)
        return Table(line, entries, lines)

    def _key(self, event: yaml.Event, depth: int) -> str | None:
        node = self._node(event, depth + 1)
        if isinstance(node, Scalar) and node.tag is Tag.BROKEN:
            return None
        if isinstance(node, Scalar) and node.tag is Tag.TEXT and node.text != "<<":
            return node.text
        shown = quoted(node.text) if isinstance(node, Scalar) else "A list or mapping"
        self._flaw(event, Rule.KEY_NOT_TEXT, f"{shown} cannot be the name of a field.")
        return None

    def _flaw(self, event: yaml.Event, rule: Rule, what: str) -> None:
        self.flaws.append(Flaw(_line(event), rule, what))
