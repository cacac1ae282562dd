"""The one path of every command: decide, append, fold, notify."""

from __future__ import annotations

import pytest

from app.core.commands import Answer, Command, Comment, End, Flag, Interrupt, Tick, Visit
from app.core.events import Flagged
from app.core.ids import AttemptId, OptionId
from app.core.refusals import Refusal
from app.core.terms import EndReason
from app.services.exam_session import ExamSession
from app.services.notices import Change, Notice
from app.services.ports import Trouble, TroubleKind
from tests.support.headless import World

FULL = Trouble(TroubleKind.DISK_FULL, path="attempts.db")


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def session(world: World) -> ExamSession:
    return world.start()


@pytest.fixture
def told(world: World, session: ExamSession) -> list[Notice]:
    heard: list[Notice] = []
    world.notices.subscribe(heard.append)
    return heard


def test_a_command_is_on_disk_when_it_is_done(world: World, session: ExamSession) -> None:
    assert session.submit(Flag(0, on=True)) is None
    assert world.journal.events[session.id][-1] == Flagged(world.clock.now(), 0, on=True)
    assert session.attempt.responses[0].flagged


def test_it_is_on_disk_before_anybody_is_told(world: World, session: ExamSession) -> None:
    seen: list[tuple[int, int]] = []
    world.notices.subscribe(
        lambda _: seen.append((len(world.journal.events[session.id]), session.attempt.version))
    )
    session.submit(Flag(0, on=True))
    assert seen == [(3, 3)]


@pytest.mark.parametrize(
    "command", [Flag(0, on=True), Visit(1), Tick(beat=True), Interrupt(), End(EndReason.FINISHED)]
)
def test_what_cannot_be_saved_has_not_happened(
    world: World, session: ExamSession, told: list[Notice], command: Command
) -> None:
    before = session.attempt
    world.journal.trouble = FULL
    with pytest.raises(Trouble) as trouble:
        session.submit(command)
    assert trouble.value is FULL
    assert session.attempt is before
    assert (told, len(world.journal.events[session.id])) == ([], before.version)


def test_what_could_not_be_saved_can_be_done_again(world: World, session: ExamSession) -> None:
    world.journal.trouble = FULL
    with pytest.raises(Trouble):
        session.submit(Flag(0, on=True))
    world.journal.trouble = None
    assert session.submit(Flag(0, on=True)) is None
    assert session.attempt.responses[0].flagged


def test_an_attempt_whose_start_cannot_be_saved_has_not_started(world: World) -> None:
    world.journal.trouble = FULL
    with pytest.raises(Trouble):
        world.start()
    assert world.journal.events == {}


def test_a_second_writer_is_a_conflict(world: World, session: ExamSession) -> None:
    other = world.desk.load(session.id)
    session.submit(Flag(0, on=True))
    with pytest.raises(Trouble, match="conflict"):
        other.submit(Flag(1, on=True))
    assert not other.attempt.responses[1].flagged


def test_a_refusal_is_an_answer_and_leaves_nothing(
    world: World, session: ExamSession, told: list[Notice]
) -> None:
    before = world.journal.events[session.id]
    assert session.submit(Answer(0, (OptionId("z"),))) is Refusal.NO_SUCH_OPTION
    assert (world.journal.events[session.id], told) == (before, [])


def test_where_nothing_changes_nothing_is_written_or_told(
    world: World, session: ExamSession, told: list[Notice]
) -> None:
    world.journal.trouble = FULL
    assert session.submit(Visit(0)) is None
    assert told == []


def test_a_notice_names_who_asked(session: ExamSession, told: list[Notice]) -> None:
    session.submit(Visit(1), initiator="navigator")
    assert told == [Notice(frozenset({Change.ATTEMPT}), "navigator")]


def test_the_end_changes_the_history_too(session: ExamSession, told: list[Notice]) -> None:
    session.submit(End(EndReason.FINISHED))
    assert [notice.changes for notice in told] == [{Change.ATTEMPT, Change.HISTORY}]


def test_the_start_changes_the_history_too(world: World) -> None:
    heard: list[Notice] = []
    world.notices.subscribe(heard.append)
    world.start()
    assert [notice.changes for notice in heard] == [{Change.ATTEMPT, Change.HISTORY}]


def test_the_outcome_goes_with_the_end(world: World, session: ExamSession) -> None:
    key = session.attempt.paper.questions[0].item.key
    session.submit(Answer(0, tuple(key)))
    assert world.journal.outcomes == {}
    world.clock.advance(5000)
    session.submit(End(EndReason.FINISHED))
    outcome = world.journal.outcomes[session.id]
    assert (outcome.correct, outcome.questions, outcome.used_ms) == (1, 3, 5000)
    assert outcome.ended_ms == world.clock.wall_ms
    assert outcome.shown == (session.attempt.paper.questions[0].item.id,)


