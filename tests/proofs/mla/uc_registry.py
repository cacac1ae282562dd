"""Which logged models have the signature that Unity Catalog asks for: one with inputs and outputs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-uc-registry-004")
def signatures_with_inputs_and_outputs(folder: Path) -> Verdicts:
    import mlflow
    import pandas as pd
    from mlflow.models import infer_signature
    from sklearn.linear_model import LinearRegression

    frame = pd.DataFrame({"x": [0.0, 1.0, 2.0]})
    model = LinearRegression().fit(frame, [0.0, 1.0, 2.0])
    ways: tuple[dict[str, Any], ...] = (
        {"signature": infer_signature(frame)},
        {"input_example": frame.head(3)},
        {"signature": infer_signature(frame, model.predict(frame))},
        {},
    )
    complete = 0
    for number, way in enumerate(ways):
        info = mlflow.sklearn.log_model(model, name=f"m{number}", pip_requirements=[], **way)
        signature = mlflow.models.get_model_info(info.model_uri).signature
        complete += bool(signature and signature.inputs and signature.outputs)
    return matching(complete, {"one": 1, "two": 2, "three": 3, "four": 4})
