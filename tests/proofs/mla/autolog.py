"""What autologging records, and where."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-autolog-003")
def runs_with_c_and_logged_models(folder: Path) -> Verdicts:
    import mlflow
    from sklearn.datasets import make_classification
    from sklearn.linear_model import LogisticRegression

    features, labels = make_classification(60, random_state=0)
    mlflow.sklearn.autolog(log_models=False)
    LogisticRegression(C=0.1).fit(features, labels)
    with mlflow.start_run(run_name="second"):
        fitted = LogisticRegression(C=1.0).fit(features, labels)
        mlflow.sklearn.log_model(fitted, name="model")
    mlflow.sklearn.autolog(disable=True)
    with mlflow.start_run(run_name="third"):
        fitted = LogisticRegression(C=10.0).fit(features, labels)
        mlflow.log_metric("train_accuracy", fitted.score(features, labels))
    runs = mlflow.search_runs()
    observed = int(runs["params.C"].notna().sum()), len(mlflow.search_logged_models(output_format="list"))
    return matching(
        observed,
        {
            "three-runs-two-models": (3, 2),
            "three-runs-one-model": (3, 1),
            "two-runs-one-model": (2, 1),
            "two-runs-two-models": (2, 2),
        },
    )
