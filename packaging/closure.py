"""Which libraries the binaries of a program need: to drop what nothing needs, and find what is missing."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePath

Needs = Callable[[Path], "frozenset[str]"]

# What every desktop has and what must be the system's own: the C library, OpenGL, the X server's side.
OF_LINUX = re.compile(
    r"(ld-linux.*|lib(c|m|dl|pthread|rt|util|resolv|crypt|anl|nsl)|libGL|libEGL|libGLX|libOpenGL|libxcb|libdrm|libgbm"
    r"|libwayland-(client|cursor|egl))\.so\.\d+"
)
OF_WINDOWS = re.compile(r"(api-ms-win-.*|ext-ms-.*|[a-z0-9_]+)\.(dll|drv)", re.IGNORECASE)


def needs_of_elf(path: Path) -> frozenset[str]:
    """The names of the libraries that a Linux binary asks the loader for."""
    told = subprocess.run(["objdump", "-p", str(path)], capture_output=True, text=True, check=False).stdout
    return frozenset(re.findall(r"^\s+NEEDED\s+(\S+)$", told, re.MULTILINE))


def c_library(folder: Path) -> str:
    """The oldest version of the GNU C library that has every function the binaries of a folder call."""
    found = {(2, 17)}
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink() and _is_binary(path):
            told = subprocess.run(["objdump", "-T", str(path)], capture_output=True, text=True, check=False)
            found |= {(int(a), int(b)) for a, b in re.findall(r"GLIBC_(\d+)\.(\d+)", told.stdout)}
    return ".".join(map(str, max(found)))


def needs_of_pe(path: Path) -> frozenset[str]:
    """The names of the libraries that a Windows binary imports, in small letters."""
    import pefile

    with pefile.PE(str(path), fast_load=True) as image:
        image.parse_data_directories(
            directories=[
                pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"],
                pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT"],
            ]
        )
        tables = [getattr(image, f"DIRECTORY_ENTRY_{kind}", []) for kind in ("IMPORT", "DELAY_IMPORT")]
        return frozenset(entry.dll.decode().lower() for table in tables for entry in table)


def needs() -> Needs | None:
    """How to ask a binary of this system; None on macOS, whose libraries are named by place."""
    if sys.platform.startswith("linux"):
        return needs_of_elf
    return needs_of_pe if sys.platform == "win32" else None


def reachable(roots: Iterable[Path], libraries: Mapping[str, Path], ask: Needs) -> frozenset[str]:
    """The names of the libraries that the roots need, directly or through others."""
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        for name in ask(waiting.pop()):
            if name in libraries and name not in found:
                found.add(name)
                waiting.append(libraries[name])
    return frozenset(found)


def unresolved(folder: Path, *, windows: bool = False) -> dict[str, list[str]]:
    """By library that is neither in a program's folder nor the system's: who in the folder needs it."""
    ask = needs_of_pe if windows else needs_of_elf
    binaries = [path for path in folder.rglob("*") if path.is_file() and _is_binary(path)]
    there = {path.name.lower() if windows else path.name for path in binaries}
    missing: dict[str, list[str]] = {}
    for path in binaries:
        for name in ask(path):
            if name not in there and not _of_the_system(name, windows):
                missing.setdefault(name, []).append(PurePath(path.relative_to(folder)).as_posix())
    return missing


def _of_the_system(name: str, windows: bool) -> bool:
    if not windows:
        return OF_LINUX.fullmatch(name) is not None
    # Qt, Python and the compiler's libraries have to be brought along; whatever else there is, is Windows'.
    brought = name.startswith(
        ("qt6", "python", "pyside6", "shiboken6", "vcruntime", "msvcp", "lib", "sqlite3")
    )
    return not brought and OF_WINDOWS.fullmatch(name) is not None


def _is_binary(path: Path) -> bool:
    with path.open("rb") as file:
        start = file.read(4)
    return start[:4] == b"\x7fELF" or start[:2] == b"MZ"
