"""What a signature is inferred to be, what it enforces, and how it is changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, holding, matching, proves, working


def _batch_model(inputs: Any, outputs: Any, **more: Any) -> Callable[[Any], Any]:
    """The `predict` of a logged model with this signature that answers with zeros."""
    import mlflow
    import numpy as np

    class Zeros(mlflow.pyfunc.PythonModel):  # type: ignore[misc]
        def predict(self, context: Any, model_input: Any, params: Any = None) -> Any:
            return np.zeros(len(model_input), dtype="int64")

    signature = mlflow.models.ModelSignature(inputs, outputs, **more)
    uri = mlflow.pyfunc.log_model(
        name="m", python_model=Zeros(), signature=signature, pip_requirements=[]
    ).model_uri
    predict: Callable[[Any], Any] = mlflow.pyfunc.load_model(uri).predict
    return predict


@proves("mla-signatures-001")
def accepted_batches(folder: Path) -> Verdicts:
    import mlflow
    import pandas as pd

    x_train = pd.DataFrame({"age": [20, 30, 40], "income": [1.0, 2.0, 3.0]})
    schema = mlflow.models.infer_signature(x_train.astype({"age": "float64"}), [0, 1, 0])
    predict = _batch_model(schema.inputs, schema.outputs)
    batches = {
        1: x_train,
        2: x_train.assign(age=[20.0, None, 40.0]),
        3: x_train.astype({"age": "float32"}),
    }
    accepted = {
        int(number)
        for number, fine in working({str(k): lambda k=k: predict(batches[k]) for k in batches}).items()
        if fine
    }
    return matching(
        accepted, {"two": {2}, "one-two": {1, 2}, "two-three": {2, 3}, "one-two-three": {1, 2, 3}}
    )


@proves("mla-signatures-002")
def rejected_batch(folder: Path) -> Verdicts:
    import pandas as pd
    from mlflow.types import ColSpec, Schema

    schema = Schema(
        [ColSpec("integer", "age"), ColSpec("double", "income"), ColSpec("string", "segment", required=False)]
    )
    predict = _batch_model(schema, Schema([ColSpec("long")]))
    base = pd.DataFrame({"age": [20, 30], "income": [1.0, 2.0], "segment": ["a", "b"]})
    batches = {
        "narrower-float": base.astype({"age": "int32", "income": "float32"}),
        "long-age": base.astype({"age": "int64"}),
        "no-segment": base.astype({"age": "int16"})[["age", "income"]],
        "extra-column": base.assign(city="x").astype({"age": "int32"})[["age", "income", "city"]],
    }
    passed = working({name: lambda batch=batch: predict(batch) for name, batch in batches.items()})
    return {name: not fine for name, fine in passed.items()}


@proves("mla-signatures-003")
def parameters_at_prediction(folder: Path) -> Verdicts:
    import mlflow
    import pandas as pd

    class Ranker(mlflow.pyfunc.PythonModel):  # type: ignore[misc]
        def predict(self, context: Any, model_input: Any, params: Any = None) -> Any:
            return list(range(params["top_k"]))

    items = pd.DataFrame({"user": [1.0]})
    signature = mlflow.models.infer_signature(items, [0], params={"top_k": 3})
    uri = mlflow.pyfunc.log_model(
        name="ranker", python_model=Ranker(), signature=signature, pip_requirements=[]
    ).model_uri
    model = mlflow.pyfunc.load_model(uri)

    def count(**arguments: Any) -> int | str:
        try:
            return len(model.predict(items, **arguments))
        except Exception:
            return "error"

    observed = count(), count(params={"top_k": 5, "diversity": 0.2})
    return matching(
        observed,
        {
            "three-five": (3, 5),
            "three-error": (3, "error"),
            "error-five": ("error", 5),
            "error-error": ("error", "error"),
        },
    )


@proves("mla-signatures-004")
def repaired_in_place(folder: Path) -> Verdicts:
    import mlflow
    import pandas as pd
    from sklearn.linear_model import LogisticRegression

    x_train = pd.DataFrame({"age": [20.0, 30.0, 40.0, 50.0]})
    clf = LogisticRegression().fit(x_train, [0, 1, 0, 1])
    signature = mlflow.models.infer_signature(x_train, clf.predict(x_train))
    client = mlflow.MlflowClient()

    def log(more: list[str] | None = None) -> Any:
        wanted = ["scikit-learn", *(more or [])]
        return mlflow.sklearn.log_model(clf, name="m", signature=signature, pip_requirements=wanted)

    def fulfils(name: str, step: Callable[[Any], object]) -> bool:
        """A model asks for the library, and no second model is stored."""
        mlflow.set_experiment(name)
        info = log()
        step(info)
        models = mlflow.search_logged_models(output_format="list")
        files = [Path(mlflow.artifacts.download_artifacts(f"models:/{one.model_id}")) for one in models]
        asked = ["xgboost" in (file / "requirements.txt").read_text(encoding="utf-8") for file in files]
        return asked == [True]

    return holding(
        {
            "set-signature": lambda: fulfils(
                "one", lambda info: mlflow.models.set_signature(info.model_uri, signature)
            ),
            "log-again": lambda: fulfils("two", lambda _: log(["xgboost"])),
            "set-tags": lambda: fulfils(
                "three",
                lambda info: client.set_logged_model_tags(info.model_id, {"requirements": "xgboost"}),
            ),
            "update-requirements": lambda: fulfils(
                "four",
                lambda info: mlflow.models.update_model_requirements(info.model_uri, "add", ["xgboost"]),
            ),
        }
    )


@proves("mla-signatures-005")
def optional_by_inference(folder: Path) -> Verdicts:
    import mlflow
    import pandas as pd

    x_train = pd.DataFrame(
        {
            "age": [20.0, None, 40.0],
            "income": [1.0, 2.0, 3.0],
            "segment": ["a", None, "b"],
            "region": ["n", "s", "n"],
        }
    )
    schema = mlflow.models.infer_signature(x_train, [0, 1, 0])
    predict = _batch_model(schema.inputs, schema.outputs)
    full = x_train.assign(age=30.0, segment="a")
    batches = {
        "no-age": full.drop(columns="age"),
        "no-income": full.drop(columns="income"),
        "no-segment": full.drop(columns="segment"),
        "no-region": full.drop(columns="region"),
        "null-income": full.assign(income=[1.0, None, 3.0]),
    }
    passed = working({name: lambda batch=batch: predict(batch) for name, batch in batches.items()})
    return {name: not fine for name, fine in passed.items()}
