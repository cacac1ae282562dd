"""What autologging records, and where."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.proofs.protocol import Verdicts, holding, matching, proves


@proves("mla-autolog-002")
def what_is_missing(folder: Path) -> Verdicts:
    import mlflow
    import pandas as pd
    from sklearn.datasets import make_classification
    from sklearn.metrics import f1_score

    mlflow.sklearn.autolog(log_input_examples=True, log_datasets=False)

    from sklearn.linear_model import LogisticRegression

    values, labels = make_classification(80, n_features=4, random_state=0)
    features = pd.DataFrame(values, columns=["a", "b", "c", "d"])
    x_train, x_test, y_train, y_test = features[:60], features[60:], labels[:60], labels[60:]
    with mlflow.start_run() as run:
        clf = LogisticRegression(C=0.5).fit(x_train, y_train)
        f1_score(y_test, clf.predict(x_test))
        clf.score(x_test, y_test)
    stored = mlflow.get_run(run.info.run_id)
    after_training = [key for key in stored.data.metrics if not key.startswith("training_")]
    model = mlflow.models.get_model_info(mlflow.search_logged_models(output_format="list")[0].model_uri)
    return holding(
        {
            "test-f1": lambda: not any(key.startswith("f1_score") for key in after_training),
            "test-accuracy": lambda: (
                not any(key.startswith("LogisticRegression_score") for key in after_training)
            ),
            "signature": lambda: model.signature is None,
            "input-example": lambda: model.saved_input_example_info is None,
            "data-set": lambda: not stored.inputs.dataset_inputs,
        }
    )


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


@proves("mla-autolog-004")
def line_for_small_runs(folder: Path) -> Verdicts:
    import mlflow
    import pandas as pd
    from mlflow.utils.autologging_utils import AUTOLOGGING_INTEGRATIONS
    from sklearn.datasets import make_classification
    from sklearn.ensemble import RandomForestClassifier
    from xgboost import XGBClassifier

    values, labels = make_classification(60, n_features=4, random_state=0)
    features = pd.DataFrame(values, columns=["a", "b", "c", "d"])

    def fulfils(name: str, added_line: Callable[[], object]) -> bool:
        AUTOLOGGING_INTEGRATIONS.clear()
        mlflow.set_experiment(name)
        mlflow.autolog()
        added_line()
        RandomForestClassifier(n_estimators=3).fit(features, labels)
        XGBClassifier(n_estimators=3).fit(features, labels)
        runs = mlflow.search_runs()
        forest = runs[runs.get("params.min_samples_leaf", pd.Series(None, runs.index)).notna()]
        boosted = runs[runs.get("params.learning_rate", pd.Series(None, runs.index)).notna()]
        with_model = {model.source_run_id for model in mlflow.search_logged_models(output_format="list")}
        return len(forest) == 1 and with_model == set(boosted["run_id"])

    return holding(
        {
            "sklearn-off": lambda: fulfils("one", lambda: mlflow.sklearn.autolog(disable=True)),
            "sklearn-no-models": lambda: fulfils("two", lambda: mlflow.sklearn.autolog(log_models=False)),
            "xgboost-off": lambda: fulfils("three", lambda: mlflow.xgboost.autolog(disable=True)),
            "xgboost-no-models": lambda: fulfils("four", lambda: mlflow.xgboost.autolog(log_models=False)),
        }
    )


@proves("mla-autolog-005")
def open_and_own_runs(folder: Path) -> Verdicts:
    import mlflow
    from sklearn.datasets import make_classification
    from sklearn.linear_model import LogisticRegression

    features, labels = make_classification(60, random_state=0)
    mlflow.sklearn.autolog(log_models=False, exclusive=True)
    with mlflow.start_run(run_name="report") as report:
        LogisticRegression(C=1.0).fit(features, labels)
        mlflow.log_metric("cost", 12.5)
    LogisticRegression(C=10.0).fit(features, labels)
    observed = len(mlflow.search_runs()), "C" in mlflow.get_run(report.info.run_id).data.params
    return matching(
        observed,
        {
            "two-with": (2, True),
            "three-with": (3, True),
            "two-without": (2, False),
            "three-without": (3, False),
        },
    )
