"""The whole history as one file: what is carried, what is merged, what is refused."""

from __future__ import annotations

import io
import json
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.core.events import Commented, Ended, Visited
from app.core.history import Merged
from app.core.ids import AttemptId
from app.core.terms import EndReason
from app.services.ports import Trouble, TroubleKind
from app.storage.database import Database
from app.storage.transfer import LIST
from tests.support.attempts import FIRST, make_answers, make_outcome, make_started, one_of_each, sit
from tests.support.papers import make_moment

SECOND, THIRD = AttemptId("attempt-0002"), AttemptId("attempt-0003")


@pytest.fixture
def other(tmp_path: Path) -> Database:
    """The history of another computer."""
    return Database(tmp_path / "other" / "rehearsal.sqlite3")


def merge(database: Database, content: bytes, *more: Any) -> Merged:
    return database.transfer.merge(content, "usb/history.rehearsal", *more)


def filled(database: Database) -> None:
    """An ended attempt with a comment made later, one with every event, and one unfinished."""
    sit(database.journal, FIRST, 0, make_outcome(1000))
    database.journal.append(FIRST, 3, (Commented(make_moment(5000), 0, "なぜ?"),))
    *before, end = one_of_each()
    assert isinstance(end, Ended)
    database.journal.append(SECOND, 0, tuple(before))
    database.journal.append(SECOND, len(before), (end,), make_outcome(5, reason=end.reason))
    sit(database.journal, THIRD, 90)


def state(database: Database) -> dict[str, Any]:
    heads = database.archive.heads()
    return {
        "heads": heads,
        "events": {head.id: database.journal.read(head.id) for head in heads},
        "records": database.archive.records(),
    }


def test_a_history_moves_to_another_computer(database: Database, other: Database) -> None:
    filled(database)
    content = database.transfer.export()
    assert merge(other, content) == Merged(added=3)
    assert state(other)["events"] == state(database)["events"]
    assert state(other)["records"] == state(database)["records"]
    assert [head.id for head in other.archive.heads()] == [head.id for head in database.archive.heads()]
    assert other.integrity() == ()


def test_merging_again_changes_nothing(database: Database, other: Database) -> None:
    filled(database)
    content = database.transfer.export()
    merge(other, content)
    before = state(other)
    assert merge(other, content) == Merged(known=3)
    assert state(other) == before
    assert other.transfer.export() == content


def test_the_same_history_gives_the_same_bytes(database: Database) -> None:
    filled(database)
    assert database.transfer.export() == database.transfer.export()


def test_both_histories_are_kept(database: Database, other: Database) -> None:
    sit(database.journal, FIRST, 0, make_outcome())
    sit(other.journal, SECOND, 10, make_outcome(2000))
    assert merge(other, database.transfer.export()) == Merged(added=1)
    assert merge(database, other.transfer.export()) == Merged(added=1, known=1)
    assert {head.id for head in database.archive.heads()} == {FIRST, SECOND}


def test_an_attempt_that_went_on_elsewhere_goes_on_here(database: Database, other: Database) -> None:
    sit(database.journal, FIRST)
    early = database.transfer.export()
    merge(other, early)
    other.journal.append(FIRST, 2, (Ended(make_moment(70), EndReason.FINISHED),), make_outcome(70))
    assert merge(database, other.transfer.export()) == Merged(extended=1)
    assert database.archive.heads()[0].reason is EndReason.FINISHED
    assert len(database.archive.records()) == 3
    assert merge(other, early) == Merged(known=1)


def test_an_attempt_that_went_on_in_two_places_stays_as_it_is(database: Database, other: Database) -> None:
    sit(database.journal, FIRST)
    merge(other, database.transfer.export())
    database.journal.append(FIRST, 2, make_answers(1))
    other.journal.append(FIRST, 2, (Visited(make_moment(3), 1),))
    before = state(database)
    assert merge(database, other.transfer.export()) == Merged(differing=1)
    assert state(database) == before


def test_the_bin_stays_where_it_is(database: Database, other: Database) -> None:
    sit(database.journal, FIRST, 0, make_outcome())
    content = database.transfer.export()
    database.bin.put(FIRST, 1)
    assert merge(other, database.transfer.export()) == Merged()
    assert merge(database, content) == Merged(known=1)
    assert len(database.bin.binned()) == 1


def test_an_empty_history_can_be_carried_too(database: Database, other: Database, path: Path) -> None:
    assert merge(other, database.transfer.export()) == Merged()
    assert not path.exists()


def test_progress_is_told(database: Database, other: Database) -> None:
    filled(database)
    written: list[float] = []
    read: list[float] = []
    merge(other, database.transfer.export(written.append), read.append)
    assert written == pytest.approx([1 / 3, 2 / 3, 1.0])
    assert read == pytest.approx([1 / 6, 2 / 6, 3 / 6, 4 / 6, 5 / 6, 1.0])


def test_attempts_are_read_one_after_the_other(database: Database, other: Database) -> None:
    for number in range(60):
        sit(database.journal, AttemptId(f"attempt-{number:04}"), 0, make_outcome(1000))
    content = database.transfer.export()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        whole = sum(member.file_size for member in archive.infolist())
    merge(other, content)
    tracemalloc.start()
    try:
        assert merge(other, content) == Merged(known=60)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < whole / 2, "the whole history at once"


# What is refused ------------------------------------------------------------------------------

Change = Callable[[dict[str, bytes]], None]


