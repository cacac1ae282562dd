"""Scoring a pandas batch with a logged model."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, holding, matching, proves


@proves("mla-pandas-batch-001")
def classes_from_a_model_of_probabilities(folder: Path) -> Verdicts:
    import mlflow
    import pandas as pd
    from mlflow.models import infer_signature
    from sklearn.linear_model import LogisticRegression

    rows = pd.DataFrame({"a": [0.0, 1.0, 2.0, 3.0], "b": [1.0, 0.0, 1.0, 0.0]})
    classifier = LogisticRegression().fit(rows, ["stays", "leaves", "stays", "leaves"])
    logged = mlflow.sklearn.log_model(
        classifier,
        name="churn",
        pyfunc_predict_fn="predict_proba",
        signature=infer_signature(rows, classifier.predict_proba(rows)),
        pip_requirements=[],
        serialization_format="cloudpickle",
    )
    generic = mlflow.pyfunc.load_model(logged.model_uri)
    native = mlflow.sklearn.load_model(logged.model_uri)
    classes = list(classifier.predict(rows))
    return holding(
        {
            "pyfunc-predict": lambda: generic.predict(rows).tolist() == classes,
            "pyfunc-proba": lambda: generic.predict_proba(rows).tolist() == classes,
            "sklearn-predict": lambda: native.predict(rows).tolist() == classes,
            "sklearn-proba": lambda: native.predict_proba(rows).tolist() == classes,
        }
    )


@proves("mla-pandas-batch-002")
def aligned_by_index(folder: Path) -> Verdicts:
    import numpy as np
    import pandas as pd

    frame = pd.DataFrame({"status": ["open", "closed", "open", "closed"]})
    part = frame[frame["status"] == "open"]
    predicted = np.array([20.0, 40.0])[: len(part)]
    frame["days"] = pd.Series(predicted)
    return matching(
        frame["days"].fillna(-1).tolist(),
        {
            "first-two": [20.0, 40.0, -1, -1],
            "open-rows": [20.0, -1, 40.0, -1],
            "closed-rows": [-1, 20.0, -1, 40.0],
            "last-two": [-1, -1, 20.0, 40.0],
        },
    )


@proves("mla-pandas-batch-003")
def calls_for_the_parts_of_a_file(folder: Path) -> Verdicts:
    import pandas as pd

    rows, part = 5_000, 400  # thousands stand for single rows
    file = folder / "rows.csv"
    pd.DataFrame({"x": range(rows)}).to_csv(file, index=False)
    sizes = [len(piece) for piece in pd.read_csv(file, chunksize=part)]
    seconds = 20 + sum(2 + 5 * size / 100 for size in sizes) + 30
    return matching(round(seconds), {"s302": 302, "s324": 324, "s326": 326, "s306": 306})
