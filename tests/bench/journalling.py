"""One answer, durable on disk, against SQLite alone."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from app.core.events import Answered
from app.storage.database import Database
from tests.bench.measure import Figure, ratio, seconds, side_by_side
from tests.bench.world import first_paper, services_below
from tests.support.papers import FakeClock

RUNS = 400
COLUMNS = "attempt_id, version, kind, event_version, wall_ms, body"


def figures(folder: Path) -> Iterator[Figure]:
    """The journal's append of an answer against one INSERT of the same row, same pragmas, same tables."""
    clock = FakeClock()
    services = services_below(folder, clock)
    session = services.desk.start(*first_paper(services))
    database = Database(folder / "rehearsal.sqlite3")
    order = session.attempt.paper.questions[0].order
    versions = itertools.count(session.attempt.version)

    def append() -> None:
        version = next(versions)
        event = Answered(clock.now(), 0, (order[version % len(order)],))
        database.journal.append(session.id, version, (event,))

    append()
    with closing(_copy(database.path, folder / "floor.sqlite3")) as bare:
        row = bare.execute(f"SELECT {COLUMNS} FROM events ORDER BY version DESC LIMIT 1").fetchone()
        numbers = itertools.count(row[1] + 1)

        def insert() -> None:
            bare.execute("BEGIN IMMEDIATE")
            bare.execute(
                f"INSERT INTO events ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
                (row[0], next(numbers), *row[2:]),
            )
            bare.execute("COMMIT")

        ours, floor = side_by_side(lambda: seconds(append), lambda: seconds(insert), RUNS, warm=20)
    assert len(database.journal.read(session.id)) == next(versions), "an answer was not recorded"
    yield ratio("an answer on disk", ours, floor, 1.6, "a bare INSERT")


def _copy(source: Path, target: Path) -> sqlite3.Connection:
    """The same file once more, opened with the program's own pragmas."""
    bare = sqlite3.connect(target, isolation_level=None)
    with closing(sqlite3.connect(source)) as original:
        original.backup(bare)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        bare.execute(f"PRAGMA {pragma}")
    return bare
