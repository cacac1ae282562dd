"""What MLflow puts into a folder from which an image is built."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.proofs.protocol import Verdicts, matching, proves


def _log_version(value: int, name: str) -> None:
    """Register a model that always predicts this value."""
    import mlflow
    from sklearn.dummy import DummyRegressor

    model = DummyRegressor(strategy="constant", constant=value).fit([[0], [1]], [0, value])
    mlflow.sklearn.log_model(model, name="model", registered_model_name=name, pip_requirements=[])


def _backend(uri: str | None) -> Any:
    from mlflow.models.flavor_backend_registry import get_flavor_backend

    return get_flavor_backend(uri, docker_build=True, env_manager=None)


def _build(uri: str | None, kept: Path) -> None:
    """`mlflow models build-docker`, with Docker's own part replaced by a copy of what it is given."""

    def keep(context_dir: str, image_name: str) -> None:
        shutil.copytree(context_dir, kept)

    with patch("mlflow.models.docker_utils.build_image_from_context", keep):
        _backend(uri).build_image(uri, "qc:test")


@proves("mlp-containers-001")
def folders_that_can_be_extended_and_are_complete(folder: Path) -> Verdicts:
    _log_version(1, "seal")
    uri = "models:/seal/1"

    def complete(context: Path) -> bool:
        """The model is in the image, and its packages are installed before the container starts."""
        lines = (context / "Dockerfile").read_text(encoding="utf-8").splitlines()
        at_build = any(line.startswith("RUN") and "_install_pyfunc_deps" in line for line in lines)
        return at_build and (context / "model_dir" / "MLmodel").exists()

    observed = {}
    for name, given in {"with-model": uri, "generic": None}.items():
        given_to_docker = folder / f"context-{name}"
        _build(given, given_to_docker)
        left = list(folder.glob("Dockerfile"))
        observed[f"build-{name}"] = complete(given_to_docker) and bool(left)
        output = folder / f"output-{name}"
        _backend(given).generate_dockerfile(given, str(output))
        observed[f"generate-{name}"] = complete(output) and (output / "Dockerfile").exists()
    return observed


@proves("mlp-containers-002")
def versions_in_the_plants(folder: Path) -> Verdicts:
    import mlflow

    client = mlflow.MlflowClient()
    for version in range(1, 7):
        _log_version(version, "seal")
    pushed: list[Path] = []

    def run_ci_job() -> None:
        pushed.append(folder / f"push-{len(pushed)}")
        _build("models:/seal@champion", pushed[-1])

    client.set_registered_model_alias("seal", "champion", "4")
    run_ci_job()
    by_digest = pushed[-1]
    client.set_registered_model_alias("seal", "champion", "5")
    run_ci_job()
    client.set_registered_model_alias("seal", "champion", "6")
    _log_version(7, "seal")
    by_tag = pushed[-1]

    def answers(image: Path) -> int:
        return int(mlflow.sklearn.load_model(str(image / "model_dir")).predict([[0]])[0])

    return matching(
        (answers(by_digest), answers(by_tag)),
        {"four-five": (4, 5), "four-six": (4, 6), "five-five": (5, 5), "six-six": (6, 6)},
    )
