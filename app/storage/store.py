"""The open file that journal and archive share: one connection, opened with the first need."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from app.services.ports import Trouble, TroubleKind
from app.storage import files, held, schema
from app.storage.errors import troubles
from app.storage.mark import Mark

if TYPE_CHECKING:
    from sqlalchemy import Connection

IMPATIENT_S = 0.05
"""How long a lock is waited for when it was waited for in vain before: the exam goes on meanwhile."""


class Store:
    """Opens the file, brings it up to date, and hands its connection to one user at a time."""

    def __init__(self, path: Path, chain: schema.Chain, wall_ms: Callable[[], int]) -> None:
        self.path = path
        self.chain = chain
        self.mark = Mark(path)
        self._wall_ms = wall_ms
        self._lock = RLock()
        self._connection: Connection | None = None
        self._held = held.NOTHING
        self._failing = False
        self.openings = 0
        """How often the file was opened: what was known of it before may not hold any more."""

    def open(self) -> None:
        """Make or upgrade the file and connect; Trouble when that fails. Nothing when it is open."""
        with self._lock, troubles(self.path):
            self._opened()

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        with self._lock:
            self._drop()
            self.mark.take_off()

    def is_new(self) -> bool:
        """Whether nothing was ever saved here.

        Trouble (LOST) when there is no file, or an empty one, but backups of it.
        """
        if not files.is_new(self.path):
            return False
        schema.need_no_backups(self.path)
        return True

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else uses the file in this process, and it is closed: for work on the file itself."""
        with self._lock, troubles(self.path):
            self._drop()
            yield

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The connection, for statements that see one state each."""
        with self._used() as connection:
            try:
                yield connection
            finally:
                connection.rollback()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The connection inside one durable transaction, on disk when this is left without an error."""
        from app.storage.engine import writing

        with self._used() as connection:
            self.mark.put_on()
            with writing(connection):
                yield connection
            if self._failing:
                held.settle(connection)
            self._failing = False

    @contextmanager
    def _used(self) -> Iterator[Connection]:
        """After a failure the connection is dropped: a drive that comes back needs a new one."""
        with self._lock, troubles(self.path):
            try:
                yield self._opened()
                self._held = held.used(self.path, self._held)
            except Trouble:
                raise
            except Exception:
                self._failing = True
                with suppress(Exception):
                    self._drop()
                raise

    def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            held.close(connection, self.path, self._held)

    def _opened(self) -> Connection:
        if self._connection is not None:
            # The log appears with the first reading or writing.
            now = held.look(self.path, self._held)
            if now is held.Found.GONE:
                self._come_back()
            elif now is held.Found.CHANGED:
                self._need_sound()
        if self._connection is None:
            from app.storage.engine import connect

            patience_s = IMPATIENT_S if self._failing else None
            schema.prepare(self.path, self.chain, self._wall_ms, patience_s)
            self._connection = connect(self.path, patience_s=patience_s)
            self._held = held.at(self.path)
            self.openings += 1
        return self._connection

    def _need_sound(self) -> None:
        """Somebody else has written the file. What SQLite remembers of it must not hide that it is broken."""
        found = files.complaints(self.path)
        if found:
            self._failing = True
            self._drop()
            raise Trouble(TroubleKind.DAMAGED, str(self.path), detail="; ".join(found[:3]))
        self._held = held.used(self.path, self._held)

    def _come_back(self) -> None:
        """The file was deleted or replaced under us: what we hold is put back where there is nothing."""
        connection = self._connection
        if connection is not None and not self.path.exists():
            held.put_back(connection, self.path)
        self._failing = True
        self._drop()
