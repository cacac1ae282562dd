"""What a training needs, and what more machines give it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-when-to-scale-003")
def smallest_node(folder: Path) -> Verdicts:
    data = 60e6 * 50 * 8 / 1e9
    needed = 3 * data + 4
    sizes = {"gb-16": 16, "gb-32": 32, "gb-64": 64, "gb-128": 128}
    return matching(min(size for size in sizes.values() if size >= needed), sizes)


@proves("mla-when-to-scale-002")
def time_with_one_long_fit(folder: Path) -> Verdicts:
    from heapq import heapify, heappop, heappush

    fits = [20] + [2] * 86
    free = [0] * 16
    heapify(free)
    for minutes in fits:
        heappush(free, heappop(free) + minutes)
    return matching(12 + max(free), {"m15": 15, "m24": 24, "m32": 32, "m44": 44})


@proves("mla-when-to-scale-004")
def steps_with_more_tasks_than_cores(folder: Path, spark: Any) -> Verdicts:
    from math import ceil

    import optuna
    from pyspark import TaskContext
    from sklearn.linear_model import LogisticRegression

    rows = [[0.0], [1.0], [2.0], [3.0]]
    inside: dict[str, list[bool]] = {"step1": [], "step4": []}

    class Fit(LogisticRegression):  # type: ignore[misc]
        def fit(self, *data: Any) -> Any:
            inside[self.step].append(TaskContext.get() is not None)
            return super().fit(*data)

    def fitted(step: str) -> Any:
        model = Fit()
        model.step = step
        return model.fit(rows, [0, 1, 0, 1])

    def objective(trial: Any) -> float:
        return float(fitted("step4").score(rows, [0, 1, 0, 1]))

    fitted("step1")
    optuna.create_study().optimize(objective, n_trials=4, n_jobs=2)
    sales = spark.range(64).selectExpr("id % 16 AS region")
    tasks = {
        "step1": sum(inside["step1"]),
        "step2": sales.select("region").distinct().count(),
        "step3": spark.range(960).repartition(480).rdd.getNumPartitions(),
        "step4": sum(inside["step4"]),
    }
    return {step: ceil(count / (12 * 8)) < ceil(count / (4 * 8)) for step, count in tasks.items()}
