"""Penalties and early stopping."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, holding, matching, proves


@proves("mla-overfitting-001")
def argument_without_effect(folder: Path, spark: Any) -> Verdicts:
    import numpy as np
    from pyspark.ml.linalg import Vectors
    from pyspark.ml.regression import LinearRegression

    random = np.random.default_rng(0)
    features = random.normal(size=(80, 6))
    target = features @ [2, -1, 0.5, 0.1, 0, 0] + 0.3 + random.standard_t(2, 80)
    rows = [(Vectors.dense(row), float(value)) for row, value in zip(features, target, strict=True)]
    train = spark.createDataFrame(rows, ["features", "y"]).coalesce(1).cache()

    def fitted(**more: Any) -> list[float]:
        model = LinearRegression(featuresCol="features", labelCol="y", **more).fit(train)
        return [*model.coefficients, model.intercept]

    before = fitted()
    return holding(
        {
            "strength": lambda: np.allclose(fitted(regParam=0.1), before, atol=1e-6),
            "mixture": lambda: np.allclose(fitted(elasticNetParam=1.0), before, atol=1e-6),
            "intercept": lambda: np.allclose(fitted(fitIntercept=False), before, atol=1e-6),
            "loss": lambda: np.allclose(fitted(loss="huber"), before, atol=1e-6),
        }
    )


@proves("mla-overfitting-002")
def rounds_of_a_stopped_training(folder: Path) -> Verdicts:
    import numpy as np
    from xgboost import XGBClassifier

    curve = iter([0.61, 0.52, 0.47, 0.49, 0.48, 0.50, 0.45, 0.46, 0.47, 0.49])

    def loss(labels: Any, scores: Any) -> float:
        return next(curve)

    random = np.random.default_rng(0)
    features = random.normal(size=(200, 4))
    labels = (features[:, 0] + random.normal(size=200) > 0).astype(int)
    model = XGBClassifier(
        n_estimators=10, early_stopping_rounds=4, eval_metric=loss, disable_default_eval_metric=True
    )
    model.fit(features[:100], labels[:100], eval_set=[(features[100:], labels[100:])], verbose=False)
    trained = model.get_booster().num_boosted_rounds()
    answers = model.predict_proba(features)
    used = [
        rounds
        for rounds in range(1, trained + 1)
        if np.array_equal(answers, model.predict_proba(features, iteration_range=(0, rounds)))
    ]
    return matching(
        (trained, used),
        {
            "stopped-best": (6, [3]),
            "stopped-all": (6, [6]),
            "full-best": (10, [7]),
            "full-all": (10, [10]),
        },
    )


@proves("mla-overfitting-003")
def fewer_features_and_a_smaller_gap(folder: Path) -> Verdicts:
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    random = np.random.default_rng(0)
    features = random.normal(size=(1300, 400))
    labels = (features[:, :5].sum(axis=1) + random.normal(size=1300) > 0).astype(int)

    def fitted(strength: float, ratio: float) -> tuple[float, float]:
        model = LogisticRegression(solver="saga", C=strength, l1_ratio=ratio, max_iter=5000)
        model.fit(features[:300], labels[:300])
        gap = model.score(features[:300], labels[:300]) - model.score(features[300:], labels[300:])
        return gap, float(np.mean(model.coef_ != 0))

    before = fitted(1.0, 0.0)

    def serves(strength: float, ratio: float) -> bool:
        gap, kept = fitted(strength, ratio)
        return gap < before[0] - 0.1 and kept < 0.5

    return holding(
        {
            "weak-ridge": lambda: serves(20.0, 0.0),
            "weak-lasso": lambda: serves(20.0, 1.0),
            "strong-ridge": lambda: serves(0.05, 0.0),
            "strong-lasso": lambda: serves(0.05, 1.0),
        }
    )
