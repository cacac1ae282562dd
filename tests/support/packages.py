"""Packed banks of the tests' own, made from the sample."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

from app.content.package import pack
from app.system.resources import banks

EXAM = "mine"
TITLE = "Mine own exam"


def write_package(folder: Path, name: str = "mine", *, title: str = TITLE) -> Path:
    """The sample exam under another id and title, packed into `folder`."""
    source = folder / f"source of {name}" / EXAM
    shutil.copytree(banks() / "sample", source)
    for path in source.rglob("*.yaml"):
        words = path.read_text(encoding="utf-8")
        words = words.replace("exam: sample", f"exam: {EXAM}").replace("sample-", f"{EXAM}-")
        path.write_text(words.replace("title: Sample exam", f"title: {title}"), encoding="utf-8")
    shutil.copy(banks() / "references.yaml", source.parent)
    package = folder / f"{name}.rehearsalbank"
    package.write_bytes(pack(source))
    return package


def rewrite_member(package: Path, name: str, content: bytes) -> None:
    """Put another content into a package, whatever its manifest says."""
    with zipfile.ZipFile(package) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    with zipfile.ZipFile(package, "w") as archive:
        for member, old in members.items():
            archive.writestr(member, content if member == name else old)
