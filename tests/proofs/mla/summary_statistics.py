"""What the summaries of pandas, NumPy and Spark count and compute."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, holding, matching, proves


@proves("mla-summary-statistics-001")
def reading_the_table(folder: Path) -> Verdicts:
    import pandas as pd

    rows = 200_000
    summary = pd.DataFrame(
        {
            "income": {"count": 184_000, "mean": 61_950.0, "75%": 52_300.0},
            "balance": {"count": 200_000, "mean": 4_150.0, "75%": 5_480.0},
        }
    )
    gaps = [name for name in summary if summary.loc["count", name] < rows]
    pulled = [name for name in summary if summary.loc["mean", name] > summary.loc["75%", name]]
    return matching(
        (gaps, pulled),
        {
            "income-income": (["income"], ["income"]),
            "income-balance": (["income"], ["balance"]),
            "balance-income": (["balance"], ["income"]),
            "balance-balance": (["balance"], ["balance"]),
        },
    )


@proves("mla-summary-statistics-002")
def null_and_nan(folder: Path, spark: Any) -> Verdicts:
    import math

    df = spark.createDataFrame([(12.0,), (None,), (float("nan"),), (30.0,), (18.0,)], "x double")
    shown = {row["summary"]: float(row["x"]) for row in df.dropna().summary("count", "max").collect()}

    def shows(count: int, maximum: float) -> bool:
        same = shown["max"] == maximum or (math.isnan(maximum) and math.isnan(shown["max"]))
        return shown["count"] == count and same

    return holding(
        {
            "three-thirty": lambda: shows(3, 30),
            "four-thirty": lambda: shows(4, 30),
            "four-nan": lambda: shows(4, math.nan),
            "five-nan": lambda: shows(5, math.nan),
        }
    )


@proves("mla-summary-statistics-003")
def numpy_for_variance(folder: Path, spark: Any) -> Verdicts:
    import numpy as np
    from pyspark.sql import functions as fn

    x = np.array([2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0])
    df = spark.createDataFrame([(float(value),) for value in x], "x double")
    observed = df.select(fn.variance("x")).first()[0]
    return holding(
        {
            "std-zero": lambda: np.isclose(np.std(x), observed),
            "std-one": lambda: np.isclose(np.std(x, ddof=1), observed),
            "var-zero": lambda: np.isclose(np.var(x), observed),
            "var-one": lambda: np.isclose(np.var(x, ddof=1), observed),
        }
    )


@proves("mla-summary-statistics-004")
def describe_of_a_string_column(folder: Path, spark: Any) -> Verdicts:
    df = spark.createDataFrame([("9",), ("10",), ("101",)], "qty string")
    shown = {row["summary"]: row["qty"] for row in df.describe("qty").collect()}
    return matching(
        (shown["mean"], shown["max"]),
        {
            "mean-nine": ("40.0", "9"),
            "mean-hundred": ("40.0", "101"),
            "null-nine": (None, "9"),
            "null-hundred": (None, "101"),
        },
    )
