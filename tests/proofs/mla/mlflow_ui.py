"""The filter language, which the search box of an experiment shares with the search API."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, holding, proves

RUNS = {
    "R1": ("gbt", 0.90),
    "R2": ("gbt-dart", 0.92),
    "R3": ("GBT-goss", 0.95),
    "R4": ("forest", 0.93),
}


@proves("mla-mlflow-ui-003")
def filter_for_two_runs(folder: Path) -> Verdicts:
    import mlflow

    for name, (model, auc) in RUNS.items():
        with mlflow.start_run(run_name=name):
            mlflow.log_param("model", model)
            mlflow.log_metric("val_auc", auc)

    def shows(text: str) -> bool:
        return set(mlflow.search_runs(filter_string=text)["tags.mlflow.runName"]) == {"R1", "R2"}

    return holding(
        {
            "like-above": lambda: shows("params.model LIKE 'gbt%' AND metrics.val_auc > 0.9"),
            "like-from": lambda: shows("params.model LIKE 'gbt%' AND metrics.val_auc >= 0.9"),
            "ilike-above": lambda: shows("params.model ILIKE 'gbt%' AND metrics.val_auc > 0.9"),
            "ilike-from": lambda: shows("params.model ILIKE 'gbt%' AND metrics.val_auc >= 0.9"),
        }
    )
