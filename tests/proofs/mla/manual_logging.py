"""What is kept when the same key, file or metric is logged again."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, holding, matching, proves


@proves("mla-manual-logging-001")
def value_and_history(folder: Path) -> Verdicts:
    import mlflow

    with mlflow.start_run() as run:
        for step, loss in [(0, 0.9), (1, 0.5), (2, 0.6)]:
            mlflow.log_metric("val_loss", loss, step=step)
        mlflow.log_metric("val_loss", 0.7, step=1)
    stored = mlflow.get_run(run.info.run_id).data.metrics["val_loss"]
    history = mlflow.MlflowClient().get_metric_history(run.info.run_id, "val_loss")
    return matching(
        (stored, len(history)),
        {"last-three": (0.7, 3), "last-four": (0.7, 4), "highest-three": (0.6, 3), "highest-four": (0.6, 4)},
    )


@proves("mla-manual-logging-002")
def correction_of_a_run(folder: Path) -> Verdicts:
    import mlflow

    with mlflow.start_run() as run:
        mlflow.set_tag("review", "open")
        mlflow.log_param("lr", 0.1)
        mlflow.log_metric("auc", 0.81)
    with contextlib.suppress(mlflow.exceptions.MlflowException), mlflow.start_run(run_id=run.info.run_id):
        mlflow.set_tag("review", "done")
        mlflow.log_param("lr", 0.05)
        mlflow.log_metric("auc", 0.84)
    data = mlflow.get_run(run.info.run_id).data
    return matching(
        (data.tags["review"], float(data.params["lr"]), data.metrics["auc"]),
        {
            "done-old-old": ("done", 0.1, 0.81),
            "done-old-new": ("done", 0.1, 0.84),
            "done-new-new": ("done", 0.05, 0.84),
            "open-old-old": ("open", 0.1, 0.81),
        },
    )


@proves("mla-manual-logging-003")
def tables_and_dictionaries(folder: Path) -> Verdicts:
    import mlflow
    import pandas as pd

    losses = {}
    with mlflow.start_run() as run:
        for epoch in range(3):
            losses[f"epoch_{epoch}"] = 0.5
            worst = pd.DataFrame({"id": [1, 2, 3, 4], "epoch": epoch})
            mlflow.log_table(worst, "worst.json")
            mlflow.log_dict(losses, "losses.json")
    rows = len(mlflow.load_table("worst.json", run_ids=[run.info.run_id]))
    kept = mlflow.artifacts.load_dict(f"{run.info.artifact_uri}/losses.json")
    return matching(
        (rows, len(kept)),
        {"four-one": (4, 1), "four-three": (4, 3), "twelve-one": (12, 1), "twelve-three": (12, 3)},
    )


@proves("mla-manual-logging-004")
def three_facts(folder: Path) -> Verdicts:
    import mlflow

    client = mlflow.MlflowClient()

    def written(call: Callable[..., Any], values: list[Any]) -> str:
        """What becomes of values that are written one after the other under one key."""
        with mlflow.start_run() as run:
            for step, value in enumerate(values):
                if call is mlflow.log_metric:
                    call("key", value, step=step)
                else:
                    call("key", value)
        data = client.get_run(run.info.run_id).data
        if "key" in data.metrics:
            return "curve" if len(client.get_metric_history(run.info.run_id, "key")) == len(values) else "?"
        return "replaced" if data.tags.get("key") == str(values[-1]) else "?"

    def refuses(call: Callable[..., Any]) -> bool:
        try:
            written(call, [17, 18])
        except mlflow.exceptions.MlflowException:
            return True
        return False

    def fulfils(rate: Callable[..., Any], reviewer: Callable[..., Any], seed: Callable[..., Any]) -> bool:
        curve = written(rate, [0.1, 0.05, 0.025]) == "curve"
        return curve and refuses(seed) and written(reviewer, ["Kim", "Lee"]) == "replaced"

    metric, param, tag = mlflow.log_metric, mlflow.log_param, mlflow.set_tag
    return holding(
        {
            "metric-param-tag": lambda: fulfils(metric, param, tag),
            "metric-tag-param": lambda: fulfils(metric, tag, param),
            "param-metric-tag": lambda: fulfils(param, metric, tag),
            "tag-param-metric": lambda: fulfils(tag, param, metric),
        }
    )


@proves("mla-manual-logging-005")
def where_files_go(folder: Path) -> Verdicts:
    import mlflow

    plots = folder / "out" / "plots"
    plots.mkdir(parents=True)
    (plots / "roc.png").write_bytes(b"roc")
    (folder / "out" / "card.md").write_text("card", encoding="utf-8")
    with mlflow.start_run() as run:
        mlflow.log_artifact("out/plots/roc.png", artifact_path="figures")
        mlflow.log_artifacts("out", artifact_path="report/out")
    kept = Path(mlflow.artifacts.download_artifacts(run.info.artifact_uri))
    found = {path.relative_to(kept).as_posix() for path in kept.rglob("roc.png")}
    return matching(
        found,
        {
            "short-short": {"figures/roc.png", "report/plots/roc.png"},
            "short-long": {"figures/roc.png", "report/out/plots/roc.png"},
            "long-short": {"figures/out/plots/roc.png", "report/plots/roc.png"},
            "long-long": {"figures/out/plots/roc.png", "report/out/plots/roc.png"},
        },
    )
