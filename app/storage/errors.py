"""The one place where failures of disk and database become Trouble. Imports no SQLAlchemy."""

from __future__ import annotations

import errno
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.services.ports import Trouble, TroubleKind

_SQLITE = {
    sqlite3.SQLITE_FULL: TroubleKind.DISK_FULL,
    sqlite3.SQLITE_READONLY: TroubleKind.READ_ONLY,
    sqlite3.SQLITE_BUSY: TroubleKind.LOCKED,
    sqlite3.SQLITE_LOCKED: TroubleKind.LOCKED,
    sqlite3.SQLITE_PROTOCOL: TroubleKind.LOCKED,
    sqlite3.SQLITE_PERM: TroubleKind.NO_ACCESS,
    sqlite3.SQLITE_AUTH: TroubleKind.NO_ACCESS,
    sqlite3.SQLITE_CANTOPEN: TroubleKind.NO_ACCESS,
    sqlite3.SQLITE_NOTADB: TroubleKind.NOT_A_DATABASE,
    sqlite3.SQLITE_CORRUPT: TroubleKind.DAMAGED,
    sqlite3.SQLITE_IOERR: TroubleKind.OTHER,
}
"""Primary result codes (https://sqlite.org/rescode.html); what is not here is a bug of ours."""

_OF_A_DAMAGED_FILE = ("no such table", "no such column", "Could not decode to UTF-8")
"""Words of failures that have no code of their own. Our statements name what the schema has: where it has
it no more, or a text is none, bytes of the file have changed."""

_SYSTEM = {
    errno.ENOSPC: TroubleKind.DISK_FULL,
    errno.EDQUOT: TroubleKind.DISK_FULL,
    errno.EROFS: TroubleKind.READ_ONLY,
    errno.EACCES: TroubleKind.NO_ACCESS,
    errno.EPERM: TroubleKind.NO_ACCESS,
    errno.EEXIST: TroubleKind.NO_ACCESS,
    errno.ENOTDIR: TroubleKind.NO_ACCESS,
    errno.EISDIR: TroubleKind.NO_ACCESS,
    errno.ENOENT: TroubleKind.MISSING,
}


@contextmanager
def troubles(path: Path) -> Iterator[None]:
    """Let failures of the world out as Trouble about `path`; anything else passes through."""
    try:
        yield
    except Trouble as trouble:
        trouble.path = trouble.path or str(path)
        raise
    except Exception as error:
        kind = kind_of(error)
        if kind is None:
            raise
        raise Trouble(kind, str(path), detail=str(error)) from error


def kind_of(error: BaseException) -> TroubleKind | None:
    """What kind of trouble an error is; None when it is a bug."""
    cause = _unwrapped(error)
    if isinstance(cause, sqlite3.Error):
        return _of_sqlite(cause)
    if isinstance(cause, OSError):
        return _SYSTEM.get(cause.errno or 0, TroubleKind.OTHER)
    return None


def _unwrapped(error: BaseException) -> BaseException | None:
    """The driver's error inside one of SQLAlchemy's, which can only come when that is imported."""
    if "sqlalchemy.exc" in sys.modules:
        from sqlalchemy.exc import DBAPIError

        if isinstance(error, DBAPIError):
            return error.orig
    return error


def _of_sqlite(error: sqlite3.Error) -> TroubleKind | None:
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK)
    if str(error).startswith(_OF_A_DAMAGED_FILE):
        return TroubleKind.DAMAGED
    if code == sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY:
        return TroubleKind.CONFLICT
    return _SQLITE.get(code & 0xFF)
