"""Rows of a feature table after several writes, by the rule of the merge."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-feature-tables-002")
def rows_after_three_writes(folder: Path) -> Verdicts:
    import pandas as pd

    def load(day: str, stores: int, value: int) -> pd.DataFrame:
        return pd.DataFrame({"store_id": range(stores), "day": day, "sales": value})

    table = load("Monday", 40, 1)
    for batch in (load("Tuesday", 40, 2), load("Monday", 42, 3)):
        both = pd.concat([table, batch])
        table = both.drop_duplicates(["store_id"], keep="last")
    return matching(len(table), {"r42": 42, "r80": 80, "r82": 82, "r122": 122})
