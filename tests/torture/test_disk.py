"""A few rounds of the torture of the disk: one of each family of faults, in the real window."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.torture.disk import torture
from tests.torture.disk_faults import RUNNING, STOPPED
from tests.torture.trial import Trial

FAULTS = (
    "disk full",
    "writing half, then ENOSPC",
    "fsync fails (EIO)",
    "file system turned read-only (EROFS)",
    "locked by another process",
    "folder removed",
    "log lost",
    "bits of the log flipped",
)


@pytest.mark.skipif(sys.platform == "win32", reason="the faults are those of Unix")
def test_nothing_that_was_saved_is_lost(tmp_path: Path) -> None:
    names = [*RUNNING, *STOPPED]
    trial = Trial(tmp_path, seed=1)
    found = list(torture(trial, [names.index(fault) for fault in FAULTS]))
    assert found == []
    assert trial.figures["rounds survived"] == f"{len(FAULTS)} of {len(FAULTS)}"
