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

    space = {"max_depth": hp.choice("max_depth", [2, 4, 6, 8, 10])}
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


@proves("mla-hyperopt-001")
def what_best_stands_for(folder: Path) -> Verdicts:
    import numpy as np
    from hyperopt import STATUS_OK, Trials, fmin, hp, rand

    tried: list[tuple[float, float]] = []
    space = {
        "max_depth": hp.choice("max_depth", [2, 4, 8, 16]),
        "min_samples_leaf": hp.quniform("min_samples_leaf", 1, 8, 1),
    }

    def objective(params: Any) -> dict[str, Any]:
        tried.append((params["max_depth"], params["min_samples_leaf"]))
        return {"loss": float(np.random.default_rng(len(tried)).random()), "status": STATUS_OK}

    trials = Trials()
    options = {"rstate": np.random.default_rng(0), "show_progressbar": False, "trials": trials}
    fmin(objective, space, algo=rand.suggest, max_evals=300, **options)
    found = {
        tried[trial["tid"]]
        for trial in trials.trials
        if trial["misc"]["vals"] == {"max_depth": [2], "min_samples_leaf": [4.0]}
    }
    claims = {"value-value": (2, 4), "value-index": (2, 5), "index-value": (8, 4), "index-index": (8, 5)}
    return {option: found == {claim} for option, claim in claims.items()}


@proves("mla-hyperopt-002")
def share_of_a_decade(folder: Path) -> Verdicts:
    import numpy as np
    from hyperopt import hp
    from hyperopt.pyll.stochastic import sample

    space = hp.loguniform("lr", np.log(0.001), np.log(1))
    generator = np.random.default_rng(0)
    above = sum(sample(space, rng=generator) > 0.1 for _ in range(3_000)) / 10
    claims = {"n100": 100, "n270": 270, "n200": 200, "n150": 150}
    nearest = min(claims.values(), key=lambda count: abs(count - above))
    return {option: count == nearest for option, count in claims.items()}
