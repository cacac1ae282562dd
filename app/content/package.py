"""A bank as one file, to be handed on: NAME.rehearsalbank.

A zip archive of what the reader reads, with paths relative to a banks folder, after `manifest.json`:
{"format": "rehearsal-bank", "version": 1, "exam": id, "digest": SHA-256 as in Files}. Members have no
dates and come in order of their names: the same bank gives the same bytes.
"""

from __future__ import annotations

import io
import json
import re
import stat
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from app.content.files import REFERENCES_FILE, digest_of, read_files
from app.content.limits import MAX_BYTES, MAX_MEMBERS, MAX_PACKAGE_BYTES, MAX_UNPACKED_BYTES
from app.services.ports import Trouble, TroubleKind

FORMAT = "rehearsal-bank"
VERSION = 1
MANIFEST = "manifest.json"

_SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
_FILE = re.compile(rf"(?:{_SLUG}/)?{_SLUG}(?:\.[A-Za-z]{{2,8}}(?:-[A-Za-z0-9]{{1,8}})*)?\.yaml")
_EXAM = re.compile(_SLUG)
_DEVICES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Names that Windows keeps for devices, whatever follows the dot."""

_LONGEST_NAME = 200
_UNREADABLE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    LookupError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)
"""All that zipfile raises for archives that are damaged, encrypted or of a kind it does not know."""


@dataclass(frozen=True, slots=True)
class Package:
    """What a package holds; `contents` as in Files. The digest has been compared with the contents."""

    exam: str
    digest: str
    contents: dict[str, bytes]


def is_exam_id(name: str) -> bool:
    """Whether `name` can be the id of an exam, and so the name of a folder on every system."""
    return bool(_EXAM.fullmatch(name)) and not _DEVICES.fullmatch(name) and len(name) <= _LONGEST_NAME


def pack(folder: Path) -> bytes:
    """The package of the bank in `folder`; Trouble (BANK_BROKEN) when it has errors or breaks a limit."""
    from app.content.reader import read

    folder = folder.absolute()
    files = read_files(folder.parent, folder.name)
    reading = read(files)
    if reading.bank is None:
        raise Trouble(TroubleKind.BANK_BROKEN, str(folder), "the bank has errors", reading.problems)
    manifest = {"format": FORMAT, "version": VERSION, "exam": files.folder, "digest": files.digest}
    content = _zipped({MANIFEST: json.dumps(manifest).encode(), **files.contents})
    unpack(content, str(folder))  # what cannot be installed is not handed on
    return content


def _zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
    return buffer.getvalue()


def unpack(content: bytes, origin: str) -> Package:
    """What the package `content` holds, in memory; nothing is written and no bank is parsed.

    `origin` is the file that messages name. Trouble: BANK_BROKEN for what is no sound package or is
    larger than the limits, TOO_NEW for a later version of the format.
    """
    if len(content) > MAX_PACKAGE_BYTES:
        _refuse(origin, f"it has {len(content):,} bytes; a package has at most {MAX_PACKAGE_BYTES:,}")
    try:
        members = _members(content, origin)
    except _UNREADABLE as error:
        _refuse(origin, f"it cannot be unpacked, get it anew from where it came ({error})")
    manifest = _manifest(members.pop(MANIFEST, b""), origin)
    exam = manifest["exam"]
    for name in members:
        if name != REFERENCES_FILE and not name.startswith(f"{exam}/"):
            _refuse(origin, f"{name} does not belong to the bank {exam}")
    contents = {name: members[name] for name in _reading_order(members)}
    if digest_of(contents) != manifest["digest"]:
        _refuse(origin, f"its files are not those that {MANIFEST} was made for; get it anew")
    return Package(exam, manifest["digest"], contents)


def _reading_order(names: dict[str, bytes]) -> list[str]:
    """As the reader finds them: the bank sorted by path, then the shared references."""
    return sorted(names, key=lambda name: (name == REFERENCES_FILE, name))


def _members(content: bytes, origin: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        infos = archive.infolist()
        if len(infos) > MAX_MEMBERS:
            _refuse(origin, f"it has {len(infos):,} files; a package has at most {MAX_MEMBERS:,}")
        members: dict[str, bytes] = {}
        left = MAX_UNPACKED_BYTES
        for info in infos:
            _check_member(info, members, origin)
            with archive.open(info) as member:
                # Bounded by what really comes out: the size in the directory may be a lie.
                members[info.filename] = member.read(min(MAX_BYTES, left) + 1)
            size = len(members[info.filename])
            left -= size
            if size > MAX_BYTES or left < 0:
                _refuse(origin, f"unpacked, {info.filename} or the whole is larger than a bank can be")
    return members


def _check_member(info: zipfile.ZipInfo, known: dict[str, bytes], origin: str) -> None:
    name = info.filename
    shown = f"“{ascii(name[:60])[1:-1]}”"
    if stat.S_IFMT(info.external_attr >> 16) not in {0, stat.S_IFREG}:
        _refuse(origin, f"{shown} is a link or folder; a package holds files alone")
    if name in known:
        _refuse(origin, f"{shown} is there twice")
    if name != MANIFEST and not _may_be_called(name):
        _refuse(origin, f"no file of a bank is called {shown}")


def _may_be_called(name: str) -> bool:
    """Whether a member is `references.yaml`, or a YAML file at most two folders deep with plain names."""
    if len(name) > _LONGEST_NAME:
        return False
    if name == REFERENCES_FILE:
        return True
    exam, _, rest = name.partition("/")
    parts = [exam, *(part.partition(".")[0] for part in rest.split("/"))]
    return bool(_EXAM.fullmatch(exam) and _FILE.fullmatch(rest)) and not any(
        _DEVICES.fullmatch(part) for part in parts
    )


def _manifest(content: bytes, origin: str) -> dict[str, Any]:
    try:
        manifest = json.loads(content)
    except (ValueError, RecursionError):
        manifest = None
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        _refuse(origin, f"it has no {MANIFEST} of a bank package")
    version, exam = manifest.get("version"), manifest.get("exam")
    if type(version) is not int or version < 1:
        _refuse(origin, f"{MANIFEST} names no version of the format")
    if version > VERSION:
        raise Trouble(TroubleKind.TOO_NEW, origin, f"the package has format {version}, known is {VERSION}")
    if not isinstance(exam, str) or not is_exam_id(exam) or not isinstance(manifest.get("digest"), str):
        _refuse(origin, f"{MANIFEST} lacks the exam or the digest")
    return manifest


def _refuse(origin: str, why: str) -> NoReturn:
    raise Trouble(TroubleKind.BANK_BROKEN, origin, f"this is no sound bank package: {why}")
