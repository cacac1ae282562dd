"""Lookback windows, rebuilt with pandas' as-of join and its tolerance."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, holding, matching, proves


@proves("mlp-lookback-and-defaults-002")
def nulls_within_three_days(folder: Path) -> Verdicts:
    import pandas as pd

    mondays = [pd.Timestamp(f"2023-05-{day:02}") for day in (1, 8, 15)]
    table = pd.DataFrame({"ts": mondays, "clicks": [10, 20, 30]})
    shown = ["01 09:00", "03 20:00", "06 12:00", "08 00:00", "12 10:00", "16 08:00"]
    labels = pd.DataFrame({"shown_at": [pd.Timestamp(f"2023-05-{moment}") for moment in shown]})
    window = pd.Timedelta(days=3)
    training = pd.merge_asof(labels, table, left_on="shown_at", right_on="ts", tolerance=window)
    nulls = int(training["clicks"].isna().sum())
    return matching(nulls, {"four": 4, "two": 2, "three": 3, "five": 5})


@proves("mlp-lookback-and-defaults-003")
def a_window_for_a_weekly_refresh(folder: Path) -> Verdicts:
    from functools import partial
    from itertools import product

    week, delays = 168, range(13)

    def ages(missed: bool) -> list[int]:
        """Ages in hours until the next run, or from the end of a missed slot on."""
        seen: list[int] = []
        for first, second in product(delays, delays):
            end = 2 * week + min(delays) if missed else week + second
            start = week + max(delays) if missed else 0
            seen += [moment - first for moment in range(max(first, start), end + 1)]
        return seen

    explained = max(ages(missed=False))

    def keeps_and_drops(window: int) -> bool:
        keeps = all(age <= window for age in ages(missed=False))
        drops = all(age > window for age in ages(missed=True) if age > explained)
        return keeps and drops

    windows = {"h156": 156, "h168": 168, "h180": 180, "h192": 192}
    return holding({option: partial(keeps_and_drops, window) for option, window in windows.items()})
