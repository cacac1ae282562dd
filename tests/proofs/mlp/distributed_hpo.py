"""How Optuna's trials reach Spark, and what a resumed study knows."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, holding, matching, proves


class _Asked(Exception):
    """The study has asked Spark for its tasks."""


class _Recorder:
    """A Spark session that notes how many trials fall to each task."""

    def __init__(self, spark: Any) -> None:
        self.spark = spark
        self.shares: list[int] = []

    def range(self, **arguments: Any) -> Any:
        frame = self.spark.range(**arguments)
        self.shares = frame.rdd.mapPartitions(lambda rows: [sum(1 for _ in rows)]).collect()
        raise _Asked


@proves("mlp-distributed-hpo-001")
def fewest_tasks_in_time(folder: Path, spark: Any) -> Verdicts:
    from mlflow.pyspark.optuna.study import MlflowSparkStudy

    spark.sparkContext.pythonExec = sys.executable
    study = MlflowSparkStudy("churn-gbm", _storage("tuning"))
    offered = {"eight": 8, "sixteen": 16, "twenty-four": 24, "all": -1}
    tasks = {}
    for option, jobs in offered.items():
        recorder = _Recorder(spark)
        study.spark = recorder
        try:
            study.optimize(lambda trial: 0.0, n_trials=240, n_jobs=jobs)
        except _Asked:
            if 4 * max(recorder.shares) + 3 <= 45:
                tasks[option] = len(recorder.shares)
    fewest = min(tasks, key=lambda option: tasks[option])
    return matching(fewest, {option: option for option in offered})


@proves("mlp-distributed-hpo-003")
def studies_that_can_fit_in_time(folder: Path, spark: Any) -> Verdicts:
    import optuna
    from pyspark.ml.feature import StandardScaler
    from pyspark.ml.functions import array_to_vector
    from pyspark.sql.functions import array, col

    spark.sparkContext.pythonExec = sys.executable
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    frame = spark.range(20).select(array_to_vector(array(col("id").cast("double"))).alias("x"))

    def objective(trial: Any) -> float:
        scaler = StandardScaler(inputCol="x", outputCol="y", withMean=trial.suggest_int("mean", 0, 1) == 1)
        return float(scaler.fit(frame).std[0])

    def on_driver(jobs: int) -> bool:
        study = optuna.create_study()
        study.optimize(objective, n_trials=4, n_jobs=jobs)
        return all(trial.state.is_finished() and trial.value for trial in study.trials)

    def in_a_task(jobs: int) -> bool:
        def fit(frames: Any) -> Any:
            from pyspark.sql import SparkSession

            for each in frames:
                SparkSession.builder.master("local[1]").getOrCreate().range(1).count()
                yield each

        return bool(spark.range(0, 4, 1, jobs).mapInPandas(fit, "id long").count() == 4)

    minutes = {1: 60 * 12, 4: 60 / 4 * 13}
    return holding(
        {
            "spark-study-one": lambda: minutes[1] <= 300 and in_a_task(1),
            "plain-study-one": lambda: minutes[1] <= 300 and on_driver(1),
            "spark-study-four": lambda: minutes[4] <= 300 and in_a_task(4),
            "plain-study-four": lambda: minutes[4] <= 300 and on_driver(4),
        }
    )


@proves("mlp-distributed-hpo-004")
def starts_that_use_the_trials(folder: Path, spark: Any) -> Verdicts:
    import optuna
    from mlflow.pyspark.optuna.study import MlflowSparkStudy

    values = (0.83, 0.51, 0.70)
    made = iter(range(9))

    def finished() -> tuple[Any, Any]:
        """A storage with a study that was created without a direction and has its trials."""
        storage = _storage(f"tuning-{next(made)}")
        trials = optuna.create_study(study_name="churn-auc", storage=storage)
        for value in values:
            trials.tell(trials.ask(), value)
        return storage, MlflowSparkStudy("churn-auc", storage)

    def best_known(study: Any) -> float:
        """The AUC of the old trial that the study holds for the best."""
        known = [trial for trial in study.trials if trial.value in values]
        ranked = sorted(known, key=lambda trial: float(trial.value))
        return float(ranked[-1 if study.direction == optuna.study.StudyDirection.MAXIMIZE else 0].value)

    def with_trials() -> bool:
        storage, old = finished()
        study = MlflowSparkStudy("second", storage, direction="maximize")
        study.add_trials(old.trials)
        return best_known(study) == max(values) == study.best_value

    def without_trials() -> bool:
        storage, _ = finished()
        return best_known(MlflowSparkStudy("second", storage, direction="maximize")) == max(values)

    def other_direction() -> bool:
        storage, _ = finished()
        return best_known(MlflowSparkStudy("churn-auc", storage, direction="maximize")) == max(values)

    def negated() -> bool:
        storage, _ = finished()
        trials = optuna.load_study(study_name="churn-auc", storage=storage)
        trials.tell(trials.ask(), -0.60)
        return best_known(MlflowSparkStudy("churn-auc", storage)) == max(values)

    return holding(
        {
            "new-study-with-trials": with_trials,
            "new-study": without_trials,
            "same-name-maximize": other_direction,
            "same-name-negated": negated,
        }
    )


def _storage(name: str) -> Any:
    import mlflow
    import optuna
    from mlflow.optuna.storage import MlflowStorage

    optuna.logging.set_verbosity(optuna.logging.ERROR)
    return MlflowStorage(experiment_id=mlflow.create_experiment(name))
