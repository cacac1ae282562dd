"""What the hints of a pandas UDF make of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-pandas-udf-003")
def rows_of_an_aggregation(folder: Path, spark: Any) -> Verdicts:
    import pandas as pd
    from pyspark.sql.functions import pandas_udf

    spark.sparkContext.pythonExec = sys.executable

    def spread(x):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        return float(x.max() - x.min())

    # Spark reads the hints; as text they would name types that it does not find.
    spread.__annotations__ = {"x": pd.Series, "return": float}
    gap = pandas_udf("double")(spread)
    frame = spark.range(0, 6, 1, numPartitions=2).selectExpr("id % 3 AS shop", "cast(id AS double) AS price")
    counts = frame.groupBy("shop").agg(gap("price")).count(), frame.select(gap("price")).count()
    claims = {
        "three-and-six": (3, 6),
        "three-and-one": (3, 1),
        "three-and-two": (3, 2),
        "six-and-one": (6, 1),
    }
    return matching(counts, claims)
