"""The open file that journal and archive share: one connection, opened with the first need."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from app.services.ports import Trouble
from app.storage import schema
from app.storage.errors import troubles

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Store:
    """Opens the file, brings it up to date, and hands its connection to one user at a time."""

    def __init__(self, path: Path, chain: schema.Chain, wall_ms: Callable[[], int]) -> None:
        self.path = path
        self.chain = chain
        self._wall_ms = wall_ms
        self._lock = RLock()
        self._connection: Connection | None = None

    def open(self) -> None:
        """Make or upgrade the file and connect; Trouble when that fails. Nothing when it is open."""
        with self._lock, troubles(self.path):
            self._opened()

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        with self._lock:
            connection, self._connection = self._connection, None
            if connection is not None:
                connection.close()

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

        with self._used() as connection, writing(connection):
            yield connection

    @contextmanager
    def _used(self) -> Iterator[Connection]:
        """After a failure the connection is dropped: a drive that comes back needs a new one."""
        with self._lock, troubles(self.path):
            try:
                yield self._opened()
            except Trouble:
                raise
            except Exception:
                with suppress(Exception):
                    self.close()
                raise

    def _opened(self) -> Connection:
        if self._connection is None:
            from app.storage.engine import connect

            schema.prepare(self.path, self.chain, self._wall_ms)
            self._connection = connect(self.path)
        return self._connection
