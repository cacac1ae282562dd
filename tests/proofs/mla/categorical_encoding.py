"""Encoding of categories in Spark ML and scikit-learn."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, holding, matching, proves, working


@proves("mla-categorical-encoding-001")
def vector_and_unknown_city(folder: Path, spark: Any) -> Verdicts:
    from pyspark.ml import Pipeline
    from pyspark.ml.feature import OneHotEncoder, StringIndexer

    train = spark.createDataFrame([(f"city {number}",) for number in range(40)], "city string")
    batch = spark.createDataFrame([("city 3",), ("elsewhere",)], "city string")

    def fits(invalid: str, drop: bool) -> bool:
        indexer = StringIndexer(inputCol="city", outputCol="city_ix", handleInvalid=invalid)
        encoder = OneHotEncoder(inputCols=["city_ix"], outputCols=["city_vec"], dropLast=drop)
        model = Pipeline(stages=[indexer, encoder]).fit(train)
        vectors = [row.city_vec.toArray() for row in model.transform(train).collect()]
        own = all(vector.sum() == 1 for vector in vectors) and len(vectors[0]) == 40
        return own and model.transform(batch).count() == 1

    return holding(
        {
            "keep-drop": lambda: fits("keep", True),
            "keep-all": lambda: fits("keep", False),
            "skip-drop": lambda: fits("skip", True),
            "skip-all": lambda: fits("skip", False),
        }
    )


@proves("mla-categorical-encoding-002")
def order_of_sizes(folder: Path, spark: Any) -> Verdicts:
    from pyspark.ml.feature import StringIndexer

    rows = [("S",)] * 20 + [("M",)] * 50 + [("L",)] * 30
    data = spark.createDataFrame(rows, "size string")

    def labels(order: str) -> list[str]:
        return list(StringIndexer(inputCol="size", outputCol="ix", stringOrderType=order).fit(data).labels)

    orders = {
        "frequency-desc": "frequencyDesc",
        "frequency-asc": "frequencyAsc",
        "alphabet-desc": "alphabetDesc",
        "alphabet-asc": "alphabetAsc",
    }
    return matching(["S", "M", "L"], {option: labels(order) for option, order in orders.items()})


@proves("mla-categorical-encoding-003")
def rare_and_new_colours(folder: Path) -> Verdicts:
    import pandas as pd
    from sklearn.preprocessing import OneHotEncoder

    counts = {"white": 60, "black": 25, "red": 11, "lime": 3, "teal": 1}
    train = pd.DataFrame({"colour": [name for name, count in counts.items() for _ in range(count)]})
    encoder = OneHotEncoder(min_frequency=10, handle_unknown="ignore", sparse_output=False).fit(train)
    names = list(encoder.get_feature_names_out())
    encoded = encoder.transform(pd.DataFrame({"colour": ["lime", "pink"]}))
    lime, pink = ([name for name, value in zip(names, row, strict=True) if value] for row in encoded)
    shared = ["colour_infrequent_sklearn"]
    return matching(
        (lime, pink),
        {
            "shared-zeros": (shared, []),
            "shared-shared": (shared, shared),
            "own-zeros": (["colour_lime"], []),
            "own-shared": (["colour_lime"], shared),
        },
    )


@proves("mla-categorical-encoding-004")
def encoding_without_fit(folder: Path) -> Verdicts:
    import pandas as pd
    from sklearn.feature_extraction import FeatureHasher
    from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder, TargetEncoder

    batch = pd.DataFrame({"code": ["DE-11", "JP-07"]})

    def hashed() -> None:
        vectors = FeatureHasher(n_features=1024, input_type="string").transform([[c] for c in batch["code"]])
        assert vectors.shape == (2, 1024)

    return working(
        {
            "one-hot": lambda: OneHotEncoder(handle_unknown="ignore").transform(batch),
            "ordinal": lambda: OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1).transform(
                batch
            ),
            "target": lambda: TargetEncoder(target_type="binary").transform(batch),
            "hashing": hashed,
        }
    )