def changed(content: bytes, change: Change) -> bytes:
    """The archive with other members."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, member in members.items():
            archive.writestr(name, member)
    return target.getvalue()


def without(name: str) -> Change:
    def change(members: dict[str, bytes]) -> None:
        del members[name]

    return change


def listing(**changes: Any) -> Change:
    def change(members: dict[str, bytes]) -> None:
        members[LIST] = json.dumps(json.loads(members[LIST]) | changes).encode()

    return change


def with_events(rows: Any) -> Change:
    """Another attempt in the file, its digest as it should be."""
    from hashlib import sha256

    def change(members: dict[str, bytes]) -> None:
        content = json.dumps(rows).encode()
        members["attempts/000001.json"] = content
        entry = {"id": "x", "sha256": sha256(content).hexdigest()}
        members[LIST] = json.dumps(json.loads(members[LIST]) | {"attempts": [entry]}).encode()

    return change


def tamper(members: dict[str, bytes]) -> None:
    members["attempts/000002.json"] = members["attempts/000002.json"].replace(b"Ada", b"Eve")


BEAT = '{"at":{"wall_ms":1,"tick_ms":1,"run":"r"}}'

REFUSED: dict[str, tuple[Change, TroubleKind]] = {
    "another digest": (tamper, TroubleKind.DAMAGED),
    "a member is missing": (without("attempts/000001.json"), TroubleKind.DAMAGED),
    "no list": (without(LIST), TroubleKind.DAMAGED),
    "another format": (listing(format="something"), TroubleKind.DAMAGED),
    "a newer version": (listing(version=2), TroubleKind.TOO_NEW),
    "no version": (listing(version="1"), TroubleKind.DAMAGED),
    "a list that is none": (listing(attempts={"id": "x"}), TroubleKind.DAMAGED),
    "an entry that is none": (listing(attempts=[{"id": 1}]), TroubleKind.DAMAGED),
    "an attempt twice": (listing(attempts=[{"id": "x", "sha256": ""}] * 2), TroubleKind.DAMAGED),
    "no events": (with_events([]), TroubleKind.DAMAGED),
    "events that are none": (with_events([["visited", True, "{}"]]), TroubleKind.DAMAGED),
    "an unknown event": (with_events([["dreamt", 1, "{}"]]), TroubleKind.TOO_NEW),
    "events without a start": (
        with_events([["beat", 1, BEAT]]),
        TroubleKind.DAMAGED,
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_nothing_is_merged_of_a_file_that_is_not_right(
    name: str, database: Database, other: Database
) -> None:
    filled(database)
    change, kind = REFUSED[name]
    sit(other.journal, FIRST, 0, make_outcome(1000))
    before = state(other)
    with pytest.raises(Trouble) as caught:
        merge(other, changed(database.transfer.export(), change))
    assert (caught.value.kind, caught.value.path) == (kind, "usb/history.rehearsal")
    assert state(other) == before


@pytest.mark.parametrize("keep", [0, 1, 50, -30])
def test_a_file_cut_short_is_damaged(keep: int, database: Database, other: Database) -> None:
    filled(database)
    with pytest.raises(Trouble) as caught:
        merge(other, database.transfer.export()[:keep])
    assert caught.value.kind is TroubleKind.DAMAGED


def test_a_flipped_bit_anywhere_changes_nothing_here(database: Database, other: Database) -> None:
    filled(database)
    content = bytearray(database.transfer.export())
    for at in range(0, len(content), max(1, len(content) // 60)):
        bad = bytes(content[:at]) + bytes([content[at] ^ 0x10]) + bytes(content[at + 1 :])
        try:
            merge(other, bad)
        except Trouble:
            assert other.archive.heads() == ()
        else:
            assert state(other)["events"] == state(database)["events"]
            other.bin.purge(0)
            for head in other.archive.heads():
                other.bin.put(head.id, 1)
            other.bin.purge(2)


def test_an_archive_of_a_version_that_nobody_knows_is_damaged(database: Database, other: Database) -> None:
    content = bytearray(database.transfer.export())
    central = content.index(b"PK\x01\x02")
    content[central + 6] = 128  # the version needed to extract: 12.8
    with pytest.raises(Trouble) as met:
        other.transfer.merge(bytes(content), "file")
    assert met.value.kind is TroubleKind.DAMAGED


def test_started_twice_is_no_attempt(database: Database, other: Database) -> None:
    database.journal.append(FIRST, 0, (make_started(),))
    with zipfile.ZipFile(io.BytesIO(database.transfer.export())) as archive:
        rows = json.loads(archive.read("attempts/000001.json"))
    with pytest.raises(Trouble) as caught:
        merge(other, changed(database.transfer.export(), with_events(rows * 2)))
    assert caught.value.kind is TroubleKind.DAMAGED


@pytest.mark.parametrize("asked", [-1, 3], ids=str)
def test_a_question_that_the_paper_has_not_is_damage(database: Database, other: Database, asked: int) -> None:
    """Counted from the end it would be one, and what was kept of it could neither be scored nor discarded."""
    database.journal.append(FIRST, 0, (make_started(), Visited(make_moment(1), 0)))
    with zipfile.ZipFile(io.BytesIO(database.transfer.export())) as archive:
        started, (kind, version, body) = json.loads(archive.read("attempts/000001.json"))
    rows = [started, [kind, version, body.replace('"question":0', f'"question":{asked}')]]
    assert rows[1][2] != body
    with pytest.raises(Trouble) as caught:
        merge(other, changed(database.transfer.export(), with_events(rows)))
    assert caught.value.kind is TroubleKind.DAMAGED
    assert other.archive.heads() == ()


def test_a_paper_without_questions_is_damage(database: Database, other: Database) -> None:
    started = make_started()
    database.journal.append(FIRST, 0, (replace(started, paper=replace(started.paper, questions=())),))
    with pytest.raises(Trouble) as caught:
        merge(other, database.transfer.export())
    assert caught.value.kind is TroubleKind.DAMAGED
