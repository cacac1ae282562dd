"""Which questions of a result somebody wants to look at: on the screen and on paper alike."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from app.core.scoring import Mark, Result


class Filter(StrEnum):
    """A choice of questions."""

    ALL = "all"
    WRONG = "wrong"
    FLAGGED = "flagged"
    COMMENTED = "commented"


_WANTED: dict[Filter, Callable[[Mark], bool]] = {
    Filter.ALL: lambda _mark: True,
    Filter.WRONG: lambda mark: not mark.correct,
    Filter.FLAGGED: lambda mark: mark.flagged,
    Filter.COMMENTED: lambda mark: bool(mark.comment),
}


def picked(result: Result, wanted: Filter) -> tuple[Mark, ...]:
    """The marks of those questions, in the order of the paper."""
    return tuple(filter(_WANTED[wanted], result.marks))
