"""What families of models can and cannot express."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, holding, matching, proves


@proves("mla-algorithm-choice-001")
def forest_beyond_the_training_range(folder: Path) -> Verdicts:
    import numpy as np
    from sklearn.ensemble import RandomForestRegressor

    random = np.random.default_rng(0)
    area = np.linspace(30, 120, 1000)
    price = 2000 * area + random.normal(0, 3000, 1000)
    forest = RandomForestRegressor(random_state=0).fit(area.reshape(-1, 1), price)
    claims = {"trend": 400_000, "halfway": 320_000, "damped": 275_000, "last-leaf": 240_000}
    predicted = float(forest.predict([[200.0]])[0])
    nearest = min(claims.values(), key=lambda value: abs(value - predicted))
    return matching(nearest, claims)


@proves("mla-algorithm-choice-002")
def kilometres_and_metres(folder: Path) -> Verdicts:
    import numpy as np
    from sklearn.ensemble import GradientBoostingRegressor, RandomForestRegressor
    from sklearn.linear_model import LinearRegression, Ridge
    from sklearn.neighbors import KNeighborsRegressor

    random = np.random.default_rng(0)
    kilometres = np.column_stack(
        [random.uniform(30, 200, 400), random.integers(1, 8, 400), random.uniform(0, 10, 400)]
    )
    price = 2000 * kilometres[:, 0] - 9000 * kilometres[:, 2] + random.normal(0, 20_000, 400)
    metres = kilometres * [1, 1, 1000]

    def changes(model: Any) -> bool:
        before = model.fit(kilometres[:300], price[:300]).predict(kilometres[300:])
        after = model.fit(metres[:300], price[:300]).predict(metres[300:])
        return not np.allclose(before, after, rtol=1e-6)

    return holding(
        {
            "forest": lambda: changes(RandomForestRegressor(random_state=0)),
            "neighbours": lambda: changes(KNeighborsRegressor(n_neighbors=5)),
            "least-squares": lambda: changes(LinearRegression(fit_intercept=True)),
            "ridge": lambda: changes(Ridge(alpha=50.0, random_state=0)),
            "boosting": lambda: changes(GradientBoostingRegressor(random_state=0)),
        }
    )


@proves("mla-algorithm-choice-003")
def interaction_without_main_effects(folder: Path) -> Verdicts:
    import numpy as np
    from sklearn.ensemble import GradientBoostingClassifier
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import roc_auc_score
    from sklearn.naive_bayes import GaussianNB

    random = np.random.default_rng(0)
    both = random.uniform(-1, 1, (8000, 2))
    fails = ((both[:, 0] * both[:, 1] > 0) == (random.random(8000) < 0.9)).astype(int)

    def learns(model: Any, features: Any) -> bool:
        model.fit(features[:4000], fails[:4000])
        return bool(roc_auc_score(fails[4000:], model.predict_proba(features[4000:])[:, 1]) > 0.75)

    def boosted(depth: int, trees: int) -> Any:
        return GradientBoostingClassifier(max_depth=depth, n_estimators=trees, random_state=0)

    return holding(
        {
            "stumps": lambda: learns(boosted(1, 600), both),
            "squares": lambda: learns(LogisticRegression(C=100), np.hstack([both, both**2])),
            "bayes": lambda: learns(GaussianNB(var_smoothing=1e-9), both),
            "two-levels": lambda: learns(boosted(2, 30), both),
        }
    )
