"""Filling and dropping missing values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, holding, matching, proves


@proves("mla-missing-values-001")
def mean_kept_and_width_kept(folder: Path) -> Verdicts:
    import numpy as np
    from sklearn.impute import SimpleImputer

    generator = np.random.default_rng(0)
    weights = generator.gamma(4.0, 2.0, 400).reshape(-1, 1)
    weights[generator.choice(400, 20, replace=False)] = np.nan

    def fits(strategy: str, indicator: bool) -> bool:
        filled = SimpleImputer(strategy=strategy, add_indicator=indicator).fit_transform(weights)
        return filled.shape[1] == 1 and bool(np.isclose(filled[:, 0].mean(), np.nanmean(weights)))

    return holding(
        {
            "mean-plain": lambda: fits("mean", False),
            "mean-indicator": lambda: fits("mean", True),
            "median-plain": lambda: fits("median", False),
            "median-indicator": lambda: fits("median", True),
        }
    )


@proves("mla-missing-values-002")
def imputer_with_code(folder: Path, spark: Any) -> Verdicts:
    from pyspark.ml.feature import Imputer

    train = spark.createDataFrame([(4.0,), (6.0,), (11.0,), (-1.0,), (None,)], "x double")
    test = spark.createDataFrame([(-1.0,), (None,), (30.0,)], "x double")
    imputer = Imputer(inputCol="x", outputCol="y", strategy="median")
    observed = [row.y for row in imputer.fit(train).transform(test).collect()]
    return matching(
        observed,
        {
            "six-null": [6.0, None, 30.0],
            "minus-four": [-1.0, 4.0, 30.0],
            "unchanged": [-1.0, None, 30.0],
            "six-six": [6.0, 6.0, 30.0],
        },
    )


@proves("mla-missing-values-003")
def rows_after_dropna(folder: Path, spark: Any) -> Verdicts:
    data = spark.createDataFrame(
        [
            (1, 5.0, 7.0, 2.0),
            (2, 5.0, None, 2.0),
            (3, None, None, 2.0),
            (4, None, None, None),
            (5, 5.0, None, None),
        ],
        "id int, a double, b double, c double",
    )
    kept = [row.id for row in data.dropna(how="all", subset=["a", "b", "c"]).collect()]
    return matching(
        sorted(kept),
        {
            "one": [1],
            "one-two": [1, 2],
            "one-two-three-five": [1, 2, 3, 5],
            "all": [1, 2, 3, 4, 5],
        },
    )


@proves("mla-missing-values-004")
def columns_after_imputation(folder: Path) -> Verdicts:
    import numpy as np
    from sklearn.impute import SimpleImputer

    gap = np.nan
    train = np.array([[1.0, gap, gap, 4.0], [2.0, 5.0, gap, 6.0], [3.0, 7.0, gap, 8.0]])
    test = np.array([[gap, 5.0, 1.0, 4.0]])
    imputer = SimpleImputer(strategy="median", add_indicator=True).fit(train)
    return matching(imputer.transform(test).shape[1], {"four": 4, "five": 5, "six": 6, "eight": 8})
