"""What a model gives as a Spark UDF."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, holding, matching, proves


def _own_python(spark: Any) -> None:
    """Let the workers run the interpreter of this process, which has the libraries."""
    import sys

    spark.sparkContext.pythonExec = sys.executable


@proves("mla-spark-udf-batch-001")
def probability_of_the_first_class(folder: Path, spark: Any) -> Verdicts:
    import mlflow
    import pandas as pd
    from mlflow.models import infer_signature
    from sklearn.linear_model import LogisticRegression

    _own_python(spark)
    rows = pd.DataFrame({"a": [0.0, 1.0, 2.0, 3.5, 4.0, 5.0]})
    classifier = LogisticRegression().fit(rows, [0, 0, 0, 1, 0, 1])
    stays, leaves = classifier.predict_proba(rows.tail(1))[0]
    label = classifier.predict(rows.tail(1))[0]
    logged = mlflow.sklearn.log_model(
        classifier,
        name="churn",
        pyfunc_predict_fn="predict_proba",
        signature=infer_signature(rows, classifier.predict_proba(rows)),
        pip_requirements=[],
        serialization_format="cloudpickle",
    )
    predict = mlflow.pyfunc.spark_udf(spark, logged.model_uri, result_type="double", env_manager="local")
    found = spark.createDataFrame(rows.tail(1)).select(predict("a").alias("p")).first().p
    return holding(
        {
            "prob-leaves": lambda: abs(found - leaves) < 1e-9,
            "prob-stays": lambda: abs(found - stays) < 1e-9,
            "label": lambda: found == label,
            "array": lambda: list(found) == [stays, leaves],
        }
    )


@proves("mla-spark-udf-batch-002")
def columns_by_position_and_structs_by_name(folder: Path, spark: Any) -> Verdicts:
    import mlflow
    import pandas as pd
    from mlflow.models import infer_signature
    from pyspark.sql.functions import struct

    _own_python(spark)

    class Cost(mlflow.pyfunc.PythonModel):  # type: ignore[misc, name-defined]
        def predict(self, context: Any, model_input: Any, params: Any = None) -> Any:
            return model_input["km"] * 2 + model_input["stops"]

    logged = mlflow.pyfunc.log_model(
        name="cost",
        python_model=Cost(),
        signature=infer_signature(pd.DataFrame({"km": [1.0], "stops": [1.0]}), pd.Series([1.0])),
        pip_requirements=[],
    )
    cost = mlflow.pyfunc.spark_udf(spark, logged.model_uri, result_type="double", env_manager="local")
    row = spark.createDataFrame([(40.0, 3.0)], "km double, stops double")
    found = tuple(row.select(cost("stops", "km"), cost(struct("stops", "km"))).first())
    return matching(
        found,
        {
            "a46-b46": (46.0, 46.0),
            "a46-b83": (46.0, 83.0),
            "a83-b46": (83.0, 46.0),
            "a83-b83": (83.0, 83.0),
        },
    )


@proves("mla-spark-udf-batch-003")
def the_leftmost_column_of_the_type(folder: Path, spark: Any) -> Verdicts:
    import mlflow
    import numpy as np
    import pandas as pd
    from mlflow.models import infer_signature

    _own_python(spark)

    class Several(mlflow.pyfunc.PythonModel):  # type: ignore[misc, name-defined]
        def predict(self, context: Any, model_input: Any, params: Any = None) -> Any:
            count = len(model_input)
            return pd.DataFrame(
                {
                    "segment": ["gold"] * count,
                    "risk": [0.7] * count,
                    "band": np.array([3] * count, dtype="int64"),
                    "margin": [0.2] * count,
                }
            )

    logged = mlflow.pyfunc.log_model(
        name="several",
        python_model=Several(),
        signature=infer_signature(pd.DataFrame({"x": [1.0]})),
        pip_requirements=[],
    )
    udf = mlflow.pyfunc.spark_udf(spark, logged.model_uri, result_type="double", env_manager="local")
    found = spark.createDataFrame([(1.0,)], "x double").select(udf("x").alias("out")).first().out
    return matching(found, {"zero": 0, "band": 3, "risk": 0.7, "all-numbers": [0.7, 3, 0.2]})
