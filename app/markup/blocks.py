"""The blocks of which a text consists."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one manner. `href` is an https address, or empty."""

    text: str
    code: bool = False
    strong: bool = False
    emphasis: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `heading` is 0, or the level of a heading."""

    spans: tuple[Span, ...]
    heading: int = 0


@dataclass(frozen=True, slots=True)
class Code:
    """A block of code, its lines kept as they are; `language` may be empty."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; each entry is a run of blocks."""

    ordered: bool
    entries: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first row is its header. A cell is a run of spans."""

    rows: tuple[tuple[tuple[Span, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture on its own; `alt` are its words. `source` is an address, which nobody has to follow."""

    alt: str
    source: str


Block = Paragraph | Code | Listing | Table | Image
