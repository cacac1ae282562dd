"""Every key that a library or arithmetic decides, derived anew: `python3 tasks.py proofs`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.proofs.shelf import ITEMS, agrees, flipped
from tests.proofs.workshop import proofs

ROOT = Path(__file__).parents[2]
PROVEN = sorted(proofs())
BENCHES = min(4, os.cpu_count() or 1)

pytestmark = pytest.mark.proof


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """What the workshop found for every item that has a proof; as many work at once as there are cores."""
    folder = tmp_path_factory.mktemp("workshop")
    # Items of one module stay together, because they share a Spark session.
    names = sorted({proof.derive.__module__ for proof in proofs().values()})
    shares = [
        [item for item in PROVEN if names.index(proofs()[item].derive.__module__) % BENCHES == bench]
        for bench in range(BENCHES)
    ]
    running = [_start(folder / f"{bench}.json", share) for bench, share in enumerate(shares) if share]
    verdicts: dict[str, Any] = {}
    for out, process in running:
        _, complaint = process.communicate()
        assert process.returncode == 0, complaint[-3000:]
        verdicts |= json.loads(out.read_text(encoding="utf-8"))
    return verdicts


def _start(out: Path, items: list[str]) -> tuple[Path, subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.proofs.workshop", str(out), *items]
    return out, subprocess.Popen(
        command, cwd=ROOT, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )


@pytest.mark.parametrize("item", PROVEN)
def test_the_key_is_what_running_it_shows(found: Mapping[str, Any], item: str) -> None:
    assert "trouble" not in found[item], found[item]["trouble"]
    assert agrees(found[item]["verdicts"], ITEMS[item]), (found[item]["verdicts"], sorted(ITEMS[item].key))


@pytest.mark.parametrize("item", PROVEN)
def test_the_proof_fails_when_another_option_is_marked_as_key(found: Mapping[str, Any], item: str) -> None:
    others = list(flipped(ITEMS[item]))
    assert others
    assert not any(agrees(found[item].get("verdicts", {}), other) for other in others)
