"""How Spark divides training among tasks and rounds."""

from __future__ import annotations

import sys
import threading
from collections import Counter
from math import ceil
from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, holding, matching, proves

PARALLELISM_FIRST = "spark.sql.adaptive.coalescePartitions.parallelismFirst"


@proves("mlp-spark-ml-at-scale-001")
def calls_of_a_grouped_function(folder: Path, spark: Any) -> Verdicts:
    from pyspark.sql.functions import col, when

    spark.sparkContext.pythonExec = sys.executable
    spark.conf.set("spark.sql.shuffle.partitions", 8)
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 10_000)
    store = when(col("id") < 400_000, 0).otherwise(1 + (col("id") - 400_000) / 20_000).cast("int")
    frame = spark.range(460_000).select(store.alias("store_id"), "id")

    def fit_store(rows: Any) -> Any:
        import pandas as pd

        return pd.DataFrame({"rows": [len(rows)]})

    sizes = [row.rows for row in frame.groupBy("store_id").applyInPandas(fit_store, "rows long").collect()]
    return matching(
        (len(sizes), max(sizes)),
        {
            "per-arrow-batch": (46, 10_000),
            "per-partition": (8, 57_500),
            "per-salted-key": (11, 50_000),
            "per-group": (4, 400_000),
        },
    )


@proves("mlp-spark-ml-at-scale-002")
def periods_of_a_cross_validation(folder: Path, spark: Any) -> Verdicts:
    from pyspark.ml import Estimator, Model
    from pyspark.ml.evaluation import Evaluator
    from pyspark.ml.param import Param, Params
    from pyspark.ml.tuning import CrossValidator, ParamGridBuilder

    kept: list[Any] = []  # so that no two folds have one identity
    running: list[int] = []
    fits: Counter[int] = Counter()
    at_once, mixed = 0, False
    lock, full = threading.Lock(), threading.Event()

    class Fitted(Model):
        def _transform(self, dataset: Any) -> Any:
            return dataset

    class Watched(Estimator):
        depth: Any = Param(Params._dummy(), "depth", "depth")
        step: Any = Param(Params._dummy(), "step", "step")

        def _fit(self, dataset: Any) -> Any:
            nonlocal at_once, mixed
            with lock:
                kept.append(dataset)
                running.append(id(dataset))
                fits[id(dataset)] += 1
                at_once = max(at_once, len(running))
                mixed = mixed or len(set(running)) > 1
                if len(running) == 4:
                    full.set()
            full.wait(20)  # the first fits stay until as many run as the argument allows
            with lock:
                running.remove(id(dataset))
            return Fitted()

    class Constant(Evaluator):
        def _evaluate(self, dataset: Any) -> float:
            return 1.0

    watched = Watched()
    grid = ParamGridBuilder().addGrid(watched.depth, [3, 5, 7]).addGrid(watched.step, [0.05, 0.1]).build()
    CrossValidator(
        estimator=watched, estimatorParamMaps=grid, evaluator=Constant(), numFolds=3, parallelism=4
    ).fit(spark.range(30))
    # Folds never share a period; within one, as many fits as were seen at once do.
    assert not mixed
    periods = sum(ceil(count / at_once) for count in fits.values())
    return matching(
        10 * periods,
        {
            "pooled-without-refit": 50,
            "rounds-without-refit": 60,
            "rounds-and-refit": 70,
            "folds-together": 30,
        },
    )


@proves("mlp-spark-ml-at-scale-004")
def tasks_of_the_fits(folder: Path, spark: Any) -> Verdicts:
    spark.sparkContext.pythonExec = sys.executable
    defaults = {
        "spark.sql.shuffle.partitions": 200,
        "spark.sql.execution.arrow.maxRecordsPerBatch": 10_000,
        PARALLELISM_FIRST: False,
    }
    # 40 MB that no compression makes smaller: below one, the condition of the stem would change nothing.
    frame = spark.range(4_000).selectExpr("id % 400 AS sensor_id", "randstr(10000, 0) AS values")

    def fit_sensor(rows: Any) -> Any:
        import pandas as pd
        from pyspark import TaskContext

        context = TaskContext.get()
        assert context is not None
        return pd.DataFrame({"task": [context.partitionId()]})

    def tasks(source: Any, **changes: int) -> int:
        for key, value in (defaults | changes).items():
            spark.conf.set(key, value)
        fits = source.groupBy("sensor_id").applyInPandas(fit_sensor, "task long").collect()
        return len({row.task for row in fits})

    assert tasks(frame) == 1
    assert tasks(frame, **{PARALLELISM_FIRST: True}) > 1
    return holding(
        {
            "repartition": lambda: tasks(frame.repartition(256, "sensor_id")) >= 64,
            "shuffle-partitions": lambda: tasks(frame, **{"spark.sql.shuffle.partitions": 1_024}) >= 64,
            "arrow-batch": lambda: (
                tasks(frame, **{"spark.sql.execution.arrow.maxRecordsPerBatch": 400}) >= 64
            ),
            # A setting of the scheduler, fixed with the cluster; the plan and its one task stay as they are.
            "task-cpus": lambda: tasks(frame) >= 64,
        }
    )
