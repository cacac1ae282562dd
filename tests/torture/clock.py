"""Clocks that jump, machines that sleep or crawl, programs that die: the time left is right.

A referee with a watch of its own sits beside an exam of the real program (services, journal on a real file,
bridge) whose clocks are handed in, and compares.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from shutil import copytree

from app.bootstrap import build
from app.core.attempt import HEARTBEAT_MS, SUSPEND_GAP_MS, Attempt, fold
from app.core.events import Event, Warned
from app.core.ids import AttemptId
from app.core.paper import Paper
from app.core.terms import EndReason, Policy
from app.core.timing import EXTRA_PERCENTS, WARNINGS_MIN
from app.services.exam_desk import Booking
from app.services.services import Services
from app.storage.database import Database
from app.system.paths import paths_below
from app.system.resources import banks as shipped_banks
from app.ui.bridge import Bridge
from tests.bench.world import first_paper
from tests.support.papers import FakeClock, FakeIds
from tests.torture.trial import Finding, Trial

LONG_RUN = 2000
MINUTE, HOUR = 60_000, 3_600_000
LOOK_MS = 5_000
"""How often the program looks at the clock here; the real one does so every 200 ms."""
GRACE_MS = HEARTBEAT_MS + LOOK_MS
"""The most exam time that a sudden end can give back, or that the strict rule can take too much."""
JUMPS = (-400 * 24 * HOUR, -HOUR, -1_000, 1_000, HOUR, 24 * HOUR, 400 * 24 * HOUR)
"""The wall clock set: by a time service, for daylight saving on machines that keep local time, by hand."""


@dataclass
class Watch:
    """What the referee knows: exam time used is between `least` and `most` (ms)."""

    policy: Policy
    least: int = 0
    most: int = 0

    def runs(self, milliseconds: int) -> None:
        """The exam went on."""
        self.least += milliseconds
        self.most += milliseconds

    def away(self, milliseconds: int, *, sudden: bool) -> None:
        """The exam stood still, or was not watched, for so long by the clock that counts for it."""
        grace = GRACE_MS if sudden else 0
        if self.policy is Policy.STRICT:
            self.runs(max(0, milliseconds))
            self.most += grace
        if self.policy is Policy.CENTRE or milliseconds < 0:  # a clock set back hides the last heartbeat
            self.least = max(0, self.least - grace)


@dataclass
class Sitting:
    """One attempt, through as many runs of the program as it takes."""

    clock: FakeClock
    chance: Random
    watch: Watch
    bridge: Bridge
    id: str
    runs: int = 1
    looks: list[tuple[int, int]] = field(default_factory=list)
    """(version of the attempt, ms left) at each look."""
    done: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def attempt(self) -> Attempt:
        """The attempt as the program knows it."""
        attempt = self.bridge.attempt
        assert attempt is not None
        return attempt

    def wait(self) -> None:
        """An ordinary stretch of work, with an answer now and then."""
        for _ in range(self.chance.randint(1, 120)):
            step = self.chance.randint(1, LOOK_MS)
            self._pass(step)
            if self.chance.random() < 0.05:
                self._work()

    def crawl(self) -> None:
        """The machine is too slow to tick, but awake."""
        self._pass(self.chance.randint(LOOK_MS, SUSPEND_GAP_MS - GRACE_MS))

    def suspend(self) -> None:
        """The lid is closed."""
        length = self.chance.choice((SUSPEND_GAP_MS + 1, 10 * MINUTE, 9 * HOUR))
        self.clock.advance(length)
        self.watch.away(length, sudden=True)
        self._look()

    def jump(self) -> None:
        """Somebody sets the wall clock."""
        far = self.chance.choice(JUMPS)
        self.done.append(f"by {far}")
        self.clock.jump(far)
        self._look()
        if self.chance.random() < 0.25 and self.bridge.sitting:  # before the next heartbeat
            self.kill()

    def close(self) -> None:
        """The window is closed, and opened later."""
        self.bridge.interrupt()
        self._again(sudden=False)

    def kill(self) -> None:
        """The program is gone, and started again later."""
        self._again(sudden=True)

    def _again(self, *, sudden: bool) -> None:
        self.bridge._leave()  # as when nothing more can be written
        self.runs += 1
        gone = self.chance.choice((1_000, MINUTE, HOUR))
        moved = self.chance.choice((0, 0, 0, *JUMPS))
        self.done.append(f"gone {gone}, moved {moved}")
        self.clock.restart(f"run-{self.runs}", gone + moved)
        self.watch.away(gone + moved, sudden=sudden)
        self.bridge.resume(self.id)
        self._compare()

    def _pass(self, milliseconds: int) -> None:
        self.clock.advance(milliseconds)
        self.watch.runs(milliseconds)
        self._look()

    def _work(self) -> None:
        if not self.bridge.sitting:
            return
        number = self.chance.randrange(len(self.attempt.paper.questions))
        option = self.attempt.paper.questions[number].order[0]
        self.bridge.visit(number)
        self.bridge.answer(number, (option,))

    def _look(self) -> None:
        if self.bridge.sitting:
            self.bridge.tick()
            self._compare()

    def _compare(self) -> None:
        left, limit = self.bridge.remaining_ms, self.attempt.limit_ms
        least, most = max(0, limit - self.watch.most), max(0, limit - self.watch.least)
        self.looks.append((self.attempt.version, left))
        if self.attempt.ended:
            if least > 0:
                self.wrong.append(f"{self.watch.policy}: ended {least} ms too early after {self.done[-3:]}")
            return
        if not least <= left <= most:
            told = f"{left} ms are left, but it ought to be {least} to {most}, after {self.done[-3:]}"
            self.wrong.append(f"{self.watch.policy}: {told}")
        self.watch.least = self.watch.most = limit - left  # the next grace starts from here


def torture(trial: Trial) -> Iterator[Finding]:
    """Sit exams under clocks that cannot be trusted, to the end of their time."""
    clock = FakeClock()
    services = sample_services(trial.folder, clock)
    paper = first_paper(services)[1]
    bridge, database = Bridge(services), Database(paths_below(trial.folder).database)
    rounds, runs, warnings = trial.rounds or LONG_RUN, 0, 0
    for number in range(rounds):
        sitting = _begin(bridge, clock, paper, trial.chance(number))
        _live(sitting)
        events = database.journal.read(AttemptId(sitting.id))
        runs, warnings = runs + sitting.runs, warnings + sum(isinstance(event, Warned) for event in events)
        for what in (*sitting.wrong, *_wrong(sitting, events)):
            yield Finding(f"seed {trial.seed}, round {number}", what)
    trial.figures["exams sat to the end of their time"] = str(rounds)
    trial.figures["runs of the program in them"] = str(runs)
    trial.figures["warnings given"] = str(warnings)
    services.close()
    database.close()


def sample_services(folder: Path, clock: FakeClock | None = None) -> Services:
    """The real parts with the sample exam alone, which is read in no time."""
    copytree(shipped_banks() / "sample", folder / "banks" / "sample")
    paths = paths_below(folder)
    return build(paths, banks=folder / "banks", with_sample=True, clock=clock, ids=FakeIds())


def _begin(bridge: Bridge, clock: FakeClock, paper: Paper, chance: Random) -> Sitting:
    clock.restart(f"begin-{chance.random()}")
    policy = chance.choice(list(Policy))
    booking = Booking(
        paper.exam.id,
        paper.profile.id,
        "Ada",
        "en",
        policy=policy,
        extra_percent=chance.choice(EXTRA_PERCENTS),
    )
    assert bridge.start(booking, paper)
    return Sitting(clock, chance, Watch(policy), bridge, bridge.attempt_id)


def _live(sitting: Sitting) -> None:
    """Cruelties in turn with ordinary work, until the time is up."""
    chance = sitting.chance
    while not sitting.attempt.ended:
        sitting.wait()
        if sitting.attempt.ended:
            return
        cruelty = chance.choice((sitting.crawl, sitting.jump, sitting.suspend, sitting.close, sitting.kill))
        sitting.done.append(cruelty.__name__)
        cruelty()


def _wrong(sitting: Sitting, events: tuple[Event, ...]) -> Iterator[str]:
    """What the journal and the looks at the clock say afterwards."""
    if fold(events) != sitting.attempt:
        yield "the journal says something else than the program did"
        return
    if sitting.attempt.end_reason is not EndReason.EXPIRED:
        yield "the exam did not end by its time"
        return
    given = [event.minutes for event in events if isinstance(event, Warned)]
    due = [minutes for minutes in WARNINGS_MIN if minutes * MINUTE < sitting.attempt.limit_ms]
    if given != [minutes for minutes in due if minutes in given]:
        yield f"warnings came as {given}"
    yield from _late(sitting, given, due)


def _late(sitting: Sitting, given: list[int], due: list[int]) -> Iterator[str]:
    """A warning is due at the first look at which so little is left; an exam that ends there needs none."""
    for minutes in due:
        first = next((left for _, left in sitting.looks if left <= minutes * MINUTE), 0)
        if first > 0 and minutes not in given:
            yield f"the warning of {minutes} minutes never came, though {first} ms were left"
