"""A short run of rubbish, and what the long one once found."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.content.files import Files, read_files
from app.content.limits import MAX_PROBLEMS, MAX_TEXT
from app.content.marked import parse
from app.content.problems import Rule
from app.content.reader import read
from app.services.ports import Trouble, TroubleKind
from app.system.paths import paths_below
from tests.bench.world import sit
from tests.support.papers import FakeClock
from tests.torture.clock import sample_services
from tests.torture.rubbish import torture
from tests.torture.rubbish_targets import SAMPLE, Target, targets
from tests.torture.rubbish_worker import one
from tests.torture.trial import Trial


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits for a process")
def test_rubbish_harms_nobody(tmp_path: Path) -> None:
    trial = Trial(tmp_path, seed=7, rounds=1500)
    assert list(torture(trial)) == []
    # Each reader's share is rounded; one that is not there yet leaves its share.
    assert 1490 <= int(trial.figures["all inputs"].replace(",", "")) <= 1510


@pytest.mark.parametrize("content", [b"", b"x", b"\xff"])
def test_every_reader_stands_its_corpus(tmp_path: Path, content: bytes) -> None:
    for target in targets(tmp_path):
        for known in (*target.corpus, content):
            target.read(known)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such timers")
def test_a_reader_that_breaks_is_found() -> None:
    def broken(content: bytes) -> None:
        raise ZeroDivisionError(content)

    what, _ = one(Target("broken", broken, (b"",), 1), b"x")
    assert "ZeroDivisionError" in what


def test_a_text_has_a_longest_length() -> None:
    assert parse(f"a: {'x' * MAX_TEXT}")[1] == ()
    _, flaws = parse(f"a: 1\nb: {'x![' * MAX_TEXT}")
    assert [(flaw.line, flaw.rule) for flaw in flaws] == [(2, Rule.TOO_LARGE)]


def test_an_event_that_can_be_read_and_makes_no_sense_is_damage(tmp_path: Path) -> None:
    clock = FakeClock()
    services = sample_services(tmp_path, clock)
    attempt = sit(services, clock, 1)
    body = '{"at":{"wall_ms":1,"tick_ms":1,"run":"x"},"question":999,"on":true}'
    with closing(sqlite3.connect(paths_below(tmp_path).database)) as connection, connection:
        connection.execute("UPDATE events SET kind = 'flagged', body = ? WHERE version = 3", (body,))
    with pytest.raises(Trouble) as met:
        services.desk.load(attempt)
    assert met.value.kind is TroubleKind.DAMAGED
    services.close()


def test_of_a_hundred_thousand_broken_items_the_first_problems_are_told() -> None:
    files = read_files(SAMPLE.parent, SAMPLE.name)
    path = "sample/arithmetic/averages.yaml"
    items = b"".join(b"- id: s-%05d\n" % number for number in range(5_000))
    content = b"topic: averages\ntitle: Averages\nnote: a\nitems:\n" + items
    reading = read(Files(files.folder, {**files.contents, path: content}, (), files.digest))
    assert reading.bank is None
    (end,) = [problem for problem in reading.problems if "nothing was looked at" in problem.what]
    assert (end.path, end.rule) == (path, Rule.TOO_LARGE)
    # One more for each item: its translation is not there.
    assert len(reading.problems) < 5_000 + MAX_PROBLEMS + 100
