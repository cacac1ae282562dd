"""Which request bodies a scoring server takes, and what it makes of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, failing, matching, proves


def _answer(formula: Any, columns: dict[str, list[float]], body: str, params: Any = None) -> Any:
    """Log a model that computes a formula, load it, and post a body to MLflow's scoring server."""
    import json

    import mlflow
    import pandas as pd
    from mlflow.models import infer_signature
    from mlflow.pyfunc.scoring_server import invocations

    class Formula(mlflow.pyfunc.PythonModel):  # type: ignore[misc, name-defined]
        def predict(self, context: Any, model_input: Any, params: Any = None) -> Any:
            return formula(model_input, params).tolist()

    logged = mlflow.pyfunc.log_model(
        name="model",
        python_model=Formula(),
        signature=infer_signature(pd.DataFrame(columns), params=params),
        pip_requirements=[],
    )
    model = mlflow.pyfunc.load_model(logged.model_uri)
    response = invocations(body, "application/json", model, model.metadata.get_input_schema())
    return json.loads(response.response)["predictions"]


@proves("mla-query-payloads-001")
def refused(folder: Path) -> Verdicts:
    bodies = {
        "extra-column": '{"dataframe_records": [{"age": 41, "income": 5.2, "city": "Rome"}]}',
        "null-long": '{"dataframe_records": [{"age": null, "income": 5.2}]}',
        "null-double": '{"dataframe_records": [{"age": 41, "income": null}]}',
        "rows-without-names": '{"inputs": [[41, 5.2]]}',
        "named-inputs": '{"inputs": {"age": [41], "income": [5.2]}}',
    }

    def post(body: str) -> Any:
        columns: dict[str, list[float]] = {"age": [41, 38], "income": [5.2, 3.1]}
        return _answer(lambda rows, params: rows["age"] + rows["income"], columns, body)

    return failing({option: lambda body=body: post(body) for option, body in bodies.items()})


@proves("mla-query-payloads-002")
def names_and_order(folder: Path) -> Verdicts:
    body = '{"dataframe_split": {"index": [2, 1], "columns": ["income", "age"], "data": [[5, 40], [8, 60]]}}'
    found = _answer(
        lambda rows, params: rows["age"] * 10 + rows["income"], {"age": [1.5], "income": [1.5]}, body
    )
    return matching(
        found,
        {
            "position-data-order": [90.0, 140.0],
            "name-data-order": [405.0, 608.0],
            "position-index-order": [140.0, 90.0],
            "name-index-order": [608.0, 405.0],
        },
    )


@proves("mla-query-payloads-003")
def where_parameters_belong(folder: Path) -> Verdicts:
    bodies = (
        '{"dataframe_records": [{"age": 40, "income": 5}], "params": {"k": 3.0}}',
        '{"dataframe_records": [{"age": 40, "income": 5, "k": 3.0}]}',
    )
    found = [
        _answer(
            lambda rows, params: params["k"] * (rows["age"] + rows["income"]),
            {"age": [1.5], "income": [1.5]},
            body,
            params={"k": 2.0},
        )[0]
        for body in bodies
    ]
    return matching(
        found,
        {
            "default-default": [90.0, 90.0],
            "default-sent": [90.0, 135.0],
            "sent-default": [135.0, 90.0],
            "sent-sent": [135.0, 135.0],
        },
    )


@proves("mla-query-payloads-004")
def the_smallest_body(folder: Path) -> Verdicts:
    import json

    import numpy as np
    import pandas as pd

    names = ["household_income", "years_of_membership", "visits_last_quarter", "share_of_returns"]
    values = np.random.default_rng(0).uniform(0, 1000, size=(150_000, len(names))).round(2)
    frame = pd.DataFrame(values, columns=names)

    def bodies(rows: Any) -> dict[str, str]:
        shapes: dict[str, Any] = {
            "split": {"dataframe_split": rows.to_dict(orient="split")},
            "frame-records": {"dataframe_records": rows.to_dict(orient="records")},
            "instances-records": {"instances": rows.to_dict(orient="records")},
            "inputs-list": {"inputs": rows.to_dict(orient="list")},
        }
        return {option: json.dumps(shape) for option, shape in shapes.items()}

    columns = {name: [0.5] for name in names}
    for body in bodies(frame.head(2)).values():  # each of them is accepted, or this raises
        _answer(lambda rows, params: rows[names].sum(axis=1), columns, body)
    lengths = {option: len(body) for option, body in bodies(frame).items()}
    return matching(min(lengths.values()), lengths)
