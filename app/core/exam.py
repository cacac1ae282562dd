"""What an exam is: its domains, its official sections and the profiles under which it can be sat."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.core.ids import ExamId, ProfileId, StratumId
from app.core.text import Text


class Axis(StrEnum):
    """Which of an item's two tags a profile's weights count."""

    DOMAIN = "domain"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class Stratum:
    """A part of the blueprint: one of our domains, or one section of the official guide."""

    id: StratumId
    title: Text
    short: Text


@dataclass(frozen=True, slots=True)
class Weight:
    """The share of a form, in percent, that one stratum gets."""

    stratum: StratumId
    percent: float


@dataclass(frozen=True, slots=True)
class Profile:
    """Length, time, weights and pass line of one way to sit an exam.

    `minutes` is the standard time without accommodation. `pass_percent` is assumed: no pass
    mark is published. `source` says in words where the figures come from.
    """

    id: ProfileId
    title: Text
    source: Text
    questions: int
    minutes: int
    axis: Axis
    weights: tuple[Weight, ...]
    pass_percent: float


@dataclass(frozen=True, slots=True)
class Exam:
    """An exam; the first of its profiles is the default one."""

    id: ExamId
    code: str
    title: Text
    profiles: tuple[Profile, ...]
    domains: tuple[Stratum, ...]
    sections: tuple[Stratum, ...]

    def profile(self, profile_id: str) -> Profile | None:
        """The profile of that id, if the exam has it."""
        return next((p for p in self.profiles if p.id == profile_id), None)

    def strata(self, axis: Axis) -> tuple[Stratum, ...]:
        """The domains or the sections, in the order in which they are reported."""
        return self.domains if axis is Axis.DOMAIN else self.sections
