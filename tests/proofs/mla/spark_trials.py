"""What a search knows that runs its trials in rounds."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-spark-trials-002")
def results_known_to_the_last_round(folder: Path) -> Verdicts:
    evaluations, at_once = 40, 8
    *_, known = range(0, evaluations, at_once)
    return matching(known, {"none": 0, "one-round": 8, "all-but-last-round": 32, "rounds": 4})
