"""What a signature infers and enforces."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves, working


@proves("mla-signatures-003")
def columns_that_may_be_left_out(folder: Path) -> Verdicts:
    import pandas as pd
    from mlflow.models import infer_signature

    frame = pd.DataFrame(
        {
            "age": [41, 29, 35],
            "income": [5200.0, None, 4100.0],
            "plan": ["basic", None, "pro"],
            "city": ["Kyoto", "Osaka", "Nara"],
        }
    )
    inputs = infer_signature(frame, [0.1, 0.2, 0.3]).inputs
    optional = {column.name for column in inputs if not column.required}
    claims = {
        "income-and-plan": {"income", "plan"},
        "plan": {"plan"},
        "plan-and-city": {"plan", "city"},
        "no-column": set(),
    }
    return matching(optional, claims)


@proves("mla-signatures-004")
def parameters_that_reach_the_model(folder: Path) -> Verdicts:
    import mlflow
    import pandas as pd
    from mlflow.models import infer_signature

    class Echo(mlflow.pyfunc.PythonModel):
        def predict(self, context, model_input, params=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
            return [params]

    frame = pd.DataFrame({"a": [1.0]})
    signature = infer_signature(frame, ["text"], params={"top_k": 5, "scale": 1.0})
    info = mlflow.pyfunc.log_model(name="m", python_model=Echo(), signature=signature, pip_requirements=[])
    (received,) = mlflow.pyfunc.load_model(info.model_uri).predict(frame, params={"scale": 2, "limit": 3})
    claims = {
        "given-alone": {"scale": 2.0, "limit": 3},
        "all-three": {"top_k": 5, "scale": 2.0, "limit": 3},
        "defaults": {"top_k": 5, "scale": 1.0},
        "merged": {"top_k": 5, "scale": 2.0},
    }
    return matching(received, claims)


@proves("mla-signatures-005")
def inputs_that_a_tensor_signature_accepts(folder: Path) -> Verdicts:
    import mlflow
    import numpy as np
    import pandas as pd
    from mlflow.models import infer_signature

    class Total(mlflow.pyfunc.PythonModel):
        def predict(self, context, model_input, params=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
            return np.asarray(model_input).sum(axis=-1)

    data = np.arange(12.0).reshape(3, 4)
    signature = infer_signature(data, data.sum(axis=1))
    info = mlflow.pyfunc.log_model(name="m", python_model=Total(), signature=signature, pip_requirements=[])
    model = mlflow.pyfunc.load_model(info.model_uri)
    inputs = {
        "one-row": np.ones((1, 4)),
        "flat": np.ones(4),
        "single-precision": np.ones((2, 4), dtype="float32"),
        "frame": pd.DataFrame(np.ones((2, 4))),
        "nested-lists": [[1.0, 1.0, 1.0, 1.0]],
    }
    return working({name: lambda value=value: model.predict(value) for name, value in inputs.items()})
