"""Clocks, displays, logs."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.system import clock, display
from app.system.logs import LIMIT_BYTES, log_to
from tests.support.python import run_python

NAMES = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
on_x11 = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are of X11 and Wayland")

CRASH = """
import faulthandler, sys
from pathlib import Path
from app.system.crash import crashes_to
crashes_to(Path(sys.argv[1]))
faulthandler._sigsegv()
"""


def test_the_steady_clock_never_goes_back() -> None:
    readings = [clock.tick_ms() for _ in range(1000)]
    assert readings == sorted(readings)


def test_the_wall_clock_is_that_of_the_system() -> None:
    before = int(time.time() * 1000)
    assert before - 1 <= clock.wall_ms() <= int(time.time() * 1000) + 1


def test_every_run_of_the_program_has_a_name_of_its_own() -> None:
    code = "import sys; from app.system.clock import RUN; sys.exit(RUN == sys.argv[1])"
    assert run_python(code, clock.RUN) == 0


@on_x11
@pytest.mark.parametrize(
    "variables",
    [
        {"QT_QPA_PLATFORM": "offscreen"},
        {"QT_QPA_PLATFORM": "minimal:enable_fonts"},
        {"WAYLAND_DISPLAY": "wayland-0"},
        {"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "wayland"},
    ],
    ids=str,
)
def test_where_a_window_can_be_opened_nothing_is_said(
    variables: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_display(monkeypatch, variables)
    assert display.why_no_window() is None


@on_x11
@pytest.mark.parametrize(
    "variables",
    [
        {},
        {"DISPLAY": ""},
        {"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "xcb"},
    ],
    ids=str,
)
def test_without_a_display_the_cure_is_told(
    variables: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_display(monkeypatch, variables)
    reason = display.why_no_window()
    assert reason is not None
    assert "QT_QPA_PLATFORM=offscreen" in reason


@on_x11
def test_a_display_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    set_display(monkeypatch, {"DISPLAY": ":987"})
    monkeypatch.setattr(display, "_missing_library", lambda: None)
    reason = display.why_no_window()
    assert reason is None or "':987' cannot be reached" in reason


@pytest.fixture
def root_logger() -> Iterator[logging.Logger]:
    """The root of all loggers, put back afterwards."""
    root = logging.getLogger()
    level, before = root.level, list(root.handlers)
    yield root
    root.setLevel(level)
    for handler in [handler for handler in root.handlers if handler not in before]:
        root.removeHandler(handler)
        handler.close()


def test_the_log_is_a_file(tmp_path: Path, root_logger: logging.Logger) -> None:
    log_to(tmp_path / "logs")
    logging.getLogger("app.test").info("something happened")
    assert "INFO app.test: something happened" in (tmp_path / "logs" / "rehearsal.log").read_text()


def test_a_log_that_never_rests_keeps_to_its_size(tmp_path: Path, root_logger: logging.Logger) -> None:
    for _start in range(2):
        log_to(tmp_path)
        for number in range(600):
            logging.getLogger("app.test").info("number %d %s", number, "x" * 2000)
        handler = root_logger.handlers.pop()
        handler.close()
    files = {file.name: file for file in tmp_path.iterdir()}
    assert sorted(files) == ["rehearsal.log", "rehearsal.old.log"]
    old, new = files["rehearsal.old.log"].read_text(), files["rehearsal.log"].read_text()
    assert new.splitlines()[-1].split()[5] == "599"
    assert LIMIT_BYTES < len(old) < LIMIT_BYTES + 3000
    assert len(new) < LIMIT_BYTES + 3000
    first, last = (int(line.split()[5]) for line in (new.splitlines()[0], old.splitlines()[-1]))
    assert first == last + 1


def test_a_log_that_cannot_be_turned_over_grows(tmp_path: Path, root_logger: logging.Logger) -> None:
    (tmp_path / "rehearsal.old.log" / "folder").mkdir(parents=True)
    log_to(tmp_path)
    for number in range(400):
        logging.getLogger("app.test").info("number %d %s", number, "x" * 2000)
    assert len((tmp_path / "rehearsal.log").read_text().splitlines()) == 400


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path, root_logger: logging.Logger) -> None:
    (tmp_path / "file").touch()
    log_to(tmp_path / "file" / "logs")
    logging.getLogger("app.test").info("something happened")


@pytest.mark.skipif(sys.platform == "win32", reason="the signal is of Unix")
def test_a_hard_crash_leaves_its_stack(tmp_path: Path) -> None:
    assert run_python(CRASH, tmp_path) < 0
    assert "Fatal Python error: Segmentation fault" in (tmp_path / "crash.log").read_text()


def set_display(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
