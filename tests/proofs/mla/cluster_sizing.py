"""Time and cost of clusters, from the figures in the stems."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-cluster-sizing-002")
def minutes_with_a_partial_cache(folder: Path) -> Verdicts:
    passes, prepare, compute, cached, quick = 20, 200, 30, 0.6, 0.02
    later = compute + prepare * ((1 - cached) + cached * quick)
    seconds = prepare + compute + (passes - 1) * later
    claims = {"filled-before": 41, "sixty-percent": 39, "forty-percent": 52, "none-cached": 77}
    return matching(round(seconds / 60), claims)


@proves("mla-cluster-sizing-003")
def cheapest_within_the_limit(folder: Path) -> Verdicts:
    minutes = {workers: 20 + 320 / workers for workers in (4, 8, 10, 16)}
    within = {workers: workers * time * 0.05 for workers, time in minutes.items() if time <= 45}
    return matching(min(within, key=within.__getitem__), {"four": 4, "eight": 8, "ten": 10, "sixteen": 16})


@proves("mla-cluster-sizing-001")
def fewest_workers_in_time(folder: Path) -> Verdicts:
    from math import ceil

    configurations = {"c5-w3": (5, 3), "c5-w4": (5, 4), "c8-w3": (8, 3), "c8-w4": (8, 4)}
    workers = {}
    for option, (cores, count) in configurations.items():
        slots = 16 // cores
        if slots * 20 <= 56 and ceil(96 / (slots * count)) * 10 <= 130:
            workers[option] = count
    fewest = min(workers, key=workers.__getitem__)
    return matching(fewest, {option: option for option in configurations})
