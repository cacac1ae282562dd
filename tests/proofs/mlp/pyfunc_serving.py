"""What of a custom model lives in the notebook, what in the version, what in a container."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, failing, matching, proves


@proves("mlp-pyfunc-serving-002")
def counting_in_two_containers(folder: Path) -> Verdicts:
    import mlflow
    import pandas as pd

    class Quota(mlflow.pyfunc.PythonModel):  # type: ignore[misc, name-defined]
        def __init__(self) -> None:
            self.calls = 10

        def predict(self, context: Any, model_input: Any, params: Any = None) -> Any:
            self.calls += 1
            return [self.calls]

    uri = mlflow.pyfunc.log_model(name="quota", python_model=Quota(), pip_requirements=[]).model_uri
    row = pd.DataFrame({"customer": [1]})
    a, b = mlflow.pyfunc.load_model(uri), mlflow.pyfunc.load_model(uri)
    got = [*a.predict(row), *b.predict(row), *a.predict(row)]
    b = mlflow.pyfunc.load_model(uri)
    got += b.predict(row)
    claims = {"shared": [1, 2, 3, 4], "kept": [1, 1, 2, 2], "anew": [1, 1, 2, 1], "pickled": [11, 11, 12, 11]}
    return matching(got, claims)


@proves("mlp-pyfunc-serving-003")
def settings_of_two_environments(folder: Path) -> Verdicts:
    import mlflow
    import pandas as pd

    class Geo(mlflow.pyfunc.PythonModel):  # type: ignore[misc, name-defined]
        def __init__(self) -> None:
            self.zone = os.environ["GEO_ZONE"]

        def load_context(self, context: Any) -> None:
            self.key = os.environ["GEO_KEY"]

        def predict(self, context: Any, model_input: Any, params: Any = None) -> Any:
            return [f"{self.zone}/{self.key}"]

    os.environ |= {"GEO_ZONE": "test-7", "GEO_KEY": "t1"}
    uri = mlflow.pyfunc.log_model(name="geo", python_model=Geo(), pip_requirements=[]).model_uri
    os.environ |= {"GEO_ZONE": "prod-2", "GEO_KEY": "p9"}
    (got,) = mlflow.pyfunc.load_model(uri).predict(pd.DataFrame({"street": ["Main Street 1"]}))
    claims = {
        "test-test": "test-7/t1",
        "test-prod": "test-7/p9",
        "prod-test": "prod-2/t1",
        "prod-prod": "prod-2/p9",
    }
    return matching(got, claims)


NOTEBOOK = """
MARGIN = 1.2

class Pricer(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        use = model_input["use"][0]
        if use == "margin":
            return [MARGIN]
        if use in ("rates", "zones"):
            return [open(context.artifacts[use]).read()]
        if use == "pricing":
            import pricing
            return [pricing.NAME]
        import geo
        return [geo.NAME]
"""


@proves("mlp-pyfunc-serving-004")
def what_travels_with_the_model(folder: Path) -> Verdicts:
    import mlflow
    import pandas as pd

    for package in ("pricing", "geo"):
        (folder / "src" / package).mkdir(parents=True)
        (folder / "src" / package / "__init__.py").write_text(f"NAME = {package!r}\n", encoding="utf-8")
    for name in ("rates", "zones"):
        (folder / f"{name}.json").write_text("{}", encoding="utf-8")
    cell: dict[str, Any] = {"mlflow": mlflow, "__name__": "__main__"}
    exec(NOTEBOOK, cell)
    sys.path.insert(0, str(folder / "src"))
    uri = mlflow.pyfunc.log_model(
        name="pricer",
        python_model=cell["Pricer"](),
        artifacts={"zones": str(folder / "zones.json")},
        code_paths=[str(folder / "src" / "pricing")],
        pip_requirements=["mlflow==3.17.2", "lightgbm==4.7.0"],
    ).model_uri
    # The container: neither the notebook's folders nor what it has imported.
    sys.path.remove(str(folder / "src"))
    (folder / "src").rename(folder / "gone")
    (folder / "zones.json").unlink()
    importlib.invalidate_caches()
    model = mlflow.pyfunc.load_model(uri)
    uses = ("margin", "rates", "zones", "pricing", "geo")
    return failing({use: lambda use=use: model.predict(pd.DataFrame({"use": [use]})) for use in uses})
