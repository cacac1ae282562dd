"""How far the runs of a deployment job get."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


def registered(name: str, versions: int) -> Any:
    """A client of a registry in which the model has so many versions."""
    import mlflow
    from mlflow import MlflowClient

    class Limit(mlflow.pyfunc.PythonModel):
        def predict(self, context: Any, model_input: Any, params: Any = None) -> Any:
            return model_input

    with mlflow.start_run():
        logged = mlflow.pyfunc.log_model(name="model", python_model=Limit(), pip_requirements=[])
    for _ in range(versions):
        mlflow.register_model(logged.model_uri, name)
    return MlflowClient()


@proves("mlp-deployment-jobs-002")
def champion_after_the_week(folder: Path) -> Verdicts:
    name = "prod.credit.limit"
    client = registered(name, 23)
    client.set_registered_model_alias(name, "champion", "20")

    def run(version: str, *, meets_limits: bool) -> None:
        """One run of the job, from its start to its end or to the task that stops it."""
        if not meets_limits:
            return
        if client.get_model_version(name, version).tags.get("Approval") != "Approved":
            return
        client.set_registered_model_alias(name, "champion", version)

    run("21", meets_limits=True)
    run("22", meets_limits=False)
    run("23", meets_limits=True)
    for version in ("23", "21"):
        client.set_model_version_tag(name, version, "Approval", "Approved")
        run(version, meets_limits=True)
    champion = int(client.get_model_version_by_alias(name, "champion").version)
    return matching(champion, {"v20": 20, "v21": 21, "v22": 22, "v23": 23})


@proves("mlp-deployment-jobs-003")
def versions_past_the_approval(folder: Path) -> Verdicts:
    name = "prod.credit.limit"
    client = registered(name, 33)
    client.set_registered_model_tag(name, "Approval", "Approved")
    client.set_model_version_tag(name, "31", "approval", "Approved")
    client.set_model_version_tag(name, "32", "Approval", "APPROVED")
    client.set_registered_model_alias(name, "Approved", "33")

    def approved(version: str) -> bool:
        tags = client.get_model_version(name, version).tags
        return bool(tags.get("Approval", "").lower() == "approved")

    return {f"v{version}": approved(version) for version in ("30", "31", "32", "33")}
