"""Looks after the file with the history: checks it, backs it up, and mends it when it is broken."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from app.services.ports import MENDABLE, Backup, Recovery, Trouble, TroubleKind
from app.storage import files, schema
from app.storage.errors import kind_of, troubles
from app.storage.recent import Recent, Rows
from app.storage.store import Store

_WHOLE = ("", *files.SIDES)
"""What is moved aside with a broken file, and itself."""


class SqlKeeper:
    """Keeps one database file, together with its backups and the notes since the last of them."""

    def __init__(self, store: Store, recent: Recent, wall_ms: Callable[[], int]) -> None:
        self._store, self._recent, self._wall_ms = store, recent, wall_ms
        self._path = store.path

    def backups(self) -> tuple[Backup, ...]:
        """The copies that are there, newest first."""
        from app.storage import backups

        with troubles(self._path):
            return backups.known(self._path)

    def check(self) -> Recovery | None:
        """Look at a file that was not closed cleanly, and mend it.

        What was noted beside it and is not in it is added: its log was lost. Costs two looks at the
        folder when it was closed cleanly.
        """
        with troubles(self._path):
            if not self._store.mark.found and not self._halfway.exists():
                return None
            if self._of_a_newer_program():
                return None
            mended = self._mend(thorough=False)
            self._store.mark.clear()
            return mended

    def recover(self) -> Recovery | None:
        """Put the newest sound backup in place of a broken file, with all that was saved since."""
        with troubles(self._path):
            return None if self._of_a_newer_program() else self._mend(thorough=True)

    def back_up(self) -> Backup | None:
        """Make a copy if anything has changed; then nothing needs to be noted any more.

        Trouble: DAMAGED when the file lacks what was noted, or has it otherwise: the notes are kept then.
        """
        from app.storage import backups

        with troubles(self._path):
            if files.is_new(self._path) or not backups.due(self._path):
                return None
            size = self._recent.size()
            found = self._unlike_noted(missing=True)
            if found:
                raise Trouble(TroubleKind.DAMAGED, str(self._path), detail="; ".join(found[:3]))
            backup = backups.take(self._path, self._wall_ms(), self._recent.purged())
            self._recent.forget(size)
            return backup

    # Mending --------------------------------------------------------------------------------

    @property
    def _halfway(self) -> Path:
        """A mended file, whole, that is not in its place yet."""
        return self._path.with_name(f"{self._path.name}.mended")

    def _mend(self, *, thorough: bool) -> Recovery | None:
        with self._store.locked():
            finished = self._finish()
            reason = self._reason(thorough=thorough)
            mended = self._catch_up() if reason is None else self._replace(reason)
            self._note_anew()
            return self._told() if finished and reason is None else mended

    def _reason(self, *, thorough: bool) -> str | None:
        """What is wrong with the file; None when it is sound, or none was ever made.

        `thorough`: every event is understood, too, which takes a few milliseconds an attempt.
        """
        try:
            if self._store.is_new():
                return "the file is gone, or empty" if self._recent.read() else None
            with files.reading(self._path) as connection:
                version = files.stored_version(connection)
            if version is None and (self._recent.read() or self.backups()):
                return "the file holds nothing"
            if version is not None and version not in self._store.chain.versions:
                return schema.unknown(self._path, self._store.chain, version).detail
            from app.storage.inspection import differing, wrong

            found = wrong(self._path) if thorough else differing(self._path)
            found = found or self._unlike_noted(missing=False)
            return "; ".join(found[:3]) or None
        except Trouble as trouble:
            if trouble.detail == files.FOREIGN:
                raise
            return trouble.detail or str(trouble)
        except sqlite3.Error as error:
            if kind_of(error) not in MENDABLE:
                raise
            return str(error)

    def _of_a_newer_program(self) -> bool:
        """Whether the file is of a program that this one does not know: all of it is left alone then."""
        with suppress(Trouble, sqlite3.Error):
            if files.is_new(self._path):
                return False
            with files.reading(self._path) as connection:
                version = files.stored_version(connection)
            if version is not None and version not in self._store.chain.versions:
                return schema.unknown(self._path, self._store.chain, version).kind not in MENDABLE
        return False

    def _unlike_noted(self, *, missing: bool) -> tuple[str, ...]:
        """Events that are another in the file than in the notes beside it: bytes of the file have changed.

        With `missing`, those as well that are noted and not there: a log was lost.
        """
        noted = self._recent.read()
        if not noted:
            return ()
        from app.storage.salvage import events_of

        there = events_of(self._path, noted)
        return tuple(
            f"event {version} of {attempt} is not as it was saved"
            for attempt, rows in noted.items()
            for version, saved in rows.items()
            if there.get(attempt, {}).get(version, None if missing else saved) != saved
        )

    def _note_anew(self) -> None:
        """Note what the file has of the attempts that were noted.

        A gap in the notes would make worthless what comes after it, and what came after one has another
        number in the file by now.
        """
        noted = self._recent.read()
        if not noted or files.is_new(self._path):
            return
        from app.storage.salvage import events_of

        there = events_of(self._path, noted)
        if there != noted:
            self._recent.replace(there)

    def _replace(self, reason: str) -> Recovery | None:
        """Make the mended file beside the broken one, move that aside, and take its place.

        Whatever this is interrupted by, the next check finds the one or the other.
        """
        from app.storage import backups

        backup = backups.newest_sound(self._path)
        part = self._path.with_name(f"{self._path.name}.part")
        files.remove(part)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        try:
            merged = self._make(part, backup)
            if merged is None or self._no_better(part):
                return None
            part.replace(self._halfway)
        finally:
            files.remove(part)
        try:
            kept, more = self._swap()
        except OSError:  # the file stays in use, and would be newer than what was made of it
            files.remove(self._halfway)
            raise
        return Recovery(kept, backup, merged + more, _count(self._path), reason)

    def _no_better(self, part: Path) -> bool:
        """Whether all that is wrong is an event that no copy has readable: replacing it would never end."""
        from app.storage import salvage
        from app.storage.inspection import differing

        with suppress(Trouble, sqlite3.Error):
            unreadable = () if differing(self._path) else salvage.unreadable(self._path)
            return bool(unreadable) and salvage.unreadable(part) == unreadable
        return False

    def _make(self, part: Path, backup: Backup | None) -> int | None:
        """Make a sound file of all that is known; events added to the backup, None when nothing is known."""
        import shutil

        from app.storage import backups
        from app.storage.merging import merge, merge_other_tables

        if backup is not None:
            shutil.copyfile(backup.path, part)
        schema.prepare(part, self._store.chain, self._wall_ms)
        for copy in part.parent.glob(f"{part.name}.before-*"):
            copy.unlink()
        saved = self._saved_since(self._path)
        merged = merge(part, saved)
        merge_other_tables(part, self._path)
        self._purge_again(part, saved[-1])
        if not _count(part) and not self._store.openings:
            return None  # it may be somebody else's
        found = backups.complaints(part)
        if found:
            raise RuntimeError(f"the mended file is broken: {found}")
        _as_one_file(part)
        return merged

    def _saved_since(self, file: Path) -> list[Rows]:
        """What was noted; then all that can be read, wherever it is: only there gaps are put up with."""
        from app.storage.salvage import events_in

        noted, read = self._recent.read(), events_in(file)
        return [noted, {one: read.get(one, {}) | noted.get(one, {}) for one in noted.keys() | read.keys()}]

    def _purge_again(self, part: Path, saved: Rows) -> None:
        """Take out what the backup still has and was deleted for good since, unless it has come back."""
        from app.storage import records
        from app.storage.engine import opened, writing

        purged = self._recent.purged() - saved.keys()
        if not purged:
            return
        with opened(part) as connection, writing(connection):
            for attempt in purged:
                records.remove(connection, attempt)

    def _swap(self) -> tuple[str, int]:
        """Put the mended file in place; where the other is now, and how many events were added from it.

        Somebody may have written to that since it was read. Where it cannot be moved, all is as before.
        """
        from app.storage.merging import merge, merge_other_tables

        kept = self._put_aside()
        more = 0
        if kept:
            more = merge(self._halfway, self._saved_since(Path(kept)))
            merge_other_tables(self._halfway, Path(kept))
            _as_one_file(self._halfway)
        self._halfway.replace(self._path)
        return kept, more

    def _put_aside(self) -> str:
        """Move the broken file away with its log, under a dated name; its name, empty when there is none.

        The log goes first: SQLite would write one that was left behind into whatever takes the file's place.
        """
        moment = datetime.fromtimestamp(self._wall_ms() / 1000, UTC)
        aside = files.unused(self._path.with_name(f"{self._path.name}.damaged-{moment:%Y%m%dT%H%M%S}"))
        there = [side for side in _WHOLE if Path(f"{self._path}{side}").exists()]
        moved = []
        try:
            for side in reversed(there):
                Path(f"{self._path}{side}").replace(f"{aside}{side}")
                moved.append(side)
        except OSError:
            for side in reversed(moved):
                Path(f"{aside}{side}").replace(f"{self._path}{side}")
            raise
        return str(aside) if there else ""

    def _finish(self) -> bool:
        """Take the last step of a mending that was interrupted before it; whether there was one."""
        from app.storage import backups

        if not self._halfway.exists():
            return False
        if backups.complaints(self._halfway):
            files.remove(self._halfway)
            return False
        self._swap()
        return True

    def _told(self) -> Recovery:
        """What a mending has done whose program died before it could tell."""
        from app.storage import backups

        backup = backups.newest_sound(self._path)
        merged = _count(self._path, "events") - (_count(Path(backup.path), "events") if backup else 0)
        aside = self._path.parent.glob(f"{self._path.name}.damaged-*")
        whole = sorted(file for file in aside if not file.name.endswith(files.SIDES))
        return Recovery(str(whole[-1]) if whole else "", backup, merged, _count(self._path))

    def _catch_up(self) -> Recovery | None:
        """Add to a sound file what was noted as saved and is not in it."""
        noted = self._recent.read()
        if not noted or files.is_new(self._path):
            return None
        from app.storage.merging import merge

        merged = merge(self._path, [noted])
        return Recovery("", None, merged, _count(self._path)) if merged else None


def _as_one_file(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    files.sync(path)
    for side in files.SIDES:
        with suppress(OSError):
            Path(f"{path}{side}").unlink()


def _count(path: Path, table: str = "attempts") -> int:
    with files.reading(path) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608
