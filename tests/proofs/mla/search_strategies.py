"""Searches for hyperparameters: how many fits, which candidate wins."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


def _counting() -> tuple[type[Any], list[tuple[float, Any]]]:
    """An SVC that notes `C` and `gamma` of each fit, and its notes."""
    from sklearn.svm import SVC

    fits: list[tuple[float, Any]] = []

    class Counting(SVC):  # type: ignore[misc]
        def fit(self, features: Any, labels: Any) -> Any:
            fits.append((self.C, self.gamma))
            return super().fit(features, labels)

    return Counting, fits


@proves("mla-search-strategies-001")
def fits_of_two_grids(folder: Path) -> Verdicts:
    from sklearn.datasets import make_classification
    from sklearn.model_selection import GridSearchCV

    features, labels = make_classification(60, random_state=0)
    counting, fits = _counting()
    grids = [
        {"kernel": ["linear"], "C": [0.1, 1, 10]},
        {"kernel": ["rbf"], "C": [0.1, 1, 10], "gamma": [0.01, 0.1]},
    ]
    GridSearchCV(counting(), grids, cv=5, refit=False).fit(features, labels)
    claims = {"product-no-refit": 60, "sum-refit": 46, "product-refit": 61, "sum-no-refit": 45}
    return matching(len(fits), claims)


@proves("mla-search-strategies-002")
def depth_chosen_by_the_second_metric(folder: Path) -> Verdicts:
    import numpy as np
    from sklearn.base import BaseEstimator, RegressorMixin
    from sklearn.model_selection import GridSearchCV

    scores = {3: (-14.2, -9.6), 5: (-12.8, -9.1), 8: (-15.0, -8.9), 12: (-13.1, -8.4)}

    class Tree(RegressorMixin, BaseEstimator):  # type: ignore[misc]
        def __init__(self, max_depth: int = 3) -> None:
            self.max_depth = max_depth

        def fit(self, features: Any, labels: Any) -> Any:
            return self

    search = GridSearchCV(
        Tree(),
        {"max_depth": list(scores)},
        scoring={
            "rmse": lambda model, features, labels: scores[model.max_depth][0],
            "mae": lambda model, features, labels: scores[model.max_depth][1],
        },
        refit="mae",
    )
    search.fit(np.zeros((10, 1)), np.zeros(10))
    return matching(search.best_params_["max_depth"], {"d3": 3, "d5": 5, "d8": 8, "d12": 12})


@proves("mla-search-strategies-003")
def values_and_fits_of_a_grid(folder: Path) -> Verdicts:
    import numpy as np
    from sklearn.datasets import make_classification
    from sklearn.model_selection import GridSearchCV

    features, labels = make_classification(60, random_state=0)
    counting, fits = _counting()
    search = GridSearchCV(counting(), {"C": np.logspace(-2, 2, 12), "gamma": [0.01, 0.1, 1.0]}, cv=4)
    search.fit(features, labels)
    return matching(
        (len({strength for strength, _ in fits}), len(fits)),
        {
            "few-values-all-fits": (4, 49),
            "few-values-more-fits": (4, 145),
            "many-values-all-fits": (12, 49),
            "many-values-more-fits": (12, 145),
        },
    )
