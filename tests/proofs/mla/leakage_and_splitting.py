"""Which split does what, and which step leaks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-leakage-and-splitting-003")
def positives_in_each_fold(folder: Path) -> Verdicts:
    import numpy as np
    from sklearn.model_selection import GroupKFold, KFold, StratifiedKFold, TimeSeriesSplit

    y = np.zeros(1000, dtype=int)
    y[np.random.default_rng(3).choice(1000, 20, replace=False)] = 1
    plants = np.random.default_rng(4).integers(0, 5, 1000)
    splitters: dict[str, Any] = {
        "k-fold": KFold(5, shuffle=True, random_state=0),
        "stratified": StratifiedKFold(5, shuffle=True, random_state=0),
        "group": GroupKFold(5),
        "time": TimeSeriesSplit(5),
    }

    def fits(splitter: Any) -> bool:
        tests = [test for _, test in splitter.split(y, y, plants)]
        return {int(y[test].sum()) for test in tests} == {4} and sum(map(len, tests)) == 1000

    return {option: fits(splitter) for option, splitter in splitters.items()}


@proves("mla-leakage-and-splitting-004")
def step_behind_the_score(folder: Path) -> Verdicts:
    import numpy as np
    import pandas as pd
    from sklearn.feature_selection import SelectKBest, f_classif
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import StratifiedKFold, cross_val_score
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    generator = np.random.default_rng(0)
    noise = pd.DataFrame(generator.lognormal(size=(120, 3000)))
    labels = pd.Series(generator.permutation(np.repeat([0, 1], 60)))

    def score(
        *, log: bool = True, select_outside: bool = True, scale: bool = True, shuffle: bool = True
    ) -> float:
        data = np.log1p(noise) if log else noise
        folds = StratifiedKFold(5, shuffle=True, random_state=0) if shuffle else StratifiedKFold(5)
        steps: list[Any] = [StandardScaler()] if scale else []
        if select_outside:
            data = SelectKBest(f_classif, k=20).fit_transform(data, labels)
        else:
            steps.insert(0, SelectKBest(f_classif, k=20))
        model = make_pipeline(*steps, LogisticRegression())
        return float(cross_val_score(model, data, labels, cv=folds).mean())

    def honest(value: float) -> bool:
        return value < 0.65

    assert not honest(score())
    return {
        "step-1": honest(score(log=False)),
        "step-2": honest(score(select_outside=False)),
        "step-3": honest(score(shuffle=False)),
        "step-4": honest(score(scale=False)),
    }


@proves("mla-leakage-and-splitting-005")
def exactly_two_thousand(folder: Path, spark: Any) -> Verdicts:
    from pyspark.sql import functions as fn

    df = spark.range(23_417).select(
        fn.concat(fn.lit("c"), fn.col("id")).alias("customer_id"), (fn.col("id") % 3).alias("segment")
    )
    share = 2000 / 23_417
    tests = {
        "random-split": df.randomSplit([share, 1 - share], seed=7)[0],
        "hash": df.where(fn.pmod(fn.xxhash64("customer_id"), fn.lit(23_417)) < 2000),
        "sample-by": df.sampleBy("segment", dict.fromkeys(range(3), share), seed=7),
        "order-limit": df.orderBy(fn.rand(7)).limit(2000),
    }
    return matching(2000, {option: test.count() for option, test in tests.items()})
