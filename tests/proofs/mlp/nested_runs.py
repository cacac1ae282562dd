"""Parents, threads and the status of nested runs."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mlp-nested-runs-001")
def children_of_the_main_thread(folder: Path) -> Verdicts:
    from concurrent.futures import ThreadPoolExecutor

    import mlflow

    def train(c: float) -> None:
        with mlflow.start_run(run_name=f"C={c}", nested=True):
            mlflow.log_param("C", c)
            mlflow.log_metric("auc", 0.5)

    mlflow.set_experiment("sweep")
    with mlflow.start_run(run_name="sweep") as parent:
        train(0.01)
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(train, [0.1, 1.0, 10.0, 100.0]))
    children = mlflow.search_runs(filter_string=f"tags.mlflow.parentRunId = '{parent.info.run_id}'")
    return matching(len(children), {"zero": 0, "one": 1, "four": 4, "five": 5})


@proves("mlp-nested-runs-002")
def rows_of_the_report(folder: Path) -> Verdicts:
    import mlflow
    from sklearn.datasets import make_classification
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GridSearchCV

    features, labels = make_classification(60, random_state=0)
    mlflow.sklearn.autolog(
        max_tuning_runs=5, log_models=False, log_datasets=False, log_post_training_metrics=False
    )
    grid = {"C": [0.1, 1, 10, 100], "fit_intercept": [True, False], "class_weight": [None, "balanced"]}
    with mlflow.start_run(run_name="season") as season:
        for region in ["north", "south", "west"]:
            with mlflow.start_run(run_name=region, nested=True):
                GridSearchCV(LogisticRegression(), grid, cv=3).fit(features, labels)
    report = mlflow.search_runs(filter_string=f"tags.mlflow.parentRunId = '{season.info.run_id}'")
    claims = {"direct-children": 3, "grandchildren": 15, "all-descendants": 18, "all-candidates": 51}
    return matching(len(report), claims)


@proves("mlp-nested-runs-003")
def status_of_broken_fits(folder: Path) -> Verdicts:
    import mlflow

    def fit_and_score(c: float) -> float:
        if c in (0.1, 10.0):
            raise ValueError("did not converge")
        return 0.5

    with mlflow.start_run(run_name="search"):
        for c in (0.01, 0.1, 1.0, 10.0, 100.0):
            with mlflow.start_run(nested=True):
                mlflow.log_param("C", c)
                try:
                    mlflow.log_metric("auc", fit_and_score(c))
                except ValueError as error:
                    mlflow.set_tag("error", str(error))
    failed = mlflow.search_runs(filter_string="attributes.status = 'FAILED'")
    return matching(len(failed), {"none": 0, "one": 1, "two": 2, "three": 3})
