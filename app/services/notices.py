"""One notice after each change: what kinds of things changed, and who asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Change(StrEnum):
    """Kinds of things that change."""

    ATTEMPT = "attempt"
    HISTORY = "history"
    PREFERENCES = "preferences"


@dataclass(frozen=True, slots=True)
class Notice:
    """What changed. `initiator` is whoever asked, so that a screen can skip its own change."""

    changes: frozenset[Change]
    initiator: object = None


Subscriber = Callable[[Notice], None]


class Notices:
    """A plain list of subscribers, told in the order in which they came."""

    def __init__(self) -> None:
        self._subscribers: list[Subscriber] = []

    def subscribe(self, subscriber: Subscriber) -> None:
        """Tell `subscriber` of every notice from now on."""
        self._subscribers.append(subscriber)

    def tell(self, *changes: Change, initiator: object = None) -> None:
        """Tell everybody what changed."""
        notice = Notice(frozenset(changes), initiator)
        for subscriber in tuple(self._subscribers):
            subscriber(notice)
