"""Faults of a disk, each struck and healed again; what a machine cannot do is done another way, or said.

Writing calls fail by a small library that is loaded before the C library (failing_disk.c, made with `cc`); a
full disk is a memory file system of its own where one may be mounted; a limit on the size of files stands in.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

if sys.platform != "win32":
    import resource

WRITES, SYNCS, OPENS, HALVES = 1, 2, 4, 8
LIBRARY = "REHEARSAL_FAILING_DISK"
"""Names the library in the environment of the process that loaded it."""

HOLD = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30)
held.execute(sys.argv[2])
print("held", flush=True)
sys.stdin.read()
"""


@dataclass(slots=True)
class Place:
    """Where a fault strikes: the database in its folder, and the chance of the round."""

    database: Path
    chance: Random
    undo: list[Callable[[], object]] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self.database.parent

    @property
    def log(self) -> Path:
        """What SQLite has not yet moved into the database."""
        return Path(f"{self.database}-wal")

    def heal(self) -> None:
        """The disk is as it should be again."""
        while self.undo:
            self.undo.pop()()


Fault = Callable[[Place], None]


def build_library(folder: Path) -> Path | None:
    """The library of failing calls; None where there is no C compiler, or another system than Linux."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or not sys.platform.startswith("linux"):
        return None
    made = folder / "failing_disk.so"
    source = Path(__file__).with_name("failing_disk.c")
    done = subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", made, source, "-ldl"], check=False)
    return made if done.returncode == 0 else None


def small_disk(folder: Path, megabytes: int) -> Callable[[], None] | None:
    """Make a folder a memory file system of its own; how to undo that, None where it is not allowed."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0 or not shutil.which("mount"):
        return None
    folder.mkdir(parents=True, exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        return None

    def undo() -> None:
        subprocess.run(["umount", "-l", str(folder)], check=True)

    return undo


# While the program runs ---------------------------------------------------------------------


def full(place: Place) -> None:
    """No room is left on the disk: filled up where it is a small one of its own, else by a limit."""
    if os.path.ismount(place.folder.parent):
        ballast = place.folder.parent / "ballast"
        with ballast.open("wb", buffering=0) as file:
            size = 1 << 16
            while size:
                try:
                    file.write(b"x" * size)
                except OSError:
                    size //= 2
        place.undo.append(ballast.unlink)
    else:
        limited(place)


def limited(place: Place) -> None:
    """A quota: the log may grow by so much more, and no further."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    log = place.log.stat().st_size if place.log.exists() else 0
    resource.setrlimit(resource.RLIMIT_FSIZE, (log + place.chance.randrange(12_000), hard))
    place.undo.append(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard)))


def _failing(kinds: int, number: int) -> Fault:
    def strike(place: Place) -> None:
        name = os.environ.get(LIBRARY)
        if not name:
            limited(place)
            return
        library = ctypes.CDLL(name)
        library.fault_arm.argtypes = [ctypes.c_char_p, ctypes.c_int, ctypes.c_int, ctypes.c_long]
        library.fault_arm(os.fsencode(place.folder), kinds, number, place.chance.randrange(8))
        place.undo.append(library.fault_disarm)

    return strike


def locked(place: Place) -> None:
    """Another program holds the file, and lets no one write, or not even read."""
    words = place.chance.choice(("BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"))
    command = [sys.executable, "-c", HOLD, str(place.database), words]
    holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert holder.stdout is not None
    holder.stdout.readline()
    place.undo.append(holder.communicate)


def folder_removed(place: Place) -> None:
    """The whole data folder is gone."""
    if place.chance.random() < 0.5:
        shutil.rmtree(place.folder)
    else:
        place.folder.rename(place.folder.with_name(f"gone-{place.chance.random()}"))


def file_deleted(place: Place) -> None:
    """The database is gone, its log and the backups are there."""
    place.database.unlink()


def log_deleted(place: Place) -> None:
    """The log is gone."""
    place.log.unlink(missing_ok=True)


def emptied(place: Place) -> None:
    """The database has no bytes any more."""
    os.truncate(place.database, 0)


def cut_off(place: Place) -> None:
    """The end of the database is missing."""
    size = place.database.stat().st_size
    os.truncate(place.database, place.chance.randrange(size))


def overwritten(place: Place) -> None:
    """A stretch of the database holds something else."""
    size = place.database.stat().st_size
    start = place.chance.choice((0, place.chance.randrange(size)))
    with place.database.open("r+b") as file:
        file.seek(start)
        file.write(place.chance.randbytes(place.chance.randrange(1, 5000)))


def flipped(place: Place) -> None:
    """Some bits of the database are others."""
    _flip(place.database, place.chance)


def log_flipped(place: Place) -> None:
    """Some bits of the log are others."""
    if place.log.exists() and place.log.stat().st_size:
        _flip(place.log, place.chance)
    else:
        _flip(place.database, place.chance)


def _flip(path: Path, chance: Random) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 1, 2, 8, 64))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    with path.open("r+b") as file:
        file.write(content)


RUNNING: dict[str, Fault] = {
    "disk full": full,
    "quota reached": limited,
    "writing fails (EIO)": _failing(WRITES, errno.EIO),
    "writing fails (ENOSPC)": _failing(WRITES, errno.ENOSPC),
    "writing half, then ENOSPC": _failing(WRITES | HALVES, errno.ENOSPC),
    "fsync fails (EIO)": _failing(SYNCS, errno.EIO),
    "fsync fails (ENOSPC)": _failing(SYNCS, errno.ENOSPC),
    "file system turned read-only (EROFS)": _failing(WRITES | OPENS, errno.EROFS),
    "folder and files not allowed (EACCES)": _failing(WRITES | OPENS, errno.EACCES),
    "locked by another process": locked,
    "folder removed": folder_removed,
    "file deleted": file_deleted,
    "log deleted": log_deleted,
    "file emptied": emptied,
    "file cut off": cut_off,
    "file overwritten": overwritten,
    "bits of the file flipped": flipped,
}
"""Struck in the middle of an exam."""

STOPPED: dict[str, Fault] = {
    "log lost": log_deleted,
    "file deleted": file_deleted,
    "file emptied": emptied,
    "file cut off": cut_off,
    "file overwritten": overwritten,
    "bits of the file flipped": flipped,
    "bits of the log flipped": log_flipped,
    "read-only at the start (EROFS)": _failing(WRITES | OPENS, errno.EROFS),
    "locked at the start": locked,
}
"""Struck after the program was killed, before it is started again."""

LASTING = frozenset(
    {"folder removed", "file deleted", "log deleted", "file emptied", "file cut off", "file overwritten"}
    | {"bits of the file flipped", "log lost", "bits of the log flipped"}
)
"""What no healing undoes: the program has to help itself."""
