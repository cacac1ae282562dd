"""Errors of regressions: in which unit, and compared with what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, holding, matching, proves


@proves("mla-regression-metrics-001")
def dollars_after_a_transformed_target(folder: Path) -> Verdicts:
    import numpy as np
    from sklearn.compose import TransformedTargetRegressor
    from sklearn.linear_model import Ridge
    from sklearn.metrics import root_mean_squared_error

    random = np.random.default_rng(0)
    features = random.normal(size=(300, 2))
    prices = np.exp(12 + features @ [0.5, 0.3] + random.normal(0, 0.3, 300))
    model = TransformedTargetRegressor(regressor=Ridge(), func=np.log1p, inverse_func=np.expm1)
    pred = model.fit(features[:200], prices[:200]).predict(features[200:])
    tested = prices[200:]
    by_hand = np.exp(Ridge().fit(features[:200], np.log1p(prices[:200])).predict(features[200:])) - 1
    dollars = float(np.sqrt(np.mean((tested - by_hand) ** 2)))

    def gives(actual: Any, predicted: Any) -> bool:
        return bool(np.isclose(root_mean_squared_error(actual, predicted), dollars))

    return holding(
        {
            "log-scale": lambda: gives(np.log1p(tested), pred),
            "both-logs": lambda: gives(np.log1p(tested), np.log1p(pred)),
            "expm1": lambda: gives(tested, np.expm1(pred)),
            "as-predicted": lambda: gives(tested, pred),
        }
    )


@proves("mla-regression-metrics-003")
def training_mean_on_test_rows(folder: Path) -> Verdicts:
    import numpy as np
    from sklearn.dummy import DummyRegressor
    from sklearn.metrics import r2_score

    baseline = DummyRegressor(strategy="mean").fit(np.zeros((4, 1)), [10, 20, 30, 60])
    observed = round(float(r2_score([10, 20, 30], baseline.predict(np.zeros((3, 1))))), 2)
    return matching(observed, {"zero": 0.0, "negative": -1.5, "swapped": 0.6, "ratio": 2.5})
