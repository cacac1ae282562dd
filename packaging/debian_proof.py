"""Prove the .deb on a clean system: install it, use it as an ordinary user, remove it, see what stays.

    python3 packaging/debian_proof.py DEB WORK [--suite bookworm]      as root; see docs/packaging.md

A fresh Debian or Ubuntu is laid into WORK by debootstrap. The program runs in it without network and without
rights; the X server for its window runs outside, so that nothing but the package and what it depends on is
installed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import product

MIRRORS = {
    "bookworm": "http://deb.debian.org/debian",
    "trixie": "http://deb.debian.org/debian",
    "jammy": "http://archive.ubuntu.com/ubuntu",
    "noble": "http://archive.ubuntu.com/ubuntu",
    "resolute": "http://archive.ubuntu.com/ubuntu",
}
USER = 1000
HOME = "/home/candidate"
IN_ORDER = "self-check: paper, exam, database, pages and PDF are in order"
PASSING = ("proc", "sys", "dev", "tmp", "run", "home", "var/cache", "var/log", "var/lib/apt", "var/lib/dpkg")
"""Folders that change with every installation of anything."""


class Faulty(SystemExit):
    """The proof failed; the message says where."""


def main(arguments: Sequence[str]) -> int:
    """Carry the proof through; prints what was seen."""
    parser = argparse.ArgumentParser(prog="debian_proof.py", description="Prove the .deb on a clean system.")
    parser.add_argument("deb", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--suite", choices=sorted(MIRRORS), default="bookworm")
    options = parser.parse_args(arguments)
    if os.geteuid() != 0:
        raise Faulty("debian_proof.py needs root, for debootstrap and chroot")
    work = options.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    system = System(work / options.suite, options.suite)
    system.lay()
    with system.mounted():
        for line in live(system, options.deb.resolve(), work / f"window-{options.suite}.png"):
            print(line, flush=True)
    return 0


class System:
    """A fresh system in a folder."""

    def __init__(self, root: Path, suite: str) -> None:
        self.root = root
        self.suite = suite

    def lay(self) -> None:
        """Make it anew."""
        shutil.rmtree(self.root, ignore_errors=True)
        mirror = MIRRORS[self.suite]
        components = "--components=main,universe" if "ubuntu" in mirror else "--components=main"
        words = ["--variant=minbase", components, f"--keyring={keyring(mirror)}", self.suite]
        command = ["debootstrap", *words, str(self.root), mirror, str(recipe(self.suite, mirror))]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        for file in (Path("/etc/resolv.conf"), *Path("/etc/apt/apt.conf.d").iterdir()):
            _as_outside(file, self.root / file.relative_to("/"))
        # Nothing is a service here, and a service's start would fail.
        policy = self.root / "usr/sbin/policy-rc.d"
        policy.write_text("#!/bin/sh\nexit 101\n", encoding="ascii")
        policy.chmod(0o755)
        self.run("useradd", "--create-home", "--home-dir", HOME, "--uid", str(USER), "candidate")

    @contextmanager
    def mounted(self) -> Iterator[None]:
        """What programs expect of a running system; of the X server outside, its socket."""
        binds = {"/proc": "proc", "/dev": "dev", "/tmp/.X11-unix": "tmp/.X11-unix"}
        Path("/tmp/.X11-unix").mkdir(mode=0o1777, exist_ok=True)
        done = []
        try:
            for source, name in binds.items():
                target = self.root / name
                target.mkdir(parents=True, exist_ok=True)
                subprocess.run(["mount", "--bind", source, str(target)], check=True)
                done.append(target)
            yield
        finally:
            for target in reversed(done):
                subprocess.run(["umount", str(target)], check=False)

    def run(self, *words: str) -> str:
        """Run something as root; what it said. Faulty when it failed."""
        plain = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}
        return _said(["chroot", str(self.root), *words], os.environ | plain)

    def as_user(self, *words: str, **more: str) -> list[str]:
        """The command that runs something as an ordinary user without network."""
        surroundings = {"HOME": HOME, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", **more}
        settings = [f"{name}={value}" for name, value in surroundings.items()]
        inside = ["chroot", f"--userspec={USER}:{USER}", str(self.root), "env", "-i", *settings, *words]
        return ["unshare", "--net", *inside]

    def files(self) -> set[str]:
        """Every file that does not change by itself."""
        found = set()
        for folder, folders, names in os.walk(self.root):
            inside = os.path.relpath(folder, self.root)
            folders[:] = [name for name in folders if os.path.normpath(f"{inside}/{name}") not in PASSING]
            found |= {os.path.normpath(f"{inside}/{name}") for name in names}
        return found

    def packages(self) -> set[str]:
        """What is installed."""
        return set(self.run("dpkg-query", "-f", "${Package}\n", "-W").split())


def keyring(mirror: str) -> Path:
    """Who has to have signed what the mirror gives out."""
    vendor = "ubuntu" if "ubuntu" in mirror else "debian"
    found = Path(f"/usr/share/keyrings/{vendor}-archive-keyring.gpg")
    _see(found.is_file(), f"{found} is missing; apt-get install {vendor}-keyring debian-archive-keyring")
    return found


def recipe(suite: str, mirror: str) -> Path:
    """How debootstrap lays a suite; one that is newer than it is laid as those before it were."""
    folder = Path("/usr/share/debootstrap/scripts")
    own = folder / suite
    return own if own.exists() else folder / ("gutsy" if "ubuntu" in mirror else "sid")


def live(system: System, deb: Path, picture: Path) -> Iterator[str]:
    """The life of the package on a system; a line for each thing seen."""
    system.run("apt-get", "update", "-qq")
    before, had = system.files(), system.packages()
    shutil.copy(deb, system.root / "tmp" / deb.name)
    started = time.monotonic()
    install = ("apt-get", "install", "-qq", "-y", "--no-install-recommends", f"/tmp/{deb.name}")
    system.run(*install)
    brought = sorted(system.packages() - had - {product.COMMAND})
    taken = time.monotonic() - started
    yield f"{_name(system)}: installed in {taken:.0f} s, with {len(brought)} packages it depends on"
    for words, wanted in (
        (("--version",), f"{product.COMMAND} {product.version()}"),
        (("--self-check", "--lang", "en"), IN_ORDER),
        (("--self-check", "--lang", "ja"), IN_ORDER),
    ):
        yield _checked(system, words, wanted)
    yield _window(system, picture)
    place = f"{HOME}/.local/share/Rehearsal"
    demo = ("demo", "--exam", "sample", "--data-dir", place, "--out", f"{HOME}/demo")
    _said(system.as_user(product.COMMAND, *demo, QT_QPA_PLATFORM="offscreen"), os.environ)
    data = system.root / place[1:] / "rehearsal.sqlite3"
    _see(data.is_file(), f"the exam that was sat left no {data}")
    kept = data.read_bytes()
    for verb in ("remove", "purge"):
        system.run(*install)
        system.run("apt-get", verb, "-qq", "-y", product.COMMAND)
        _see(not (system.root / "usr/lib/rehearsal").exists(), f"{verb} left /usr/lib/rehearsal")
    _see(data.read_bytes() == kept, "removing the package touched the user's data")
    system.run("apt-get", "autoremove", "-qq", "-y", "--purge")
    left = sorted(system.files() - before)
    _see(not left, f"files stayed: {left[:20]}")
    yield "removed and purged; the user's data stayed, and not a file beside it"


def _checked(system: System, words: Sequence[str], wanted: str) -> str:
    started = time.monotonic()
    said = _said(system.as_user(product.COMMAND, *words, QT_QPA_PLATFORM="offscreen"), os.environ)
    _see(said == wanted, f"{' '.join(words)} said {said!r} instead of {wanted!r}")
    return f"{' '.join(words)}: {said} ({time.monotonic() - started:.1f} s)"


def _window(system: System, picture: Path) -> str:
    """Open the window in Japanese, take its picture, close it."""
    with _screen() as display:
        program = subprocess.Popen(
            system.as_user(product.COMMAND, "--lang", "ja", DISPLAY=display),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        outside = os.environ | {"DISPLAY": display}
        search = ["xdotool", "search", "--onlyvisible", "--name", f"^{product.NAME}$"]
        end = time.monotonic() + 60
        while not (ids := _tried(search, outside)) and program.poll() is None and time.monotonic() < end:
            time.sleep(0.2)
        if not ids:
            program.kill()
            raise Faulty(f"the window did not open: {program.communicate()[0]}")
        time.sleep(3)
        subprocess.run(["import", "-window", "root", str(picture)], env=outside, check=True)
        program.terminate()
        said = program.communicate(timeout=30)[0].strip()
        _see(not said, f"the window said {said!r}")
    return f"the window opened: {picture}"


@contextmanager
def _screen() -> Iterator[str]:
    """An X server of the proof's own; its name. It speaks through a socket that is bound into the system."""
    reading, writing = os.pipe()
    words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen([*words, "-noreset", "-ac"], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)


def _as_outside(source: Path, target: Path) -> None:
    """Packages are fetched as they are out here; apt's other settings stay those of a clean system."""
    if source.is_file() and (source.name == "resolv.conf" or b"Acquire::http" in source.read_bytes()):
        target.unlink(missing_ok=True)
        shutil.copy(source, target)


def _name(system: System) -> str:
    lines = (system.root / "etc/os-release").read_text(encoding="utf-8").splitlines()
    return next(line.split('"')[1] for line in lines if line.startswith("PRETTY_NAME"))


def _tried(command: Sequence[str], environment: Mapping[str, str]) -> str:
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def _said(command: Sequence[str], environment: Mapping[str, str]) -> str:
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=900)
    said = (done.stdout + done.stderr).strip()
    if done.returncode:
        raise Faulty(f"{' '.join(command)} ended with {done.returncode}:\n{said[-3000:]}")
    return said


def _see(right: bool, fault: str) -> None:
    if not right:
        raise Faulty(fault)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
