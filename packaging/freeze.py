"""What goes into the frozen program: data lists, modules that are imported by name, and what is left out."""

from __future__ import annotations

import fnmatch
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import TypeVar

import closure
import product

HERE = Path(__file__).resolve().parent
TRIM = HERE / "trim.txt"
OUT = product.ROOT / "build" / "package"
STRIP = sys.platform.startswith("linux")
"""Symbols are a quarter of the Linux folder; on macOS stripping would break signatures."""

EXCLUDES = [
    "tkinter", "unittest", "pydoc", "doctest", "pdb", "lib2to3", "ensurepip", "distutils", "setuptools",
    "pip", "numpy", "pandas", "matplotlib", "IPython", "pytest", "hypothesis", "mypy", "_pytest",
    "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick",
]  # fmt: skip

Entry = TypeVar("Entry", bound="tuple[str, ...]")


def datas() -> list[tuple[str, str]]:
    """(file, folder in the program) of everything that is read as a file, computed from the tree."""
    root = product.ROOT
    found = [
        (path, path.parent.relative_to(root)) for name in product.DATA_FOLDERS for path in _files(root / name)
    ]
    migrations = root / "app" / "storage" / "migrations"
    found += [(path, path.parent.relative_to(root)) for path in _files(migrations)]
    found.append((root / "LICENSE", Path()))
    return [(str(path), str(folder)) for path, folder in found]


def _files(folder: Path) -> Iterable[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts and path.suffix not in {".pyc", ".ts"}:
            yield path


def banks_read() -> list[tuple[str, str]]:
    """(file, folder in the program) of the banks as they are once read: the first start need not do it."""
    sys.path.insert(0, str(product.ROOT))
    from app.content.source import YamlBanks

    folder = OUT / "banks-read"
    shutil.rmtree(folder, ignore_errors=True)
    YamlBanks(product.ROOT / "banks", folder, include_sample=True).summaries()
    return [(str(path), "banks/_read") for path in sorted(folder.glob("*.bank"))]


def hidden_imports() -> list[str]:
    """Our own modules that are imported by name: the verbs; and what libraries import by name."""
    app = product.ROOT / "app"
    ours = [
        ".".join(path.relative_to(product.ROOT).with_suffix("").parts)
        for path in _files(app)
        if path.suffix == ".py" and path.name != "__init__.py" and "migrations" not in path.parts
    ]
    return [*ours, "sqlalchemy.dialects.sqlite", "reportlab.graphics.barcode", "logging.config"]


def patterns() -> list[str]:
    """The lines of the trim list without comments."""
    lines = (line.split("#")[0].strip() for line in TRIM.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


def kept(entries: Iterable[Entry]) -> list[Entry]:
    """The entries (name in the program, source, kind) that no pattern matches, without orphans.

    An orphan is a library that no other binary that stays needs. A link goes with what it points to.
    """
    wanted = patterns()
    stay = [entry for entry in entries if not trimmed(entry[0], wanted)]
    ask = closure.needs()
    if ask is None:
        return stay
    libraries = {_base(entry[0]): Path(entry[1]) for entry in stay if _is_library(entry)}
    roots = [
        Path(entry[1]) for entry in stay if entry[2] in {"BINARY", "EXTENSION"} and not _is_library(entry)
    ]
    used = closure.reachable(roots, libraries, ask)
    return [entry for entry in stay if _base(entry[0]) in used or not _is_library(entry)]


def _base(name: str) -> str:
    base = PurePath(name.replace("\\", "/")).name
    return base.lower() if sys.platform == "win32" else base


def _is_library(entry: tuple[str, ...]) -> bool:
    """Whether an entry is there only because another needs it; plugins and modules are loaded by name."""
    name, _, kind = entry
    if kind not in {"BINARY", "SYMLINK"} or "plugins" in PurePath(name.replace("\\", "/")).parts:
        return False
    base = _base(name)
    by_name = base.startswith(("libpython", "python3")) or (".abi3." in base and base.startswith("Qt"))
    library = base.endswith(".dll") if sys.platform == "win32" else base.startswith("lib") and ".so" in base
    return library and not by_name


def trimmed(name: str, wanted: Iterable[str]) -> bool:
    """Whether a pattern matches a file's place in the program, whatever the case and the slashes."""
    place = PurePath(name).as_posix().replace("\\", "/").lower()
    return any(fnmatch.fnmatchcase(place, pattern.lower()) for pattern in wanted)


def icon() -> str | None:
    """The icon file for this system's executable."""
    suffix = {"win32": ".ico", "darwin": ".icns"}.get(sys.platform)
    return str(OUT / "icons" / f"rehearsal{suffix}") if suffix else None


def windows_version(name: str) -> str | None:
    """The file with the version resource, which only Windows knows."""
    if sys.platform != "win32":
        return None
    import windows

    file = OUT / f"{name}.version.txt"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(windows.version_resource(name), encoding="utf-8")
    return str(file)


def signer() -> str | None:
    """Who signs the binaries on macOS."""
    if sys.platform != "darwin":
        return None
    import macos

    return macos.identity()


def entitlements() -> str | None:
    """The file with what the signed program may do on macOS."""
    if sys.platform != "darwin":
        return None
    import macos

    return macos.entitlements()
