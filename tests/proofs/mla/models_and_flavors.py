"""Logged models and how they are loaded."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-models-and-flavors-003")
def shapes_by_loader(folder: Path) -> Verdicts:
    import mlflow
    from sklearn.datasets import make_classification
    from sklearn.linear_model import LogisticRegression

    features, labels = make_classification(50, random_state=0)
    info = mlflow.sklearn.log_model(
        LogisticRegression().fit(features, labels),
        name="m",
        pyfunc_predict_fn="predict_proba",
        pip_requirements=[],
    )
    generic = mlflow.pyfunc.load_model(info.model_uri).predict(features).shape
    native = mlflow.sklearn.load_model(info.model_uri).predict(features).shape
    claims = {
        "both-labels": ((50,), (50,)),
        "probabilities-generic": ((50, 2), (50,)),
        "probabilities-native": ((50,), (50, 2)),
        "both-probabilities": ((50, 2), (50, 2)),
    }
    return matching((generic, native), claims)


@proves("mla-models-and-flavors-004")
def two_models_of_one_name(folder: Path) -> Verdicts:
    import mlflow
    from sklearn.datasets import make_classification
    from sklearn.linear_model import LogisticRegression

    features, labels = make_classification(50, random_state=0)
    refused = False
    with mlflow.start_run() as run:
        for c in (1, 2):
            fitted = LogisticRegression(C=c).fit(features, labels)
            try:
                mlflow.sklearn.log_model(fitted, name="model", pip_requirements=[])
            except mlflow.MlflowException:
                refused = True
    loaded = mlflow.sklearn.load_model(f"runs:/{run.info.run_id}/model").C
    kept = len(mlflow.search_logged_models(output_format="list"))
    claims = {
        "first": (2, 1, False),
        "second": (2, 2, False),
        "replaced": (1, 2, False),
        "refused": (1, 1, True),
    }
    return matching((kept, loaded, refused), claims)
