"""What the loaders of a logged model give, and what travels with the model."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, holding, matching, proves, working


@proves("mla-models-and-flavors-001")
def two_consumers(folder: Path) -> Verdicts:
    import mlflow
    import pandas as pd
    from sklearn.linear_model import LogisticRegression

    features = pd.DataFrame({"age": [20.0, 30.0, 40.0, 50.0], "income": [1.0, 2.0, 3.0, 4.0]})
    clf = LogisticRegression().fit(features, [0, 1, 0, 1])
    signature = mlflow.models.infer_signature(features, clf.predict(features))
    uri = mlflow.sklearn.log_model(clf, name="m", signature=signature, pip_requirements=[]).model_uri
    batch = features.head(3)

    def fulfils(report: Any, job: Any) -> bool:
        return bool(report.load_model(uri).coef_.size and len(job.load_model(uri).predict_proba(batch)) == 3)

    native, generic = mlflow.sklearn, mlflow.pyfunc
    return holding(
        {
            "native-native": lambda: fulfils(native, native),
            "native-pyfunc": lambda: fulfils(native, generic),
            "pyfunc-native": lambda: fulfils(generic, native),
            "pyfunc-pyfunc": lambda: fulfils(generic, generic),
        }
    )


@proves("mla-models-and-flavors-002")
def probabilities_of_a_wrapper(folder: Path) -> Verdicts:
    import mlflow
    import numpy as np
    import pandas as pd
    from sklearn.linear_model import LogisticRegression

    class RiskModel(mlflow.pyfunc.PythonModel):  # type: ignore[misc]
        def __init__(self, clf: Any) -> None:
            self.clf = clf

        def predict_proba(self, inputs: Any) -> Any:
            return self.clf.predict_proba(inputs)

        def predict(self, context: Any, model_input: Any, params: Any = None) -> Any:
            return self.clf.predict(model_input)

    features = pd.DataFrame({"age": [20.0, 30.0, 40.0, 50.0]})
    clf = LogisticRegression().fit(features, [0, 1, 0, 1])
    signature = mlflow.models.infer_signature(features, clf.predict(features))
    uri = mlflow.pyfunc.log_model(
        name="risk", python_model=RiskModel(clf), signature=signature, pip_requirements=[]
    ).model_uri
    wanted = clf.predict_proba(features)

    def right(values: Any) -> bool:
        return bool(np.array_equal(np.asarray(values), wanted))

    def generic() -> Any:
        return mlflow.pyfunc.load_model(uri)

    return holding(
        {
            "native": lambda: right(mlflow.sklearn.load_model(uri).predict_proba(features)),
            "raw": lambda: right(generic().get_raw_model().predict_proba(features)),
            "unwrap": lambda: right(generic().unwrap_python_model().predict_proba(features)),
            "params": lambda: right(generic().predict(features, params={"method": "predict_proba"})),
        }
    )


@proves("mla-models-and-flavors-003")
def code_beside_the_notebook(folder: Path) -> Verdicts:
    import mlflow
    import pandas as pd

    def attempt(**arguments: Any) -> None:
        package = folder / "pricing"
        package.mkdir()
        (package / "__init__.py").touch()
        (package / "rules.py").write_text(
            "def discount(amount):\n    return amount * 0.9\n", encoding="utf-8"
        )
        sys.path.insert(0, str(folder))
        try:
            from pricing.rules import discount  # type: ignore[import-not-found]

            class Quote(mlflow.pyfunc.PythonModel):  # type: ignore[misc]
                def predict(self, context: Any, model_input: Any, params: Any = None) -> Any:
                    return discount(model_input["amount"])

            uri = mlflow.pyfunc.log_model(name="quote", python_model=Quote(), **arguments).model_uri
        finally:
            sys.path.remove(str(folder))
            shutil.rmtree(package)
            _forget()
        mlflow.pyfunc.load_model(uri).predict(pd.DataFrame({"amount": [100.0]}))
        _forget()

    def _forget() -> None:
        for name in [name for name in sys.modules if name.partition(".")[0] == "pricing"]:
            del sys.modules[name]

    return working(
        {
            "artifacts": lambda: attempt(artifacts={"pricing": "pricing"}, pip_requirements=[]),
            "model-config": lambda: attempt(model_config={"pricing": "pricing"}, pip_requirements=[]),
            "requirements": lambda: attempt(extra_pip_requirements=["pricing"]),
            "code-paths": lambda: attempt(code_paths=["pricing"], pip_requirements=[]),
        }
    )


@proves("mla-models-and-flavors-004")
def shapes_of_two_loaders(folder: Path) -> Verdicts:
    import mlflow
    from sklearn.datasets import make_classification
    from sklearn.linear_model import LogisticRegression

    features, labels = make_classification(60, n_informative=5, n_classes=3, random_state=0)
    clf = LogisticRegression(max_iter=500).fit(features, labels)
    uri = mlflow.sklearn.log_model(
        clf, name="risk", pyfunc_predict_fn="predict_proba", pip_requirements=[]
    ).model_uri
    rows = features[:10]
    observed = (
        mlflow.pyfunc.load_model(uri).predict(rows).shape,
        mlflow.sklearn.load_model(uri).predict(rows).shape,
    )
    return matching(
        observed,
        {
            "labels-labels": ((10,), (10,)),
            "labels-proba": ((10,), (10, 3)),
            "proba-labels": ((10, 3), (10,)),
            "proba-proba": ((10, 3), (10, 3)),
        },
    )
