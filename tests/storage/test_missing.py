"""What is missing in a file, is noticed and put back; what was deleted for good, is not."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest

from app.core.ids import AttemptId
from app.services.ports import Trouble, TroubleKind
from app.storage.database import Database
from app.storage.inspection import report
from app.storage.schema import SHIPPED
from tests.support.attempts import FIRST, make_answers, make_outcome, sit
from tests.support.papers import make_moment

SECOND, THIRD = AttemptId("attempt-0002"), AttemptId("attempt-0003")
LATER_MS = 2_000_000_000_000
SPOILT = b"\xa5" * 8192


@pytest.fixture
def kept(path: Path) -> Database:
    """A file with one ended attempt, and a backup of it."""
    database = Database(path)
    sit(database.journal, outcome=make_outcome())
    assert database.keeper.back_up() is not None
    return database


def lose_the_log(database: Database, before: bytes) -> Database:
    """The program dies, and what was not in the file itself is gone."""
    database._store.mark._ours = False
    database.close()
    database.path.with_name(f"{database.path.name}.open").touch()
    database.path.write_bytes(before)
    return Database(database.path)


def ids(database: Database) -> set[str]:
    return {str(head.id) for head in database.archive.heads()}


def notes(database: Database) -> Path:
    return database.path.with_name(f"{database.path.name}.recent")


# Missing ------------------------------------------------------------------------------------


def test_an_exam_in_the_backup_alone_comes_back(kept: Database) -> None:
    """Its log is lost after the backup, when it is noted no more."""
    kept.close()
    before = kept.path.read_bytes()
    sit(kept.journal, SECOND, outcome=make_outcome())
    assert kept.keeper.back_up() is not None
    again = lose_the_log(kept, before)
    assert ids(again) == {FIRST}
    mended = again.keeper.check()
    assert mended is not None
    assert "attempt-0002 of the last backup is missing" in mended.detail
    assert ids(again) == {FIRST, SECOND}
    assert again.keeper.recover() is None


def test_no_backup_takes_the_place_of_one_that_has_more(kept: Database) -> None:
    kept.close()
    before = kept.path.read_bytes()
    sit(kept.journal, SECOND, outcome=make_outcome())
    kept.keeper.back_up()
    again = lose_the_log(kept, before)
    sit(again.journal, THIRD)
    with pytest.raises(Trouble) as caught:
        again.keeper.back_up()
    assert caught.value.kind is TroubleKind.DAMAGED
    assert again.keeper.recover() is not None
    assert ids(again) == {FIRST, SECOND, THIRD}
    assert again.keeper.back_up() is not None


def test_notes_are_kept_until_a_backup_has_what_they_say(kept: Database) -> None:
    kept.close()
    before = kept.path.read_bytes()
    sit(kept.journal, SECOND)
    again = lose_the_log(kept, before)
    sit(again.journal, THIRD)
    with pytest.raises(Trouble) as caught:
        again.keeper.back_up()
    assert caught.value.kind is TroubleKind.DAMAGED
    mended = again.keeper.recover()
    assert mended is not None
    assert (mended.kept, mended.merged) == ("", 2)
    assert ids(again) == {FIRST, SECOND, THIRD}
    assert again.keeper.back_up() is not None
    assert not notes(again).exists()


def test_a_note_that_was_never_written_spoils_none_after_it(kept: Database) -> None:
    sit(kept.journal, SECOND)
    lines = notes(kept).read_bytes()
    kept.journal.append(SECOND, 2, make_answers(1))
    notes(kept).write_bytes(lines)
    kept.journal.append(SECOND, 3, make_answers(50))
    kept.close()
    kept.path.write_bytes(SPOILT)
    assert kept.keeper.recover() is not None
    assert len(kept.journal.read(SECOND)) == 52
    assert kept.keeper.recover() is None
    assert kept.keeper.back_up() is not None
    assert len(set(kept.journal.read(SECOND))) == 52


def test_after_a_crash_the_notes_are_completed(kept: Database) -> None:
    sit(kept.journal, SECOND)
    whole = notes(kept).read_bytes()
    kept.journal.append(SECOND, 2, make_answers(1))
    notes(kept).write_bytes(whole)
    kept.close()
    kept.path.with_name(f"{kept.path.name}.open").touch()
    again = Database(kept.path)
    assert again.keeper.check() is None
    assert notes(again).read_bytes().count(b"answered") == 1


# Deleted for good ---------------------------------------------------------------------------


@pytest.fixture
def purged(kept: Database) -> Database:
    """A second attempt was deleted for good after the last backup."""
    sit(kept.journal, SECOND, outcome=make_outcome())
    assert kept.keeper.back_up() is not None
    kept.bin.put(SECOND, 0)
    assert kept.bin.purge(LATER_MS) == 1
    return kept


def test_what_was_deleted_for_good_is_not_missing(purged: Database) -> None:
    assert purged.keeper.recover() is None
    assert purged.keeper.back_up() is not None
    assert ids(purged) == {FIRST}


def test_what_was_deleted_for_good_does_not_come_back(purged: Database) -> None:
    sit(purged.journal, THIRD)
    purged.close()
    purged.path.write_bytes(SPOILT)
    mended = purged.keeper.recover()
    assert mended is not None
    assert mended.attempts == 2
    assert ids(purged) == {FIRST, THIRD}
    assert purged.bin.binned() == ()


def test_what_was_noted_before_it_was_deleted_does_not_come_back(kept: Database) -> None:
    sit(kept.journal, SECOND, outcome=make_outcome())
    kept.bin.put(SECOND, 0)
    kept.bin.purge(LATER_MS)
    kept.close()
    kept.path.with_name(f"{kept.path.name}.open").touch()
    again = Database(kept.path)
    assert again.keeper.check() is None
    assert ids(again) == {FIRST}


def test_what_came_back_by_an_import_stays(purged: Database, tmp_path: Path) -> None:
    other = Database(tmp_path / "other" / "rehearsal.sqlite3")
    sit(other.journal, SECOND, outcome=make_outcome())
    purged.transfer.merge(other.transfer.export(), "usb")
    assert purged.keeper.recover() is None
    assert purged.keeper.back_up() is not None
    assert ids(purged) == {FIRST, SECOND}


# A mended file that could not take its place ------------------------------------------------


def test_a_broken_file_that_cannot_be_moved_stays_and_is_mended_later(
    kept: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit(kept.journal, SECOND)
    kept.close()
    content = kept.path.read_bytes()
    kept.path.write_bytes(SPOILT)
    move = Path.replace

    def refused(source: Path, target: str | Path) -> Path:
        if source == kept.path:
            raise PermissionError(13, "in use", str(source))
        return move(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", refused)
        with pytest.raises(Trouble):
            kept.keeper.recover()
    assert not list(kept.path.parent.glob("*.mended*"))
    assert not list(kept.path.parent.glob("*.damaged-*"))
    kept.path.write_bytes(content)  # it was the drive
    kept.journal.append(SECOND, 2, make_answers(40))
    again = Database(kept.path)
    again.keeper.check()
    assert len(again.journal.read(SECOND)) == 42


def test_a_mended_file_gets_what_was_saved_after_it_was_made(kept: Database) -> None:
    kept.close()
    mended = kept.path.with_name(f"{kept.path.name}.mended")
    mended.write_bytes(kept.path.read_bytes())
    sit(kept.journal, SECOND)
    kept.bin.put(FIRST, make_moment(5).wall_ms)
    kept.close()
    again = Database(kept.path)
    assert again.keeper.check() is not None
    assert ids(again) == {SECOND}
    assert [one.head.id for one in again.bin.binned()] == [FIRST]
    assert not mended.exists()


def test_a_mended_file_that_is_broken_itself_replaces_nothing(kept: Database) -> None:
    kept.close()
    mended = kept.path.with_name(f"{kept.path.name}.mended")
    mended.write_bytes(SPOILT)
    again = Database(kept.path)
    assert again.keeper.check() is None
    assert ids(again) == {FIRST}
    assert not mended.exists()


# Nothing to mend with -----------------------------------------------------------------------


def test_where_no_backup_is_sound_one_can_begin_anew(kept: Database) -> None:
    kept.close()
    kept.path.unlink()
    (backup,) = kept.keeper.backups()
    Path(backup.path).write_bytes(SPOILT)
    again = Database(kept.path)
    assert not report(kept.path, SHIPPED).there
    assert again.archive.heads() == ()
    sit(again.journal, SECOND)
    assert ids(again) == {SECOND}
    assert Path(backup.path).read_bytes() == SPOILT


def test_what_no_copy_has_readable_is_not_replaced_for_ever(kept: Database) -> None:
    sit(kept.journal, SECOND)
    kept.close()
    with closing(connect(kept.path)) as other, other:
        other.execute("UPDATE events SET body = '{' WHERE attempt_id = 'attempt-0002' AND version = 2")
    notes(kept).unlink()
    again = Database(kept.path)
    assert again.keeper.back_up() is not None
    assert again.keeper.recover() is None
    assert not list(kept.path.parent.glob("*.damaged-*"))
    assert ids(again) == {FIRST, SECOND}


def test_a_file_of_a_newer_program_is_not_touched_by_the_check(kept: Database) -> None:
    sit(kept.journal, SECOND)
    kept.close()
    with closing(connect(kept.path)) as other, other:
        other.execute("UPDATE alembic_version SET version_num = '0099'")
        other.execute("DELETE FROM events WHERE attempt_id = 'attempt-0002' AND version = 2")
    kept.path.with_name(f"{kept.path.name}.before-0001-20261126T120000").touch()
    mark = kept.path.with_name(f"{kept.path.name}.open")
    mark.touch()
    before = kept.path.read_bytes()
    assert Database(kept.path).keeper.check() is None
    assert Database(kept.path).keeper.recover() is None
    assert kept.path.read_bytes() == before
    assert mark.exists()
