"""What Hyperopt hands to an objective."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, proves


@proves("mla-hyperopt-003")
def value_in_the_objective(folder: Path) -> Verdicts:
    import numpy as np
    from hyperopt import STATUS_OK, fmin, hp, rand

    printed: set[str] = set()

    def objective(params: Any) -> dict[str, Any]:
        printed.add(
            repr({key: value.item() if hasattr(value, "item") else value for key, value in params.items()})
        )
        return {"loss": 0.0, "status": STATUS_OK}

    space = {"max_depth": hp.quniform("max_depth", 2, 10, 2)}
    fmin(
        objective,
        space,
        algo=rand.suggest,
        max_evals=60,
        rstate=np.random.default_rng(0),
        show_progressbar=False,
    )
    claims = {
        "float": "{'max_depth': 4.0}",
        "integer": "{'max_depth': 4}",
        "list-of-integer": "{'max_depth': [4]}",
        "list": "{'max_depth': [4.0]}",
    }
    return {option: claim in printed for option, claim in claims.items()}
