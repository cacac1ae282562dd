"""What inputs, digests and copies of versions record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mlp-governance-002")
def versions_trained_on_a_delivery(folder: Path) -> Verdicts:
    import mlflow
    import pandas as pd

    deliveries = {
        digest: mlflow.data.from_pandas(pd.DataFrame({"x": [number]}), name="loans", digest=digest)
        for number, digest in enumerate(("a1", "b2", "c3"))
    }
    logged = {17: ("a1", "b2"), 18: ("b2", "a1"), 19: ("a1", "c3"), 20: ("c3", "a1"), 21: ("b2", "c3")}
    for version, (training, evaluation) in logged.items():
        with mlflow.start_run(run_name=str(version)):
            mlflow.log_input(deliveries[training], context="training")
            mlflow.log_input(deliveries[evaluation], context="evaluation")
    found = mlflow.search_runs(
        filter_string="dataset.digest = 'a1' AND dataset.context = 'training'", output_format="list"
    )
    assert {int(run.info.run_name) for run in found} == {17, 18, 19, 20}
    withdrawn = {
        int(run.info.run_name)
        for run in found
        for use in run.inputs.dataset_inputs
        if use.dataset.digest == "a1" and any(tag.value == "training" for tag in use.tags)
    }
    return matching(
        withdrawn,
        {
            "seven-to-ten": {17, 18, 19, 20},
            "seven-and-nine": {17, 19},
            "eight-and-ten": {18, 20},
            "all-five": {17, 18, 19, 20, 21},
        },
    )


@proves("mlp-governance-003")
def corrections_that_keep_the_digest(folder: Path) -> Verdicts:
    import mlflow
    import numpy as np
    import pandas as pd

    count = 25_000
    incomes = np.random.default_rng(0).normal(40_000, 5_000, count).round(2)
    extract = pd.DataFrame(
        {"id": range(1, count + 1), "income": incomes, "segment": ["a", "b"] * (count // 2)}
    )

    def corrected(row: int) -> Any:
        copy = extract.copy()
        copy.loc[row - 1, "income"] = 1.0
        return copy

    def digest(df: Any) -> str:
        return str(mlflow.data.from_pandas(df, name="customers").digest)

    before = digest(extract)
    return {
        "early-value": digest(corrected(500)) == before,
        "late-value": digest(corrected(20_000)) == before,
        "last-row": digest(extract.iloc[:-1]) == before,
        "column-name": digest(extract.rename(columns={"income": "salary"})) == before,
    }


@proves("mlp-governance-004")
def what_a_copy_of_a_copy_says(folder: Path) -> Verdicts:
    import mlflow
    from mlflow import MlflowClient

    class Churn(mlflow.pyfunc.PythonModel):
        def predict(self, context: Any, model_input: Any, params: Any = None) -> Any:
            return model_input

    client = MlflowClient()
    with mlflow.start_run():
        logged = mlflow.pyfunc.log_model(name="model", python_model=Churn(), pip_requirements=[])
    for _ in range(4):
        mlflow.register_model(logged.model_uri, "dev.ml.churn")
    client.set_model_version_tag("dev.ml.churn", "4", "gate", "passed")
    mv = client.copy_model_version("models:/dev.ml.churn/4", "staging.ml.churn")
    mv = client.copy_model_version(f"models:/staging.ml.churn/{mv.version}", "prod.ml.churn")
    v = client.get_model_version("prod.ml.churn", mv.version)
    return matching(
        f"{v.source} {v.tags.get('gate')}",
        {
            "staging-passed": "models:/staging.ml.churn/1 passed",
            "staging-none": "models:/staging.ml.churn/1 None",
            "dev-passed": "models:/dev.ml.churn/4 passed",
            "dev-none": "models:/dev.ml.churn/4 None",
        },
    )


@proves("mlp-governance-005")
def models_downstream_of_a_fault(folder: Path) -> Verdicts:
    incomes_of = {10: 40, 11: 42, 12: 43, 13: 44}
    features_of = {17: 10, 18: 11, 19: 12, 20: 10, 21: 13}
    faulty = {model for model, features in features_of.items() if 41 <= incomes_of[features] < 44}
    return matching(
        faulty,
        {
            "by-fault-dates": {17, 18},
            "by-lineage": {18, 19},
            "by-feature-dates": {18, 19, 20},
            "by-all-dates": {17, 18, 19, 20},
        },
    )
