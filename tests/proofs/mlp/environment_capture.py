"""What is recorded as a model's requirements."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, holding, matching, proves


def _model() -> Any:
    import lightgbm
    import numpy as np

    rows = np.arange(40, dtype=float).reshape(20, 2)
    return lightgbm.train({"verbosity": -1}, lightgbm.Dataset(rows, label=np.arange(20) % 2), 1)


def _recorded(**arguments: Any) -> Path:
    """The folder with the files that are recorded with a model."""
    import mlflow

    info = mlflow.lightgbm.log_model(_model(), name="model", **arguments)
    return Path(mlflow.artifacts.download_artifacts(info.model_uri))


@proves("mlp-environment-capture-001")
def arguments_that_follow_the_installed_version(folder: Path) -> Verdicts:
    """With the list that LightGBM's flavour gives by default in the place of what would be inferred."""
    import lightgbm

    given: dict[str, dict[str, Any]] = {
        "replace-one": {"pip_requirements": ["rapidfuzz==3.13.0", "mlflow"]},
        "add-one": {"extra_pip_requirements": ["rapidfuzz==3.13.0"]},
        "replace-both": {"pip_requirements": ["rapidfuzz==3.13.0", "lightgbm==4.6.0"]},
        "add-both": {"extra_pip_requirements": ["rapidfuzz==3.13.0", "lightgbm==4.6.0"]},
    }
    wanted = {"rapidfuzz==3.13.0", f"lightgbm=={lightgbm.__version__}"}

    def as_wanted(arguments: dict[str, Any]) -> bool:
        lines = (_recorded(**arguments) / "requirements.txt").read_text(encoding="utf-8").split()
        return {line for line in lines if line.startswith(("rapidfuzz", "lightgbm"))} == wanted

    return holding({option: lambda each=each: as_wanted(each) for option, each in given.items()})


@proves("mlp-environment-capture-002")
def version_that_is_installed_anew(folder: Path) -> Verdicts:
    from packaging.requirements import Requirement

    Path("constraints.txt").write_text("lightgbm<4.7\n", encoding="utf-8")
    place = _recorded(pip_requirements=["lightgbm>=4.3", "-c constraints.txt"])
    Path("constraints.txt").unlink()
    lines = (place / "requirements.txt").read_text(encoding="utf-8").splitlines()
    for line in list(lines):
        if line.startswith("-c "):
            lines += (place / line.removeprefix("-c ")).read_text(encoding="utf-8").splitlines()
    asked = [Requirement(line) for line in lines if line.startswith("lightgbm")]
    offered = ["4.3.0", "4.4.0", "4.5.0", "4.6.0", "4.7.0"]
    fitting = [version for version in offered if all(version in each.specifier for each in asked)]
    return matching(
        fitting[-1], {"lower-bound": "4.3.0", "training": "4.5.0", "constrained": "4.6.0", "newest": "4.7.0"}
    )
