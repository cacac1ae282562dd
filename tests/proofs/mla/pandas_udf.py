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


@proves("mla-pandas-udf-001")
def loads_of_a_model(folder: Path, spark: Any) -> Verdicts:
    from collections.abc import Iterator

    import pandas as pd
    from pyspark.sql.functions import pandas_udf

    spark.sparkContext.pythonExec = sys.executable
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 100)  # a row stands for a hundred
    loads = {kind: spark.sparkContext.accumulator(0) for kind in "ab"}

    def score_a(x):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        loads["a"].add(1)
        return x * 1.0

    def score_b(batches):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        loads["b"].add(1)
        for x in batches:
            yield x * 1.0

    score_a.__annotations__ = {"x": pd.Series, "return": pd.Series}
    score_b.__annotations__ = {"batches": Iterator[pd.Series], "return": Iterator[pd.Series]}
    frame = spark.range(0, 2_000, 1, numPartitions=8)
    for function in (score_a, score_b):
        frame.select(pandas_udf("double")(function)("id")).collect()
    found = loads["a"].value, loads["b"].value
    claims = {"a20-b1": (20, 1), "a20-b8": (20, 8), "a24-b1": (24, 1), "a24-b8": (24, 8)}
    return matching(found, claims)


@proves("mla-pandas-udf-002")
def means_of_batches(folder: Path, spark: Any) -> Verdicts:
    import pandas as pd
    from pyspark.sql.functions import pandas_udf

    spark.sparkContext.pythonExec = sys.executable
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 1)

    def centre(x):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        return x - x.mean()

    centre.__annotations__ = {"x": pd.Series, "return": pd.Series}
    frame = spark.range(0, 6, 1, numPartitions=1)
    rows = frame.select(pandas_udf("double")(centre)("id").alias("y")).collect()
    claims = {
        "per-batch": [-0.5, 0.5, -0.5, 0.5, -0.5, 0.5],
        "whole-column": [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5],
        "per-row": [0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
        "running": [0.0, 0.5, 1.0, 1.5, 2.0, 2.5],
    }
    return matching([row.y for row in rows], claims)
