"""Costs, class shares and resampling where one class is rare."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-imbalance-001")
def cheapest_threshold(folder: Path) -> Verdicts:
    flagged = {"t-01": (480, 9000), "t-03": (450, 2000), "t-05": (350, 300), "t-07": (200, 20)}
    costs = {
        option: 5 * (frauds + legitimate) + 2000 * (500 - frauds)
        for option, (frauds, legitimate) in flagged.items()
    }
    return matching(min(costs.values()), costs)


@proves("mla-imbalance-002")
def share_behind_a_score(folder: Path) -> Verdicts:
    from fractions import Fraction

    score, drawn = Fraction(60, 100), Fraction(1, 4)
    spam, genuine = score / drawn, 1 - score
    percent = round(100 * spam / (spam + genuine))
    return matching(percent, {"p-27": 27, "p-60": 60, "p-15": 15, "p-86": 86})


@proves("mla-imbalance-003")
def rows_that_are_fitted_and_scored(folder: Path) -> Verdicts:
    import numpy as np
    from imblearn.over_sampling import RandomOverSampler
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import cross_val_score

    seen: set[tuple[str, int]] = set()

    class Counting(LogisticRegression):  # type: ignore[misc]
        def fit(self, features: Any, labels: Any) -> Any:
            seen.add(("fitted", len(features)))
            return super().fit(features, labels)

        def decision_function(self, features: Any) -> Any:
            seen.add(("scored", len(features)))
            return super().decision_function(features)

    labels = np.repeat([1, 0], [50, 950])
    features = np.random.default_rng(0).normal(size=(1000, 2)) + labels[:, None]
    even, even_labels = RandomOverSampler(random_state=0).fit_resample(features, labels)
    cross_val_score(Counting(), even, even_labels, cv=5, scoring="average_precision", error_score="raise")
    return matching(
        seen,
        {
            "plain-plain": {("fitted", 800), ("scored", 200)},
            "resampled-resampled": {("fitted", 1520), ("scored", 380)},
            "resampled-plain": {("fitted", 1520), ("scored", 200)},
            "plain-resampled": {("fitted", 800), ("scored", 380)},
        },
    )
