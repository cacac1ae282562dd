"""The stage of the tour: a clock that is moved by hand, ids in order, and mock exams sat long ago."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from app.core.commands import Answer, Comment, End, Flag, Start, StrikeOut, Tick, Visit
from app.core.ids import AttemptId, OptionId
from app.core.moment import Moment
from app.core.paper import Question
from app.core.terms import EndReason, Policy
from app.services.exam_session import ExamSession

if TYPE_CHECKING:
    from app.core.events import Event
    from app.core.history import Outcome
    from app.services.ports import Journal
    from app.services.services import Services

TODAY_MS = 1_779_181_200_000
"""The tour's present: 19 May 2026, 09:00 UTC."""

DAY_MS, MINUTE_MS = 86_400_000, 60_000
STEP_MS = 50_000
"""A running exam is looked at this often; a longer silence would be a suspended computer."""


class StageClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self._wall_ms, self._tick_ms = TODAY_MS, 0

    def now(self) -> Moment:
        """The present moment."""
        return Moment(self._wall_ms, self._tick_ms, "tour")

    def advance(self, milliseconds: int) -> None:
        """Let time pass."""
        self._wall_ms += milliseconds
        self._tick_ms += milliseconds

    def set_days_ago(self, days: int) -> None:
        """Go to a day before the present; exams begin at nine."""
        self._wall_ms, self._tick_ms = TODAY_MS - days * DAY_MS, 0


class StageIds:
    """Ids and seeds in order."""

    def __init__(self, name: str = "tour") -> None:
        self._name, self._made = name, 0

    def attempt_id(self) -> AttemptId:
        """The next attempt id."""
        self._made += 1
        return AttemptId(f"{self._name}-{self._made:04}")

    def seed(self) -> int:
        """Always the same one."""
        return 1


@dataclass(frozen=True, slots=True)
class Past:
    """A mock exam that was sat: how many days ago, what, how well (0..1), how long, how it ended."""

    days: int
    exam: str
    skill: float
    minutes: int
    reason: EndReason = EndReason.FINISHED


def past_of(exam: str, other: str) -> tuple[Past, ...]:
    """A few weeks of preparation for one exam, with some tries at the other; the oldest first."""
    return (
        Past(45, exam, 0.40, 118),
        Past(38, exam, 0.52, 104),
        Past(33, other, 0.30, 61, EndReason.SCORED_AS_IT_STANDS),
        Past(27, exam, 0.58, 112),
        Past(20, other, 0.42, 119),
        Past(13, exam, 0.71, 96),
        Past(8, other, 0.55, 117),
        Past(2, exam, 0.88, 88),
    )


GOOD, BAD = AttemptId("tour-0008"), AttemptId("tour-0003")
"""Of these mock exams, one with a good result and one with a bad one."""


class _Bundle:
    """A journal in memory, whose events go to the real one together: waiting for the disk once is enough."""

    def __init__(self) -> None:
        self._events: tuple[Event, ...] = ()
        self._outcome: Outcome | None = None

    def append(
        self, _attempt: AttemptId, _expected: int, events: tuple[Event, ...], outcome: Outcome | None = None
    ) -> None:
        """Keep the events."""
        self._events, self._outcome = (*self._events, *events), outcome

    def read(self, _attempt: AttemptId) -> tuple[Event, ...]:
        """The events."""
        return self._events

    def hand_over(self, attempt: AttemptId, journal: Journal) -> None:
        """Write everything down."""
        journal.append(attempt, 0, self._events, self._outcome)


def sit_in_the_past(
    services: Services, journal: Journal, ids: StageIds, clock: StageClock, pasts: tuple[Past, ...]
) -> None:
    """Sit mock exams through the real sessions, as if it had been on those days."""
    for number, past in enumerate(pasts):
        clock.set_days_ago(past.days)
        bundle, attempt = _Bundle(), ids.attempt_id()
        session = ExamSession(attempt, bundle, clock, services.notices)
        _sit(services, session, clock, past, Random(f"past {number}"))
        bundle.hand_over(attempt, journal)


def _sit(services: Services, session: ExamSession, clock: StageClock, past: Past, rng: Random) -> None:
    profile = services.banks.open(past.exam).exam.profiles[0].id
    paper = services.desk.draw(past.exam, profile, seed=past.days)
    session.submit(Start(paper, Policy.CENTRE, 0, "", "en"))
    each = past.minutes * MINUTE_MS // len(paper.questions)
    for index, question in enumerate(paper.questions):
        session.submit(Visit(index))
        _pass(session, clock, round(each * (0.5 + rng.random())))
        _answer(session, index, question, past.skill, rng)
    session.submit(End(past.reason))


def _pass(session: ExamSession, clock: StageClock, milliseconds: int) -> None:
    while milliseconds > 0:
        clock.advance(min(STEP_MS, milliseconds))
        session.submit(Tick(beat=milliseconds > STEP_MS))
        milliseconds -= STEP_MS


def _answer(session: ExamSession, index: int, question: Question, skill: float, rng: Random) -> None:
    """Right by skill; some flags, strikes, second thoughts and comments on the way."""
    key = tuple(option for option in question.order if option in question.item.key)
    others = [option for option in question.order if option not in question.item.key]
    wrong: tuple[OptionId, ...] = (*key[1:], others[int(rng.random() * len(others))])
    right = rng.random() < skill
    if rng.random() < 0.3:
        session.submit(StrikeOut(index, others[-1] if right else others[0], on=True))
    if rng.random() < 0.12:
        session.submit(Answer(index, wrong if right else key))
    session.submit(Answer(index, key if right else wrong))
    if rng.random() < 0.15:
        session.submit(Flag(index, on=True))
    if rng.random() < 0.08:
        session.submit(Comment(index, "Two options looked alike; read the manual on this again."))
