"""Rules that flag outliers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-outliers-001")
def last_reading_of_two_pumps(folder: Path) -> Verdicts:
    import pandas as pd

    a = pd.Series([19, 20, 21, 20, 19, 21, 20, 22, 18, 999])
    b = pd.Series([0] * 50 + [100] * 50 + [240])

    def by_deviation(values: pd.Series) -> bool:
        return bool(abs(values.iloc[-1] - values.mean()) > 3 * values.std())

    def by_quartiles(values: pd.Series) -> bool:
        q1, q3 = values.quantile(0.25), values.quantile(0.75)
        return not q1 - 1.5 * (q3 - q1) <= values.iloc[-1] <= q3 + 1.5 * (q3 - q1)

    observed = (by_deviation(a), by_quartiles(a)), (by_deviation(b), by_quartiles(b))
    both, deviation, quartiles = (True, True), (True, False), (False, True)
    return matching(
        observed,
        {
            "iqr-sd": (quartiles, deviation),
            "sd-iqr": (deviation, quartiles),
            "both-iqr": (both, quartiles),
            "both-both": (both, both),
        },
    )


@proves("mla-outliers-002")
def flagged_in_july(folder: Path, spark: Any) -> Verdicts:
    from pyspark.sql import functions as fn

    train = spark.createDataFrame([(float(v),) for v in (35, 40, 50, 60, 65)], "load double")
    july = spark.createDataFrame([(float(v),) for v in (8, 15, 50, 50, 60, 70, 70, 95, 104)], "load double")
    assert july.approxQuantile("load", [0.25, 0.75], 0.0) == [50.0, 70.0]
    q1, q3 = train.approxQuantile("load", [0.25, 0.75], 0.0)
    assert [q1, q3] == [40.0, 60.0]
    iqr = q3 - q1
    flagged = july.where(~fn.col("load").between(q1 - 1.5 * iqr, q3 + 1.5 * iqr))
    return matching(
        sorted(row.load for row in flagged.collect()),
        {
            "v-8-15-95-104": [8, 15, 95, 104],
            "v-8-15-104": [8, 15, 104],
            "v-8-104": [8, 104],
            "v-8-95-104": [8, 95, 104],
        },
    )


@proves("mla-outliers-003")
def rows_with_nulls(folder: Path, spark: Any) -> Verdicts:
    from pyspark.sql import functions as fn

    values = [float(50 + number % 7) for number in range(9550)] + [4000.0] * 50 + [None] * 400
    df = spark.createDataFrame([(value,) for value in values], "load double")
    m, s = df.select(fn.mean("load"), fn.stddev("load")).first()
    far = fn.abs(fn.col("load") - m) > 3 * s
    clean = df.where(~far)
    marked = df.withColumn("ok", fn.when(far, "no").when(~far, "yes"))
    in_clean = clean.where(fn.col("load").isNull()).count()
    labels = {row.ok for row in marked.where(fn.col("load").isNull()).select("ok").distinct().collect()}
    return matching(
        (in_clean, labels),
        {
            "none-yes": (0, {"yes"}),
            "none-null": (0, {None}),
            "all-yes": (400, {"yes"}),
            "all-null": (400, {None}),
        },
    )


@proves("mla-outliers-004")
def flags_in_clean_data(folder: Path) -> Verdicts:
    import numpy as np
    from sklearn.ensemble import IsolationForest

    values = np.random.default_rng(0).normal(50, 5, size=(1000, 1))
    flags = IsolationForest(contamination=0.05, random_state=0).fit_predict(values)
    count = int((flags == -1).sum())
    return matching(count, {"none": 0, "three": 3, "seven": 7, "fifty": 50})
