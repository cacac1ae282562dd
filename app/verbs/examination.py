"""The examination that `rehearsal doctor` makes. It changes nothing, and needs no window and no network."""

from __future__ import annotations

import os
import platform
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from app import __version__
from app.services.ports import Trouble
from app.system import resources
from app.system.instance import InstanceLock
from app.system.paths import Paths
from app.verbs.findings import Finding, State
from app.verbs.words import trouble_words

LITTLE_BYTES = 200 << 20
"""Less room than this is said: an exam with its backups needs some tens of megabytes."""

SCARCE_BYTES = 20 << 20
LIBRARIES = ("PySide6", "sqlalchemy", "alembic", "reportlab", "msgspec", "yaml", "markdown_it")
"""As they are imported: asking for what pip knows of them would load network modules."""


def examine(paths: Paths) -> list[Finding]:
    """Everything that can be looked at."""
    found: list[Finding] = []
    for part in (_versions, _places, _room, _database, _backups, _settings, _banks, _fonts):
        try:
            found.extend(part(paths))
        except Trouble as trouble:
            found.append(Finding(part.__name__[1:], "fault", part.__name__[1:], trouble_words(trouble)))
    return found


# The program --------------------------------------------------------------------------------


def _versions(_paths: Paths) -> Iterator[Finding]:
    from app.storage.inspection import sqlite_version

    program = f"Rehearsal {__version__}, Python {platform.python_version()}, SQLite {sqlite_version()}"
    yield Finding("program", "ok", "Program", f"{program}, {platform.platform()}")
    versions, missing = [], []
    for name in LIBRARIES:
        try:
            library = import_module(name)
        except ImportError:
            missing.append(name)
        else:
            version = getattr(library, "__version__", "") or getattr(library, "Version", "")
            versions.append(f"{name} {version}")
    if missing:
        cure = "Install Rehearsal again."
        yield Finding("libraries", "fault", "Libraries", f"missing: {', '.join(missing)}", cure)
    else:
        yield Finding("libraries", "ok", "Libraries", ", ".join(versions))


# Places -------------------------------------------------------------------------------------


def _places(paths: Paths) -> Iterator[Finding]:
    for key, subject, folder in (
        ("data", "Data folder", paths.data),
        ("cache", "Cache folder", paths.cache),
        ("logs", "Log folder", paths.logs),
    ):
        yield _place(key, subject, folder)


def _place(key: str, subject: str, folder: Path) -> Finding:
    """Whether a folder can be written, tried by writing; one that is not there yet is tried above."""
    there = next((path for path in (folder, *folder.parents) if path.exists()), folder)
    state: State = "fault" if key == "data" else "warning"
    if not there.is_dir():
        cure = "Move that file away, or choose another folder with --data-dir."
        return Finding(key, state, subject, f"{there} is a file, not a folder", cure)
    try:
        with tempfile.TemporaryFile(dir=there) as file:
            file.write(b"x")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        cure = "Make it writable for you, or choose another with --data-dir."
        return Finding(key, state, subject, f"{there} cannot be written: {error.strerror}", cure)
    yet = "" if folder == there else ", not made yet"
    return Finding(key, "ok", subject, f"{folder}{yet}, can be written")


def _room(paths: Paths) -> Iterator[Finding]:
    there = next((path for path in (paths.data, *paths.data.parents) if path.exists()), paths.data)
    free = shutil.disk_usage(there).free
    words = f"{free / (1 << 20):,.0f} MB are free"
    state: State = "fault" if free < SCARCE_BYTES else "warning" if free < LITTLE_BYTES else "ok"
    yield Finding(
        "room", state, "Free space", words, "" if state == "ok" else "Free some space on that disk."
    )


# What is kept -------------------------------------------------------------------------------


def _database(paths: Paths) -> Iterator[Finding]:
    from app.storage import inspection
    from app.storage.schema import SHIPPED

    name, cure = "Database", "Run “rehearsal doctor --repair”."
    try:
        report = inspection.report(paths.database, SHIPPED)
    except Trouble as trouble:
        if inspection.mendable(trouble):
            yield Finding("database", "fault", name, trouble_words(trouble), cure, _restoring(paths))
        else:
            yield Finding("database", "fault", name, trouble_words(trouble))
        return
    if not report.there:
        yield Finding("database", "ok", name, f"{paths.database}, not made yet")
    elif report.complaints:
        words = f"{paths.database} is damaged: {'; '.join(report.complaints[:3])}"
        yield Finding("database", "fault", name, words, cure, _restoring(paths))
    elif report.unclosed and not _is_open(paths):
        words = f"{paths.database} was not closed properly; {report.attempts} attempts"
        cure = "The next start of the window looks at it, or “rehearsal doctor --repair” does now."
        yield Finding("database", "warning", name, words, cure, "look at it and add what is missing")
    else:
        use = ", in use by the window" if report.unclosed else ""
        words = f"schema {report.version}, {report.attempts} attempts, every event readable{use}"
        yield Finding("database", "ok", name, f"{paths.database}, {words}")


