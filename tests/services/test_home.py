"""What home shows."""

from __future__ import annotations

from app.core.commands import End
from app.core.ids import AttemptId
from app.core.terms import EndReason
from app.services.home import Home, home, share
from tests.support.headless import Candidate, World


def shown(world: World) -> Home:
    return home(world.banks.summaries(), world.archive.heads())


def test_before_the_first_sitting_there_are_no_figures() -> None:
    first = shown(World())
    (card,) = first.cards
    assert (card.sat, card.best, card.last) == (0, None, None)
    assert (first.unfinished, first.attempts) == (None, ())


def test_the_best_and_the_last_share_of_an_exam() -> None:
    world = World()
    Candidate(world).sit()
    world.clock.advance(1000)
    world.start().submit(End(EndReason.FINISHED))
    (card,) = shown(world).cards
    assert (card.sat, card.best, card.last) == (2, 1.0, 0.0)


def test_a_discarded_attempt_has_no_share_in_the_figures() -> None:
    world = World()
    world.start().submit(End(EndReason.DISCARDED))
    assert (shown(world).cards[0].sat, shown(world).attempts) == (0, ())


def test_the_newest_unfinished_attempt_is_offered() -> None:
    world = World()
    world.start()
    world.clock.advance(1000)
    world.start()
    offered = shown(world).unfinished
    assert offered
    assert offered.id == AttemptId("attempt-0002")


def test_a_share() -> None:
    world = World()
    Candidate(world).sit()
    assert share(world.archive.heads()[0]) == 1.0
