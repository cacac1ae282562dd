"""What an as-of join with a window returns, computed with the join of pandas that has the same rule."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-feature-training-and-scoring-003")
def latest_rows_in_window(folder: Path) -> Verdicts:
    import pandas as pd

    features = pd.DataFrame(
        {
            "ts": pd.to_datetime(["2026-03-01", "2026-03-08", "2026-03-15"]),
            "machine_id": "m1",
            "vibration": [10, 20, 30],
        }
    )
    events = pd.DataFrame({"ts": pd.to_datetime(["2026-03-10", "2026-03-14"]), "machine_id": "m1"})
    joined = pd.merge_asof(events, features, on="ts", by="machine_id", tolerance=pd.Timedelta(days=7))
    observed = [None if pd.isna(value) else int(value) for value in joined["vibration"]]
    return matching(
        observed,
        {
            "twenty-twenty": [20, 20],
            "twenty-null": [20, None],
            "null-null": [None, None],
            "twenty-thirty": [20, 30],
        },
    )
