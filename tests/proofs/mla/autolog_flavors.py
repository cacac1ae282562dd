"""What autologging does for different libraries."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-autolog-flavors-001")
def four_trainings(folder: Path) -> Verdicts:
    import lightgbm as lgb
    import mlflow
    import numpy as np
    import pandas as pd
    import torch
    import xgboost as xgb
    from sklearn.datasets import make_classification
    from sklearn.linear_model import LogisticRegression

    values, labels = make_classification(60, n_features=4, random_state=0)
    features = pd.DataFrame(values, columns=["a", "b", "c", "d"])
    inputs = torch.tensor(values.astype(np.float32))
    targets = torch.tensor(labels.astype(np.float32))[:, None]
    mlflow.autolog()
    with mlflow.start_run(run_name="linear"):
        LogisticRegression().fit(features, labels)
    with mlflow.start_run(run_name="xgb"):
        xgb.train({"max_depth": 3}, xgb.DMatrix(features, labels), num_boost_round=20)
    with mlflow.start_run(run_name="lgb"):
        lgb.train({"num_leaves": 7, "verbose": -1}, lgb.Dataset(features, labels), num_boost_round=20)
    with mlflow.start_run(run_name="torch"):
        net = torch.nn.Linear(4, 1)
        optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
        for _ in range(20):
            optimizer.zero_grad()
            loss = torch.nn.functional.mse_loss(net(inputs), targets)
            loss.backward()
            optimizer.step()
    runs = mlflow.MlflowClient().search_runs([mlflow.tracking.fluent._get_experiment_id()])
    with_metric = sum(bool(run.data.metrics) for run in runs)
    models = mlflow.search_logged_models(output_format="list")
    return matching(
        (with_metric, len({model.source_run_id for model in models})),
        {"one-three": (1, 3), "one-four": (1, 4), "three-three": (3, 3), "three-four": (3, 4)},
    )


@proves("mla-autolog-flavors-002")
def runs_of_a_search(folder: Path) -> Verdicts:
    import mlflow
    from sklearn.datasets import make_classification
    from sklearn.ensemble import RandomForestClassifier
    from sklearn.model_selection import GridSearchCV

    features, labels = make_classification(60, n_features=4, random_state=0)
    mlflow.sklearn.autolog(max_tuning_runs=8, log_models=False)
    grid = {"max_depth": [2, 3, 4], "min_samples_leaf": [1, 2, 3, 4]}
    GridSearchCV(RandomForestClassifier(n_estimators=2, random_state=0), grid, cv=5).fit(features, labels)
    return matching(len(mlflow.search_runs()), {"six": 6, "eight": 8, "nine": 9, "thirteen": 13})


@proves("mla-autolog-flavors-003")
def value_after_early_stopping(folder: Path) -> Verdicts:
    import mlflow
    import xgboost as xgb
    from sklearn.datasets import make_classification

    features, labels = make_classification(400, n_features=10, flip_y=0.3, random_state=4)
    train = xgb.DMatrix(features[:200], labels[:200])
    valid = xgb.DMatrix(features[200:], labels[200:])
    mlflow.xgboost.autolog(log_models=False)
    curve: dict[str, dict[str, list[float]]] = {}
    with mlflow.start_run() as run:
        xgb.train(
            {"max_depth": 4, "eta": 0.6, "objective": "binary:logistic"},
            train,
            num_boost_round=200,
            evals=[(valid, "val")],
            early_stopping_rounds=3,
            evals_result=curve,
            verbose_eval=False,
        )
    rounds = curve["val"]["logloss"]
    best, last = min(rounds), rounds[-1]
    if rounds[0] == best or last == best:
        raise AssertionError("the curve has to fall first and to rise afterwards")
    stored = mlflow.get_run(run.info.run_id).data.metrics["val-logloss"]
    history = mlflow.MlflowClient().get_metric_history(run.info.run_id, "val-logloss")
    observed = abs(stored - best) < 1e-9, len(history) - len(rounds)
    return matching(
        observed,
        {
            "best-twelve": (True, 0),
            "best-thirteen": (True, 1),
            "last-twelve": (False, 0),
            "last-thirteen": (False, 1),
        },
    )


@proves("mla-autolog-flavors-004")
def runs_of_pipeline_and_cross_validation(folder: Path) -> Verdicts:
    import mlflow
    from sklearn.datasets import make_classification
    from sklearn.decomposition import PCA
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import cross_val_score
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    features, labels = make_classification(60, n_features=6, random_state=0)
    mlflow.sklearn.autolog(log_models=False)
    pipe = make_pipeline(StandardScaler(), PCA(2), LogisticRegression())
    cross_val_score(pipe, features, labels, cv=5)
    pipe.fit(features, labels)
    return matching(len(mlflow.search_runs()), {"eleven": 11, "six": 6, "eight": 8, "eighteen": 18})
