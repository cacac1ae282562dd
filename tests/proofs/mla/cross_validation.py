"""Folds: which rows belong to them, how long they take, what order does to them."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-cross-validation-002")
def rows_of_the_third_fold(folder: Path) -> Verdicts:
    import numpy as np
    from sklearn.model_selection import TimeSeriesSplit

    folds = list(TimeSeriesSplit(n_splits=4, gap=1).split(np.zeros((10, 1))))
    training, validation = (tuple(int(row) + 1 for row in rows) for rows in folds[2])
    return matching(
        (training, validation),
        {
            "gap-before": ((1, 2, 3, 4, 5), (7, 8)),
            "no-gap": ((1, 2, 3, 4, 5, 6), (7, 8)),
            "gap-after": ((1, 2, 3, 4, 5, 6), (8, 9)),
            "second-fold": ((1, 2, 3), (5, 6)),
        },
    )


@proves("mla-cross-validation-003")
def folds_within_an_hour(folder: Path) -> Verdicts:
    from math import ceil

    candidates, at_a_time, minutes, limit = 6, 1, 4, 60

    def duration(folds: int) -> int:
        return folds * ceil(candidates / at_a_time) * minutes + minutes

    most = max(folds for folds in range(2, 60) if duration(folds) <= limit)
    return matching(most, {"serial": 2, "with-refit": 4, "without-refit": 5, "one-candidate": 14})


@proves("mla-cross-validation-005")
def folds_of_sorted_classes(folder: Path) -> Verdicts:
    from sklearn.datasets import load_iris
    from sklearn.model_selection import KFold, cross_val_score
    from sklearn.tree import DecisionTreeClassifier

    features, labels = load_iris(return_X_y=True)
    scores = cross_val_score(DecisionTreeClassifier(random_state=0), features, labels, cv=KFold(n_splits=3))
    claims = {"absent-class": 0.0, "chance": 0.33, "two-of-three": 0.67, "stratified": 0.96}
    return matching(round(float(scores.mean()), 2), claims)
