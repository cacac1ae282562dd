"""What an alias points to, and when it is resolved."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves

NAME = "prod.sales.churn"


def _register(versions: int) -> None:
    """Register versions whose prediction is their own number."""
    import mlflow
    import numpy as np

    class Constant(mlflow.pyfunc.PythonModel):  # type: ignore[misc]
        def __init__(self, number: int) -> None:
            self.number = number

        def predict(self, context: object, model_input: object, params: object = None) -> object:
            return np.array([self.number])

    for number in range(1, versions + 1):
        model = mlflow.pyfunc.log_model(name="m", python_model=Constant(number), pip_requirements=[])
        mlflow.register_model(model.model_uri, NAME)


@proves("mla-aliases-001")
def reload_and_old_object(folder: Path) -> Verdicts:
    import mlflow
    import pandas as pd

    _register(4)
    client = mlflow.MlflowClient()
    client.set_registered_model_alias(NAME, "champion", "3")
    client.set_registered_model_alias(NAME, "challenger", "4")
    batch = pd.DataFrame({"x": [1.0]})
    kept = mlflow.pyfunc.load_model(f"models:/{NAME}@champion")
    client.set_registered_model_alias(NAME, "champion", "4")
    client.delete_registered_model_alias(NAME, "challenger")
    a = mlflow.pyfunc.load_model(f"models:/{NAME}@champion").predict(batch)[0]
    b = kept.predict(batch)[0]
    return matching(
        (int(a), int(b)),
        {"both-new": (4, 4), "new-then-old": (4, 3), "old-then-new": (3, 4), "both-old": (3, 3)},
    )


@proves("mla-aliases-002")
def release_twice(folder: Path) -> Verdicts:
    import mlflow

    client = mlflow.MlflowClient()
    client.create_registered_model(NAME)
    for _ in range(4):
        client.create_model_version(NAME, folder.as_uri())
    for alias, version in {"previous": "2", "champion": "3", "challenger": "4"}.items():
        client.set_registered_model_alias(NAME, alias, version)
    for _ in range(2):
        old = client.get_model_version_by_alias(NAME, "champion").version
        new = client.get_model_version_by_alias(NAME, "challenger").version
        client.set_registered_model_alias(NAME, "champion", new)
        client.set_registered_model_alias(NAME, "previous", old)
    client.create_model_version(NAME, folder.as_uri())
    client.set_registered_model_alias(NAME, "challenger", "5")
    back = client.get_model_version_by_alias(NAME, "previous").version
    client.set_registered_model_alias(NAME, "champion", back)
    champion = client.get_model_version_by_alias(NAME, "champion").version
    return matching(int(champion), {f"version-{number}": number for number in (2, 3, 4, 5)})


@proves("mla-aliases-003")
def aliases_left(folder: Path) -> Verdicts:
    import mlflow

    client = mlflow.MlflowClient()
    client.create_registered_model(NAME)
    for _ in range(3):
        client.create_model_version(NAME, folder.as_uri())
    for alias, version in [
        ("champion", "1"),
        ("champion", "2"),
        ("stable", "2"),
        ("stable", "3"),
        ("candidate", "3"),
    ]:
        client.set_registered_model_alias(NAME, alias, version)
    client.delete_model_version(NAME, "2")
    left = {alias: int(version) for alias, version in client.get_registered_model(NAME).aliases.items()}
    return matching(
        left,
        {
            "champion-and-two": {"champion": 1, "stable": 3, "candidate": 3},
            "champion-and-one": {"champion": 1, "candidate": 3},
            "two": {"stable": 3, "candidate": 3},
            "one": {"candidate": 3},
        },
    )
