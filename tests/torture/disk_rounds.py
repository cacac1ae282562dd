"""Rounds of a candidate on a disk with faults: a process of its own that answers in JSON lines."""

from __future__ import annotations

import gc
import json
import os
import shutil
import sys
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from PySide6.QtWidgets import QApplication

from app.core.events import Event
from app.core.history import Head
from app.core.ids import AttemptId
from app.storage.database import Database
from app.ui.application import make_application
from app.ui.pages.exam import ExamPage
from app.ui.pages.home import HomePage
from tests.support.guest import Guest, sample_banks
from tests.support.house import House
from tests.torture import disk_faults
from tests.torture.disk_faults import LASTING, RUNNING, STOPPED, Place

NOT_SAVED = {"en": "Not saved.", "ja": "保存できませんでした。"}
SMALL_MB = 3
PAST = 2


@dataclass(slots=True)
class Memory:
    """What was on disk before a fault, and must be there after it."""

    attempt: AttemptId
    saved: tuple[Event, ...]
    past: dict[AttemptId, tuple[Event, ...]]
    heads: tuple[Head, ...]


@dataclass(slots=True)
class World:
    """What all rounds share: the application, banks, a folder with past exams, and errors nobody caught."""

    application: QApplication
    folder: Path
    banks: Path
    past: Path
    errors: list[str] = field(default_factory=list)
    houses: list[House] = field(default_factory=list)

    def house(self, data: Path) -> House:
        """A house over a data folder."""
        made = House(self.application, data, self.folder / "cache", self.banks)
        self.houses.append(made)
        return made

    def empty(self) -> None:
        """Nobody is left in any house, however a round has ended."""
        while self.houses:
            self.houses.pop().empty()


class Wrong(AssertionError):
    """Something that must never be."""


