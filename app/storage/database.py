"""The database as the rest of the program sees it: a path that is cheap to hold."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from app.services.ports import Archive, Bin, Journal, Keeper, Transfer, Trouble, TroubleKind
from app.storage import files
from app.storage.bin import SqlBin
from app.storage.errors import troubles
from app.storage.heads import SqlArchive
from app.storage.journal import SqlJournal
from app.storage.keeper import SqlKeeper
from app.storage.recent import Recent
from app.storage.schema import SHIPPED, Chain
from app.storage.store import Store
from app.storage.transfer import SqlTransfer


def _wall_ms() -> int:
    return time.time_ns() // 1_000_000


class Database:
    """Holds journal and archive of one file. Nothing is opened or made before the first need.

    `wall_ms` (milliseconds since the epoch) only dates copies and what is put aside.
    """

    def __init__(self, path: Path, *, chain: Chain = SHIPPED, wall_ms: Callable[[], int] = _wall_ms) -> None:
        self.path = path
        self._store = Store(path, chain, wall_ms)
        recent = Recent(path)
        self._journal = SqlJournal(self._store, recent)
        self._keeper = SqlKeeper(self._store, recent, wall_ms)
        self._archive = SqlArchive(self._store)
        self._bin = SqlBin(self._store, self._archive, recent)
        self._transfer = SqlTransfer(self._store, self._archive)

    @property
    def journal(self) -> Journal:
        """The append-only record."""
        return self._journal

    @property
    def archive(self) -> Archive:
        """The reading side."""
        return self._archive

    @property
    def bin(self) -> Bin:
        """What was deleted."""
        return self._bin

    @property
    def transfer(self) -> Transfer:
        """The whole history as one file."""
        return self._transfer

    @property
    def keeper(self) -> Keeper:
        """Whoever checks the file, backs it up and mends it."""
        return self._keeper

    def open(self) -> None:
        """Make or upgrade the file now, so that what is wrong with it comes out as Trouble now."""
        self._store.open()

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        self._store.close()

    def integrity(self) -> tuple[str, ...]:
        """What is wrong inside the file, in SQLite's words; empty when nothing is, or no file is there.

        Trouble when it cannot be looked at.
        """
        try:
            with troubles(self.path):
                return () if files.is_new(self.path) else files.complaints(self.path)
        except Trouble as trouble:
            if trouble.kind is TroubleKind.DAMAGED:
                return (trouble.detail,)
            raise
