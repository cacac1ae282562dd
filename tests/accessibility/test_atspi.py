"""The real program under X11, sat through by a screen reader's interface alone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
READER = Path(__file__).with_name("reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"
PACKAGES = "xvfb at-spi2-core gir1.2-atspi-2.0 python3-gi dbus-daemon libxcb-cursor0 libxkbcommon-x11-0"
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
PLATFORM = (
    "import ctypes, pathlib, PySide6.QtWidgets; "
    "ctypes.CDLL(str(pathlib.Path(PySide6.__file__).parent / 'Qt/plugins/platforms/libqxcb.so'))"
)

pytestmark = pytest.mark.atspi


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


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """The number of an X server of the test's own."""
    reason = missing()
    if reason:
        pytest.skip(f"{reason}; on Debian and Ubuntu: apt-get install {PACKAGES}")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    # Without -noreset the server starts anew, and may end, when its first client leaves.
    server = subprocess.Popen([*command, "-noreset"], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        yield f":{told.readline().strip()}"
        server.terminate()
        server.wait(10)


@pytest.fixture(scope="module")
def sitting(display: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the reader tells of a whole exam."""
    folder = tmp_path_factory.mktemp("reader")
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
    program += ["--seed", "7"]
    reader = ["dbus-run-session", "--", SYSTEM_PYTHON, str(READER), "^Sit a mock exam", *program]
    done = subprocess.run(
        reader, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False, timeout=120
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    assert lines, done.stderr
    told: dict[str, Any] = json.loads(lines[-1])
    crash = folder / "data" / "logs" / "crash.log"
    assert "lost" not in told, (told, done.stderr, crash.read_text("utf-8") if crash.exists() else "")
    return told


def test_a_whole_exam_can_be_sat_by_names_and_actions_alone(sitting: dict[str, Any]) -> None:
    assert sitting["questions"] == 45
    assert sitting["verdict"]
    assert "of 45 correct" in sitting["score"]


def test_no_screen_has_a_control_without_a_name_or_with_markup_in_it(sitting: dict[str, Any]) -> None:
    assert len(sitting["screens"]) >= 14
    assert {screen: wrong for screen, wrong in sitting["screens"].items() if wrong} == {}
