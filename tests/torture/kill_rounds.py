"""Rounds of a program that is killed: a process without a window forks for each, and tells JSON lines."""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from pkgutil import walk_packages
from random import Random

import app
from app.bootstrap import build, save_file
from app.core.attempt import HEARTBEAT_MS, fold
from app.core.events import Answered, Event
from app.core.ids import AttemptId, ItemId, OptionId
from app.services.services import Services
from app.storage.database import Database
from app.system.paths import Paths, paths_below
from app.ui.application import Desktop, make_application
from app.ui.demo.candidate import Candidate
from app.ui.demo.hands import Hands
from tests.support.guest import sample_banks
from tests.torture.trial import Trial

KINDS = ("exam",) * 14 + ("first start", "upgrade", "banks", "paper", "export", "import", "backup", "mending")
LONGEST_S = {
    "first start": 0.7,
    "upgrade": 0.25,
    "banks": 0.5,
    "paper": 0.4,
    "export": 0.15,
    "import": 0.2,
    "backup": 0.1,
    "mending": 0.1,
}
"""Within so many seconds after the fork comes the kill."""
MOST_ANSWERS, MOST_WAIT_S = 6, 0.04
PATIENCE_S = 60.0
SLACK_MS = 2_000


Line = tuple[str, str, list[str], int]
"""Attempt, question, what the window shows as chosen, ms left."""


@dataclass
class Round:
    """What was shown before a kill, by attempt: (question, chosen, ms left); and what is wrong after it."""

    shown: dict[str, list[tuple[str, tuple[str, ...], int]]] = field(default_factory=dict)
    events: int = 0
    wrong: list[str] = field(default_factory=list)

    def note(self, lines: Iterator[Line]) -> None:
        """Remember what was shown."""
        for attempt, item, chosen, left in lines:
            self.shown.setdefault(attempt, []).append((item, tuple(chosen), left))

    @property
    def answers(self) -> int:
        """How many answers were shown."""
        return sum(map(len, self.shown.values()))


@dataclass
class Ground:
    """Where the rounds take place: banks, one data folder for the exams, others for the rest."""

    folder: Path
    banks: Path
    chance: Random
    number: int

    @property
    def exams(self) -> Paths:
        """The data folder in which all exams of this process are sat."""
        return paths_below(self.folder / "exams")

    def fresh(self, name: str) -> Paths:
        """An empty data folder with its own cache."""
        root = self.folder / name
        shutil.rmtree(root, ignore_errors=True)
        return paths_below(root)

    def services(self, paths: Paths) -> Services:
        """The real program over a data folder."""
        return build(paths, banks=self.banks, with_sample=True)


def main(folder: Path, seed: int, first: int, count: int) -> None:
    """The rounds, one line each."""
    for module in walk_packages(app.__path__, "app."):  # once, and not in every child
        if not module.name.endswith(("__main__", ".env")) and ".migrations" not in module.name:
            import_module(module.name)
    banks = sample_banks(folder / "banks-of-all", minutes=60)
    for number in range(first, first + count):
        chance = Trial(folder, seed).chance(number)
        kind = chance.choice(KINDS)
        done = Round()
        try:
            PARTS[kind](Ground(folder, banks, chance, number), done)
        except Exception:
            done.wrong.append(traceback.format_exc())
        told = {"round": number, "kind": kind, "shown": done.answers, "events": done.events}
        print(json.dumps(told | {"wrong": done.wrong}), flush=True)


# The kill ---------------------------------------------------------------------------------------


def kill_after(seconds: float, work: Callable[[], object]) -> None:
    """Do something in another process, which is killed so long after its birth."""
    child = _forked(work)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _forked(work: Callable[[], object]) -> int:
    child = os.fork()
    if child:
        return child
    try:
        work()
    except BaseException:
        traceback.print_exc()
    os._exit(1)


def _exam(ground: Ground, done: Round) -> None:
    """A candidate in the real window is killed some answers, and some milliseconds, later."""
    reading, writing = os.pipe()
    child = _forked(lambda: _sit(ground, writing))
    os.close(writing)
    answers, wait = ground.chance.randint(0, MOST_ANSWERS), ground.chance.random() * MOST_WAIT_S
    if answers == 0:
        time.sleep(ground.chance.random())
    done.note(_until(reading, answers))
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    done.note(_until(reading, MOST_ANSWERS * 100))
    os.waitpid(child, 0)
    os.close(reading)
    _compare(ground, done)


