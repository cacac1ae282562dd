"""A data folder with attempts in it, made through the services alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

from app.bootstrap import build
from app.core.attempt import fold
from app.core.commands import Answer, End, Visit
from app.core.events import Answered, Ended, Event, Started, Visited
from app.core.history import outcome
from app.core.ids import AttemptId
from app.core.paper import Paper
from app.core.scoring import score
from app.core.terms import EndReason, Policy
from app.services.exam_desk import Booking
from app.services.exam_session import ExamSession
from app.services.services import Services
from app.storage.database import Database
from app.system.paths import paths_below
from tests.support.papers import FakeClock, FakeIds, make_moment

SKILL = 0.7
DAY_MS = 86_400_000


def services_below(folder: Path, clock: FakeClock | None = None) -> Services:
    """The real parts over a folder; with a clock that stands still if one is given."""
    return build(paths_below(folder), with_sample=True, clock=clock, ids=FakeIds())


def first_paper(services: Services, seed: int = 1) -> tuple[Booking, Paper]:
    """A paper of the first exam and profile that can be filled."""
    for summary in services.banks.summaries():
        for profile in summary.exam.profiles:
            if not summary.shortfalls(profile):
                booking = Booking(summary.exam.id, profile.id, "Ada", "en")
                return booking, services.desk.draw(summary.exam.id, profile.id, seed)
    raise LookupError("no shipped exam can be sat")


def sit(services: Services, clock: FakeClock, seed: int) -> AttemptId:
    """Sit a whole exam; a minute a question, about `SKILL` of the answers right."""
    booking, paper = first_paper(services, seed)
    session, chance = services.desk.start(booking, paper), Random(seed)
    for number in range(len(paper.questions)):
        session.submit(Visit(number))
        clock.advance(50_000)
        answer(session, number, right=chance.random() < SKILL)
    session.submit(End(EndReason.FINISHED))
    clock.advance(86_400_000)
    return session.id


def answer(session: ExamSession, number: int, *, right: bool) -> None:
    """Answer a question with its key, or with the first options that are not the key."""
    question = session.attempt.paper.questions[number]
    key = [option.id for option in question.item.options if option.correct]
    wrong = [option.id for option in question.item.options if not option.correct]
    session.submit(Answer(number, tuple(key if right else (wrong + key)[: len(key)])))


def keep_attempts(services: Services, folder: Path, count: int) -> None:
    """Keep so many attempts in the file of a folder, one a day, all of one paper."""
    _, paper = first_paper(services)
    database = Database(folder / "rehearsal.sqlite3")
    for number in range(count):
        events = sitting(paper, number, "en")
        state = fold(events)
        assert state is not None
        database.journal.append(AttemptId(f"a{number:05}"), 0, events, outcome(state, score(state)))
    database.close()


def sitting(paper: Paper, number: int, language: str) -> tuple[Event, ...]:
    """A whole attempt: every question met and answered, two of three rightly."""
    chance = Random(number)
    at = number * DAY_MS
    events: list[Event] = [
        Started(make_moment(at), replace(paper, seed=number), Policy.CENTRE, 7_200_000, 0, "Ada", language)
    ]
    for index, question in enumerate(paper.questions):
        at += 40_000
        key = [option for option in question.order if option in question.item.key]
        wrong = [option for option in question.order if option not in question.item.key]
        chosen = key if chance.random() < 2 / 3 else (wrong + key)[: len(key)]
        events += [Visited(make_moment(at), index), Answered(make_moment(at + 20_000), index, tuple(chosen))]
    return (*events, Ended(make_moment(at + 30_000), EndReason.FINISHED))
