"""What a custom model takes along when it is logged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves

NOTEBOOK = """
RATE = 2

class Price(mlflow.pyfunc.PythonModel):
    def load_context(self, context):
        with open(context.artifacts["base"]) as f:
            self.base = float(f.read())

    def predict(self, context, model_input, params=None):
        return model_input["qty"] * RATE + self.base

info = mlflow.pyfunc.log_model(
    name="price", python_model=Price(), artifacts={"base": "base.txt"}, signature=signature,
    pip_requirements=[],
)

RATE = 3
with open("base.txt", "w") as f:
    f.write("50")
"""

ENDPOINT = """
import sys
import mlflow
import pandas as pd
print("answer", mlflow.pyfunc.load_model(sys.argv[1]).predict(pd.DataFrame({"qty": [4]}))[0])
"""


@proves("mla-pyfunc-deployment-002")
def the_declared_default_of_a_parameter(folder: Path) -> Verdicts:
    import json

    import mlflow
    import pandas as pd
    from mlflow.models import infer_signature
    from mlflow.pyfunc.scoring_server import invocations

    Path("cfg.json").write_text('{"threshold": 0.4}', encoding="utf-8")

    class Flag(mlflow.pyfunc.PythonModel):  # type: ignore[misc, name-defined]
        def __init__(self, threshold: float) -> None:
            self.threshold = threshold

        def load_context(self, context: Any) -> None:
            text = Path(context.artifacts["cfg"]).read_text(encoding="utf-8")
            self.threshold = json.loads(text)["threshold"]

        def predict(self, context: Any, model_input: Any, params: Any = None) -> Any:
            limit = (params or {}).get("threshold", self.threshold)
            return (model_input["score"] >= limit).astype(int)

    scores = [0.25, 0.35, 0.45, 0.55, 0.65]
    rows = pd.DataFrame({"score": scores})
    logged = mlflow.pyfunc.log_model(
        name="flag",
        python_model=Flag(0.3),
        artifacts={"cfg": "cfg.json"},
        signature=infer_signature(rows, pd.Series([1]), params={"threshold": 0.5}),
        pip_requirements=[],
    )
    Path("cfg.json").write_text('{"threshold": 0.6}', encoding="utf-8")
    model = mlflow.pyfunc.load_model(logged.model_uri)
    body = json.dumps({"dataframe_records": rows.to_dict(orient="records")})
    answer = invocations(body, "application/json", model, model.metadata.get_input_schema()).response
    rows_back = json.loads(answer)["predictions"]
    flags = [next(iter(row.values())) if isinstance(row, dict) else row for row in rows_back]
    claims = {"init": 0.3, "logged-artifact": 0.4, "params-default": 0.5, "changed-file": 0.6}
    return matching(
        flags, {option: [int(score >= limit) for score in scores] for option, limit in claims.items()}
    )


@proves("mla-pyfunc-deployment-003")
def values_at_the_time_of_logging(folder: Path) -> Verdicts:
    import subprocess
    import sys

    import mlflow
    import pandas as pd
    from mlflow.models import infer_signature

    Path("base.txt").write_text("10", encoding="utf-8")
    cells: dict[str, Any] = {
        "__name__": "__main__",
        "mlflow": mlflow,
        "signature": infer_signature(pd.DataFrame({"qty": [1]}), pd.Series([1.0])),
    }
    exec(NOTEBOOK, cells)
    command = [sys.executable, "-c", ENDPOINT, cells["info"].model_uri]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    answer = float(printed.split("answer")[1])
    return matching(answer, {"both-new": 62.0, "rate-new": 22.0, "file-new": 58.0, "both-old": 18.0})


@proves("mla-pyfunc-deployment-004")
def settings_of_whoever_loads(folder: Path) -> Verdicts:
    import mlflow
    import pandas as pd
    from mlflow.models import infer_signature

    class Offers(mlflow.pyfunc.PythonModel):  # type: ignore[misc, name-defined]
        def __init__(self, k: int) -> None:
            self.k = k

        def predict(self, context: Any, model_input: Any, params: Any = None) -> Any:
            best = list(range(10))[: self.k]
            return [best for _ in range(len(model_input))]

    rows = pd.DataFrame({"customer": [1.0]})
    logged = mlflow.pyfunc.log_model(
        name="offers",
        python_model=Offers(k=3),
        signature=infer_signature(rows),
        pip_requirements=[],
    )
    job = mlflow.pyfunc.load_model(logged.model_uri, model_config={"k": 5})
    endpoint = mlflow.pyfunc.load_model(logged.model_uri)
    found = len(job.predict(rows)[0]), len(endpoint.predict(rows)[0])
    return matching(
        found,
        {
            "job3-endpoint3": (3, 3),
            "job3-endpoint5": (3, 5),
            "job5-endpoint3": (5, 3),
            "job5-endpoint5": (5, 5),
        },
    )
