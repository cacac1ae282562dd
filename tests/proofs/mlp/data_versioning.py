"""What the digest of a dataset notices."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, proves


@proves("mlp-data-versioning-003")
def changes_without_another_digest(folder: Path) -> Verdicts:
    import mlflow
    import numpy as np
    import pandas as pd

    rows = np.arange(50_000)
    before = pd.DataFrame({"amt": rows * 0.5, "label": rows % 2})
    corrected = before.copy()
    corrected.loc[30_100:30_399, "label"] = 1 - corrected.loc[30_100:30_399, "label"]
    after = {
        "monday": pd.concat([before, before.head(200)], ignore_index=True),
        "tuesday": corrected,
        "wednesday": before.rename(columns={"amt": "amount"}),
        "thursday": before.sample(frac=1, random_state=0).reset_index(drop=True),
    }

    def digest(frame: Any) -> str:
        dataset: Any = mlflow.data.from_pandas(frame, source="export.csv", name="claims")
        return str(dataset.digest)

    return {day: digest(frame) == digest(before) for day, frame in after.items()}
