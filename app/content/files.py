"""The files of a bank: found, read once, and hashed. Nothing is parsed here.

This runs before the first screen, so it imports little and touches each file once.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from app.content.limits import MAX_BYTES
from app.content.problems import Place, Report, Rule
from app.core.problems import Problem

FORMAT_VERSION = 1
"""Raise it when the same files come to mean another bank."""

EXAM_FILE = "exam.yaml"
REFERENCES_FILE = "references.yaml"
COMING, GOING, REMOVED = ".coming-", ".going-", ".removed-"
"""How the folders begin in which a bank lies that is being installed, replaced or removed."""

SAMPLE = "sample"
"""The folder that shows authors the format; it is not offered as an exam."""


@dataclass(frozen=True, slots=True)
class Files:
    """All YAML files of one bank, and the shared references.

    `contents` maps paths relative to the banks folder (forward slashes) to bytes, sorted by path;
    `problems` tells of files that could not be read; `digest` is SHA-256 in hex.
    """

    folder: str
    contents: dict[str, bytes]
    problems: tuple[Problem, ...]
    digest: str


def bank_folders(root: Path) -> tuple[str, ...]:
    """The names of the folders below `root` that hold a bank, sorted; OSError when it has none to list."""
    with os.scandir(root) as entries:
        names = [entry.name for entry in entries if _visible(entry.name) and entry.is_dir()]
    return tuple(sorted(name for name in names if os.path.lexists(root / name / EXAM_FILE)))


def installed(own: Path) -> tuple[str, ...]:
    """The banks below the folder of installed ones, sorted: `<own>/<exam>/<exam>/exam.yaml`."""
    try:
        with os.scandir(own) as entries:
            names = sorted(entry.name for entry in entries if _visible(entry.name) and entry.is_dir())
    except OSError:
        return ()
    return tuple(name for name in names if os.path.lexists(own / name / name / EXAM_FILE))


def unsettled(own: Path) -> bool:
    """Whether somebody died, or is, in the middle of changing the installed banks below `own`."""
    try:
        with os.scandir(own) as entries:
            return any(entry.name.startswith((COMING, GOING, REMOVED)) for entry in entries)
    except OSError:
        return False


def read_files(root: Path, folder: str) -> Files:
    """Every YAML file of the bank `folder` and the shared references file; raises nothing."""
    report = Report()
    paths = sorted(_found(root, folder, report))
    if os.path.lexists(root / REFERENCES_FILE):
        paths.append(REFERENCES_FILE)
    contents: dict[str, bytes] = {}
    for path in paths:
        content = read_one(root, path, report)
        if content is not None:
            contents[path] = content
    return Files(folder, contents, report.problems, digest_of(contents))


def read_one(root: Path, path: str, report: Report) -> bytes | None:
    """The bytes of one file below `root`; None when it must not or cannot be read, with a problem."""
    full = os.path.join(root, path)  # noqa: PTH118  (pathlib would take as long as the reading)
    try:
        status = os.lstat(full)
        if stat.S_ISLNK(status.st_mode):
            if _leaves(root, full):
                report.error(Place(path), Rule.SYMLINK, "The file is a link that leaves the banks folder.")
                return None
            status = os.stat(full)  # noqa: PTH116
        if not stat.S_ISREG(status.st_mode):
            report.error(Place(path), Rule.UNREADABLE_FILE, "This is not a regular file.")
            return None
        if status.st_size <= MAX_BYTES:
            with open(full, "rb", buffering=0) as file:  # noqa: PTH123
                return file.read()
    except OSError as error:
        report.error(Place(path), Rule.UNREADABLE_FILE, f"The file cannot be read: {error.strerror}.")
        return None
    report.error(Place(path), Rule.TOO_LARGE, f"The file is larger than {MAX_BYTES:,} bytes.")
    return None


def _leaves(root: Path, link: str) -> bool:
    return not Path(link).resolve().is_relative_to(root.resolve())


def _found(root: Path, folder: str, report: Report) -> Iterator[str]:
    """The paths of the YAML files of a bank, without following links to folders."""
    pending = [folder]
    while pending:
        current = pending.pop()
        for entry in _listed(root, current, report):
            path = f"{current}/{entry.name}"
            if entry.is_symlink() and entry.is_dir():
                report.error(Place(path), Rule.SYMLINK, "The folder is a link.")
            elif entry.is_dir():
                pending.append(path)
            elif entry.name.endswith(".yaml"):
                yield path


def _listed(root: Path, folder: str, report: Report) -> list[os.DirEntry[str]]:
    """What a folder holds, apart from hidden things and names that are no text."""
    try:
        with os.scandir(root / folder) as entries:
            listed = [entry for entry in entries if _visible(entry.name)]
    except OSError as error:
        report.error(Place(folder), Rule.UNREADABLE_FILE, f"The folder cannot be listed: {error.strerror}.")
        return []
    for entry in listed:
        if not entry.name.isprintable():
            report.error(Place(folder), Rule.UNKNOWN_PLACE, f"The name {entry.name!a} is no text.")
    return [entry for entry in listed if entry.name.isprintable()]


def _visible(name: str) -> bool:
    return not name.startswith((".", "_"))


def digest_of(contents: dict[str, bytes]) -> str:
    """SHA-256 over the format version and, for each file in order, its name, length and bytes."""
    digest = sha256(f"bank {FORMAT_VERSION}\n".encode())
    for path, content in contents.items():
        digest.update(f"{path}\n{len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()
