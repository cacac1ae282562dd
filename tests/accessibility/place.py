"""Where program and screen reader meet: an X server of its own, a D-Bus session, nothing of the user's."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
"""The one that has the bindings of AT-SPI."""
PACKAGES = "xvfb at-spi2-core gir1.2-atspi-2.0 python3-gi dbus-daemon libxcb-cursor0 libxkbcommon-x11-0"
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
PLATFORM = (
    "import ctypes, pathlib, PySide6.QtWidgets; "
    "ctypes.CDLL(str(pathlib.Path(PySide6.__file__).parent / 'Qt/plugins/platforms/libqxcb.so'))"
)


def missing() -> str:
    """What this machine lacks for a screen reader; empty when it has everything."""
    if not sys.platform.startswith("linux"):
        return "AT-SPI is Linux's"
    lacking = [tool for tool in ("Xvfb", "dbus-run-session") if shutil.which(tool) is None]
    if lacking:
        return f"{lacking[0]} is missing"
    for python, code in ((SYSTEM_PYTHON, BINDINGS), (sys.executable, PLATFORM)):
        done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
        if done.returncode:
            return (done.stderr.strip().splitlines() or ["something is missing"])[-1]
    return ""


@contextmanager
def x_server() -> Iterator[str]:
    """The number of an X server that ends with this."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    # Without -noreset the server starts anew, and may end, when its first client leaves.
    server = subprocess.Popen([*command, "-noreset"], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as line:
            yield f":{line.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)


def read_out(
    module: str, words: Sequence[str], display: str, folder: Path, patience: float
) -> subprocess.CompletedProcess[str]:
    """Run a module of the reader with words and the program's command behind it; the data go into `folder`.

    Raises:
        subprocess.TimeoutExpired: it took longer than `patience`, in seconds.
    """
    surroundings = {
        "PATH": os.environ["PATH"],
        "DISPLAY": display,
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "NO_AT_BRIDGE": "0",
    }
    program = [sys.executable, "-m", "app", "--data-dir", str(folder / "data"), "--lang", "en"]
    command = ["dbus-run-session", "--", SYSTEM_PYTHON, "-m", module, *words, *program, "--seed", "7"]
    return subprocess.run(
        command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False, timeout=patience
    )


def told(done: subprocess.CompletedProcess[str]) -> dict[str, Any] | None:
    """The JSON object that a module of the reader has printed last; None when it printed none."""
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    return dict(json.loads(lines[-1])) if lines else None


def crash_log(folder: Path) -> str:
    """What the program said of its own end; empty when it said nothing."""
    log = folder / "data" / "logs" / "crash.log"
    return log.read_text("utf-8") if log.exists() else ""
