"""From the log of requests to rows with final labels."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mlp-inference-tables-001")
def rows_with_a_final_label(folder: Path) -> Verdicts:
    import pandas as pd

    log = pd.DataFrame(
        {
            "request_date": pd.to_datetime([f"2026-06-{day:02}" for day in (5, 8, 9, 12, 15)]),
            "status_code": [200, 400, 200, 200, 200],
            "records": [3, 2, 4, 5, 1],
        }
    )
    answered = log[log["status_code"] == 200]
    predictions = answered.loc[answered.index.repeat(answered["records"])].reset_index(drop=True)
    twelfth = predictions.index[predictions["request_date"] == pd.Timestamp("2026-06-12")]
    predictions["chargeback"] = predictions.index == twelfth[0]
    age = pd.Timestamp("2026-06-20") - predictions["request_date"]
    final = predictions["chargeback"] | (age > pd.Timedelta(days=10))
    return matching(int(final.sum()), {"requests": 2, "mature": 7, "final": 8, "longer": 4})
