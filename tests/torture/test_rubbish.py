"""A short feeding with rubbish, and what the long ones found."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.services.ports import Trouble, TroubleKind
from app.system.paths import paths_below
from tests.bench.world import sit
from tests.support.papers import FakeClock
from tests.torture.clock import sample_services
from tests.torture.rubbish import torture
from tests.torture.trial import Trial

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="measures with signals")
ROUNDS = 4000


def test_rubbish_is_answered_in_words(tmp_path: Path) -> None:
    trial = Trial(tmp_path, 1, ROUNDS)
    assert [
        f"{finding.place}: {finding.what}" for finding in torture(trial) if "MB" not in finding.what
    ] == []
    assert int(trial.figures["inputs"]) > ROUNDS
    assert {"inputs: bank", "inputs: history", "inputs: event"} <= set(trial.figures)


def test_an_event_that_can_be_read_and_makes_no_sense_is_damage(tmp_path: Path) -> None:
    clock = FakeClock()
    services = sample_services(tmp_path, clock)
    attempt = sit(services, clock, 1)
    body = '{"at":{"wall_ms":1,"tick_ms":1,"run":"x"},"question":999,"on":true}'
    with closing(sqlite3.connect(paths_below(tmp_path).database)) as connection, connection:
        connection.execute("UPDATE events SET kind = 'flagged', body = ? WHERE version = 3", (body,))
    with pytest.raises(Trouble) as met:
        services.desk.load(attempt)
    assert met.value.kind is TroubleKind.DAMAGED
    services.close()