def make_world(folder: Path) -> World:
    """Sit two exams and back them up: what every round begins with."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = make_application(["torture"])
    world = World(application, folder, sample_banks(folder), folder / "past")
    sys.excepthook = lambda *error: world.errors.append("".join(traceback.format_exception(*error)))
    house = world.house(world.past)
    guest = house.enter()
    for _ in range(PAST):
        guest.begin()
        guest.answer_all()
        guest.end()
        guest.desktop.flow.show_home()
        guest.clock.advance(3_600_000)
    guest.services.close()
    guest.desktop.flow.upkeep.back_up()
    house.empty()
    return world


def play(world: World, number: int, chance: Random, *, mount: bool) -> tuple[str, int]:
    """One round: the name of its fault and the number of events at stake; Wrong when one is lost."""
    faults = [("running", name) for name in RUNNING] + [("stopped", name) for name in STOPPED]
    when, name = faults[number % len(faults)]
    home = world.folder / f"round-{number}"
    undo = disk_faults.small_disk(home, SMALL_MB) if mount and name == "disk full" else None
    try:
        shutil.copytree(world.past / "data", home / "data")
        house = world.house(home)
        house.clock.advance(86_400_000)
        for _ in range(PAST):
            house.ids.attempt_id()
        language = chance.choice(("en", "ja"))
        guest = house.enter(language=language)
        guest.begin()
        act(guest, chance, chance.randrange(6))
        run = _running if when == "running" else _stopped
        saved = run(world, house, guest, name, chance, language)
        return f"{when}: {name}", saved
    finally:
        world.empty()
        if undo:
            undo()
        shutil.rmtree(home, ignore_errors=True)
        shutil.rmtree(world.folder / f"round-{number}-after", ignore_errors=True)
        gc.collect()


def act(guest: Guest, chance: Random, times: int) -> None:
    """Do something that a candidate does."""
    for _ in range(times):
        match chance.randrange(5):
            case 0:
                guest.click("flag")
            case 1 if guest.attempt.current + 1 < len(guest.attempt.paper.questions):
                guest.click("next")
            case 2:
                guest.wait(chance.randrange(20_000))
            case _:
                guest.answer(chance.choice(guest.question.order))


def remember(guest: Guest) -> Memory:
    """What the program believes to be on disk now."""
    session = guest.bridge._session
    assert session is not None
    database = Database(guest.database.path)
    heads = tuple(head for head in database.archive.heads() if head.id != session.id)
    past = {head.id: database.journal.read(head.id) for head in heads}
    database.close()
    return Memory(session.id, tuple(session._saved), past, heads)


def _running(world: World, house: House, guest: Guest, name: str, chance: Random, language: str) -> int:
    memory = remember(guest)
    place = Place(house.paths.database, chance)
    RUNNING[name](place)
    try:
        act(guest, chance, 1 + chance.randrange(4))
        guest.wait(16_000)
        look_at_what_is_said(guest, language)
        believed = tuple(guest.bridge._session._saved) if guest.bridge._session else ()
    finally:
        killed = chance.random() < 0.3
        if not killed:
            place.heal()
    if not killed:
        guest.wait(61_000 if name in LASTING else 2000)
        need(guest.bridge.unsaved is None, f"still not saved: {guest.bridge.unsaved}")
        act(guest, chance, 1 + chance.randrange(2))
        need(guest.stored() == guest.attempt, "what is on disk is not what is shown")
        believed = tuple(guest.bridge._session._saved) if guest.bridge._session else ()
    memory.saved = believed
    place.heal()
    after = killed_and_copied(world, house)
    return check_after(world, after, memory, chance, language)


def _stopped(world: World, house: House, guest: Guest, name: str, chance: Random, language: str) -> int:
    memory = remember(guest)
    after = killed_and_copied(world, house)
    place = Place(after.paths.database, chance)
    STOPPED[name](place)
    if name not in LASTING:
        guest = after.enter(language=language)
        guest.desktop.flow.upkeep.look()
        said = guest.page(HomePage)
        need(said is not None, "no home")
        after.empty()
        place.heal()
    return check_after(world, after, memory, chance, language)


def look_at_what_is_said(guest: Guest, language: str) -> None:
    """While something waits in memory the window says so: the badge, and the words."""
    page = guest.page(ExamPage)
    waits = guest.bridge.unsaved is not None
    need(page.bar.unsaved.isVisible() == waits, "the mark “not saved” is not as it should be")
    if waits:
        need(guest.notice.startswith(NOT_SAVED[language]), f"the words are {guest.notice!r}")
    answers = guest.attempt.responses[guest.attempt.current].chosen
    need(set(guest.shown_answer) == set(answers), "an answer is shown that is not in the attempt")


def killed_and_copied(world: World, house: House) -> House:
    """What a program leaves that is killed now: its files as they are, without the memory SQLite shares."""
    home = house.paths.data.parent
    target = home.with_name(f"{home.name}-after")
    shutil.rmtree(target, ignore_errors=True)
    (target / "data").mkdir(parents=True)
    if house.paths.data.is_dir():
        for file in house.paths.data.iterdir():
            if file.is_dir():
                shutil.copytree(file, target / "data" / file.name)
            elif not file.name.endswith("-shm"):
                shutil.copy2(file, target / "data" / file.name)
    house.empty()
    after = world.house(target)
    after.clock.wall_ms = house.clock.wall_ms
    after.clock.restart(f"after {house.clock.wall_ms}", 5000)
    return after


def check_after(world: World, house: House, memory: Memory, chance: Random, language: str) -> int:
    """Start again, go on, and compare everything with what was saved."""
    guest = house.enter(language=language)
    guest.desktop.flow.upkeep.look()
    guest.hands.settle()
    compare(house, memory)
    if guest.hands.sheet() is not None:
        need(bool(guest.words.strip()), "a sheet without words")
        guest.click("tell-close")
    guest.click("resume")
    act(guest, chance, 2)
    need(guest.stored() == guest.attempt, "after the fault the disk is not what is shown")
    house.empty()
    compare(house, memory)
    if world.errors:
        raise Wrong("an error nobody caught:\n" + "\n".join(world.errors))
    return len(memory.saved) + sum(map(len, memory.past.values()))


def compare(house: House, memory: Memory) -> None:
    """Every saved event is there, in order, nothing twice; past exams are as they were; the file is sound."""
    database = Database(house.paths.database)
    try:
        need(database.integrity() == (), f"damaged: {database.integrity()}")
        there = database.journal.read(memory.attempt)
        need(there[: len(memory.saved)] == memory.saved, f"{len(memory.saved)} saved, {len(there)} there")
        for attempt, events in memory.past.items():
            need(database.journal.read(attempt) == events, f"past attempt {attempt} is another")
        heads = tuple(head for head in database.archive.heads() if head.id != memory.attempt)
        need(heads == memory.heads, "the list of past exams is another")
    finally:
        database.close()


def need(holds: bool, words: str) -> None:
    """Wrong, in words, unless it holds."""
    if not holds:
        raise Wrong(words)


def rounds(folder: Path, seed: int, numbers: Sequence[int]) -> Iterator[dict[str, object]]:
    """Play rounds by their numbers; a line for each."""
    world = make_world(folder)
    probe = disk_faults.small_disk(folder / "probe", 1)
    if probe:
        probe()
    yield {"mount": probe is not None, "library": bool(os.environ.get(disk_faults.LIBRARY))}
    for number in numbers:
        line: dict[str, object] = {"round": number}
        try:
            line["fault"], line["events"] = play(
                world, number, Random(f"{seed}/{number}"), mount=probe is not None
            )
        except Exception:
            line["wrong"] = traceback.format_exc(limit=6)
            line["fault"] = (list(RUNNING) + list(STOPPED))[number % (len(RUNNING) + len(STOPPED))]
            world.errors.clear()
        yield line


def main(arguments: list[str]) -> None:
    """Arguments: folder, seed, numbers of rounds."""
    folder, seed, *numbers = arguments
    for line in rounds(Path(folder), int(seed), [int(number) for number in numbers]):
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
