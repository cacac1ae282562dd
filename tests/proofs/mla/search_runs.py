"""What a search for runs returns."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-search-runs-004")
def rows_that_differ_in_a_parameter(folder: Path) -> Verdicts:
    import mlflow

    with mlflow.start_run(run_name="search"):
        for c in (0.1, 1, 10):
            with mlflow.start_run(nested=True):
                mlflow.log_param("C", c)
                mlflow.log_metric("f1", 0.5)
    rows = len(mlflow.search_runs(filter_string="params.C != '1'"))
    return matching(rows, {"four": 4, "three": 3, "two": 2, "none": 0})


@proves("mla-search-runs-005")
def value_of_a_metric_with_steps(folder: Path) -> Verdicts:
    import mlflow

    with mlflow.start_run():
        for step, value in ((0, 0.9), (3, 0.6), (1, 0.3), (2, 0.4)):
            mlflow.log_metric("loss", value, step=step)
    (shown,) = mlflow.search_runs()["metrics.loss"]
    return matching(shown, {"first": 0.9, "highest-step": 0.6, "lowest": 0.3, "last-written": 0.4})
