"""What a stream scores, and with which version of a model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


def _arrive(source: Path, name: str, rows: int) -> None:
    source.mkdir(exist_ok=True)
    (source / f"{name}.csv").write_text("1.0\n" * rows, encoding="utf-8")


@proves("mla-streaming-inference-002")
def rows_scored_by_three_runs(folder: Path, spark: Any) -> Verdicts:
    source, hundred = folder / "readings", 1  # a row stands for a hundred
    target = {"p": folder / "scored_p", "q": folder / "scored_q"}

    def run_both() -> None:
        batch = spark.read.schema("x double").csv(str(source)).selectExpr("x", "x * 2 AS fault")
        batch.write.mode("overwrite").parquet(str(target["p"]))
        stream = spark.readStream.schema("x double").csv(str(source)).selectExpr("x", "x * 2 AS fault")
        stream.writeStream.option("checkpointLocation", str(folder / "checkpoint")).trigger(
            availableNow=True
        ).start(str(target["q"])).awaitTermination()

    _arrive(source, "monday", 10 * hundred)
    run_both()
    _arrive(source, "tuesday", 3 * hundred)
    run_both()
    run_both()
    found = tuple(100 * spark.read.parquet(str(target[job])).count() for job in "pq")
    return matching(
        found,
        {
            "p1300-q1300": (1300, 1300),
            "p1300-q3600": (1300, 3600),
            "p3600-q1300": (3600, 1300),
            "p3600-q3600": (3600, 3600),
        },
    )


@proves("mla-streaming-inference-003")
def the_version_of_a_running_query(folder: Path, spark: Any) -> Verdicts:
    import sys

    import mlflow
    import pandas as pd
    from mlflow.models import infer_signature

    spark.sparkContext.pythonExec = sys.executable

    class Version(mlflow.pyfunc.PythonModel):  # type: ignore[misc, name-defined]
        def __init__(self, number: float) -> None:
            self.number = number

        def predict(self, context: Any, model_input: Any, params: Any = None) -> Any:
            return pd.Series([self.number] * len(model_input))

    client = mlflow.MlflowClient()
    for number in (6.0, 7.0):
        mlflow.pyfunc.log_model(
            name="fault",
            python_model=Version(number),
            signature=infer_signature(pd.DataFrame({"x": [1.0]}), pd.Series([1.0])),
            registered_model_name="fault",
            pip_requirements=[],
        )
    client.set_registered_model_alias("fault", "champion", "1")
    source, seen = folder / "readings", list[Any]()

    def start() -> Any:
        predict = mlflow.pyfunc.spark_udf(
            spark, "models:/fault@champion", result_type="double", env_manager="local"
        )
        stream = spark.readStream.schema("x double").csv(str(source)).withColumn("version", predict("x"))
        return (
            stream.writeStream.option("checkpointLocation", str(folder / "checkpoint"))
            .foreachBatch(lambda rows, batch: seen.extend(row.version for row in rows.collect()))
            .start()
        )

    _arrive(source, "first", 5)  # a row stands for a hundred
    query = start()
    query.processAllAvailable()
    client.set_registered_model_alias("fault", "champion", "2")
    _arrive(source, "second", 3)
    query.processAllAvailable()
    query.stop()
    query = start()
    _arrive(source, "third", 2)
    query.processAllAvailable()
    query.stop()
    found = len(seen), 100 * seen.count(7.0)
    claims = {"none": 0, "after-restart": 200, "after-move": 500, "everything": 1000}
    return matching(found, {option: (10, rows) for option, rows in claims.items()})


@proves("mla-streaming-inference-004")
def micro_batches_of_a_run(folder: Path, spark: Any) -> Verdicts:
    source = folder / "images"
    for number in range(10):
        _arrive(source, str(number), 1)
    batches: list[int] = []
    stream = spark.readStream.schema("x double").option("maxFilesPerTrigger", 4).csv(str(source))
    (
        stream.writeStream.option("checkpointLocation", str(folder / "checkpoint"))
        .foreachBatch(lambda rows, batch: batches.append(rows.count()))
        .trigger(availableNow=True)
        .start()
        .awaitTermination()
    )
    claims = {"one": 1, "three": 3, "four": 4, "ten": 10}
    return matching((sum(batches), len(batches)), {option: (10, count) for option, count in claims.items()})
