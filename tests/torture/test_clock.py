"""A short run of the torture by clocks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.torture.clock import torture
from tests.torture.trial import Trial

ROUNDS = 6


@pytest.mark.usefixtures("application")
@pytest.mark.parametrize("seed", [1, 2])
def test_the_time_left_is_right_whatever_the_clocks_do(tmp_path: Path, seed: int) -> None:
    trial = Trial(tmp_path, seed, ROUNDS)
    assert [finding.what for finding in torture(trial)] == []
    assert int(trial.figures["runs of the program in them"]) > 2 * ROUNDS
    assert int(trial.figures["warnings given"]) > ROUNDS
