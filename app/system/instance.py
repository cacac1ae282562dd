"""One window per data folder, and what other starts wish of it: to be raised, or to show a file."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from app.system.file_lock import FileLock

LONGEST_WISH = 32_768
"""Bytes; the longest path of any system, escaped, is shorter, and what is longer is none of ours."""


class InstanceLock(FileLock):
    """The right to open the window of a data folder.

    No socket is involved: a second start leaves a file, and the first one watches for it. Each start leaves
    one of its own, `<name>.<process>.wish`, so that two at once do not overwrite each other.
    """

    def acquire(self) -> bool:
        """Take the lock; False when another process holds it. Lets OSError out when the folder is no use."""
        if not super().acquire():
            return False
        for wish in self.wishes():
            with suppress(OSError):
                wish.unlink()  # of somebody who was not heard in time
        return True

    def wishes(self) -> tuple[Path, ...]:
        """The files whose appearance asks the holder for something, the oldest first."""
        start, found = f"{self._path.stem}.", []
        with suppress(OSError), os.scandir(self._path.parent) as entries:
            for entry in entries:
                if entry.name.startswith(start) and entry.name.endswith(".wish"):
                    with suppress(OSError):
                        found.append((entry.stat().st_mtime_ns, Path(entry.path)))
        return tuple(path for _, path in sorted(found))

    def ask_to_raise(self, file: Path | None = None) -> None:
        """Ask the holder to raise its window, and to show a file. Only the path is handed over."""
        import json

        from app.system.atomic_file import write_atomic

        said = {"open": os.path.abspath(file)} if file is not None else {}  # noqa: PTH100
        wish = self._path.with_name(f"{self._path.stem}.{os.getpid()}.wish")
        write_atomic(wish, json.dumps(said).encode("ascii"))

    def take(self) -> tuple[Path, ...] | None:
        """What was wished since the last time: None for nothing, else the files to show, possibly none."""
        heard = False
        files: list[Path] = []
        for wish in self.wishes():
            file = _file_in(wish)
            with suppress(OSError):
                wish.unlink()
                heard = True
                files += [file] if file is not None else []
        return tuple(files) if heard else None


def _file_in(wish: Path) -> Path | None:
    """The path that a wish names; None when there is none, or nothing that could be one."""
    import json

    try:
        with wish.open("rb") as file:
            said = json.loads(file.read(LONGEST_WISH))
    except (OSError, ValueError, RecursionError):
        return None
    named = said.get("open") if isinstance(said, dict) else None
    if not isinstance(named, str) or "\0" in named or not os.path.isabs(named):  # noqa: PTH117
        return None
    return Path(named)
