"""Looks after the file with the history: checks it, backs it up, and mends it when it is broken."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from app.services.ports import MENDABLE, Backup, Recovery, Trouble
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
            mended = self._mend(thorough=False)
            if mended is None:
                mended = self._catch_up()
            self._store.mark.clear()
            return mended

    def recover(self) -> Recovery | None:
        """Put the newest sound backup in place of a broken file, with all that was saved since."""
        return self._mend(thorough=True)

    def back_up(self) -> Backup | None:
        """Make a copy if anything has changed; then nothing needs to be noted any more."""
        from app.storage import backups

        with troubles(self._path):
            if files.is_new(self._path) or not backups.due(self._path):
                return None
            size = self._recent.size()
            backup = backups.take(self._path, self._wall_ms())
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
            if reason is not None:
                return self._replace(reason)
            return self._told() if finished else None

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
                trouble = schema.unknown(self._path, self._store.chain, version)
                return trouble.detail if trouble.kind in MENDABLE else None
            from app.storage.inspection import differing, wrong

            found = wrong(self._path) if thorough else differing(self._path)
            found = found or self._changed_since_noted()
            return "; ".join(found[:3]) or None
        except Trouble as trouble:
            if trouble.detail == files.FOREIGN:
                raise
            return trouble.detail or str(trouble)
        except sqlite3.Error as error:
            if kind_of(error) not in MENDABLE:
                raise
            return str(error)

    def _changed_since_noted(self) -> tuple[str, ...]:
        """Events that are another in the file than in the notes beside it: bytes of the file have changed."""
        noted = self._recent.read()
        if not noted:
            return ()
        from app.storage.salvage import events_in

        there = events_in(self._path)
        pairs = ((attempt, version) for attempt, rows in noted.items() for version in rows)
        return tuple(
            f"event {version} of {attempt} is not as it was saved"
            for attempt, version in pairs
            if there.get(attempt, {}).get(version, noted[attempt][version]) != noted[attempt][version]
        )

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
            if merged is None:
                return None
            part.replace(self._halfway)
        finally:
            files.remove(part)
        kept = self._put_aside()
        self._halfway.replace(self._path)
        return Recovery(kept, backup, merged, _count(self._path), reason)

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
        merged = merge(part, self._saved_since())
        merge_other_tables(part, self._path)
        if not _count(part) and not self._store.openings:
            return None  # it may be somebody else's
        found = backups.complaints(part)
        if found:
            raise RuntimeError(f"the mended file is broken: {found}")
        _as_one_file(part)
        return merged

    def _saved_since(self) -> list[Rows]:
        from app.storage.salvage import events_in

        return [self._recent.read(), events_in(self._path)]

    def _put_aside(self) -> str:
        """Move the broken file away with its log, under a dated name; its name, empty when there is none.

        The log goes first: SQLite would write one that was left behind into whatever takes the file's place.
        """
        moment = datetime.fromtimestamp(self._wall_ms() / 1000, UTC)
        aside = files.unused(self._path.with_name(f"{self._path.name}.damaged-{moment:%Y%m%dT%H%M%S}"))
        there = [side for side in _WHOLE if Path(f"{self._path}{side}").exists()]
        for side in reversed(there):
            Path(f"{self._path}{side}").replace(f"{aside}{side}")
        return str(aside) if there else ""

    def _finish(self) -> bool:
        """Take the last step of a mending that was interrupted before it; whether there was one."""
        if not self._halfway.exists():
            return False
        self._put_aside()
        self._halfway.replace(self._path)
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

        with self._store.locked():
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
