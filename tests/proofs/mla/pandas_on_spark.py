"""Sums by batch and sums over a frame."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-pandas-on-spark-004")
def rows_of_two_sums(folder: Path, spark: Any) -> Verdicts:
    """Spark's own grouping stands for the pandas API on Spark, which makes it of `groupby`."""
    spark.sparkContext.pythonExec = sys.executable

    def totals(batches):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        for pdf in batches:
            yield pdf.groupby("customer", as_index=False)["amount"].sum()

    sales = spark.range(0, 36, 1, numPartitions=3).selectExpr(
        "id % 6 AS customer", "cast(id AS double) AS amount"
    )
    by_batch = sales.mapInPandas(totals, "customer long, amount double").count()
    found = by_batch, sales.groupBy("customer").sum("amount").count()
    return matching(found, {"a6-b6": (6, 6), "a6-b18": (6, 18), "a18-b6": (18, 6), "a18-b18": (18, 18)})
