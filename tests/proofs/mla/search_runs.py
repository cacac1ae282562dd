"""Which runs a search returns, and in which order."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-search-runs-002")
def deepest_as_text(folder: Path) -> Verdicts:
    import mlflow

    client = mlflow.MlflowClient()
    experiment = mlflow.set_experiment("trees").experiment_id
    for name, depth, auc in [("D", 14, 0.92), ("C", 10, 0.93), ("B", 9, 0.90), ("A", 12, 0.91)]:
        with mlflow.start_run(run_name=name):
            mlflow.log_param("max_depth", depth)
            mlflow.log_metric("val_auc", auc)
    run = client.search_runs([experiment], order_by=["params.max_depth DESC"], max_results=1)[0]
    return matching(run.info.run_name, {"run-a": "A", "run-b": "B", "run-c": "C", "run-d": "D"})


@proves("mla-search-runs-003")
def first_below_five(folder: Path) -> Verdicts:
    import mlflow

    client = mlflow.MlflowClient()
    experiment = mlflow.set_experiment("/Shared/load-forecast").experiment_id
    for hour, (name, rmse, status) in enumerate(
        [
            ("r1", 3.1, "FINISHED"),
            ("r2", 4.2, "FINISHED"),
            ("r3", 4.8, "FAILED"),
            ("r4", 4.4, "FINISHED"),
            ("r5", 5.6, "FINISHED"),
        ]
    ):
        run = client.create_run(experiment, start_time=(9 + hour) * 3_600_000, run_name=name)
        client.log_metric(run.info.run_id, "rmse", rmse)
        client.set_terminated(run.info.run_id, status)
        if name == "r4":
            client.delete_run(run.info.run_id)
    found = mlflow.search_runs(
        experiment_names=["/Shared/load-forecast"], filter_string="metrics.rmse < 5", max_results=1
    )
    return matching(
        found["tags.mlflow.runName"].tolist(), {name: [name] for name in ("r1", "r2", "r3", "r4")}
    )


@proves("mla-search-runs-004")
def unlike_eight(folder: Path) -> Verdicts:
    import mlflow

    client = mlflow.MlflowClient()
    experiment = mlflow.set_experiment("trees").experiment_id
    for name, depth, rmse, status in [
        ("A", 8, 0.40, "FINISHED"),
        ("B", 16, 0.35, "FAILED"),
        ("C", None, 0.30, "FINISHED"),
        ("D", 4, None, "FINISHED"),
        ("E", 6, 0.45, "FINISHED"),
    ]:
        run = client.create_run(experiment, run_name=name)
        if depth is not None:
            client.log_param(run.info.run_id, "max_depth", depth)
        if rmse is not None:
            client.log_metric(run.info.run_id, "rmse", rmse)
        client.set_terminated(run.info.run_id, status)
    found = mlflow.search_runs(filter_string="params.max_depth != '8' and metrics.rmse < 0.5")
    names = set(found["tags.mlflow.runName"])
    return {f"run-{name.lower()}": name in names for name in "ABCDE"}


@proves("mla-search-runs-005")
def order_without_a_metric(folder: Path) -> Verdicts:
    import mlflow

    for name, auc in {"A": 0.81, "B": None, "C": 0.74, "D": 0.88}.items():
        with mlflow.start_run(run_name=name):
            if auc is not None:
                mlflow.log_metric("auc", auc)
    found = mlflow.search_runs(order_by=["metrics.auc DESC"])["tags.mlflow.runName"].tolist()
    return matching(
        found,
        {
            "missing-first": list("BCAD"),
            "missing-last": list("CADB"),
            "missing-out": list("CAD"),
            "down": list("DACB"),
        },
    )


@proves("mla-search-runs-006")
def where_is_searched(folder: Path) -> Verdicts:
    import mlflow

    for name, runs in {"/Shared/a": 2, "/Shared/b": 3, "/Shared/c": 0}.items():
        mlflow.set_experiment(name)
        for _ in range(runs):
            with mlflow.start_run():
                pass
    observed = len(mlflow.search_runs()), len(mlflow.search_runs(search_all_experiments=True))
    return matching(
        observed, {"none-three": (0, 3), "none-five": (0, 5), "three-three": (3, 3), "three-five": (3, 5)}
    )
