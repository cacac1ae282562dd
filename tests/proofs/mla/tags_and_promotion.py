"""Tags, and what a copied version carries."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


def registered(versions: int) -> Any:
    """A client of a registry in which `churn` has so many versions."""
    import mlflow
    from sklearn.linear_model import LinearRegression

    info = mlflow.sklearn.log_model(
        LinearRegression().fit([[0.0], [1.0]], [0, 1]), name="m", pip_requirements=[]
    )
    for _ in range(versions):
        mlflow.register_model(info.model_uri, "churn")
    return mlflow.MlflowClient()


@proves("mla-tags-and-promotion-003")
def what_a_copy_carries(folder: Path) -> Verdicts:
    client = registered(1)
    client.set_model_version_tag("churn", "1", "validation", "passed")
    client.update_model_version("churn", "1", description="first")
    client.set_registered_model_alias("churn", "champion", "1")
    made = client.copy_model_version("models:/churn@champion", "churn_prod")
    copy = client.get_model_version("churn_prod", made.version)
    carried = {
        word
        for word, there in (
            ("tag", copy.tags.get("validation") == "passed"),
            ("description", copy.description == "first"),
            ("alias", bool(client.get_registered_model("churn_prod").aliases)),
        )
        if there
    }
    claims = {
        "all": {"tag", "description", "alias"},
        "tag-and-description": {"tag", "description"},
        "description-and-alias": {"description", "alias"},
        "tag-and-alias": {"tag", "alias"},
    }
    return matching(carried, claims)


@proves("mla-tags-and-promotion-004")
def versions_found_by_a_tag(folder: Path) -> Verdicts:
    client = registered(4)
    client.set_registered_model_tag("churn", "validation", "passed")
    client.set_model_version_tag("churn", "1", "validation", "passed")
    client.set_model_version_tag("churn", "2", "validation", "failed")
    client.set_model_version_tag("churn", "4", "validation", "passed")
    client.delete_model_version_tag("churn", "4", "validation")
    found = client.search_model_versions("name = 'churn' and tags.validation = 'passed'")
    return matching(len(found), {"one": 1, "two": 2, "three": 3, "four": 4})
