"""Before and between sittings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.attempt import Phase
from app.core.commands import Answer, End, Flag, Interrupt
from app.core.paper import Paper
from app.core.terms import EndReason, Policy
from app.services.ports import Trouble, TroubleKind
from tests.support.fakes import MemoryBanks
from tests.support.headless import BOOKING, Candidate, World
from tests.support.papers import make_bank, make_profile

HOUR = 3_600_000


@pytest.fixture
def world() -> World:
    return World()


def items(paper: Paper) -> set[str]:
    return {question.item.id for question in paper.questions}


def test_a_candidate_sits_a_whole_exam(world: World) -> None:
    result = Candidate(world).sit()
    assert (result.correct, result.questions, result.end_reason) == (3, 3, EndReason.FINISHED)
    assert [head.correct for head in world.archive.heads()] == [3]
    assert world.desk.unfinished() == ()


def test_a_seed_draws_its_paper(world: World) -> None:
    assert world.desk.draw("mla", "full", seed=9) == world.desk.draw("mla", "full", seed=9)
    assert world.desk.draw("mla", "full", seed=9).seed == 9


def test_without_a_seed_each_draw_has_its_own(world: World) -> None:
    assert world.desk.draw("mla", "full").form != world.desk.draw("mla", "full").form


def test_the_next_paper_has_items_the_candidate_has_not_met(world: World) -> None:
    first = Candidate(world).sit().paper
    second = world.desk.draw("mla", "full", seed=first.seed)
    assert not items(first) & items(second)


def test_items_of_a_discarded_attempt_have_been_met(world: World) -> None:
    session = world.start()
    met = session.attempt.paper.questions[0].item.id
    world.desk.close(session.id, EndReason.DISCARDED)
    assert met not in items(world.desk.draw("mla", "full"))


@pytest.mark.parametrize(("exam", "profile"), [("none", "full"), ("mla", "none")])
def test_an_exam_or_a_profile_that_does_not_exist(world: World, exam: str, profile: str) -> None:
    with pytest.raises(Trouble) as trouble:
        world.desk.draw(exam, profile)
    assert trouble.value.kind is TroubleKind.NO_SUCH_EXAM


def test_a_bank_that_is_too_small_says_what_is_lacking(world: World) -> None:
    world.banks = MemoryBanks(make_bank(profiles=[make_profile(questions=20)]))
    with pytest.raises(Trouble) as trouble:
        world.open_desk().draw("mla", "full")
    assert trouble.value.kind is TroubleKind.CANNOT_FILL
    assert trouble.value.detail == "d1 6 of 10, d2 6 of 10"


def test_a_booking_is_what_is_started(world: World) -> None:
    booking = replace(BOOKING, policy=Policy.STRICT, extra_percent=50, candidate="Grace", language="ja")
    attempt = world.desk.start(booking, world.desk.draw("mla", "full")).attempt
    assert (attempt.policy, attempt.limit_ms, attempt.candidate) == (Policy.STRICT, 135 * 60_000, "Grace")
    assert (attempt.language, attempt.current, attempt.responses[0].seen) == ("ja", 0, True)


def test_a_booking_that_cannot_be_is_a_mistake_of_ours(world: World) -> None:
    with pytest.raises(ValueError, match="bad_extra_time"):
        world.desk.start(replace(BOOKING, extra_percent=33), world.desk.draw("mla", "full"))


def test_unfinished_attempts_are_found_newest_first(world: World) -> None:
    first = world.start()
    world.clock.advance(1000)
    second = world.start()
    world.start().submit(End(EndReason.FINISHED))
    assert [head.id for head in world.desk.unfinished()] == [second.id, first.id]


def test_a_killed_program_finds_the_attempt_where_it_was(world: World) -> None:
    session = world.start()
    session.submit(Answer(1, session.attempt.paper.questions[1].order[:1]))
    world.restart("run-2", gone_ms=HOUR)
    resumed = world.desk.resume(session.id)
    assert resumed.attempt.responses == session.attempt.responses
    assert (resumed.attempt.phase, resumed.remaining_ms) == (Phase.RUNNING, 90 * 60_000)


def test_resuming_what_runs_or_has_ended_only_shows_it(world: World) -> None:
    session = world.start()
    assert world.desk.resume(session.id).attempt == session.attempt
    session.submit(End(EndReason.FINISHED))
    assert world.desk.resume(session.id).attempt == session.attempt


def test_a_strict_attempt_that_ran_out_meanwhile_ends_when_it_is_resumed(world: World) -> None:
    strict = replace(BOOKING, policy=Policy.STRICT)
    session = world.desk.start(strict, world.desk.draw("mla", "full"))
    session.submit(Interrupt())
    world.restart("run-2", gone_ms=2 * HOUR)
    assert world.desk.resume(session.id).attempt.end_reason is EndReason.EXPIRED
    assert world.journal.outcomes[session.id].used_ms == 90 * 60_000


@pytest.mark.parametrize("reason", [EndReason.SCORED_AS_IT_STANDS, EndReason.DISCARDED])
def test_an_unfinished_attempt_is_closed_without_being_resumed(world: World, reason: EndReason) -> None:
    session = world.start()
    world.clock.advance(1000)
    session.submit(Flag(0, on=True))
    world.restart("run-2", gone_ms=HOUR)
    assert world.desk.close(session.id, reason).attempt.end_reason is reason
    assert (world.journal.outcomes[session.id].used_ms, world.desk.unfinished()) == (1000, ())


def test_a_closed_attempt_stays_as_it_was_closed(world: World) -> None:
    session = world.start()
    world.desk.close(session.id, EndReason.SCORED_AS_IT_STANDS)
    again = world.desk.close(session.id, EndReason.DISCARDED)
    assert again.attempt.end_reason is EndReason.SCORED_AS_IT_STANDS


def test_a_result_is_recomputed_from_the_events(world: World) -> None:
    candidate = Candidate(world)
    result = candidate.sit()
    assert world.desk.result(candidate.session.id) == result
