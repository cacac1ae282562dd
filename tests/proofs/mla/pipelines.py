"""Stages of Spark ML pipelines: what is fitted, how often, and which columns result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


@contextmanager
def _counted_fits() -> Iterator[Counter[str]]:
    """How often an estimator of each class is fitted meanwhile."""
    from pyspark.ml.wrapper import JavaEstimator

    fits: Counter[str] = Counter()
    original = JavaEstimator._fit

    def counting(self: Any, dataset: Any) -> Any:
        fits[type(self).__name__] += 1
        return original(self, dataset)

    JavaEstimator._fit = counting
    try:
        yield fits
    finally:
        JavaEstimator._fit = original


@proves("mla-pipelines-002")
def limits_of_the_training_rows(folder: Path, spark: Any) -> Verdicts:
    from pyspark.ml import Pipeline
    from pyspark.ml.feature import MinMaxScaler, VectorAssembler

    train = spark.createDataFrame([(0.0,), (4.0,), (10.0,)], "x double")
    test = spark.createDataFrame([(5.0,), (20.0,)], "x double")
    pipeline = Pipeline(
        stages=[
            VectorAssembler(inputCols=["x"], outputCol="v"),
            MinMaxScaler(inputCol="v", outputCol="scaled"),
        ]
    )
    result = pipeline.fit(train.union(test)).transform(test)
    observed = [float(row.scaled[0]) for row in result.orderBy("x").collect()]
    claims = {"refit": [0.0, 1.0], "pooled": [0.25, 1.0], "clipped": [0.5, 1.0], "reused": [0.5, 2.0]}
    return matching(observed, claims)


@proves("mla-pipelines-003")
def stages_that_are_fitted(folder: Path, spark: Any) -> Verdicts:
    from pyspark.ml import Pipeline
    from pyspark.ml.classification import LogisticRegression
    from pyspark.ml.feature import IDF, CountVectorizer, RegexTokenizer, StringIndexer, VectorAssembler

    rows = [("no power at all", "mail", 1.0), ("a question", "phone", 0.0), ("no light", "mail", 1.0)]
    train = spark.createDataFrame(rows, "text string, channel string, urgent double")
    pipeline = Pipeline(
        stages=[
            RegexTokenizer(inputCol="text", outputCol="words"),
            CountVectorizer(inputCol="words", outputCol="tf"),
            IDF(inputCol="tf", outputCol="tfidf"),
            StringIndexer(inputCol="channel", outputCol="channel_ix"),
            VectorAssembler(inputCols=["tfidf", "channel_ix"], outputCol="features"),
            LogisticRegression(featuresCol="features", labelCol="urgent", maxIter=2),
        ]
    )
    with _counted_fits() as fits:
        pipeline.fit(train)
    return matching(fits.total(), {"six": 6, "four": 4, "three": 3, "two": 2})


@proves("mla-pipelines-004")
def cross_validator_around_a_pipeline(folder: Path, spark: Any) -> Verdicts:
    from pyspark.ml import Pipeline
    from pyspark.ml.classification import LogisticRegression
    from pyspark.ml.evaluation import BinaryClassificationEvaluator
    from pyspark.ml.feature import StandardScaler
    from pyspark.ml.linalg import Vectors
    from pyspark.ml.tuning import CrossValidator, ParamGridBuilder

    rows = [(Vectors.dense([float(n), float(n % 5)]), float(n % 2)) for n in range(30)]
    train = spark.createDataFrame(rows, ["raw", "label"]).coalesce(1).cache()
    scaler = StandardScaler(inputCol="raw", outputCol="features")
    lr = LogisticRegression(featuresCol="features", labelCol="label", maxIter=1)
    grid = ParamGridBuilder().addGrid(lr.regParam, [0.01, 0.1, 1.0, 10.0]).build()
    pipeline, judge = Pipeline(stages=[scaler, lr]), BinaryClassificationEvaluator()
    cv = CrossValidator(estimator=pipeline, estimatorParamMaps=grid, evaluator=judge, numFolds=3, seed=1)
    with _counted_fits() as fits:
        cv.fit(train)
    return matching(
        (fits["StandardScaler"], fits["LogisticRegression"]),
        {
            "both-in-folds": (13, 13),
            "scaler-once": (1, 13),
            "scaler-per-fold": (3, 12),
            "no-final-fit": (1, 12),
        },
    )


@proves("mla-pipelines-005")
def columns_of_the_result(folder: Path, spark: Any) -> Verdicts:
    from pyspark.ml import Pipeline
    from pyspark.ml.classification import LogisticRegression
    from pyspark.ml.feature import IDF, HashingTF, Tokenizer

    train = spark.createDataFrame(
        [(1, "good thing", 1.0), (2, "bad thing", 0.0)], "id int, text string, label double"
    )
    new = spark.createDataFrame([(3, "good")], "id int, text string")
    tokenizer = Tokenizer(inputCol="text", outputCol="words")
    tf = HashingTF(inputCol="words", outputCol="tf", numFeatures=64)
    idf = IDF(inputCol="tf", outputCol="features")
    model = Pipeline(stages=[tokenizer, tf, idf, LogisticRegression()]).fit(train)
    observed = len(model.transform(new).columns)
    return matching(
        observed, {"with-intermediate": 8, "prediction-only": 3, "one-per-stage": 6, "with-label": 9}
    )