def test_time_left_is_read_from_the_clock(world: World, session: ExamSession) -> None:
    world.clock.advance(30_000)
    assert session.remaining_ms == 90 * 60_000 - 30_000


def test_a_loaded_attempt_is_the_one_that_was_sat(world: World, session: ExamSession) -> None:
    session.submit(Flag(2, on=True))
    assert world.desk.load(session.id).attempt == session.attempt


def test_an_attempt_that_is_not_there_is_trouble(world: World) -> None:
    with pytest.raises(Trouble, match="no_such_attempt"):
        world.desk.load(AttemptId("nowhere"))


def test_before_the_start_there_is_no_state(world: World) -> None:
    session = ExamSession(AttemptId("new"), world.journal, world.clock, world.notices)
    with pytest.raises(RuntimeError, match="not started"):
        _ = session.attempt
    assert session.submit(Flag(0, on=True)) is Refusal.NOT_STARTED


# While nothing can be saved -------------------------------------------------------------------


@pytest.fixture
def sitting(session: ExamSession) -> ExamSession:
    """A session in the middle of an exam."""
    session.holds = True
    return session


def test_a_held_session_goes_on_and_saves_in_order(world: World, sitting: ExamSession) -> None:
    world.journal.trouble = FULL
    sitting.submit(Flag(0, on=True))
    sitting.submit(Visit(1))
    assert (sitting.unsaved, sitting.trouble) == (2, FULL)
    assert sitting.attempt.current == 1
    assert not sitting.save()
    world.journal.trouble = None
    sitting.submit(Flag(1, on=True))
    assert (sitting.unsaved, sitting.trouble) == (0, None)
    assert world.desk.load(sitting.id).attempt == sitting.attempt


def test_what_waits_is_saved_by_itself(world: World, sitting: ExamSession) -> None:
    world.journal.trouble = FULL
    sitting.submit(Flag(0, on=True))
    world.journal.trouble = None
    assert sitting.save()
    assert world.journal.events[sitting.id][-1] == Flagged(world.clock.now(), 0, on=True)


def test_an_end_that_waits_is_saved_with_its_outcome_and_what_came_after(
    world: World, sitting: ExamSession
) -> None:
    world.journal.trouble = FULL
    sitting.submit(Answer(0, tuple(sitting.attempt.paper.questions[0].item.key)))
    sitting.submit(End(EndReason.FINISHED))
    sitting.submit(Comment(0, "late"))
    world.journal.trouble = None
    assert sitting.save()
    assert world.journal.outcomes[sitting.id].correct == 1
    assert world.desk.load(sitting.id).attempt == sitting.attempt


def test_the_desk_shows_an_unsaved_end_from_memory(world: World, sitting: ExamSession) -> None:
    world.journal.trouble = FULL
    sitting.submit(End(EndReason.FINISHED))
    assert world.desk.result(sitting.id).end_reason is EndReason.FINISHED
    world.journal.trouble = None
    assert world.desk.load(sitting.id) is not sitting
    assert sitting.unsaved == 0


def test_a_file_that_went_back_in_time_is_brought_up_to_date(world: World, sitting: ExamSession) -> None:
    """So it is after an older copy was put in place of the file."""
    sitting.submit(Flag(0, on=True))
    world.journal.events[sitting.id] = world.journal.events[sitting.id][:1]
    sitting.submit(Visit(1))
    assert world.desk.load(sitting.id).attempt == sitting.attempt


def test_a_file_that_was_lost_is_written_anew(world: World, sitting: ExamSession) -> None:
    world.journal.events.clear()
    sitting.submit(Visit(1))
    assert world.desk.load(sitting.id).attempt == sitting.attempt


def test_what_was_saved_although_the_disk_said_no_is_not_saved_twice(
    world: World, sitting: ExamSession
) -> None:
    """An fsync that fails may come after the writing."""
    world.journal.trouble = FULL
    sitting.submit(Flag(0, on=True))
    world.journal.events[sitting.id] += (Flagged(world.clock.now(), 0, on=True),)
    world.journal.trouble = None
    sitting.submit(Visit(1))
    assert world.desk.load(sitting.id).attempt == sitting.attempt


def test_a_second_writer_is_a_conflict_although_something_waits(world: World, sitting: ExamSession) -> None:
    other = world.desk.load(sitting.id)
    world.journal.trouble = FULL
    sitting.submit(Flag(0, on=True))
    world.journal.trouble = None
    other.submit(Flag(1, on=True))
    with pytest.raises(Trouble, match="conflict"):
        sitting.submit(Visit(1))
    assert sitting.attempt.responses[0].flagged
    assert not sitting.attempt.responses[1].flagged
    assert len(world.journal.events[sitting.id]) == 3
