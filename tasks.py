"""Run, test, lint and measure Rehearsal; needs nothing but Python 3.11 or newer.

The first call makes `.venv` beside this file and installs the project into it; later ones reuse it.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PROOFS_VENV = ROOT / ".venv-proofs"
PACKAGE_VENV = ROOT / ".venv-package"
OLDEST = (3, 11)

Command = Sequence[str | Path]

USAGE = """usage: python3 tasks.py VERB [ARGUMENTS]

  run    start Rehearsal; arguments go to it      python3 tasks.py run --lang ja
                                                  python3 tasks.py run exams --json
  test   check style and types, then run the      python3 tasks.py test
         tests; arguments go to pytest            python3 tasks.py test -k journal
  lint   check style and types alone; arguments   python3 tasks.py lint
         go to ruff check                         python3 tasks.py lint --fix
  proofs run the libraries that the questions     python3 tasks.py proofs
         are about and derive the keys from them; python3 tasks.py proofs -k autolog
         arguments go to pytest
  package  build what people download, for this  python3 tasks.py package
         system, into dist; --check tries it      python3 tasks.py package --check
  bench  measure speed and memory against floors  python3 tasks.py bench --json speed.json
  torture  mistreat the program for hours and see python3 tasks.py torture kill --rounds 100
         that no answer is lost

A -- between verb and arguments is allowed. The exit code is that of what was run, or 2."""

# What a bare Debian or Ubuntu lacks of what Qt loads: to draw into memory, and to open a window under X11.
DRAWING = (
    "libgl1",
    "libegl1",
    "libxkbcommon0",
    "libfontconfig1",
    "libfreetype6",
    "libdbus-1-3",
    "libglib2.0-0",
)
X11 = (
    "libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1",
    "libxcb-randr0", "libxcb-render-util0", "libxcb-shape0", "libxcb-xinerama0", "libxcb-xkb1",
)  # fmt: skip

PROBE = """
import ctypes, pathlib, sys
import PySide6.QtWidgets
plugin = pathlib.Path(PySide6.__file__).parent / "Qt/plugins/platforms" / f"libq{sys.argv[1]}.so"
if plugin.exists():
    ctypes.CDLL(str(plugin))
