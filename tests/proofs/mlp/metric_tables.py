"""Metric tables rebuilt from their documented grouping, with pandas."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mlp-metric-tables-001")
def rows_of_the_query(folder: Path) -> Verdicts:
    import pandas as pd

    hours = pd.date_range("2026-06-01", periods=24, freq="h")
    regions = [f"region-{number}" for number in range(12)]
    rows = pd.DataFrame(
        [(hour, region, amount) for hour in hours for region in regions for amount in (50, 150)],
        columns=["ts", "region", "amount"],
    )
    rows["amount > 100"] = rows["amount"] > 100
    stored: list[tuple[Any, ...]] = []
    for granularity, length in (("1 hour", "h"), ("1 day", "D")):
        window = rows["ts"].dt.floor(length)
        stored += [(granularity, start, None, None) for start in window.unique()]
        for key in ("region", "amount > 100"):
            groups = rows.groupby([window, key]).groups
            stored += [(granularity, start, key, value) for start, value in groups]
    found = [row for row in stored if row[1] == pd.Timestamp("2026-06-01")]
    return matching(len(found), {"fifteen": 15, "twenty-six": 26, "thirty": 30, "seventy-eight": 78})


@proves("mlp-metric-tables-002")
def a_mean_of_three_days(folder: Path) -> Verdicts:
    import pandas as pd

    days = [(900, 100, 20.0), (100, 400, 50.0), (500, 0, 32.0)]
    orders = pd.Series(
        [value for known, missing, mean in days for value in [mean] * known + [None] * missing]
    )
    mean = round(float(orders.astype(float).mean()), 6)
    claims = {"middle-day": 32.0, "rows-as-weights": 30.5, "no-weights": 34.0, "values-as-weights": 26.0}
    return matching(mean, claims)


@proves("mlp-metric-tables-003")
def drift_rows_of_working_days(folder: Path) -> Verdicts:
    import pandas as pd

    windows = set(pd.bdate_range("2026-06-01", "2026-06-14"))
    consecutive = [window for window in windows if window - pd.Timedelta(days=1) in windows]
    return matching(
        (len(consecutive), len(windows)),
        {"eight-ten": (8, 10), "nine-ten": (9, 10), "eight-eight": (8, 8), "thirteen-fourteen": (13, 14)},
    )