def _is_open(paths: Paths) -> bool:
    """Whether a window has the data folder open; asking makes no file."""
    if not paths.lock.exists():
        return False
    lock = InstanceLock(paths.lock)
    free = lock.acquire()
    lock.release()
    return not free


def _restoring(paths: Paths) -> str:
    from app.storage.backups import newest_sound

    newest = newest_sound(paths.database)
    if newest is None:
        return "save what can be read of it into a new file, and keep the damaged one"
    return f"put back the backup of {_day(newest.made_ms)} with what was saved since; keep the damaged file"


def _backups(paths: Paths) -> Iterator[Finding]:
    from app.storage import inspection

    judged = inspection.judged(paths.database)
    broken = [Path(backup.path).name for backup, complaint in judged if complaint]
    if not judged and paths.database.exists():
        cure = "The window makes one after each exam; “rehearsal doctor --repair” makes one now."
        yield Finding("backups", "warning", "Backups", "none yet", cure, "make one")
        return
    if not judged:
        yield Finding("backups", "ok", "Backups", "none yet")
        return
    newest, oldest = judged[0][0], judged[-1][0]
    words = f"{len(judged)}, the newest of {_day(newest.made_ms)}, the oldest of {_day(oldest.made_ms)}"
    if broken:
        words = f"{words}; damaged: {', '.join(broken)}"
        yield Finding(
            "backups", "warning", "Backups", words, "They are of no use.", "delete the damaged ones"
        )
    else:
        yield Finding("backups", "ok", "Backups", f"{words}, all sound")


def _day(milliseconds: int) -> str:
    return datetime.fromtimestamp(milliseconds / 1000, UTC).strftime("%Y-%m-%d %H:%M UTC")


def _settings(paths: Paths) -> Iterator[Finding]:
    import json

    if not paths.settings.exists():
        yield Finding("settings", "ok", "Settings", f"{paths.settings}, not made yet")
        return
    try:
        usable = isinstance(json.loads(paths.settings.read_text(encoding="utf-8")), dict)
    except (OSError, ValueError, RecursionError):
        usable = False
    if usable:
        yield Finding("settings", "ok", "Settings", str(paths.settings))
    else:
        words = f"{paths.settings} cannot be read; defaults hold"
        yield Finding(
            "settings", "warning", "Settings", words, "Choose anew, which writes it anew.", "put it aside"
        )


# What is shipped ----------------------------------------------------------------------------


def _banks(paths: Paths) -> Iterator[Finding]:
    from app.content.source import YamlBanks

    source = YamlBanks(resources.banks(), None, include_sample=True)
    cure = "Install Rehearsal again."
    for summary in source.summaries():
        short = [profile.id for profile in summary.exam.profiles if summary.shortfalls(profile)]
        words = f"{summary.items} items, digest {summary.digest[:12]}"
        if short:
            words = f"{words}; too small for: {', '.join(short)}"
            yield Finding("bank", "warning", f"Bank {summary.exam.id}", words)
        else:
            yield Finding("bank", "ok", f"Bank {summary.exam.id}", f"{words}, every profile can be filled")
    for folder, problems in source.broken.items():
        yield Finding("bank", "fault", f"Bank {folder}", f"{len(problems)} problems, not usable", cure)
    yield _cache(paths)


def _cache(paths: Paths) -> Finding:
    """Whether what is kept of the banks is believed; the program reads the banks where it is not."""
    from app.content.cache import unbelievable

    bad = unbelievable(paths.cache)
    if bad:
        words = f"damaged, or of another version: {', '.join(path.name for path in bad)}"
        cure = "Harmless: the banks are read instead. “rehearsal doctor --repair” makes it anew."
        return Finding(
            "bank_cache", "warning", "Cache of the banks", words, cure, "delete it and make it anew"
        )
    return Finding(
        "bank_cache", "ok", "Cache of the banks", "in order" if paths.cache.is_dir() else "not made yet"
    )


def _fonts(_paths: Paths) -> Iterator[Finding]:
    cure = "Install Rehearsal again."
    folder = resources.resource("fonts")
    files = sorted(folder.glob("*.ttf"))
    bad = [file.name for file in files if not _is_font(file)]
    if bad or len(files) < FONTS:
        words = f"damaged: {', '.join(bad)}" if bad else f"{len(files)} of {FONTS} are there"
        yield Finding("fonts", "fault", "Fonts", words, cure)
    else:
        yield Finding("fonts", "ok", "Fonts", f"{len(files)} in {folder}")


FONTS = 5


def _is_font(file: Path) -> bool:
    """Whether the tables of a font file all lie within it (OpenType 1.9, table directory)."""
    content = file.read_bytes()
    count = int.from_bytes(content[4:6])
    if content[:4] not in {b"\0\1\0\0", b"OTTO", b"true"} or not count:
        return False
    records = (content[12 + 16 * number :][:16] for number in range(count))
    return all(int.from_bytes(r[8:12]) + int.from_bytes(r[12:16]) <= len(content) for r in records)
