"""Stages and aliases side by side, in a local registry that knows both."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


def registered(versions: int) -> Any:
    """A client of a registry in which version N of `churn` has the intercept N."""
    import mlflow
    from sklearn.linear_model import LinearRegression

    for number in range(1, versions + 1):
        model = LinearRegression().fit([[0.0], [1.0]], [number, number])
        info = mlflow.sklearn.log_model(model, name=f"m{number}", pip_requirements=[])
        mlflow.register_model(info.model_uri, "churn")
    return mlflow.MlflowClient()


@proves("mla-uc-vs-workspace-registry-003")
def marked_by_stage_and_by_alias(folder: Path) -> Verdicts:
    client = registered(3)
    for version in ("1", "2", "3"):
        client.transition_model_version_stage("churn", version, "Production", archive_existing_versions=True)
        client.set_registered_model_alias("churn", "champion", version)
    versions = [client.get_model_version("churn", version) for version in ("1", "2", "3")]
    staged = sum(version.current_stage == "Production" for version in versions)
    named = sum("champion" in version.aliases for version in versions)
    claims = {
        "three-and-one": (3, 1),
        "one-and-one": (1, 1),
        "one-and-three": (1, 3),
        "three-and-three": (3, 3),
    }
    return matching((staged, named), claims)


@proves("mla-uc-vs-workspace-registry-004")
def version_by_uri(folder: Path) -> Verdicts:
    import mlflow

    client = registered(4)
    stages, aliases = ("Production", "Staging", "Archived"), ("fallback", "champion", "challenger")
    for number, (stage, alias) in enumerate(zip(stages, aliases, strict=True), 1):
        client.transition_model_version_stage("churn", str(number), stage)
        client.set_registered_model_alias("churn", alias, str(number))
    recall = {1: 0.71, 2: 0.78, 3: 0.83, 4: 0.80}
    wanted = sorted(recall, key=recall.__getitem__)[-2]
    uris = {
        "by-alias": "models:/churn@champion",
        "by-stage": "models:/churn/Production",
        "latest": "models:/churn/latest",
        "by-other-alias": "models:/churn@challenger",
    }
    loaded = {name: round(mlflow.sklearn.load_model(uri).intercept_) for name, uri in uris.items()}
    return {name: version == wanted for name, version in loaded.items()}
