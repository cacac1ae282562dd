"""Counting what an AutoML forecast yields."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-automl-003")
def values_of_a_forecast(folder: Path) -> Verdicts:
    import pandas as pd

    names = ["week", "store", "product"]
    sales = pd.MultiIndex.from_product([range(156), range(40), range(25)], names=names).to_frame(index=False)
    horizon = 8
    series = sales.groupby(["store", "product"]).ngroups
    return matching(
        series * horizon, {"one-step": 1_000, "per-store": 320, "sum-of-columns": 520, "combinations": 8_000}
    )
