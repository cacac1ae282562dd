"""Age and cost of scores by four designs."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, proves


@proves("mlp-batch-or-real-time-003")
def cheapest_within_the_limit(folder: Path) -> Verdicts:
    limit = 90

    def job(every: int, run: int) -> tuple[int, float]:
        return every + run, 24 * 60 / every * run / 60 * 12

    age_and_cost = {
        "hourly": job(60, 5 + 10),
        "two-hourly": job(120, 5 + 16),
        "stream": (3, 24 * 2.5),
        "endpoint": (1, 24 * (4 * 0.1 + 2.5)),
    }
    in_time = {option: cost for option, (age, cost) in age_and_cost.items() if age <= limit}
    return {option: in_time.get(option) == min(in_time.values()) for option in age_and_cost}
