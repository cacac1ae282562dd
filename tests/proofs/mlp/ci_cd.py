"""Which arrangement of checks fits into a working day."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.proofs.protocol import Verdicts, proves


@dataclass(frozen=True)
class Arrangement:
    """When staging runs: how often a day, on which branch it starts, and how long after the last change."""

    runs: int
    before_main: bool
    at_night: bool


@proves("mlp-ci-cd-002")
def arrangements_that_keep_the_rules(folder: Path) -> Verdicts:
    commits, merges, fast, staging, day = 40, 8, 6, 35, 10 * 60
    arrangements = {
        "all-per-commit": Arrangement(commits, before_main=True, at_night=False),
        "merge-queue": Arrangement(merges, before_main=True, at_night=False),
        "after-merge": Arrangement(merges, before_main=False, at_night=False),
        "nightly": Arrangement(1, before_main=False, at_night=True),
    }

    def rules_kept(chosen: Arrangement) -> bool:
        first_answer = fast <= 10
        main_is_sound = chosen.before_main
        through_by_evening = not chosen.at_night and chosen.runs * staging <= day
        return first_answer and main_is_sound and through_by_evening

    return {name: rules_kept(chosen) for name, chosen in arrangements.items()}
