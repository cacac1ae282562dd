"""How often a pandas Function API yields."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-pandas-function-apis-003")
def rows_of_a_mapped_frame(folder: Path, spark: Any) -> Verdicts:
    spark.sparkContext.pythonExec = sys.executable
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 4)

    def sizes(batches: Iterator[Any]) -> Iterator[Any]:
        import pandas as pd

        total = 0
        for pdf in batches:
            total += len(pdf)
        yield pd.DataFrame({"n": [total]})

    count = spark.range(0, 30, 1, numPartitions=3).mapInPandas(sizes, "n long").count()
    return matching(count, {"three": 3, "eight": 8, "nine": 9, "thirty": 30})


@proves("mla-pandas-function-apis-002")
def groups_of_both_sides(folder: Path, spark: Any) -> Verdicts:
    spark.sparkContext.pythonExec = sys.executable

    def summarise(o, v):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        import pandas as pd

        if o.empty or v.empty:
            return pd.DataFrame({"n_orders": [], "n_visits": []})
        return pd.DataFrame({"n_orders": [len(o)], "n_visits": [len(v)]})

    orders = spark.createDataFrame([(shop,) for shop in "AAABB"], "shop string")
    visits = spark.createDataFrame([(shop,) for shop in "BCCCC"], "shop string")
    groups = orders.groupBy("shop").cogroup(visits.groupBy("shop"))
    count = groups.applyInPandas(summarise, "n_orders long, n_visits long").count()
    return matching(count, {"one": 1, "two": 2, "three": 3, "five": 5})


@proves("mla-pandas-function-apis-004")
def columns_by_name_or_by_position(folder: Path, spark: Any) -> Verdicts:
    spark.sparkContext.pythonExec = sys.executable

    def named(pdf):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        import pandas as pd

        return pd.DataFrame({"high": [pdf["x"].max()], "low": [pdf["x"].min()]})

    def unnamed(pdf):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        import pandas as pd

        return pd.DataFrame([[pdf["x"].min(), pdf["x"].max()]])

    rows = spark.createDataFrame([(1, 2.0), (1, 7.0)], "k int, x double").groupBy("k")
    schema = "low double, high double"
    found = tuple(rows.applyInPandas(function, schema).first().low for function in (named, unnamed))
    claims = {"a2-b2": (2.0, 2.0), "a2-b7": (2.0, 7.0), "a7-b2": (7.0, 2.0), "a7-b7": (7.0, 7.0)}
    return matching(found, claims)
