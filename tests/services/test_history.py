"""Past attempts as a whole, over the real storage."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.ids import AttemptId
from app.services.history import BIN_DAYS, HistoryDesk
from app.services.notices import Change, Notice, Notices
from app.services.ports import Trouble
from app.storage.database import Database
from tests.support.attempts import FIRST, make_outcome, sit
from tests.support.fakes import MemoryBanks
from tests.support.papers import FakeClock, make_bank

SECOND = AttemptId("attempt-0002")
DAY_MS = 86_400_000


class World:
    """The use cases over a real file, and what was told."""

    def __init__(self, folder: Path) -> None:
        self.database = Database(folder / "rehearsal.sqlite3")
        self.clock = FakeClock()
        notices = Notices()
        self.told: list[Change] = []
        notices.subscribe(self._on_notice)
        self.desk = HistoryDesk(
            MemoryBanks(make_bank()),
            self.database.archive,
            self.database.bin,
            self.database.transfer,
            self.clock,
            notices,
        )
        sit(self.database.journal, FIRST, 0, make_outcome(1000))

    def _on_notice(self, notice: Notice) -> None:
        self.told += notice.changes


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_progress_tells_of_what_was_sat(world: World) -> None:
    (found,) = world.desk.progress().exams
    assert [head.id for head in found.sittings] == [FIRST]
    assert world.desk.progress("mlp").exams == ()
    assert world.desk.progress(since_ms=world.clock.wall_ms + 1).exams == ()


def test_what_was_deleted_can_be_had_back_for_thirty_days(world: World) -> None:
    world.desk.delete(FIRST)
    assert world.desk.progress().exams == ()
    world.clock.advance(BIN_DAYS * DAY_MS)
    assert [one.head.id for one in world.desk.binned()] == [FIRST]
    world.desk.restore(FIRST)
    assert world.desk.binned() == ()
    assert len(world.desk.progress().exams) == 1
    assert world.told == [Change.HISTORY, Change.HISTORY]


def test_after_that_it_is_gone(world: World) -> None:
    world.desk.delete(FIRST)
    world.clock.advance(BIN_DAYS * DAY_MS + 1)
    assert world.desk.binned() == ()
    with pytest.raises(Trouble):
        world.desk.restore(FIRST)


def test_a_merge_is_told_when_it_changed_something(world: World, tmp_path: Path) -> None:
    other = World(tmp_path / "other")
    sit(other.database.journal, SECOND, 5000, make_outcome(9000))
    content = other.desk.export()
    assert world.desk.merge(content, "file").added == 1
    assert world.desk.merge(content, "file").known == 2
    assert world.told == [Change.HISTORY]
