"""How runs are opened, closed, resumed and nested."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, holding, matching, proves


@proves("mla-experiments-and-runs-001")
def two_crashes(folder: Path) -> Verdicts:
    import mlflow

    def train(depth: int) -> None:
        raise MemoryError(depth)

    with mlflow.start_run(run_name="a") as a, contextlib.suppress(MemoryError):
        train(depth=6)
    with contextlib.suppress(MemoryError):
        b = mlflow.start_run(run_name="b")
        train(depth=8)
    mlflow.end_run()
    observed = tuple(mlflow.get_run(run.info.run_id).info.status for run in (a, b))
    return matching(
        observed,
        {
            "failed-failed": ("FAILED", "FAILED"),
            "failed-finished": ("FAILED", "FINISHED"),
            "finished-failed": ("FINISHED", "FAILED"),
            "finished-finished": ("FINISHED", "FINISHED"),
        },
    )


@proves("mla-experiments-and-runs-002")
def runs_of_two_experiments(folder: Path) -> Verdicts:
    import mlflow

    mlflow.set_experiment("/Shared/churn-trees")
    with mlflow.start_run(run_name="sweep"):
        for depth in (4, 6, 8):
            with mlflow.start_run(run_name=f"depth-{depth}", nested=True):
                mlflow.log_metric("auc", depth / 10)

    mlflow.set_experiment("/Shared/churn-linear")
    with mlflow.start_run(run_name="baseline"):
        mlflow.log_param("C", 1.0)
    mlflow.log_metric("auc", 0.7)
    mlflow.end_run()
    observed = tuple(
        len(mlflow.search_runs(experiment_names=[f"/Shared/churn-{name}"])) for name in ("trees", "linear")
    )
    return matching(
        observed,
        {
            "three-and-one": (3, 1),
            "three-and-two": (3, 2),
            "four-and-one": (4, 1),
            "four-and-two": (4, 2),
        },
    )


@proves("mla-experiments-and-runs-003")
def same_name_and_same_id(folder: Path) -> Verdicts:
    import mlflow

    with mlflow.start_run(run_name="nightly") as first:
        mlflow.log_metric("auc", 0.80)
    with mlflow.start_run(run_name="nightly"):
        mlflow.log_metric("auc", 0.84)
    with mlflow.start_run(run_id=first.info.run_id):
        mlflow.log_metric("auc", 0.82)
    observed = len(mlflow.search_runs()), mlflow.get_run(first.info.run_id).data.metrics["auc"]
    return matching(
        observed,
        {"one-82": (1, 0.82), "two-82": (2, 0.82), "two-80": (2, 0.80), "three-80": (3, 0.80)},
    )


@proves("mla-experiments-and-runs-004")
def child_in_a_loop(folder: Path) -> Verdicts:
    import mlflow

    parent = mlflow.start_run()
    parent_id = parent.info.run_id

    def fulfils(**arguments: Any) -> bool:
        with mlflow.start_run(**arguments) as run:
            pass
        active = mlflow.active_run()
        tags = mlflow.get_run(run.info.run_id).data.tags
        return (
            active is not None
            and active.info.run_id == parent_id != run.info.run_id
            and tags.get("mlflow.parentRunId") == parent_id
        )

    return holding(
        {
            "nested": lambda: fulfils(nested=True),
            "run-id": lambda: fulfils(run_id=parent_id),
            "parent-run-id": lambda: fulfils(parent_run_id=parent_id),
            "tags": lambda: fulfils(tags={"group": parent_id}),
        }
    )
