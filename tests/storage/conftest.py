from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.storage.database import Database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database file that does not exist yet, in a folder that does not either."""
    return tmp_path / "data of 試験 100%" / "rehearsal.sqlite3"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    database = Database(path, wall_ms=lambda: 1_760_000_000_000)
    yield database
    database.close()
