"""How long an endpoint that scales to zero is up."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-endpoint-creation-003")
def minutes_with_compute(folder: Path) -> Verdicts:
    periods, patience = ((540, 560), (580, 600), (840, 870)), 30
    up = {minute for start, end in periods for minute in range(start, end + patience)}
    return matching(len(up), {"m70": 70, "m150": 150, "m160": 160, "m360": 360})
