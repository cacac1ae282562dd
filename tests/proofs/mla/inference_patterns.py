"""Freshness and cost of ways of scoring."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-inference-patterns-002")
def the_cheapest_schedule_in_time(folder: Path) -> Verdicts:
    limit, run = 60, 12
    compute = {"continuous": 60.0}
    for option, interval in {"every-20": 20, "every-30": 30, "every-40": 40}.items():
        starts = range(0, 10 * interval, interval)
        ages = [min(start for start in starts if start >= minute) + run - minute for minute in range(1, 120)]
        if max(ages) + 1 <= limit:  # a reading that only just misses a start waits a whole interval
            compute[option] = 60 / interval * run
    cheapest = min(compute, key=compute.__getitem__)
    options = ("every-20", "every-30", "every-40", "continuous")
    return matching(cheapest, {option: option for option in options})


@proves("mla-inference-patterns-003")
def the_cheapest_arrangement(folder: Path) -> Verdicts:
    customers, changed, per_minute = 6_000_000, 5_400_000, 100_000
    costs = {
        "batch-all": customers / per_minute * 0.5,
        "batch-changed": changed / per_minute * 0.5,
        "endpoint-hours": (20 - 7.75) * 2,
        "endpoint-always": 24 * 2,
    }
    return matching(min(costs.values()), costs)
