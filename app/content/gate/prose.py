"""A text as the rules weigh it: prose and code apart, words reduced to what they share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.content.comparison import code_blocks
from app.content.gate.words import Lexicon

_SPAN = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)|^#+ |^> |^[-+] ", re.MULTILINE)
_SPACE = re.compile(r"\s+")
_ENDINGS = (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))


@dataclass(frozen=True, slots=True)
class Prose:
    """One text. `plain` has no code, no markup and single spaces; `code` is what was in spans and blocks.

    `tokens` are the words that carry meaning, in order, those of inline code among them.
    """

    text: str
    plain: str
    code: tuple[str, ...]
    tokens: tuple[str, ...]

    @property
    def size(self) -> int:
        """Characters of prose."""
        return len(self.plain)

    @property
    def code_size(self) -> int:
        """Characters of code, without white space."""
        return sum(len(_SPACE.sub("", code)) for code in self.code)

    @property
    def shown(self) -> int:
        """Characters in all, as somebody sees them who looks for the longest option."""
        return self.size + self.code_size

    @property
    def spoken(self) -> bool:
        """Whether there is prose beside the code."""
        return any(sign.isalnum() for sign in self.plain)


def prose(text: str, words: Lexicon) -> Prose:
    """Take a Markdown text apart."""
    blocks = code_blocks(text)[0]
    rest = text
    for block in blocks:
        rest = rest.replace(block, "\n\n") if block in rest else _without(rest, block)
    spans = tuple(match[2].strip() for match in _SPAN.finditer(rest))
    bare = _MARKS.sub("", _LINK.sub(r"\1", _SPAN.sub(" ", rest)))
    inside = tuple(block.partition("\n")[2].rpartition("\n")[0] for block in blocks)
    tokens = _tokens(_MARKS.sub("", _SPAN.sub(r" \2 ", _LINK.sub(r"\1", rest))), words)
    return Prose(text, _SPACE.sub(" ", bare).strip(), spans + inside, tokens)


def word_count(one: Prose) -> int:
    """The words of a text for a reader: those of prose, and each piece of inline code as one."""
    return len(one.plain.split()) + sum("\n" not in code for code in one.code)


def similarity(one: Iterable[str], other: Iterable[str]) -> float:
    """The share of Jaccard: what two sets have in common, of all that they have; 0 for two empty ones."""
    first, second = frozenset(one), frozenset(other)
    return len(first & second) / len(first | second) if first or second else 0.0


def shingles(tokens: Sequence[str], length: int) -> frozenset[tuple[str, ...]]:
    """All runs of so many tokens; the whole, where there are fewer."""
    if len(tokens) <= length:
        return frozenset([tuple(tokens)]) if tokens else frozenset()
    return frozenset(tuple(tokens[at : at + length]) for at in range(len(tokens) - length + 1))


def _tokens(text: str, words: Lexicon) -> tuple[str, ...]:
    found = (match[0].lower() for match in words.token.finditer(text))
    return tuple(_root(token) for token in found if token not in words.stop)


def _root(token: str) -> str:
    """A word without its ending, so that "models" and "model" are one; names with signs stay whole."""
    token = token.removesuffix("'s")
    if len(token) > 4 and token.isascii() and token.isalpha():
        for ending, instead in _ENDINGS:
            if token.endswith(ending) and len(token) - len(ending) > 2:
                return token[: -len(ending)] + instead
    return token


def _without(text: str, block: str) -> str:
    """Cut out a block whose lines end in blanks in the text."""
    lines = [line.rstrip() for line in text.splitlines()]
    return "\n".join(lines).replace(block, "\n\n")
