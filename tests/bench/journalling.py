"""One answer, durable on disk, against SQLite alone."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tests.bench.measure import Figure, ratio, seconds, side_by_side
from tests.bench.world import answer, first_paper, services_below
from tests.support.papers import FakeClock

RUNS = 400
COLUMNS = "attempt_id, version, kind, event_version, wall_ms, body"


def figures(folder: Path) -> Iterator[Figure]:
    """`ExamSession.submit(Answer)` against one INSERT of the same row, same pragmas, same tables."""
    clock = FakeClock()
    services = services_below(folder, clock)
    session = services.desk.start(*first_paper(services))
    steps = itertools.count()
    count = len(session.attempt.paper.questions)

    def submit() -> None:
        step = next(steps)
        clock.advance(10)
        answer(session, step % count, right=(step // count) % 2 == 0)

    submit()
    with closing(_copy(folder / "rehearsal.sqlite3", folder / "floor.sqlite3")) as bare:
        row = bare.execute(f"SELECT {COLUMNS} FROM events ORDER BY version DESC LIMIT 1").fetchone()
        versions = itertools.count(row[1] + 1)

        def insert() -> None:
            bare.execute("BEGIN IMMEDIATE")
            bare.execute(
                f"INSERT INTO events ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
                (row[0], next(versions), *row[2:]),
            )
            bare.execute("COMMIT")

        before = next(steps)
        ours, floor = side_by_side(lambda: seconds(submit), lambda: seconds(insert), RUNS, warm=20)
    assert session.attempt.version >= next(steps) - before, "an answer was not recorded"
    yield ratio("an answer on disk", ours, floor, 1.6, "a bare INSERT")


def _copy(source: Path, target: Path) -> sqlite3.Connection:
    """The same file once more, opened with the program's own pragmas."""
    bare = sqlite3.connect(target, isolation_level=None)
    with closing(sqlite3.connect(source)) as original:
        original.backup(bare)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        bare.execute(f"PRAGMA {pragma}")
    return bare
