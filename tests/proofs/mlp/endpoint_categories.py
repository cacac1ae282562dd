"""What a day of tokens costs by category of endpoint."""

from __future__ import annotations

from math import ceil
from pathlib import Path

from tests.proofs.protocol import Verdicts, proves


@proves("mlp-endpoint-categories-003")
def cheapest_way_for_the_load(folder: Path) -> Verdicts:
    tokens = 160_000_000
    rate = tokens / (8 * 3600)
    provisioned = ceil(rate / 6000)
    assert provisioned == 1
    costs = {
        "per-token": tokens / 1e6 * 0.8,
        "provisioned-day": 24 * 9.0,
        "provisioned-hours": 8 * 9.0,
        "custom-gpu": ceil(rate / 1500) * 8 * 4.0,
    }
    return {option: cost == min(costs.values()) for option, cost in costs.items()}
