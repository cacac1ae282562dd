"""What aliases, copies and searches do in the registry."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, holding, matching, proves


def logged_model(answer: int) -> Any:
    """A model that answers with one number, logged but not registered."""
    import mlflow

    class Constant(mlflow.pyfunc.PythonModel):
        def predict(self, context: Any, model_input: Any, params: Any = None) -> list[int]:
            return [answer] * len(model_input)

    with mlflow.start_run():
        return mlflow.pyfunc.log_model(name="model", python_model=Constant(), pip_requirements=[])


def register(name: str, model: Any, times: int, **tags: str) -> None:
    """Add as many versions of one model."""
    import mlflow

    for _ in range(times):
        mlflow.register_model(model.model_uri, name, tags=tags or None)


def loads(uri: str) -> bool:
    import mlflow

    try:
        mlflow.pyfunc.load_model(uri)
    except mlflow.MlflowException:
        return False
    return True


@proves("mlp-alias-promotion-001")
def no_champion_and_all_evidence(folder: Path) -> Verdicts:
    from mlflow import MlflowClient, MlflowException

    client, model = MlflowClient(), logged_model(1)

    def demands_met(name: str, *actions: Callable[[str], Any]) -> bool:
        register(name, model, 12)
        client.set_registered_model_alias(name, "champion", "12")
        for act in actions:
            act(name)
        try:
            kept = client.get_model_version(name, "12").run_id == model.run_id
        except MlflowException:
            kept = False
        return kept and not loads(f"models:/{name}@champion")

    def back(name: str) -> None:
        client.set_registered_model_alias(name, "champion", "11")

    def unset(name: str) -> None:
        client.delete_registered_model_alias(name, "champion")

    def delete(name: str) -> None:
        client.delete_model_version(name, "12")

    return holding(
        {
            "set-keep": lambda: demands_met("a", back),
            "unset-keep": lambda: demands_met("b", unset),
            "set-delete": lambda: demands_met("c", back, delete),
            "unset-delete": lambda: demands_met("d", delete),
        }
    )


@proves("mlp-alias-promotion-003")
def two_rollbacks(folder: Path) -> Verdicts:
    from mlflow import MlflowClient

    client, name = MlflowClient(), "ltv"
    register(name, logged_model(1), 10)

    def promote(version: str) -> None:
        old = client.get_model_version_by_alias(name, "champion").version
        client.set_registered_model_alias(name, "previous", old)
        client.set_registered_model_alias(name, "champion", version)

    def rollback() -> None:
        promote(client.get_model_version_by_alias(name, "previous").version)

    client.set_registered_model_alias(name, "previous", "4")
    client.set_registered_model_alias(name, "champion", "5")
    promote("7")
    promote("9")
    rollback()
    rollback()
    champion = int(client.get_model_version_by_alias(name, "champion").version)
    return matching(champion, {"version-5": 5, "version-7": 7, "version-9": 9, "version-10": 10})


@proves("mlp-alias-promotion-004")
def what_the_unchanged_code_loads(folder: Path) -> Verdicts:
    import mlflow
    from mlflow import MlflowClient

    client, sound, wrong = MlflowClient(), logged_model(11), logged_model(12)

    def demands_met(name: str, act: Callable[[str], Any]) -> bool:
        register(name, sound, 10)
        register(name, sound, 1, gate="passed")
        register(name, wrong, 1, gate="passed")
        client.set_registered_model_alias(name, "champion", "12")
        act(name)
        passed = [
            v for v in client.search_model_versions(f"name = '{name}'") if v.tags.get("gate") == "passed"
        ]
        newest = max(passed, key=lambda v: int(v.version))
        scores = mlflow.pyfunc.load_model(f"models:/{newest.name}/{newest.version}").predict([0])
        kept = client.get_model_version(name, "12").tags == {"gate": "passed"}
        return bool(scores == [11] and kept)

    return holding(
        {
            "alias": lambda: demands_met(
                "a", lambda n: client.set_registered_model_alias(n, "champion", "11")
            ),
            "tag": lambda: demands_met(
                "b", lambda n: client.set_model_version_tag(n, "12", "gate", "failed")
            ),
            "copy": lambda: demands_met("c", lambda n: client.copy_model_version(f"models:/{n}/11", n)),
            "delete": lambda: demands_met("d", lambda n: client.delete_model_version(n, "12")),
        }
    )


@proves("mlp-alias-promotion-005")
def what_the_cleaning_leaves(folder: Path) -> Verdicts:
    from mlflow import MlflowClient

    client, name, model = MlflowClient(), "plant.press.wear", logged_model(1)
    register(name, model, 5)
    for alias, version in (("previous", "1"), ("champion", "2"), ("challenger", "4")):
        client.set_registered_model_alias(name, alias, version)
    for version in ("2", "3"):
        client.set_model_version_tag(name, version, "keep", "yes")
    for v in client.search_model_versions(f"name = '{name}'"):
        if not v.aliases and v.tags.get("keep") != "yes":
            client.delete_model_version(v.name, v.version)
    left = sorted(int(v.version) for v in client.search_model_versions(f"name = '{name}'"))
    return matching(
        left,
        {"intended": [1, 2, 3, 4], "tagged": [2, 3], "aliased": [1, 2, 4], "everything": [1, 2, 3, 4, 5]},
    )
