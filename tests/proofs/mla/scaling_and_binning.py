"""Logarithms, bins and scalers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, holding, matching, proves


@proves("mla-scaling-and-binning-001")
def symmetry_of_quartiles(folder: Path) -> Verdicts:
    import numpy as np

    minimum = {"v1": 0.0, "v2": -9300.0, "v3": 1.0, "v4": 12.0, "v5": 0.0}
    quartiles = {
        "v1": (6.0, 21.0, 70.0),
        "v2": (-3.0, 14.0, 88.0),
        "v3": (48.0, 160.0, 510.0),
        "v4": (43.9, 49.8, 55.7),
        "v5": (82.0, 92.0, 96.0),
    }

    def skewness(q1: float, q2: float, q3: float) -> float:
        return float(q3 + q1 - 2 * q2) / (q3 - q1)

    def helped(column: str) -> bool:
        before = skewness(*quartiles[column])
        after = skewness(*(float(value) for value in np.log1p(quartiles[column])))
        return minimum[column] > -1 and abs(after) < abs(before)

    return {column: helped(column) for column in quartiles}


@proves("mla-scaling-and-binning-002")
def cut_and_bucketizer(folder: Path, spark: Any) -> Verdicts:
    import pandas as pd
    from pyspark.ml.feature import Bucketizer

    ages = [0.0, 17.0, 18.0, 40.0, 65.0, 120.0]
    prototype = pd.cut(pd.Series(ages), bins=[0, 18, 65, 120], labels=False)
    bucketizer = Bucketizer(splits=[0, 18, 65, 120], inputCol="age", outputCol="bin")
    frame = spark.createDataFrame([(age,) for age in ages], "age double")
    production = [row.bin for row in bucketizer.transform(frame).collect()]
    different = [age for age, one, two in zip(ages, prototype, production, strict=True) if one != two]
    return matching(
        different,
        {
            "e-0-18-65": [0, 18, 65],
            "e-18-65": [18, 65],
            "e-0-120": [0, 120],
            "e-18-65-120": [18, 65, 120],
        },
    )


@proves("mla-scaling-and-binning-003")
def discretizer_on_new_values(folder: Path, spark: Any) -> Verdicts:
    from pyspark.ml.feature import QuantileDiscretizer

    train = spark.createDataFrame([(float(value),) for value in range(1, 101)], "x double")
    test = spark.createDataFrame([(500.0,), (float("nan"),)], "x double")
    binner = QuantileDiscretizer(numBuckets=4, inputCol="x", outputCol="bin", handleInvalid="keep")
    observed = [row.bin for row in binner.fit(train).transform(test).collect()]
    return matching(
        observed,
        {
            "three-four": [3.0, 4.0],
            "four-four": [4.0, 4.0],
            "three-zero": [3.0, 0.0],
            "four-five": [4.0, 5.0],
        },
    )


@proves("mla-scaling-and-binning-004")
def zeros_and_range(folder: Path, spark: Any) -> Verdicts:
    import numpy as np
    from pyspark.ml.feature import MaxAbsScaler, MinMaxScaler, RobustScaler, StandardScaler
    from pyspark.ml.linalg import Vectors

    values = [-40.0, 0.0, 0.0, 0.0, 0.0, 8.0, 10.0, 0.0, -5.0, 20.0, 3.0, 0.0]
    frame = spark.createDataFrame([(Vectors.dense([value]),) for value in values], ["features"])

    def fits(scaler: Any) -> bool:
        model = scaler.setInputCol("features").setOutputCol("scaled").fit(frame)
        scaled = np.array([row.scaled[0] for row in model.transform(frame).collect()])
        zeros_stay = bool((scaled[np.array(values) == 0] == 0).all())
        return zeros_stay and abs(scaled).max() <= 1

    return holding(
        {
            "standard": lambda: fits(StandardScaler()),
            "min-max": lambda: fits(MinMaxScaler()),
            "max-abs": lambda: fits(MaxAbsScaler()),
            "robust": lambda: fits(RobustScaler()),
        }
    )
