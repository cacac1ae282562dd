"""After a mistake of ours in mid-exam the program starts again, and the exam goes on with every answer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.bootstrap import build
from app.core.ids import AttemptId
from app.system.again import command
from app.system.paths import paths_below
from tests.support.command_line import DEADLINE_S
from tests.support.python import ROOT

PRESSING = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from app.cli import run
from app.system import again
from app.ui.application import Desktop
from app.ui.dialogs.crash import Crash

said, pressed = Path(sys.argv[1]), sys.argv[2]
again.start = lambda words: said.write_text(json.dumps(again.command(words)), encoding="utf-8")


def press():
    for crash in QApplication.topLevelWidgets():
        if isinstance(crash, Crash) and crash.isVisible():
            crash.findChild(QPushButton, pressed).click()
            return
    QTimer.singleShot(0, press)
"""
"""Before each script: a button of the dialog is pressed once there is one; a start is written down."""

CRASHING = """
from app.services.exam_desk import Booking

shown = Desktop.show


def show(desktop):
    shown(desktop)
    QTimer.singleShot(0, lambda: sit(desktop))


def sit(desktop):
    bridge = desktop.bridge
    card = bridge.home().cards[0].summary.exam
    profile = card.profiles[0].id
    bridge.start(Booking(card.id, profile, "Ada", "en"), bridge.draw(card.id, profile, 1))
    for number in range(5):
        bridge.visit(number)
        question = bridge.attempt.paper.questions[number]
        bridge.answer(number, question.order[: len(question.item.key)])
    QTimer.singleShot(0, press)
    raise RuntimeError("a mistake of ours")


Desktop.show = show
sys.exit(run(sys.argv[3:]))
"""

LEFT_OPEN = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from app.cli import run
from app.services.exam_desk import Booking
from app.ui.application import Desktop

shown = Desktop.show


def show(desktop):
    shown(desktop)
    QTimer.singleShot(0, lambda: leave(desktop))


def leave(desktop):
    bridge = desktop.bridge
    card = bridge.home().cards[0].summary.exam
    profile = card.profiles[0].id
    bridge.start(Booking(card.id, profile, "Ada", "en"), bridge.draw(card.id, profile, 1))
    desktop.other = QWidget()
    desktop.other.show()
    desktop.flow.leaving._leave()
    assert desktop.other.isVisible()


Desktop.show = show
sys.exit(run(sys.argv[1:]))
"""

STILLBORN = """
def fail(*_args, **_named):
    QTimer.singleShot(0, press)
    raise RuntimeError("no window today")


Desktop.__init__ = fail
sys.exit(run(sys.argv[3:]))
"""


def run(words: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        words, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=DEADLINE_S, check=False
    )


def test_a_mistake_in_mid_exam_starts_again_and_resumes(tmp_path: Path) -> None:
    said, data = tmp_path / "said", tmp_path / "data"
    script = [sys.executable, "-P", "-c", PRESSING + CRASHING, str(said), "crash-again"]
    done = run([*script, "--data-dir", str(data), "--lang", "ja"])
    assert done.returncode == 0, done.stderr
    words = json.loads(said.read_text(encoding="utf-8"))
    assert words == command(["--resume", "--data-dir", str(data), "--lang", "ja"])
    services = build(paths_below(data))
    (head,) = services.archive.heads()
    before = services.desk.load(AttemptId(head.id)).attempt
    assert sum(bool(response.chosen) for response in before.responses) == 5
    assert [stop.back for stop in before.interruptions] == [None]

    again = run([*words, "--quit-after-start"])
    assert (again.returncode, again.stderr) == (0, "")
    after = services.desk.load(AttemptId(head.id)).attempt
    assert [response.chosen for response in after.responses] == [r.chosen for r in before.responses]
    assert [stop.back is not None for stop in after.interruptions] == [True, False]
    services.close()


def test_nothing_under_way_leaves_home_in_front(tmp_path: Path) -> None:
    done = run([*command(["--resume", "--quit-after-start"]), "--data-dir", str(tmp_path)])
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(("pressed", "code"), [("crash-close", 70), ("crash-again", 0)])
def test_a_mistake_before_there_is_a_window_is_told_alone(tmp_path: Path, pressed: str, code: int) -> None:
    said = tmp_path / "said"
    done = run(
        [sys.executable, "-P", "-c", PRESSING + STILLBORN, str(said), pressed, "--data-dir", str(tmp_path)]
    )
    assert (done.returncode, done.stdout, done.stderr) == (code, "", "")
    assert "no window today" in (tmp_path / "logs" / "rehearsal.log").read_text(encoding="utf-8")
    assert said.exists() == (pressed == "crash-again")


def test_the_program_ends_with_its_window_whatever_else_is_open(tmp_path: Path) -> None:
    done = run([sys.executable, "-P", "-c", LEFT_OPEN, "--data-dir", str(tmp_path)])
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    services = build(paths_below(tmp_path))
    (head,) = services.archive.heads()
    assert [stop.back for stop in services.desk.load(AttemptId(head.id)).attempt.interruptions] == [None]
    services.close()


def test_a_start_that_is_measured_fails_aloud(tmp_path: Path) -> None:
    words = [sys.executable, "-P", "-c", PRESSING + STILLBORN, str(tmp_path / "said"), "crash-close"]
    done = run([*words, "--quit-after-start", "--data-dir", str(tmp_path)])
    assert done.returncode == 1
    assert "no window today" in done.stderr
