"""One window per data folder: a lock that dies with its process, and a wish to be raised."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class InstanceLock:
    """The right to open the window of a data folder.

    The system frees the lock when the process ends, however it ends, so none is ever stale. No
    socket is involved: a second start leaves a file, and the first one watches for it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    @property
    def wish(self) -> Path:
        """The file whose appearance asks the holder to raise its window."""
        return self._path.with_suffix(".raise")

    def acquire(self) -> bool:
        """Take the lock; False when another process holds it. Lets OSError out when the folder is no use."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = self._path.open("ab")
        try:
            _lock(file)
        except OSError:
            file.close()
            return False
        self._file = file
        self.wish.unlink(missing_ok=True)
        return True

    def ask_to_raise(self) -> None:
        """Ask the holder to raise its window."""
        self.wish.write_text(str(os.getpid()), encoding="ascii")

    def release(self) -> None:
        """Give the lock back."""
        if self._file is not None:
            self._file.close()
            self._file = None
