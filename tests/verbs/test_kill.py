"""The plug pulled in the middle of an exam: every answer that was shown is there, and the exam goes on."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest

from app.core.attempt import HEARTBEAT_MS
from app.core.events import Answered, Started
from app.core.ids import AttemptId
from app.storage.database import Database
from app.system.paths import paths_below
from tests.support.command_line import DEADLINE_S, program, rehearsal
from tests.support.python import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")

Given = tuple[str, tuple[str, ...]]
POINTS = [("sample", 1), ("sample", Random("plug").randint(2, 6)), ("mla", Random("cord").randint(10, 40))]


@dataclass(frozen=True)
class Wreck:
    """What a killed demonstration left: `given` is what its window had shown as answered."""

    exam: str
    folder: Path
    given: list[Given]
    killed_ms: int

    @property
    def options(self) -> list[object]:
        """The command line of the demonstration."""
        return ["demo", "--exam", self.exam, "--out", self.folder / "out", "--data-dir", self.folder / "data"]

    def show(self) -> dict[str, Any]:
        """The newest attempt as the program shows it."""
        done = rehearsal("attempts", "show", "latest", "--json", "--data-dir", self.folder / "data")
        assert done.returncode == 0, done.stderr
        plain: dict[str, Any] = json.loads(done.stdout)
        return plain


@pytest.fixture(scope="module", params=POINTS, ids=lambda point: f"{point[0]}-{point[1]}")
def wreck(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Wreck:
    """A demonstration, killed after so many answers."""
    exam, answers = request.param
    folder = tmp_path_factory.mktemp("wreck")
    made = Wreck(exam, folder, [], 0)
    trace = folder / "trace.jsonl"
    running = subprocess.Popen(program(*made.options, "--seed", 3, "--trace", trace), cwd=ROOT)
    try:
        wait_for_lines(trace, answers, running)
    finally:
        running.send_signal(signal.SIGKILL)
        killed_ms = time.time_ns() // 1_000_000
        running.wait()
    assert running.returncode == -signal.SIGKILL
    return Wreck(exam, folder, list(read_trace(trace)), killed_ms)


def test_every_answer_that_was_shown_is_on_disk(wreck: Wreck) -> None:
    events = iter(answers_on_disk(wreck.folder / "data"))
    assert all(given in events for given in wreck.given), "an answer is missing, or they are out of order"


def test_the_program_shows_every_answer(wreck: Wreck) -> None:
    chosen = {item["id"]: tuple(item["chosen"]) for item in wreck.show()["items"]}
    *earlier, (last, _) = wreck.given
    settled = {item: options for item, options in earlier if item != last}
    assert {item: chosen[item] for item in settled} == settled
    assert chosen[last]


def test_at_most_a_heartbeat_of_time_is_lost(wreck: Wreck) -> None:
    plain = wreck.show()
    started = datetime.fromisoformat(plain["started"]).replace(tzinfo=UTC).timestamp() * 1000
    lost = (wreck.killed_ms - started) - plain["used_seconds"] * 1000
    assert -1000 <= lost <= HEARTBEAT_MS + 1000
    assert plain["remaining_seconds"] == pytest.approx(plain["limit_seconds"] - plain["used_seconds"])


def test_the_database_is_sound(wreck: Wreck) -> None:
    database = Database(paths_below(wreck.folder / "data").database)
    assert database.integrity() == ()


def test_the_exam_is_resumed_and_finished(wreck: Wreck) -> None:
    before = wreck.show()
    done = rehearsal(*wreck.options, "--seed", 4)
    assert (done.returncode, done.stderr) == (0, "")
    after = wreck.show()
    assert (after["id"], after["end_reason"]) == (before["id"], "finished")
    assert [(stop["cause"], stop["time_kept"]) for stop in after["interruptions"]] == [("lost", True)]
    assert all(item["status"] == "complete" for item in after["items"])


def wait_for_lines(file: Path, lines: int, running: subprocess.Popen[bytes]) -> None:
    """Wait until a file has so many whole lines; look again and again, for no more than the deadline."""
    deadline = time.monotonic() + DEADLINE_S
    while not file.exists() or file.read_bytes().count(b"\n") < lines:
        assert running.poll() is None, "the demonstration has ended too early"
        assert time.monotonic() < deadline, "the demonstration is too slow"
        time.sleep(0.01)


def read_trace(file: Path) -> Iterable[Given]:
    """The whole lines; the last one may have been cut."""
    for line in file.read_text(encoding="utf-8").split("\n")[:-1]:
        answer = json.loads(line)
        yield answer["item"], tuple(answer["chosen"])


def answers_on_disk(folder: Path) -> list[Given]:
    database = Database(paths_below(folder).database)
    (head,) = database.archive.heads()
    started, *events = database.journal.read(AttemptId(head.id))
    database.close()
    assert isinstance(started, Started)
    items = [question.item.id for question in started.paper.questions]
    return [(items[event.question], event.chosen) for event in events if isinstance(event, Answered)]
