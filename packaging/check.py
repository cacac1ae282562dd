"""Install what was built, into a place that its user cannot write to, and try the installed program.

It is started from a path with a space and Japanese letters, with a throw-away home, and may print what it
is meant to print and nothing else, and write below that home and nowhere else.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import closure
import product

NOBODY = 65534
IN_ORDER = "self-check: paper, exam, database, pages and PDF are in order"
PLACE = "試し install"


@dataclass(frozen=True)
class Installed:
    """A program as it was installed: what to start, and the folder that may not change."""

    name: str
    program: Path
    folder: Path


Install = Callable[[Path], contextlib.AbstractContextManager[Installed]]


def run(out: Path) -> int:
    """Try every package in `out` that this system can install; 1 when one of them is not in order."""
    found = (
        [f"{out}: nothing was built; run “tasks.py package” first"] if not out.is_dir() else wrong_sums(out)
    )
    tried = 0
    with tempfile.TemporaryDirectory(prefix="rehearsal-check-", ignore_cleanup_errors=True) as name:
        for number, install in enumerate(installers(out)):
            room = Path(name).resolve() / str(number)
            with install(room / PLACE) as installed:
                tried += 1
                faults = trial(installed, room)
                print(f"{installed.name}: {'in order' if not faults else 'NOT in order'}")
                found += [f"{installed.name}: {fault}" for fault in faults]
    if not tried and not found:
        found.append(f"{out} holds no package that can be installed here")
    for fault in found:
        print(f"package --check: {fault}", file=sys.stderr)
    return 1 if found else 0


def wrong_sums(out: Path) -> list[str]:
    """Files whose sum is not the one in SHA256SUMS."""
    sums = out / "SHA256SUMS"
    if not sums.is_file():
        return [f"{sums} is missing; run “tasks.py package” again"]
    faults = []
    for line in sums.read_text(encoding="ascii").splitlines():
        told, name = line.split("  ", 1)
        file = out / name
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != told:
            faults.append(f"{file} is missing or not the file that was built")
    return faults


def installers(out: Path) -> list[Install]:
    """How to install each package of this system, given a place."""
    if sys.platform == "win32":
        return [partial(setup_run, setup) for setup in sorted(out.glob("*-setup.exe"))]
    if sys.platform == "darwin":
        return [partial(image_mounted, image) for image in sorted(out.glob("*.dmg"))]
    debs = [
        partial(deb_unpacked, package) for package in sorted(out.glob("*.deb")) if shutil.which("dpkg-deb")
    ]
    return [*(partial(tar_unpacked, archive) for archive in sorted(out.glob("*.tar.gz"))), *debs]


# Trying ---------------------------------------------------------------------------------------


def trial(installed: Installed, room: Path) -> list[str]:
    """What is wrong with an installed program."""
    home = room / "家 home"
    home.mkdir(parents=True)
    if hasattr(os, "chown") and os.geteuid() == 0:
        os.chown(home, NOBODY, NOBODY)
    before = listing(installed.folder)
    faults = [
        *expect(installed, home, ["--version"], f"{product.COMMAND} {product.version()}"),
        *expect(installed, home, ["--self-check", "--lang", "en"], IN_ORDER),
        *expect(installed, home, ["--self-check", "--lang", "ja"], IN_ORDER),
        *expect(installed, home, ["--data-dir", str(home / "data"), "--quit-after-start"], ""),
    ]
    if listing(installed.folder) != before:
        faults.append("files in the program's own folder have changed")
    if not (home / "data").is_dir():
        faults.append("the data folder was not made where --data-dir says")
    if sys.platform != "darwin":  # whose libraries are named by place
        missing = closure.unresolved(installed.folder, windows=sys.platform == "win32")
        faults += [f"{name} is missing; {users[0]} needs it" for name, users in missing.items()]
    return faults


def listing(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and time of every file."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in files}


def expect(installed: Installed, home: Path, arguments: Sequence[str], wanted: str) -> list[str]:
    """Start the program as somebody without rights; what it did otherwise than expected."""
    kept = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LOCALAPPDATA", "APPDATA", "USERPROFILE", "WINEPREFIX")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    environment |= {
        "HOME": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "C.UTF-8",
        "TMPDIR": str(home),
    }
    command = [*without_rights(), str(installed.program), *arguments]
    done = subprocess.run(
        command,
        cwd=home,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    said = (done.stdout + done.stderr).strip()
    words = " ".join(arguments)
    if done.returncode:
        return [f"{words} ended with {done.returncode}: {said[-500:]}"]
    return [f"{words} said {said[-500:]!r} instead of {wanted!r}"] if said != wanted else []


def without_rights() -> list[str]:
    """In front of a command: run it as nobody, where this process is root."""
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("setpriv"):
        return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    return []


# Installing -----------------------------------------------------------------------------------


@contextlib.contextmanager
def tar_unpacked(archive: Path, place: Path) -> Iterator[Installed]:
    """A .tar.gz unpacked."""
    place.mkdir(parents=True)
    subprocess.run(["tar", "-xzf", str(archive), "-C", str(place)], check=True)
    (folder,) = place.iterdir()
    with open_to_all(place):
        yield Installed(archive.name, folder / product.NAME, folder)


@contextlib.contextmanager
def deb_unpacked(package: Path, place: Path) -> Iterator[Installed]:
    """A .deb laid out below a folder, as dpkg lays it out below /."""
    place.mkdir(parents=True)
    subprocess.run(["dpkg-deb", "-x", str(package), str(place)], check=True)
    with open_to_all(place):
        yield Installed(package.name, place / "usr/bin" / product.COMMAND, place / "usr/lib/rehearsal")


@contextlib.contextmanager
def open_to_all(place: Path) -> Iterator[None]:
    """Let others read what is below a folder that only its owner may enter, and let nobody write."""
    for folder in (place, *place.parents):
        if folder.stat().st_uid == os.getuid() and folder != Path(folder.anchor):
            folder.chmod(folder.stat().st_mode | 0o755)
        if folder.parent == Path(tempfile.gettempdir()).resolve():
            break
    yield


@contextlib.contextmanager
def setup_run(setup: Path, place: Path) -> Iterator[Installed]:
    """A Windows installer run silently, and its uninstaller afterwards."""
    subprocess.run(unquoted(setup, "/S", f"/D={place}"), check=True, timeout=300)
    try:
        yield Installed(setup.name, place / f"{product.COMMAND}-cli.exe", place)
    finally:
        subprocess.run(unquoted(place / "uninstall.exe", "/S", f"_?={place}"), check=False, timeout=300)


def unquoted(program: Path, *words: str) -> str:
    """A command line as NSIS reads it: the folder stands last and without quotes, spaces and all."""
    return f'"{program}" {" ".join(words)}'


@contextlib.contextmanager
def image_mounted(image: Path, place: Path) -> Iterator[Installed]:
    """The .app copied from a .dmg."""
    volume = place.parent / "volume"
    subprocess.run(
        ["hdiutil", "attach", "-nobrowse", "-readonly", "-mountpoint", str(volume), str(image)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    try:
        place.mkdir(parents=True)
        app = place / f"{product.NAME}.app"
        subprocess.run(["ditto", str(volume / app.name), str(app)], check=True)
    finally:
        subprocess.run(["hdiutil", "detach", str(volume)], check=False, stdout=subprocess.DEVNULL)
    yield Installed(image.name, app / "Contents/MacOS" / product.NAME, app)
