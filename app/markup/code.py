"""Code → runs of one kind each, for colouring; few kinds, so that every scheme can tell them apart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.markup.blocks import Code


class Kind(StrEnum):
    """What a run of code is; all else is plain."""

    KEYWORD = "keyword"
    NAME = "name"
    STRING = "string"
    NUMBER = "number"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters [start, end) of one line."""

    start: int
    end: int
    kind: Kind


_PLAIN = {"", "text", "txt", "plain", "console", "output"}


@lru_cache(maxsize=256)
def runs(code: Code) -> tuple[tuple[Run, ...], ...]:
    """The runs of each line, one tuple a line; nothing is coloured in an unknown language."""
    lines: list[list[Run]] = [[]]
    at = 0
    for kind, text in _tokens(code):
        for number, piece in enumerate(text.split("\n")):
            if number:
                lines.append([])
                at = 0
            if kind is not None and piece:
                lines[-1].append(Run(at, at + len(piece), kind))
            at += len(piece)
    return tuple(tuple(line) for line in lines)


def _tokens(code: Code) -> list[tuple[Kind | None, str]]:
    if code.language.lower() in _PLAIN:
        return [(None, code.text)]
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(code.language.lower(), stripnl=False, ensurenl=False)
    except ClassNotFound:
        return [(None, code.text)]
    return [(_kind(str(token)), text) for token, text in lexer.get_tokens(code.text)]


_KINDS = (
    ("Token.Comment", Kind.COMMENT),
    ("Token.Literal.String", Kind.STRING),
    ("Token.Literal.Number", Kind.NUMBER),
    ("Token.Keyword", Kind.KEYWORD),
    ("Token.Operator.Word", Kind.KEYWORD),
    ("Token.Name.Function", Kind.NAME),
    ("Token.Name.Class", Kind.NAME),
    ("Token.Name.Decorator", Kind.NAME),
    ("Token.Name.Tag", Kind.NAME),
)


def _kind(token: str) -> Kind | None:
    return next((kind for beginning, kind in _KINDS if token.startswith(beginning)), None)
