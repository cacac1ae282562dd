"""A few kills, as part of the ordinary tests."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.torture.kill import torture
from tests.torture.trial import Trial

pytestmark = pytest.mark.skipif(not hasattr(os, "fork") or sys.platform == "darwin", reason="forks with Qt")
ROUNDS = 24


def test_what_was_shown_survives_a_kill(tmp_path: Path) -> None:
    trial = Trial(tmp_path, 3, ROUNDS)
    assert [f"{finding.place}: {finding.what}" for finding in torture(trial)] == []
    assert trial.figures["kills"] == str(ROUNDS)
    assert int(trial.figures["answers shown before a kill, and compared"]) > ROUNDS
    assert sum(name.startswith("killed in") for name in trial.figures) >= 4
