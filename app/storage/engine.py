"""SQLAlchemy on one SQLite file: durable settings, one connection, transactions by name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from app.storage.files import BUSY_TIMEOUT_S


def make_engine(path: Path, *, foreign_keys: bool = True, patience_s: float | None = None) -> Engine:
    """An engine that keeps no connection of its own: what is opened is what is used.

    `patience_s`: how long a lock of somebody else is waited for.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=NullPool,
        connect_args={
            "timeout": BUSY_TIMEOUT_S if patience_s is None else patience_s,
            "check_same_thread": False,
            "isolation_level": None,
        },
    )

    def configure(driver: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        driver.execute("PRAGMA journal_mode = WAL")
        driver.execute("PRAGMA synchronous = FULL")
        driver.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")

    event.listen(engine, "connect", configure)
    return engine


def connect(path: Path, *, foreign_keys: bool = True, patience_s: float | None = None) -> Connection:
    """An open connection; closing it frees everything."""
    return make_engine(path, foreign_keys=foreign_keys, patience_s=patience_s).connect()


@contextmanager
def opened(path: Path, *, foreign_keys: bool = True) -> Iterator[Connection]:
    """A connection for a while."""
    connection = connect(path, foreign_keys=foreign_keys)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def writing(connection: Connection) -> Iterator[None]:
    """One durable transaction that holds the only write lock from its start."""
    with connection.begin():
        if connection.dialect.name == "sqlite":
            # The driver's own beginning would come late, with the first row, and could then be refused.
            # Asked of the driver itself: SQLAlchemy's way there costs a tenth of the whole append.
            driver: sqlite3.Connection | None = connection.connection.driver_connection
            if driver is not None:
                driver.execute("BEGIN IMMEDIATE")
        yield
