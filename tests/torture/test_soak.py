"""A few exams and the monkey, as part of the ordinary tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.torture.soak import ACTS, torture
from tests.torture.trial import Trial

ROUNDS = 4


@pytest.mark.usefixtures("application")
def test_nothing_complains_whatever_is_clicked_and_pressed(tmp_path: Path) -> None:
    trial = Trial(tmp_path, 1, ROUNDS)
    complaints = [finding.what for finding in torture(trial) if "grew" not in finding.what]
    assert complaints == []
    assert trial.figures["acts of the monkey"] == str(ROUNDS * ACTS)
