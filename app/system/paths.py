"""The folders in which a person's data lives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

APP = "Rehearsal"


@dataclass(frozen=True, slots=True)
class Paths:
    """All that the program writes lies below these folders."""

    data: Path
    cache: Path
    logs: Path

    @property
    def database(self) -> Path:
        """The file with every attempt."""
        return self.data / "rehearsal.sqlite3"

    @property
    def settings(self) -> Path:
        """The file with the preferences."""
        return self.data / "settings.json"

    @property
    def banks(self) -> Path:
        """The banks that the user has installed from packages."""
        return self.data / "banks"

    @property
    def lock(self) -> Path:
        """Held by the one window of this data folder."""
        return self.data / "window.lock"


def default_paths() -> Paths:
    """The folders that the system foresees for this user."""
    import platformdirs

    return Paths(
        data=Path(platformdirs.user_data_dir(APP, appauthor=False)),
        cache=Path(platformdirs.user_cache_dir(APP, appauthor=False)),
        logs=Path(platformdirs.user_log_dir(APP, appauthor=False)),
    )


def paths_below(folder: Path) -> Paths:
    """Everything below one folder, as `--data-dir` asks."""
    root = folder.expanduser().absolute()
    return Paths(data=root, cache=root / "cache", logs=root / "logs")
