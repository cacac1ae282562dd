"""A Python for Windows laid out without Windows, and what Wine lacks of Windows 10: for the proof alone."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import product

CARRIER = "panda3d==1.10.16"
"""Its wheel for Windows holds CPython 3.11 as its makers built it."""
PYTHON = "3.11"
TARGET = (
    "--platform", "win_amd64", "--python-version", PYTHON, "--implementation", "cp",
    "--abi", "cp311", "--abi", "abi3", "--abi", "none", "--only-binary=:all:",
)  # fmt: skip
MINGW = "x86_64-w64-mingw32-gcc"

START = """
#include <wchar.h>
__declspec(dllimport) int Py_Main(int, wchar_t **);
int wmain(int argc, wchar_t **argv) { return Py_Main(argc, argv); }
"""


class Faulty(SystemExit):
    """The proof failed; the message says where."""


def windows_python(work: Path) -> Path:
    """Lay out a Python for Windows with what the product and PyInstaller need; answers its folder."""
    folder = work / "python"
    if (folder / "done").exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    _carried(work, folder)
    _standard_library(folder)
    compile_c(START, folder / "python.exe", "-municode", str(folder / "python311.dll"))
    forward(folder / "python311.dll", folder / "python3.dll")
    packages = folder / "Lib/site-packages"
    wanted = ["pyinstaller==6.22.3", "pefile", "pywin32-ctypes", "colorama", "tzdata", *_requirements()]
    _pip("install", "--target", str(packages), *TARGET, *wanted)
    for newer in packages.glob("PySide6/*140*.dll"):
        shutil.copy(newer, folder / newer.name)
    (folder / "done").touch()
    return folder


def _carried(work: Path, folder: Path) -> None:
    _pip("download", "--no-deps", "--dest", str(work), *TARGET, CARRIER)
    (wheel,) = work.glob("panda3d-*.whl")
    (folder / "DLLs").mkdir(parents=True)
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            path = Path(name)
            if path.parent.name == "deploy_libs" and path.suffix in {".dll", ".pyd"}:
                own = path.suffix == ".pyd" or path.name.startswith(("lib", "sqlite", "tcl", "tk"))
                if not path.name.startswith("api-ms-"):
                    target = folder / ("DLLs" if own else "") / path.name
                    target.write_bytes(archive.read(name))


def _standard_library(folder: Path) -> None:
    """The modules in Python are the same on every system; this Python's are taken."""
    if sys.version_info[:2] != (3, 11):
        raise Faulty("proof.py has to run under Python 3.11, whose standard library it takes along")
    import sysconfig

    shutil.copytree(
        sysconfig.get_path("stdlib"),
        folder / "Lib",
        ignore=shutil.ignore_patterns("__pycache__", "site-packages", "lib-dynload", "test", "tests", "*.so"),
    )
    (folder / "Lib/site-packages").mkdir()


def _requirements() -> list[str]:
    import tomllib

    data = tomllib.loads((product.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [str(word) for word in data["project"]["dependencies"]]


def _pip(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--disable-pip-version-check", "-q", *words], check=True)


def compile_c(source: str, target: Path, *more: str) -> None:
    """Compile a few lines of C for Windows."""
    file = target.with_suffix(".c")
    file.write_text(source, encoding="ascii")
    subprocess.run([MINGW, "-O1", "-s", str(file), "-o", str(target), *more], check=True)
    file.unlink()


def forward(of: Path, target: Path) -> None:
    """Make a library that hands every export on to another one: python3.dll is that of python311.dll."""
    import pefile

    with pefile.PE(str(of), fast_load=True) as image:
        image.parse_data_directories(directories=[pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_EXPORT"]])
        names = [each.name.decode() for each in image.DIRECTORY_ENTRY_EXPORT.symbols if each.name]
    definition = target.with_suffix(".def")
    lines = "".join(f"  {name} = {of.stem}.{name}\n" for name in names)
    definition.write_text(f"LIBRARY {target.name}\nEXPORTS\n{lines}", encoding="ascii")
    compile_c("int unused;\n", target, "-shared", "-nostdlib", "-Wl,--entry=0", str(definition))
    definition.unlink()


def make_stubs(work: Path, python: Path) -> Path:
    """What Qt imports of Windows 10 and Wine 8 lacks: functions that fail as without converters."""
    folder = work / "stubs"
    folder.mkdir(exist_ok=True)
    names = _imports_from(python / "Lib/site-packages/PySide6/Qt6Core.dll", "icuuc.dll")
    functions = "\n".join(
        f"__declspec(dllexport) void *{name}(void *a, int *error) {{ if (error) *error = 16; return 0; }}"
        if name == "ucnv_open"
        else f"__declspec(dllexport) void *{name}(void) {{ return 0; }}"
        for name in sorted(names)
    )
    compile_c(functions or "int unused;", folder / "icuuc.dll", "-shared")
    return folder


def _imports_from(library: Path, other: str) -> set[str]:
    import pefile

    with pefile.PE(str(library), fast_load=True) as image:
        image.parse_data_directories(directories=[pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"]])
        return {
            each.name.decode()
            for entry in image.DIRECTORY_ENTRY_IMPORT
            if entry.dll.decode().lower() == other
            for each in entry.imports
            if each.name
        }
