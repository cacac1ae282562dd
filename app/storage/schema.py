"""The shape of the file: made new, brought up to date after a copy, or left alone as too new.

SQLAlchemy is imported when a file is made, alembic only when an old one is upgraded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.services.ports import Trouble, TroubleKind
from app.storage import files

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Chain:
    """The migrations in `folder` (alembic's layout), their versions oldest first."""

    folder: Path
    versions: tuple[str, ...]

    @property
    def newest(self) -> str:
        """The version that this program reads and writes."""
        return self.versions[-1]


SHIPPED = Chain(Path(__file__).parent / "migrations", ("0001", "0002"))
"""Kept by hand so that a start needs no alembic; a test compares it with the folder."""


def prepare(path: Path, chain: Chain, wall_ms: Callable[[], int], patience_s: float | None = None) -> None:
    """Bring the file to the newest version, making it and its folder when there is none.

    Trouble: LOST when there is nothing but backups, TOO_NEW for a version that is not in the chain,
    NOT_A_DATABASE, DAMAGED. The file is then as it was. Before an upgrade it is copied; a failed upgrade
    leaves it as it was too.
    """
    version = None
    if not files.is_new(path):
        with files.reading(path, patience_s) as connection:
            version = files.stored_version(connection)
    if version is None:
        need_no_backups(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        _make(path, chain.newest)
    elif version not in chain.versions:
        raise unknown(path, chain, version)
    elif version != chain.newest:
        files.copy_before(path, version, wall_ms)
        _upgrade(path, chain)


def need_no_backups(path: Path) -> None:
    """Trouble (LOST) when a file without content has a sound backup: it is no new one."""
    if not files.backups_of(path):
        return
    from app.storage.backups import newest_sound

    if newest_sound(path) is not None:
        raise Trouble(TroubleKind.LOST, str(path), detail="the file is gone, or empty")


def unknown(path: Path, chain: Chain, version: str) -> Trouble:
    """What a version that is not in the chain means: a newer program, or bytes that have changed.

    A newer program would have left a copy made before its upgrade, or backups of its own.
    """
    if not list(path.parent.glob(f"{path.name}.before-*")):
        from app.storage.backups import newest_sound

        newest = newest_sound(path)
        if newest is not None:
            with files.reading(Path(newest.path)) as connection:
                if files.stored_version(connection) in chain.versions:
                    return Trouble(TroubleKind.DAMAGED, str(path), detail=f"no schema version: {version!r}")
    return Trouble(TroubleKind.TOO_NEW, str(path), detail=f"schema version {version}")


def _make(path: Path, version: str) -> None:
    from app.storage.engine import opened, writing
    from app.storage.tables import alembic_version, metadata

    with opened(path) as connection, writing(connection):
        if not connection.dialect.has_table(connection, alembic_version.name):
            metadata.create_all(connection)
            connection.execute(alembic_version.insert(), {"version_num": version})


def _upgrade(path: Path, chain: Chain) -> None:
    """Run the migrations in one transaction; foreign keys are off because tables may be remade."""
    from app.storage.engine import opened, writing

    with opened(path, foreign_keys=False) as connection, writing(connection):
        run_migrations(connection, chain)
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if orphans:
            raise RuntimeError(f"the migration left {len(orphans)} orphaned rows")


def run_migrations(connection: Connection, chain: Chain) -> None:
    """Run what is missing of the chain inside the connection's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(chain.folder).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    command.upgrade(config, chain.newest)
