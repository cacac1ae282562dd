"""What `rehearsal doctor --repair` does; each repair answers in words what it has done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from app.system import resources
from app.system.paths import Paths


def _database(paths: Paths) -> str:
    from app.storage.database import Database

    database = Database(paths.database)
    try:
        recovery = database.keeper.check() or database.keeper.recover()
        database.keeper.back_up()
    finally:
        database.close()
    if recovery is None:
        return "database: nothing was missing"
    backup = f"the backup {Path(recovery.backup.path).name}" if recovery.backup else "a new file"
    base = f"{backup} is in its place" if recovery.kept or recovery.backup else "the file stayed"
    kept = f"; the damaged file is {recovery.kept}" if recovery.kept else ""
    return f"database: {base}, {recovery.merged} events added, {recovery.attempts} attempts{kept}"


def _backups(paths: Paths) -> str:
    from app.storage import inspection
    from app.storage.database import Database

    gone = [Path(backup.path) for backup, complaint in inspection.judged(paths.database) if complaint]
    for path in gone:
        path.unlink()
    database = Database(paths.database)
    try:
        made = database.keeper.back_up()
    finally:
        database.close()
    return f"backups: {len(gone)} deleted, {'one' if made else 'none'} made"


def _settings(paths: Paths) -> str:
    aside = paths.settings.with_name(f"{paths.settings.name}.damaged")
    paths.settings.replace(aside)
    return f"settings: put aside as {aside}"


def _cache(paths: Paths) -> str:
    from app.content.cache import unbelievable
    from app.content.source import YamlBanks

    for path in unbelievable(paths.cache):
        path.unlink()
    summaries = YamlBanks(resources.banks(), paths.cache).summaries()
    return f"cache of the banks: made anew, {len(summaries)} banks"


REPAIRS: Mapping[str, Callable[[Paths], str]] = {
    "database": _database,
    "backups": _backups,
    "settings": _settings,
    "bank_cache": _cache,
}
"""By the key of the finding."""
