"""A file that is broken, gone or behind what was saved: mended from its backups and the notes beside it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from app.core.events import Visited
from app.services.ports import Trouble, TroubleKind
from app.storage import backups, files
from app.storage.database import Database
from tests.support.attempts import FIRST, make_answers, make_outcome, sit
from tests.support.papers import make_moment

DAY_MS = 86_400_000
START_MS = 1_760_000_000_000


class Days:
    """A wall clock that is moved by days."""

    def __init__(self) -> None:
        self.now_ms = START_MS

    def __call__(self) -> int:
        return self.now_ms

    def pass_by(self, days: int) -> None:
        self.now_ms += days * DAY_MS


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def kept(path: Path, days: Days) -> Database:
    """A file with one ended attempt, and a backup of it."""
    database = Database(path, wall_ms=days)
    sit(database.journal, outcome=make_outcome())
    assert database.keeper.back_up() is not None
    return database


def spoil(path: Path, at: int = 4096) -> None:
    """Overwrite a stretch of the file."""
    with path.open("r+b") as file:
        file.seek(at)
        file.write(b"\xa5" * 3000)


def spoil_everything(path: Path) -> None:
    size = path.stat().st_size
    path.write_bytes(b"\xa5" * size)


def killed(database: Database) -> Path:
    """As after a crash: the file was not closed, and its mark is there."""
    path = database.path
    database._store.mark._ours = False
    database.close()
    path.with_name(f"{path.name}.open").touch()
    return path


# Backups ------------------------------------------------------------------------------------


def test_a_backup_is_whole_and_one_file(kept: Database) -> None:
    (backup,) = kept.keeper.backups()
    assert backup.made_ms == START_MS
    copy = Database(Path(backup.path))
    assert len(copy.journal.read(FIRST)) == 3
    copy.close()
    assert backups.complaints(Path(backup.path)) == ()


def test_where_nothing_changed_no_backup_is_made(kept: Database, days: Days) -> None:
    days.pass_by(1)
    assert kept.keeper.back_up() is None
    kept.close()
    assert Database(kept.path, wall_ms=days).keeper.back_up() is None
    assert len(kept.keeper.backups()) == 1


def test_a_change_makes_another(kept: Database, days: Days) -> None:
    days.pass_by(1)
    sit(kept.journal, "attempt-0002")
    assert kept.keeper.back_up() is not None
    assert [backup.made_ms for backup in kept.keeper.backups()] == [START_MS + DAY_MS, START_MS]


def test_ten_are_kept_and_one_a_month(kept: Database, days: Days) -> None:
    for number in range(2, 60):
        days.pass_by(3)
        sit(kept.journal, f"attempt-{number:04}")
        os.utime(kept.path, ns=(days.now_ms * 1_000_000 + 10**18,) * 2)
        assert kept.keeper.back_up() is not None
    made = [days_of(backup.made_ms) for backup in kept.keeper.backups()]
    assert made[:10] == [57 * 3 + 3 - 3 * age for age in range(10)]
    assert len(made) == 10 + 6
    assert made[10:] == [144, 141, 114, 81, 51, 21]


def days_of(made_ms: int) -> int:
    return (made_ms - START_MS) // DAY_MS


def test_a_broken_file_is_never_backed_up(kept: Database, days: Days) -> None:
    kept.close()
    spoil(kept.path)
    days.pass_by(1)
    with pytest.raises(Trouble) as caught:
        kept.keeper.back_up()
    assert caught.value.kind is TroubleKind.DAMAGED
    assert len(kept.keeper.backups()) == 1
    assert not list((kept.path.parent / files.BACKUPS).glob("*.part"))


def test_no_backup_where_the_disk_is_nearly_full(
    kept: Database, days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit(kept.journal, "attempt-0002")
    monkeypatch.setattr(backups, "ROOM", 1 << 50)
    with pytest.raises(Trouble) as caught:
        kept.keeper.back_up()
    assert caught.value.kind is TroubleKind.DISK_FULL


def test_a_foreign_file_among_the_backups_is_no_backup(kept: Database) -> None:
    (kept.path.parent / files.BACKUPS / "rehearsal-old.sqlite3").write_text("mine")
    assert len(kept.keeper.backups()) == 1


# The notes ----------------------------------------------------------------------------------


def test_what_is_in_a_backup_is_noted_no_more(kept: Database) -> None:
    recent = kept.path.with_name(f"{kept.path.name}.recent")
    assert not recent.exists()
    sit(kept.journal, "attempt-0002")
    assert recent.read_bytes().count(b"\n") == 2


def test_a_log_that_is_lost_after_a_crash_is_made_good(kept: Database) -> None:
    kept.close()
    sit(kept.journal, "attempt-0002")
    kept.journal.append("attempt-0002", 2, make_answers(30))  # type: ignore[arg-type]
    crashed = kept.path.read_bytes()
    killed(kept)
    kept.path.write_bytes(crashed)
    again = Database(kept.path)
    assert len(again.archive.heads()) == 1
    mended = again.keeper.check()
    assert mended is not None
    assert (mended.kept, mended.backup, mended.merged, mended.attempts) == ("", None, 32, 2)
    assert len(again.journal.read("attempt-0002")) == 32  # type: ignore[arg-type]
    assert again.keeper.check() is None
    again.close()


def test_a_log_that_is_lost_with_all_there_was_is_made_good(path: Path) -> None:
    first = Database(path)
    sit(first.journal)
    crashed = path.read_bytes()
    killed(first)
    path.write_bytes(crashed)
    again = Database(path)
    assert again.archive.heads() == ()
    mended = again.keeper.check()
    assert mended is not None
    assert (mended.backup, mended.merged, mended.attempts) == (None, 2, 1)
    again.close()


def test_a_broken_line_costs_no_other(kept: Database) -> None:
    sit(kept.journal, "attempt-0002")
    sit(kept.journal, "attempt-0003")
    recent = kept.path.with_name(f"{kept.path.name}.recent")
    before, first, second, *rest = recent.read_bytes().split(b"\n")
    changed = second.replace(b"visited", b"flagged")
    assert (before, changed != second) == (b"", True)
    recent.write_bytes(b"\n".join([before, first, changed, b"rubbish", *rest]))
    kept.close()
    spoil_everything(kept.path)
    mended = kept.keeper.recover()
    assert mended is not None
    assert mended.merged == 3


def test_a_line_that_was_written_in_part_does_not_spoil_the_next(kept: Database) -> None:
    sit(kept.journal, "attempt-0002")
    recent = kept.path.with_name(f"{kept.path.name}.recent")
    whole = recent.read_bytes()
    recent.write_bytes(whole + whole[:20])
    kept.journal.append("attempt-0002", 2, make_answers(5))  # type: ignore[arg-type]
    kept.close()
    spoil_everything(kept.path)
    mended = kept.keeper.recover()
    assert mended is not None
    assert mended.merged == 7


def test_a_backup_from_a_clock_that_was_ahead_is_followed_by_others(kept: Database, days: Days) -> None:
    """They count as newer, whatever the clock says."""
    days.pass_by(40_000)
    sit(kept.journal, "attempt-0002")
    ahead = kept.keeper.back_up()
    assert ahead is not None
    days.pass_by(-40_000)
    for number in range(3, 6):
        sit(kept.journal, f"attempt-000{number}")
        assert kept.keeper.back_up() is not None
    kept.close()
    spoil_everything(kept.path)
    mended = kept.keeper.recover()
    assert mended is not None
    assert mended.backup is not None
    assert mended.backup.made_ms > ahead.made_ms
    assert (mended.merged, mended.attempts) == (0, 5)


# Mending ------------------------------------------------------------------------------------


def test_a_sound_file_is_left_alone(kept: Database) -> None:
    kept.close()
    before = kept.path.read_bytes()
    assert kept.keeper.recover() is None
    assert kept.keeper.check() is None
    assert kept.path.read_bytes() == before


@pytest.mark.parametrize("spoiling", [spoil, spoil_everything, lambda path: path.write_bytes(b"")])
def test_the_newest_sound_backup_takes_the_place(kept: Database, days: Days, spoiling: object) -> None:
    days.pass_by(1)
    sit(kept.journal, "attempt-0002")
    kept.close()
    spoiling(kept.path)  # type: ignore[operator]
    broken = kept.path.read_bytes()
    mended = kept.keeper.recover()
    assert mended is not None
    assert mended.backup is not None
    assert mended.backup.made_ms == START_MS
    assert (mended.merged, mended.attempts) == (2, 2)
    assert Path(mended.kept).read_bytes() == broken
    assert ".damaged-2025" in mended.kept
    assert len(kept.journal.read(FIRST)) == 3
    assert len(kept.journal.read("attempt-0002")) == 2  # type: ignore[arg-type]
    assert kept.integrity() == ()
    kept.close()


def test_a_deleted_file_comes_back(kept: Database) -> None:
    kept.close()
    kept.path.unlink()
    with pytest.raises(Trouble) as caught:
        kept.archive.heads()
    assert caught.value.kind is TroubleKind.LOST
    mended = kept.keeper.recover()
    assert mended is not None
    assert (mended.kept, mended.attempts) == ("", 1)


def test_a_broken_backup_is_passed_over(kept: Database, days: Days) -> None:
    days.pass_by(1)
    sit(kept.journal, "attempt-0002")
    second = kept.keeper.back_up()
    assert second is not None
    spoil(Path(second.path))
    kept.close()
    spoil_everything(kept.path)
    mended = kept.keeper.recover()
    assert mended is not None
    assert mended.backup is not None
    assert mended.backup.made_ms == START_MS


def test_without_a_backup_what_can_be_read_is_kept(path: Path) -> None:
    database = Database(path)
    for number in range(1, 9):
        sit(database.journal, f"attempt-{number:04}", outcome=make_outcome(shown=("q",)))
    database.close()
    path.with_name(f"{path.name}.recent").unlink()
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'outcomes'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    spoil(path, (page - 1) * size)
    mended = database.keeper.recover()
    assert mended is not None
    assert (mended.backup, mended.merged, mended.attempts) == (None, 24, 8)
    assert [head.correct for head in database.archive.heads()] == [0] * 8
    database.close()


def test_an_event_that_is_no_text_any_more_is_mended(kept: Database) -> None:
    sit(kept.journal, "attempt-0002")
    kept.close()
    with closing(sqlite3.connect(kept.path)) as other, other:
        other.execute("UPDATE events SET body = CAST(x'7bff' AS TEXT) WHERE version = 1")
    with pytest.raises(Trouble) as caught:
        kept.journal.read(FIRST)
    assert caught.value.kind is TroubleKind.DAMAGED
    assert kept.keeper.recover() is not None
    assert len(kept.journal.read(FIRST)) == 3
    kept.close()


@pytest.mark.parametrize("name", ["events", "attempts", "outcomes", "exposures"])
def test_a_table_whose_name_has_changed_is_damage(kept: Database, name: str) -> None:
    kept.close()
    content = kept.path.read_bytes()
    other = name.encode()[:-1] + b"z"
    kept.path.write_bytes(content.replace(b"TABLE " + name.encode(), b"TABLE " + other))
    mended = kept.keeper.recover()
    assert mended is not None
    assert len(kept.journal.read(FIRST)) == 3
    kept.close()


def test_a_version_that_is_none_is_damage_where_the_backup_has_one(kept: Database) -> None:
    kept.close()
    with closing(sqlite3.connect(kept.path)) as other, other:
        other.execute("UPDATE alembic_version SET version_num = '0O01'")
    with pytest.raises(Trouble) as caught:
        kept.archive.heads()
    assert caught.value.kind is TroubleKind.DAMAGED
    assert kept.keeper.recover() is not None
    assert len(kept.archive.heads()) == 1


def test_a_file_of_a_newer_program_is_not_mended(kept: Database) -> None:
    kept.close()
    with closing(sqlite3.connect(kept.path)) as other, other:
        other.execute("UPDATE alembic_version SET version_num = '0099'")
    kept.path.with_name(f"{kept.path.name}.before-0001-20261126T120000").touch()
    assert kept.keeper.recover() is None
    with pytest.raises(Trouble) as caught:
        kept.archive.heads()
    assert caught.value.kind is TroubleKind.TOO_NEW


@pytest.mark.skipif(os.name == "nt", reason="Windows writes no open file of others")
def test_a_file_that_is_overwritten_while_it_is_open_is_noticed(kept: Database) -> None:
    sit(kept.journal, "attempt-0002")
    spoil_everything(kept.path)
    with pytest.raises(Trouble) as caught:
        kept.journal.append("attempt-0002", 2, make_answers(1))  # type: ignore[arg-type]
    assert caught.value.kind in {TroubleKind.DAMAGED, TroubleKind.NOT_A_DATABASE}
    assert kept.keeper.recover() is not None
    kept.journal.append("attempt-0002", 2, make_answers(1))  # type: ignore[arg-type]
    kept.close()


def test_a_mending_that_was_interrupted_is_ended(kept: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.close()
    spoil_everything(kept.path)
    with monkeypatch.context() as patched:
        patched.setattr("app.storage.keeper.SqlKeeper._put_aside", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            kept.keeper.recover()
    again = Database(kept.path)
    told = again.keeper.check()
    assert told is not None
    assert told.backup is not None
    assert (told.backup.made_ms, told.merged, told.attempts) == (START_MS, 0, 1)
    assert Path(told.kept).read_bytes().startswith(b"\xa5")
    assert again.keeper.check() is None
    assert len(again.journal.read(FIRST)) == 3
    again.close()


class Killed(BaseException):
    """Ends everything where it is raised, as a kill does."""


@pytest.mark.parametrize("step", range(1, 6))
def test_a_mending_that_is_killed_at_any_step_loses_nothing(
    kept: Database, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """With a log beside the broken file, which belongs to no other file."""
    kept.close()  # the log holds none of what comes before
    sit(kept.journal, "attempt-0002")
    kept.journal.append("attempt-0002", 2, make_answers(200))  # type: ignore[arg-type]
    sides = [kept.path.with_name(f"{kept.path.name}{side}") for side in ("", "-wal", "-shm")]
    as_it_was = {side: side.read_bytes() for side in sides}
    killed(kept)
    for side, content in as_it_was.items():
        side.write_bytes(content)
    spoil(kept.path, 9 * 4096)  # a page of which the log holds no newer state
    steps = 0
    move = Path.replace

    def dying(source: Path, target: str | Path) -> Path:
        nonlocal steps
        steps += 1
        if steps == step:
            raise Killed
        return move(source, target)

    with monkeypatch.context() as patched, suppress(Killed):
        patched.setattr(Path, "replace", dying)
        Database(kept.path).keeper.recover()
    assert steps == step
    again = Database(kept.path)
    told = again.keeper.check() or again.keeper.recover()
    assert told is not None
    assert told.backup is not None
    assert (told.merged, told.attempts, Path(told.kept).exists()) == (202, 2, True)
    assert again.keeper.recover() is None
    aside = sorted(file.name.rpartition("-")[2] for file in kept.path.parent.glob("*.damaged-*"))
    assert (len(aside), aside[-2:]) == (3, ["shm", "wal"])
    assert not list(kept.path.parent.glob("*.part*"))
    assert again.integrity() == ()
    assert len(again.journal.read(FIRST)) == 3
    assert len(again.journal.read("attempt-0002")) == 202  # type: ignore[arg-type]
    again.close()


def test_what_a_killed_mending_left_is_not_mixed_into_the_next(kept: Database) -> None:
    kept.close()
    spoil(kept.path, 9 * 4096)
    part = kept.path.with_name(f"{kept.path.name}.part")
    with closing(sqlite3.connect(part)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE words (word TEXT)")
        other.executemany("INSERT INTO words VALUES (?)", [("x" * 1000,)] * 100)
        other.commit()
        log = part.with_name(f"{part.name}-wal")
        left = log.read_bytes()
    log.write_bytes(left)
    assert kept.keeper.recover() is not None
    assert kept.integrity() == ()
    assert len(kept.journal.read(FIRST)) == 3
    kept.close()


def test_what_a_killed_backup_left_is_removed(kept: Database, days: Days) -> None:
    folder = kept.path.parent / files.BACKUPS
    for name in (
        f"{kept.path.stem}-20251008T000000Z.part",
        f"{kept.path.stem}-20251008T000000Z.part-journal",
    ):
        (folder / name).write_bytes(b"half")
    days.pass_by(1)
    sit(kept.journal, "attempt-0002")
    assert kept.keeper.back_up() is not None
    assert [file.suffix for file in folder.iterdir()] == [kept.path.suffix] * 2


def test_a_database_of_another_program_is_not_moved(tmp_path: Path) -> None:
    path = tmp_path / "rehearsal.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()
    with pytest.raises(Trouble) as caught:
        Database(path).keeper.recover()
    assert caught.value.kind is TroubleKind.NOT_A_DATABASE
    assert path.read_bytes() == before


# While it is open ---------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="Windows deletes no open file")
def test_a_folder_removed_under_the_open_file_comes_back_whole(kept: Database, tmp_path: Path) -> None:
    sit(kept.journal, "attempt-0002")
    kept.path.parent.rename(tmp_path / "elsewhere")
    kept.journal.append("attempt-0002", 2, make_answers(5))  # type: ignore[arg-type]
    kept.close()
    again = Database(kept.path)
    assert len(again.journal.read(FIRST)) == 3
    assert len(again.journal.read("attempt-0002")) == 7  # type: ignore[arg-type]
    assert again.integrity() == ()
    again.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows deletes no open file")
def test_a_log_removed_under_the_open_file_loses_nothing(kept: Database) -> None:
    sit(kept.journal, "attempt-0002")
    kept.path.with_name(f"{kept.path.name}-wal").unlink()
    kept.journal.append("attempt-0002", 2, (Visited(make_moment(), 1),))  # type: ignore[arg-type]
    killed(kept)
    again = Database(kept.path)
    assert len(again.journal.read("attempt-0002")) == 3  # type: ignore[arg-type]
    again.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows deletes no open file")
def test_a_file_put_in_place_of_the_open_one_is_used_and_unharmed(kept: Database, tmp_path: Path) -> None:
    sit(kept.journal, "attempt-0002")
    other = Database(tmp_path / "other" / "rehearsal.sqlite3")
    sit(other.journal, "attempt-0009")
    other.close()
    other.path.replace(kept.path)
    with pytest.raises(Trouble) as caught:
        kept.journal.append("attempt-0002", 2, make_answers(5))  # type: ignore[arg-type]
    assert caught.value.kind is TroubleKind.CONFLICT
    assert [head.id for head in kept.archive.heads()] == ["attempt-0009"]
    assert len(kept.journal.read("attempt-0009")) == 2  # type: ignore[arg-type]
    kept.close()
    assert kept.integrity() == ()


@pytest.mark.skipif(os.name == "nt", reason="Windows empties no open file")
def test_an_open_file_that_was_emptied_is_lost_not_new(kept: Database) -> None:
    os.truncate(kept.path, 0)
    with pytest.raises(Trouble) as caught:
        sit(kept.journal, "attempt-0002")
    assert caught.value.kind in {TroubleKind.LOST, TroubleKind.NOT_A_DATABASE, TroubleKind.DAMAGED}
    assert kept.keeper.recover() is not None
    sit(kept.journal, "attempt-0002")
    assert len(kept.archive.heads()) == 2
    kept.close()
