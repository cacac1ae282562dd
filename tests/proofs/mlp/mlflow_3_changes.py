"""What MLflow 3 removed, only reports, or does otherwise than MLflow 2."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mlp-mlflow-3-changes-001")
def statements_that_work_with_a_notice(folder: Path) -> Verdicts:
    import io
    import logging
    import warnings

    import mlflow
    import pandas as pd
    from sklearn.datasets import make_classification
    from sklearn.linear_model import LogisticRegression

    features, labels = make_classification(60, random_state=0)
    model = LogisticRegression().fit(features, labels)
    df = pd.DataFrame(features, columns=[f"x{number}" for number in range(features.shape[1])])
    df = df.assign(label=[float(label) for label in labels])
    (folder / "prep.py").write_text("")

    def scorer(model_input: list[str]) -> list[str]:
        return model_input

    def predict_fn(rows: Any) -> Any:
        return model.predict(rows.to_numpy())

    requirements: dict[str, Any] = {"pip_requirements": []}
    removed: dict[str, Any] = {"code_path": ["prep.py"]}
    statements: dict[str, Callable[[], Any]] = {
        "code-path": lambda: mlflow.pyfunc.log_model(
            "scorer", python_model=scorer, **removed, **requirements
        ),
        "evaluate": lambda: mlflow.evaluate(predict_fn, df, targets="label", model_type="classifier"),
        "search-runs": lambda: mlflow.search_runs(
            filter_string="metrics.auc > 0.9", order_by=["metrics.auc DESC"]
        ),
        "run-uuid": lambda: mlflow.set_tag("source_run", mlflow.active_run().info.run_uuid),
        "artifact-path": lambda: mlflow.sklearn.log_model(model, artifact_path="model", **requirements),
    }

    def outcome(statement: Callable[[], Any]) -> str:
        said = io.StringIO()
        handler = logging.StreamHandler(said)
        logging.getLogger("mlflow").addHandler(handler)
        try:
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                statement()
        except (TypeError, AttributeError):
            return "fails"
        finally:
            logging.getLogger("mlflow").removeHandler(handler)
        notices = [str(one.message) for one in caught if issubclass(one.category, FutureWarning)]
        notices = [notice for notice in notices if "mlflow" in notice.lower()] + said.getvalue().splitlines()
        return "deprecated" if any("deprecated" in notice for notice in notices) else "works"

    with mlflow.start_run():
        return {option: outcome(statement) == "deprecated" for option, statement in statements.items()}


@proves("mlp-mlflow-3-changes-002")
def what_the_archive_holds(folder: Path) -> Verdicts:
    import mlflow
    import numpy as np
    from sklearn.dummy import DummyClassifier

    rows = np.zeros((4, 1))
    clf = DummyClassifier().fit(rows, [0, 1, 0, 1])
    (folder / "roc.png").write_bytes(b"plot")
    archive = folder / "archive"
    archive.mkdir()
    with mlflow.start_run() as run:
        mlflow.log_dict({"depth": 6}, "conf.json")
        mlflow.sklearn.log_model(clf, name="model", input_example=rows[:2], pip_requirements=[])
        with mlflow.start_run(run_name="plots", nested=True):
            mlflow.log_artifact("roc.png")
    mlflow.MlflowClient().download_artifacts(run.info.run_id, "", str(archive))
    return matching(
        {path.name for path in archive.iterdir()},
        {
            "conf": {"conf.json"},
            "conf-model": {"conf.json", "model"},
            "conf-roc": {"conf.json", "roc.png"},
            "conf-model-roc": {"conf.json", "model", "roc.png"},
        },
    )


@proves("mlp-mlflow-3-changes-003")
def default_stores(folder: Path) -> Verdicts:
    import os

    import mlflow
    from mlflow.exceptions import MlflowException
    from mlflow.tracking._tracking_service import utils

    def train(place: Path) -> str:
        """Where a run goes without a tracking URI in a folder."""
        os.chdir(place)
        os.environ.pop("MLFLOW_TRACKING_URI", None)
        mlflow.set_tracking_uri("")
        utils._tracking_uri = None
        try:
            with mlflow.start_run() as run:
                mlflow.log_param("depth", 6)
        except MlflowException:
            return "exception"
        found = [path.name for path in (place / "mlflow.db", place / "mlruns") if path.exists()]
        files = list((place / "mlruns").rglob(run.info.run_id)) if "mlruns" in found else []
        return "mlruns" if files else found[0]

    mia, container = folder / "mia", folder / "container"
    (mia / "mlruns" / "0").mkdir(parents=True)
    container.mkdir()
    (mia / "mlruns" / "0" / "meta.yaml").write_text(
        f"artifact_location: file://{mia}/mlruns/0\n"
        "experiment_id: '0'\nlifecycle_stage: active\nname: Default\n"
    )
    return matching(
        (train(mia), train(container)),
        {
            "file-file": ("mlruns", "mlruns"),
            "file-sqlite": ("mlruns", "mlflow.db"),
            "sqlite-sqlite": ("mlflow.db", "mlflow.db"),
            "error-sqlite": ("exception", "mlflow.db"),
        },
    )