def _sit(ground: Ground, pipe: int) -> None:
    """Sit exams until killed, telling of each answer after the window has shown it."""
    application = make_application(["killed"])
    desktop = Desktop(application, ground.services(ground.exams), language="en", seed=ground.number)
    bridge = desktop.bridge

    def told(item: ItemId, chosen: Sequence[OptionId]) -> None:
        line = json.dumps([bridge.attempt_id, item, list(chosen), bridge.remaining_ms])
        os.write(pipe, line.encode() + b"\n")

    desktop.show()
    for turn in range(100):
        Candidate(Hands(desktop.window), bridge, 0.5, ground.number * 100 + turn, told, None).sit(
            "sample", None
        )


def _until(pipe: int, lines: int) -> Iterator[Line]:
    """So many lines of a pipe, or fewer if the other end is gone."""
    rest, end = b"", time.monotonic() + PATIENCE_S
    while lines > 0 and time.monotonic() < end:
        if not select.select([pipe], [], [], 0.5)[0]:
            continue
        got = os.read(pipe, 1) if lines else b""
        if not got:
            return
        rest += got
        if rest.endswith(b"\n"):
            lines -= 1
            yield json.loads(rest)
            rest = b""


def _compare(ground: Ground, done: Round) -> None:
    """The journal against what was shown, as the next start finds it."""
    services = ground.services(ground.exams)
    recovery = services.keeper.check()
    if recovery is not None:
        done.wrong.append(f"the file had to be mended: {recovery}")
    database = Database(ground.exams.database)
    for attempt, shown in done.shown.items():
        events = database.journal.read(AttemptId(attempt))
        done.events += len(events)
        done.wrong += _lost(events, shown)
        left = services.desk.load(AttemptId(attempt)).remaining_ms
        if fold(events) and not -SLACK_MS <= left - shown[-1][2] + SLACK_MS <= HEARTBEAT_MS + 2 * SLACK_MS:
            if services.desk.load(AttemptId(attempt)).attempt.ended:
                continue
            done.wrong.append(f"{left} ms are left of {attempt}, and {shown[-1][2]} were shown")
    database.close()
    services.close()


def _lost(events: tuple[Event, ...], shown: list[tuple[str, tuple[str, ...], int]]) -> Iterator[str]:
    attempt = fold(events)
    assert attempt is not None
    items = [question.item.id for question in attempt.paper.questions]
    given: list[tuple[str, tuple[str, ...]]] = [
        (items[event.question], event.chosen) for event in events if isinstance(event, Answered)
    ]
    at = 0
    for item, chosen, _ in shown:
        if (item, chosen) not in given[at:]:
            yield f"{item} {chosen} was shown and is not in the journal"
            continue
        at = given.index((item, chosen), at)
    yield from (f"{one} is there twice" for one, other in pairwise(given) if one == other)


# Elsewhere --------------------------------------------------------------------------------------


def _first_start(ground: Ground, done: Round) -> None:
    paths = ground.fresh("first")

    def start() -> None:
        desktop = Desktop(make_application(["killed"]), ground.services(paths), language="en")
        desktop.show()
        Hands(desktop.window).settle()

    kill_after(_moment(ground, "first start"), start)
    services = ground.services(paths)
    services.keeper.check()
    if services.archive.heads() or not services.banks.summaries():
        done.wrong.append("the first start left something that the second one stumbles over")
    services.close()


def _upgrade(ground: Ground, done: Round) -> None:
    """A file as version 0001 left it."""
    paths = ground.fresh("upgrade")
    before = _past(ground, paths)
    with closing(sqlite3.connect(paths.database)) as connection:
        connection.executescript(
            "DROP TABLE marks; DROP TABLE bin_moves; UPDATE alembic_version SET version_num = '0001';"
        )
    kill_after(_moment(ground, "upgrade"), ground.services(paths).archive.heads)
    done.events, wrong = _same(ground, paths, before)
    done.wrong += wrong


def _banks(ground: Ground, done: Round) -> None:
    paths = ground.fresh("banks")
    kill_after(_moment(ground, "banks"), ground.services(paths).banks.summaries)
    expected = ground.services(ground.fresh("other")).banks.summaries()
    if ground.services(paths).banks.summaries() != expected:
        done.wrong.append("the cache holds something else than the banks")


def _paper(ground: Ground, done: Round) -> None:
    """A report is written over an older one."""
    paths, target = ground.fresh("paper"), ground.folder / "report.pdf"
    _past(ground, paths)
    services = ground.services(paths)
    head = services.archive.heads()[0]
    result = services.desk.result(head.id)
    pdf = services.documents.score_report(result, head.id, "en")
    save_file(target, pdf)
    services.close()

    def write() -> None:
        while True:
            save_file(target, pdf)

    kill_after(_moment(ground, "paper"), write)
    if target.read_bytes() != pdf:
        done.wrong.append("the report is neither the old one nor the new one")


