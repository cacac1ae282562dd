"""What the stages of a Spark ML pipeline leave out and add."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-spark-ml-002")
def rows_after_faulty_values(folder: Path, spark: Any) -> Verdicts:
    from pyspark.ml import Pipeline
    from pyspark.ml.feature import StringIndexer, VectorAssembler
    from pyspark.ml.regression import LinearRegression

    train = spark.createDataFrame(
        [("a", 1.0, 1.0), ("b", 2.0, 2.0), ("a", 3.0, 2.5)], "city string, price double, label double"
    )
    rows = [("a", 1.0), ("b", 2.0), ("a", 3.0), ("z", 4.0), ("b", None), ("z", None)]
    test = spark.createDataFrame(rows, "city string, price double")
    stages = [
        StringIndexer(inputCol="city", outputCol="city_ix", handleInvalid="keep"),
        VectorAssembler(inputCols=["city_ix", "price"], outputCol="features", handleInvalid="keep"),
        LinearRegression(),
    ]
    count = Pipeline(stages=stages).fit(train).transform(test).count()
    return matching(count, {"three": 3, "four": 4, "five": 5, "six": 6})


@proves("mla-spark-ml-003")
def columns_of_a_scored_frame(folder: Path, spark: Any) -> Verdicts:
    from pyspark.ml import Pipeline
    from pyspark.ml.classification import LogisticRegression
    from pyspark.ml.feature import VectorAssembler

    rows = [(0, 0.0, 1.0, 0.0), (1, 1.0, 0.0, 1.0), (2, 0.5, 0.5, 1.0)]
    frame = spark.createDataFrame(rows, "id int, x1 double, x2 double, label double")
    stages = [VectorAssembler(inputCols=["x1", "x2"], outputCol="features"), LogisticRegression()]
    columns = Pipeline(stages=stages).fit(frame).transform(frame).columns
    return matching(len(columns), {"five": 5, "six": 6, "seven": 7, "eight": 8})


@proves("mla-spark-ml-001")
def bins_for_the_largest_feature(folder: Path, spark: Any) -> Verdicts:
    from pyspark.ml import Pipeline
    from pyspark.ml.classification import RandomForestClassifier
    from pyspark.ml.feature import StringIndexer, VectorAssembler

    rows = [(f"c{i % 45}", f"p{i % 120}", float(i), float(i % 2)) for i in range(3_000)]
    train = spark.createDataFrame(rows, "city string, product string, price double, y double").cache()
    stages = [
        StringIndexer(inputCols=["city", "product"], outputCols=["city_ix", "product_ix"]),
        VectorAssembler(inputCols=["city_ix", "product_ix", "price"], outputCol="features"),
    ]
    assembled = Pipeline(stages=stages).fit(train).transform(train)

    def runs(bins: int) -> bool:
        try:
            RandomForestClassifier(labelCol="y", maxBins=bins, numTrees=1, maxDepth=1).fit(assembled)
        except Exception:
            return False
        return True

    claims = {"b3000": 3000, "b45": 45, "b165": 165, "b120": 120}
    return matching(min(bins for bins in claims.values() if runs(bins)), claims)
