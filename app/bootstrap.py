"""The composition root: builds every part and joins them. Imported by the command line alone."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import __version__
from app.content.files import bank_folders, unsettled
from app.content.source import YamlBanks
from app.core.ids import AttemptId
from app.core.moment import Moment
from app.reports.documents import PdfDocuments
from app.reports.viewer import PdfViewer
from app.services.exam_desk import ExamDesk
from app.services.history import HistoryDesk
from app.services.notices import Notices
from app.services.ports import Clock, IdMaker, Trouble, TroubleKind
from app.services.preferences import PreferencesService
from app.services.services import Services
from app.storage.database import Database
from app.storage.errors import troubles
from app.system import clock, resources
from app.system.atomic_file import write_atomic
from app.system.file_lock import FileLock
from app.system.instance import InstanceLock
from app.system.paths import Paths
from app.system.settings_file import SettingsFile

if TYPE_CHECKING:
    from app.content.shelf import Shelf
    from app.core.packages import Offer

__all__ = [
    "RandomIds",
    "SystemClock",
    "build",
    "load_file",
    "load_package",
    "lock_window",
    "own_banks",
    "save_file",
    "troubles",
]


class SystemClock:
    """The real clocks."""

    def now(self) -> Moment:
        """The present moment."""
        return Moment(clock.wall_ms(), clock.tick_ms(), clock.RUN)


class RandomIds:
    """Ids that sort by time of making and collide with nothing."""

    def attempt_id(self) -> AttemptId:
        """Twelve hex digits of time, eight of chance."""
        return AttemptId(f"{clock.wall_ms():012x}-{os.urandom(4).hex()}")

    def seed(self) -> int:
        """A seed for drawing a paper."""
        return int.from_bytes(os.urandom(6))


class _Settings:
    """The settings file, its failures as Trouble."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = SettingsFile(path)

    def load(self) -> Mapping[str, Any]:
        return self._file.load()

    def save(self, raw: Mapping[str, Any]) -> None:
        with troubles(self._path):
            self._file.save(raw)


def save_file(path: Path, content: bytes) -> None:
    """Write a file whole or raise Trouble."""
    if path.is_dir():
        raise Trouble(TroubleKind.NO_ACCESS, str(path), "it is a folder")
    with troubles(path):
        write_atomic(path, content)


def load_file(path: Path) -> bytes:
    """Read a file or raise Trouble."""
    if path.is_dir():
        raise Trouble(TroubleKind.NO_ACCESS, str(path), "it is a folder")
    with troubles(path):
        return path.read_bytes()


def load_package(path: Path) -> bytes:
    """The file, or as much of it as shows that it is too large; Trouble when it is no regular file."""
    from app.content.limits import MAX_PACKAGE_BYTES

    with troubles(path):
        if path.exists() and not path.is_file():  # a pipe would be waited for
            raise Trouble(TroubleKind.NO_ACCESS, str(path), "it is no regular file")
        with path.open("rb") as file:
            return file.read(MAX_PACKAGE_BYTES + 1)


@contextmanager
def _alone(paths: Paths) -> Iterator[None]:
    """Keep other processes from changing the installed banks; Trouble (LOCKED) while one does."""
    lock = FileLock(paths.banks.with_name("banks.lock"))
    with troubles(paths.data):
        mine = lock.acquire()
    if not mine:
        raise Trouble(TroubleKind.LOCKED, str(paths.banks), "another process installs or removes a bank")
    try:
        yield
    finally:
        lock.release()


def own_banks(paths: Paths) -> Shelf:
    """The folder of installed banks; the shipped ones and the sample keep their ids."""
    from app.content.shelf import Shelf

    return Shelf(paths.banks, bank_folders(resources.banks()), partial(_alone, paths))


class _OwnBanks:
    """The user's own banks as the window wants them; implements the port Packages."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths

    def look(self, path: Path) -> Offer:
        from datetime import UTC, datetime

        content = load_package(path)
        with troubles(path):
            return own_banks(self._paths).look(content, str(path), datetime.now(tz=UTC).date())

    def install(self, offer: Offer) -> None:
        with troubles(self._paths.banks):
            own_banks(self._paths).put(offer)

    def recover(self) -> None:
        """Put right what a process left that died in the middle. Who is alive, does it itself."""
        if unsettled(self._paths.banks):
            with suppress(OSError, Trouble):
                own_banks(self._paths).recover()


def lock_window(paths: Paths, file: Path | None = None) -> InstanceLock | None:
    """Take the right to open the window of this data folder; None when another process has it.

    That one is asked to come to the front, and to show `file`. Trouble when the folder is no use.
    """
    lock = InstanceLock(paths.lock)
    with troubles(paths.data):
        if lock.acquire():
            return lock
        lock.ask_to_raise(file)
    return None


def build(
    paths: Paths,
    *,
    banks: Path | None = None,
    with_sample: bool = False,
    clock: Clock | None = None,
    ids: IdMaker | None = None,
) -> Services:
    """All use cases over the real world below `paths`; parts can be replaced by keyword."""
    notices = Notices()
    packages = _OwnBanks(paths)
    packages.recover()
    shipped = None if banks else resources.banks_read()
    source = YamlBanks(banks or resources.banks(), paths.cache, with_sample, own=paths.banks, shipped=shipped)
    database = Database(paths.database)
    documents = PdfDocuments(resources.resource("fonts"), resources.resource("i18n"), __version__)
    the_clock = clock or SystemClock()
    return Services(
        desk=ExamDesk(source, database.journal, database.archive, the_clock, ids or RandomIds(), notices),
        banks=source,
        archive=database.archive,
        history=HistoryDesk(source, database.archive, database.bin, database.transfer, the_clock, notices),
        documents=documents,
        charts=documents,
        viewer=PdfViewer(),
        preferences=PreferencesService(_Settings(paths.settings), notices),
        notices=notices,
        clock=the_clock,
        save=save_file,
        load=load_file,
        folder=paths.data,
        close=database.close,
        keeper=database.keeper,
        packages=packages,
    )
