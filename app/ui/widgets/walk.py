"""A walk through part of the questions, begun on the review screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.core.attempt import Attempt, Status


class Subset(StrEnum):
    """What a walk goes through."""

    ALL = "all"
    INCOMPLETE = "incomplete"
    FLAGGED = "flagged"


_WORDS = {
    Subset.ALL: QT_TRANSLATE_NOOP("walk", "Reviewing all: {place} of {count}"),
    Subset.INCOMPLETE: QT_TRANSLATE_NOOP("walk", "Reviewing incomplete: {place} of {count}"),
    Subset.FLAGGED: QT_TRANSLATE_NOOP("walk", "Reviewing flagged: {place} of {count}"),
}


def members(attempt: Attempt, subset: Subset) -> tuple[int, ...]:
    """The questions (indexes) of a subset as the attempt stands; unseen ones are incomplete too."""
    indexes = range(len(attempt.responses))
    if subset is Subset.INCOMPLETE:
        return tuple(i for i in indexes if attempt.status(i) is not Status.COMPLETE)
    if subset is Subset.FLAGGED:
        return tuple(i for i in indexes if attempt.responses[i].flagged)
    return tuple(indexes)


@dataclass(frozen=True, slots=True)
class Walk:
    """The questions to go through, fixed when the walk began."""

    subset: Subset
    questions: tuple[int, ...]

    def neighbour(self, current: int, step: int) -> int | None:
        """The question before (-1) or after (1) the current one, within the walk."""
        beyond = [q for q in self.questions if (q - current) * step > 0]
        return (min(beyond) if step > 0 else max(beyond)) if beyond else None

    def words(self, current: int) -> str:
        """Where in the walk one is."""
        place = sum(q <= current for q in self.questions)
        sentence = QCoreApplication.translate("walk", str(_WORDS[self.subset]))
        return sentence.format(place=place, count=len(self.questions))