"""


class CannotStart(Exception):
    """The machine lacks something; the message says what, and what to do."""


def main(arguments: Sequence[str]) -> int:
    """Carry out a verb; answers the exit code."""
    if sys.version_info < OLDEST:
        print("tasks.py: Python 3.11 or newer is needed, this is", sys.version.split()[0], file=sys.stderr)
        return 2
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        print(USAGE)
        return 0 if arguments else 2
    verb, rest = split(arguments)
    work = verbs().get(verb)
    if work is None:
        print(f"tasks.py: there is no verb {verb!r}\n\n{USAGE}", file=sys.stderr)
        return 2
    try:
        return work(rest)
    except CannotStart as reason:
        print(f"tasks.py: {reason}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def verbs() -> Mapping[str, Callable[[Sequence[str]], int]]:
    """What can be done, by name."""
    known = (run, test, lint, proofs, package, bench, torture)
    return {verb.__name__: verb for verb in known}


def split(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """The verb, and the arguments for what it starts, without a `--` that only separates them."""
    verb, *rest = arguments
    return verb, rest[1:] if rest[:1] == ["--"] else rest


def run(arguments: Sequence[str]) -> int:
    """Start the program where the caller stands; a package named app that lies there is not meant."""
    python = prepared("run")
    need_libraries(python, platform_wanted(os.environ))
    return call([python, "-P", "-m", "app", *arguments])


def platform_wanted(environment: Mapping[str, str]) -> str:
    """The Qt platform whose libraries `run` is about to load."""
    named = environment.get("QT_QPA_PLATFORM", "").split(":")[0]
    x11 = environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY")
    return named or ("xcb" if x11 else "offscreen")


def test(arguments: Sequence[str]) -> int:
    """The static checks, then the tests; stops at the first that fails."""
    return lint() or _offscreen(["-m", "pytest", *arguments], ROOT)


def lint(arguments: Sequence[str] = ()) -> int:
    """Style, format and types; stops at the first that fails."""
    python = prepared("dev")
    checks = (["ruff", "check", *arguments], ["ruff", "format", "--check"], ["mypy"])
    for check in checks:
        code = call([python, "-m", *check], cwd=ROOT)
        if code:
            return code
    return 0


def proofs(arguments: Sequence[str]) -> int:
    """Derive keys by running libraries; these are large, so they have an environment of their own."""
    python = prepared("proofs", PROOFS_VENV)
    need_libraries(python, "offscreen")
    need_java()
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return call(
        [python, "-m", "pytest", "tests/proofs", "-m", "proof", *arguments], cwd=ROOT, env=environment
    )


def package(arguments: Sequence[str]) -> int:
    """Build packages; with `--check` install and try them."""
    python = prepared("package", PACKAGE_VENV)
    # What the window's platform loads is packed along: what is missing here would be missing there.
    need_libraries(python, "xcb")
    return call([python, ROOT / "packaging" / "make.py", *arguments], cwd=ROOT)


def need_java() -> None:
    """See that Spark has its Java; as root on Debian install it, otherwise say the command."""
    install = ["apt-get", "install", "-y", "--no-install-recommends", "default-jre-headless"]
    if not shutil.which("java") and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        _aloud(["apt-get", "update", "-qq"], quiet)
        _aloud(install, quiet)
    if not shutil.which("java"):
        cure = f"On Debian and Ubuntu: sudo {' '.join(install)}"
        raise CannotStart(f"Java 17 or newer is missing; Spark needs it.\n{cure}")


def bench(arguments: Sequence[str]) -> int:
    """The measurements."""
    return _offscreen(["-P", "-m", "tests.bench.bench", *arguments], None)


def torture(arguments: Sequence[str]) -> int:
    """The program mistreated, for as long as it takes."""
    return _offscreen(["-P", "-m", "tests.torture.torture", *arguments], None)


def _offscreen(arguments: Sequence[str], cwd: Path | None) -> int:
    python = prepared("dev")
    need_libraries(python, "offscreen")
    return call([python, *arguments], cwd=cwd, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"})


def call(command: Command, *, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> int:
    """Run a command to its end; its exit code, as a shell gives it."""
    sys.stdout.flush()
    code = subprocess.run(list(command), cwd=cwd, env=env, check=False).returncode
    return code if code >= 0 else 128 - code


def prepared(extra: str, venv: Path = VENV) -> Path:
    """The Python of an environment, with the project installed for "run", "dev" or "proofs"."""
    python = venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not _same_python(python):
        _make_venv(venv, python)
    wanted = fingerprint()
    # What is there for the tests is enough to run.
    stamps = [venv / f"installed-{name}" for name in dict.fromkeys((extra, "dev"))]
    if not any(stamp.exists() and stamp.read_text(encoding="ascii") == wanted for stamp in stamps):
        target = str(ROOT) if extra == "run" else f"{ROOT}[{extra}]"
        if _aloud([python, "-m", "pip", "install", "--disable-pip-version-check", "--editable", target]):
            raise CannotStart("the installation failed, see above. A network connection is needed once.")
        # Written last: an installation that was interrupted is done again.
        stamps[0].write_text(wanted, encoding="ascii")
    return python


def fingerprint() -> str:
    """Changes with what is required, with the Python, and when the folder was moved."""
    parts = (sys.version.encode(), str(ROOT).encode(), (ROOT / "pyproject.toml").read_bytes())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _same_python(python: Path) -> bool:
    """Whether the environment works and is one of this Python."""
    ask: Command = [python, "-c", "import pip, sys; print(sys.version)"]
    try:
        answer = subprocess.run(ask, capture_output=True, text=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0 and answer.stdout.strip() == sys.version


def _make_venv(venv: Path, python: Path) -> None:
    """A new environment; where the system keeps ensurepip apart, the pip that is there fills it."""
    print(f"tasks.py: making {venv.name}; this takes a few minutes, once.", file=sys.stderr)
    with_pip = importlib.util.find_spec("ensurepip") is not None
    if not with_pip and importlib.util.find_spec("pip") is None:
        raise CannotStart(
            "Python's ensurepip and pip are missing. On Debian and Ubuntu: apt install python3-venv"
        )
    bare = [] if with_pip else ["--without-pip"]
    if _aloud([sys.executable, "-m", "venv", "--clear", venv, *bare]):
        raise CannotStart("the environment could not be made. On Debian and Ubuntu: apt install python3-venv")
    if not with_pip and _aloud([sys.executable, "-m", "pip", "--python", python, "install", "pip"]):
        raise CannotStart("pip could not be installed. On Debian and Ubuntu: apt install python3-venv")


def need_libraries(python: Path, platform: str) -> None:
    """See that Qt can be loaded; as root on Debian install what it lacks, otherwise say the command."""
    if not sys.platform.startswith("linux"):
        return
    complaint = _probe(python, platform)
    if not complaint:
        return
    packages = DRAWING + (X11 if platform == "xcb" else ())
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        _aloud(["apt-get", "update", "-qq"], quiet)
        _aloud(install, quiet)
        complaint = _probe(python, platform)
    if complaint:
        cure = f"On Debian and Ubuntu: sudo {' '.join(install)}"
        raise CannotStart(f"a system library that Qt needs is missing.\n{complaint}\n{cure}")


def _probe(python: Path, platform: str) -> str:
    """What the loader says when Qt cannot be loaded; empty when it can."""
    answer = subprocess.run([python, "-c", PROBE, platform], capture_output=True, text=True, check=False)
    if answer.returncode == 0:
        return ""
    return (answer.stderr.strip().splitlines() or ["Qt cannot be loaded."])[-1]


def _aloud(command: Command, env: Mapping[str, str] | None = None) -> int:
    """Run a preparing command; its words go to standard error, so that results stay alone on the other."""
    return subprocess.run(list(command), stdout=sys.stderr, env=env, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
