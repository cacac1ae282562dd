"""What seeds fix in searches and in splits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, holding, matching, proves


@proves("mlp-seeds-and-hyperparameters-002")
def distinct_values_of_four_nights(folder: Path) -> Verdicts:
    import optuna

    optuna.logging.set_verbosity(optuna.logging.ERROR)
    url = f"sqlite:///{folder / 'study.db'}"

    def objective(trial: Any) -> float:
        lr = trial.suggest_float("lr", 1e-4, 1e-1, log=True)
        depth = trial.suggest_int("depth", 2, 12)
        return float(lr * depth)

    for trials in (25, 25, 40, 10):
        study = optuna.create_study(
            study_name="churn",
            storage=url,
            load_if_exists=True,
            sampler=optuna.samplers.RandomSampler(seed=7),
        )
        study.optimize(objective, n_trials=trials)
    values = len({trial.params["lr"] for trial in study.trials})
    claims = {"first-night": 25, "longest-night": 40, "distinct-lengths": 75, "all-different": 100}
    return matching(values, claims)


@proves("mlp-seeds-and-hyperparameters-003")
def two_executions_of_a_search(folder: Path) -> Verdicts:
    import numpy as np
    import optuna
    from sklearn.datasets import make_classification
    from sklearn.ensemble import RandomForestClassifier
    from sklearn.model_selection import KFold, cross_val_score

    optuna.logging.set_verbosity(optuna.logging.ERROR)
    features, labels = make_classification(90, n_informative=5, flip_y=0.3, random_state=0)

    def objective(trial: Any) -> float:
        forest = RandomForestClassifier(
            n_estimators=10,
            max_depth=trial.suggest_int("max_depth", 2, 12),
            max_features=trial.suggest_float("max_features", 0.1, 1.0),
        )
        return float(cross_val_score(forest, features, labels, cv=KFold(3, shuffle=True)).mean())

    def execute(entropy: int) -> tuple[list[Any], list[Any]]:
        np.random.seed(entropy)  # two executions differ, and the proof does not depend on chance
        study = optuna.create_study(direction="maximize", sampler=optuna.samplers.RandomSampler(seed=42))
        study.optimize(objective, n_trials=30)
        return [trial.params for trial in study.trials], [trial.value for trial in study.trials]

    (params, scores), (other_params, other_scores) = execute(1), execute(2)
    same = [one == other for one, other in zip(params, other_params, strict=True)]
    equal_scores = scores == other_scores
    return holding(
        {
            "all-equal": lambda: all(same) and equal_scores,
            "params-equal": lambda: all(same) and not equal_scores,
            "startup-equal": lambda: all(same[:10]) and not any(same[10:]) and not equal_scores,
            "none-equal": lambda: not any(same) and not equal_scores,
        }
    )


@proves("mlp-seeds-and-hyperparameters-004")
def folds_of_two_models(folder: Path) -> Verdicts:
    import numpy as np
    from sklearn.dummy import DummyClassifier
    from sklearn.model_selection import KFold, cross_val_score

    features, labels = np.arange(60).reshape(-1, 1), np.arange(60) % 2

    def same_folds(
        splitter: Any, seed: Any = None, before: Callable[[], Any] = lambda: None, jobs: Any = None
    ) -> bool:
        """Whether three models are scored on the same rows, fold by fold."""
        models: list[list[tuple[int, ...]]] = []
        for strategy in ("prior", "stratified", "uniform"):
            seen: list[tuple[int, ...]] = []

            def take_down(model: Any, rows: Any, _: Any, seen: Any = seen) -> float:
                seen.append(tuple(rows[:, 0]))
                return 0.0

            before()
            model = DummyClassifier(strategy=strategy, random_state=seed)
            cross_val_score(model, features, labels, cv=splitter, scoring=take_down, n_jobs=jobs)
            models.append(seen)
        return models[0] == models[1] == models[2]

    def folds(random_state: Any) -> Any:
        return KFold(5, shuffle=True, random_state=random_state)

    own = np.random.RandomState
    return holding(
        {
            "models-int": lambda: same_folds(folds(own(0)), seed=0),
            "folds-int": lambda: same_folds(folds(0)),
            "global-seed": lambda: same_folds(folds(own(0)), before=lambda: np.random.seed(0)),
            "no-shuffle-jobs": lambda: same_folds(folds(own(0)), jobs=1),
        }
    )
