"""When code and model change, and what a retried copy does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mlp-deploy-code-003")
def scorings_with_new_code_and_old_model(folder: Path) -> Verdicts:
    monday = datetime(2026, 11, 2, tzinfo=UTC)  # a Monday
    days = [monday + timedelta(days=number) for number in range(14)]
    release = next(day for day in days if day.strftime("%A") == "Thursday") + timedelta(hours=15)
    trainings = [day + timedelta(hours=2) for day in days if day.strftime("%A") == "Monday"]

    def new_code(moment: datetime) -> bool:
        return moment >= release

    def new_model(moment: datetime) -> bool:
        """Whether the model loaded at a moment was trained with the new code."""
        finished = [start for start in trainings if start + timedelta(hours=2) <= moment]
        return bool(finished) and new_code(finished[-1])

    scorings = [day + timedelta(hours=5) for day in days]
    mixed = [moment.strftime("%a") for moment in scorings if new_code(moment) and not new_model(moment)]
    return matching(
        mixed,
        {
            "friday-to-sunday": ["Fri", "Sat", "Sun"],
            "friday-to-monday": ["Fri", "Sat", "Sun", "Mon"],
            "thursday-to-sunday": ["Thu", "Fri", "Sat", "Sun"],
            "thursday-to-monday": ["Thu", "Fri", "Sat", "Sun", "Mon"],
        },
    )


@proves("mlp-deploy-code-004")
def champion_after_a_retry(folder: Path) -> Verdicts:
    import mlflow
    from mlflow import MlflowClient

    class Churn(mlflow.pyfunc.PythonModel):
        def predict(self, context: Any, model_input: Any, params: Any = None) -> Any:
            return model_input

    client = MlflowClient()
    with mlflow.start_run():
        logged = mlflow.pyfunc.log_model(name="model", python_model=Churn(), pip_requirements=[])
    for name, count in (("prod.ml.churn", 5), ("staging.ml.churn", 9)):
        for _ in range(count):
            mlflow.register_model(logged.model_uri, name)
    client.set_registered_model_alias("prod.ml.churn", "champion", "5")
    client.set_registered_model_alias("staging.ml.churn", "candidate", "9")
    reachable = False

    def smoke_test(uri: str) -> None:
        if not reachable:
            raise ConnectionError(uri)

    def task() -> None:
        mv = client.copy_model_version("models:/staging.ml.churn@candidate", "prod.ml.churn")
        smoke_test(f"models:/prod.ml.churn/{mv.version}")
        client.set_registered_model_alias("prod.ml.churn", "champion", mv.version)

    try:
        task()
    except ConnectionError:
        reachable = True
    newest = mlflow.register_model(logged.model_uri, "staging.ml.churn")
    client.set_registered_model_alias("staging.ml.churn", "candidate", newest.version)
    task()
    champion = client.get_model_version_by_alias("prod.ml.churn", "champion")
    origin = int(champion.source.rsplit("/", 1)[-1])
    return matching(
        (int(champion.version), origin),
        {"six-nine": (6, 9), "six-ten": (6, 10), "seven-nine": (7, 9), "seven-ten": (7, 10)},
    )
