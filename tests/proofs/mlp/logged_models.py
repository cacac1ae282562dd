"""Which logged model a search, a URI or a metric leads to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


def _log_checkpoint(value: float, **arguments: Any) -> Any:
    """Log a model that always predicts this value."""
    import mlflow
    from sklearn.dummy import DummyRegressor

    model = DummyRegressor(strategy="constant", constant=value).fit([[0.0], [1.0]], [0.0, value])
    signature = mlflow.models.infer_signature([[0.0]], [value])
    return mlflow.sklearn.log_model(model, pip_requirements=[], signature=signature, **arguments)


@proves("mlp-logged-models-001")
def checkpoint_that_is_registered(folder: Path) -> Verdicts:
    import mlflow

    values = {"oak": (0.90, 0.95, 0.84), "elm": (0.91, 0.88, 0.89), "ash": (0.86, 0.93, 0.87)}
    for name, of_run in values.items():
        with mlflow.start_run(run_name=name):
            for epoch, auc in enumerate(of_run, start=1):
                info = _log_checkpoint(auc, name="ckpt", step=epoch)
                mlflow.log_metric("val_auc", auc, step=epoch, model_id=info.model_id)
    best: Any = mlflow.search_runs(order_by=["metrics.val_auc DESC"]).iloc[0]
    mlflow.register_model(f"runs:/{best.run_id}/ckpt", "default")
    predicted = mlflow.sklearn.load_model("models:/default/1").predict([[0.0]])[0]
    return matching(
        round(float(predicted), 2),
        {
            "best-checkpoint": values["oak"][1],
            "last-of-best-peak": values["oak"][2],
            "best-of-best-run": values["elm"][0],
            "last-of-best-run": values["elm"][2],
        },
    )


@proves("mlp-logged-models-002")
def model_that_the_search_picks(folder: Path) -> Verdicts:
    import mlflow
    import pandas as pd

    val = mlflow.data.from_pandas(pd.DataFrame({"a": [1.0, 2.0]}), name="val")
    holdout = mlflow.data.from_pandas(pd.DataFrame({"a": [3.0, 4.0]}), name="holdout")
    values = {"gbm-31": (0.97, 0.79), "gbm-42": (0.90, 0.88), "gbm-53": (0.92, 0.86), "gbm-64": (0.95, 0.83)}
    with mlflow.start_run():
        for name, (on_val, on_holdout) in values.items():
            info = _log_checkpoint(on_val, name=name)
            mlflow.log_metric("auc", on_val, model_id=info.model_id, dataset=val)
            mlflow.log_metric("auc", on_holdout, model_id=info.model_id, dataset=holdout)
    best: Any = mlflow.search_logged_models(
        filter_string="metrics.auc > 0.80",
        datasets=[{"dataset_name": "holdout", "dataset_digest": holdout.digest}],
        order_by=[{"field_name": "metrics.auc", "ascending": False, "dataset_name": "val"}],
        output_format="list",
    )
    return matching(best[0].name, {name: name for name in values})


@proves("mlp-logged-models-003")
def checkpoints_with_the_test_metric(folder: Path) -> Verdicts:
    import mlflow

    models = []
    with mlflow.start_run():
        for epoch in (1, 2, 3):
            models.append(_log_checkpoint(float(epoch), name="ckpt", step=epoch).model_id)
            mlflow.log_metric("val_auc", 0.8 + 0.01 * epoch, step=epoch)
        mlflow.log_metric("test_auc", 0.88)
    metrics = [{each.key for each in mlflow.get_logged_model(model).metrics or []} for model in models]
    assert all("val_auc" in of_model for of_model in metrics)
    observed = {epoch for epoch, of_model in enumerate(metrics, start=1) if "test_auc" in of_model}
    return matching(observed, {"every": {1, 2, 3}, "last": {3}, "none": set(), "first": {1}})