def _export(ground: Ground, done: Round) -> None:
    paths, target = ground.fresh("export"), ground.folder / "history.rehearsal"
    before = _past(ground, paths)
    content = ground.services(paths).history.export()
    save_file(target, content)
    kill_after(_moment(ground, "export"), lambda: save_file(target, ground.services(paths).history.export()))
    if target.read_bytes() != content:
        done.wrong.append("the exported history is neither the old one nor the new one")
    done.events, wrong = _same(ground, paths, before)
    done.wrong += wrong


def _import(ground: Ground, done: Round) -> None:
    source, target = ground.fresh("from"), ground.fresh("to")
    before = _past(ground, source)
    content = ground.services(source).history.export()
    kill_after(_moment(ground, "import"), lambda: ground.services(target).history.merge(content, "file"))
    ground.services(target).history.merge(content, "file")
    done.events, wrong = _same(ground, target, before)
    done.wrong += wrong


def _backup(ground: Ground, done: Round) -> None:
    """A backup is made while its file is open, and the notes are shortened."""
    paths = ground.fresh("backup")
    before = _later(paths, _past(ground, paths))
    kill_after(_moment(ground, "backup"), ground.services(paths).keeper.back_up)
    done.events, wrong = _same(ground, paths, before)
    done.wrong += wrong


def _mending(ground: Ground, done: Round) -> None:
    """A broken file with a log, newer than its backup, is replaced."""
    paths = ground.fresh("mending")
    before = _later(paths, _past(ground, paths))
    with paths.database.open("r+b") as file:
        file.seek(4096 * ground.chance.randrange(1, paths.database.stat().st_size // 4096))
        file.write(b"\xa5" * 4096)
    kill_after(_moment(ground, "mending"), ground.services(paths).keeper.recover)
    services = ground.services(paths)
    services.keeper.check()
    services.keeper.recover()
    services.close()
    done.events, wrong = _same(ground, paths, before)
    done.wrong += wrong


def _later(paths: Paths, before: dict[AttemptId, tuple[Event, ...]]) -> dict[AttemptId, tuple[Event, ...]]:
    """One more attempt, after a backup, in a log that was never written into the file; all events now."""
    database = Database(paths.database)
    database.keeper.back_up()
    events = next(iter(before.values()))[:-1]  # all but its end
    database.journal.append(AttemptId("later"), 0, events)
    files = {file: file.read_bytes() for file in paths.data.iterdir() if file.is_file()}
    database.close()
    for file, content in files.items():
        file.write_bytes(content)
    return {**before, AttemptId("later"): events}


def _past(ground: Ground, paths: Paths) -> dict[AttemptId, tuple[Event, ...]]:
    """A data folder with an exam that was sat, copied from one made once; its events by attempt."""
    made = paths_below(ground.folder / "past")
    if not made.database.exists():
        from tests.bench.world import sit
        from tests.support.papers import FakeClock, FakeIds

        clock = FakeClock()
        services = build(made, banks=ground.banks, with_sample=True, clock=clock, ids=FakeIds())
        for seed in range(3):
            sit(services, clock, seed)
        services.close()
    shutil.copytree(made.data, paths.data)
    database = Database(made.database)
    events = {head.id: database.journal.read(head.id) for head in database.archive.heads()}
    database.close()
    return events


def _same(ground: Ground, paths: Paths, before: dict[AttemptId, tuple[Event, ...]]) -> tuple[int, list[str]]:
    services = ground.services(paths)
    wrong = [f"the file had to be mended: {one}" for one in [services.keeper.check()] if one is not None]
    services.close()
    database = Database(paths.database)
    after = {head.id: database.journal.read(head.id) for head in database.archive.heads()}
    database.close()
    if after != before:
        wrong.append(f"{len(before)} attempts were there, now there are {len(after)}, or they differ")
    return sum(map(len, after.values())), wrong


def _moment(ground: Ground, kind: str) -> float:
    return ground.chance.random() * LONGEST_S[kind]


PARTS: dict[str, Callable[[Ground, Round], None]] = {
    "exam": _exam,
    "first start": _first_start,
    "upgrade": _upgrade,
    "banks": _banks,
    "paper": _paper,
    "export": _export,
    "import": _import,
    "backup": _backup,
    "mending": _mending,
}

if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
