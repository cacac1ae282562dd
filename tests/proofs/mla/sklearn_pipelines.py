"""Pipelines of scikit-learn: columns, leaks, names of parameters."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, holding, matching, proves, working


@proves("mla-sklearn-pipelines-002")
def columns_that_reach_the_classifier(folder: Path) -> Verdicts:
    import numpy as np
    import pandas as pd
    from sklearn.compose import ColumnTransformer
    from sklearn.impute import SimpleImputer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler

    random = np.random.default_rng(0)
    numbers = ["age", "income", "visits", "lat", "lon"]
    train = pd.DataFrame(random.normal(size=(40, 5)), columns=numbers)
    train.loc[::7, "income"] = np.nan
    train["city"], train["plan"] = [*"abcd"] * 10, [*"xy"] * 20
    test = train.head(5).assign(city="e")
    num = make_pipeline(SimpleImputer(strategy="median"), StandardScaler())
    prep = ColumnTransformer(
        [
            ("num", num, ["age", "income", "visits"]),
            ("cat", OneHotEncoder(handle_unknown="ignore"), ["city", "plan"]),
        ]
    )
    model = make_pipeline(prep, LogisticRegression())
    model.fit(train, [0, 1] * 20)
    model.predict(test)
    observed = model[-1].n_features_in_
    return matching(observed, {"nine": 9, "seven": 7, "eleven": 11, "ten": 10})


@proves("mla-sklearn-pipelines-003")
def accuracy_on_shuffled_labels(folder: Path) -> Verdicts:
    import numpy as np
    from sklearn.decomposition import PCA
    from sklearn.feature_selection import SelectKBest, f_classif
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import cross_val_score
    from sklearn.pipeline import make_pipeline

    random = np.random.default_rng(0)
    genes = random.normal(size=(200, 5000))
    labels = random.permutation(np.repeat([0, 1], 100))
    lr, k_best = LogisticRegression(), SelectKBest(f_classif, k=20)
    pca = PCA(20, random_state=0)

    def too_good(model: Any, features: Any) -> bool:
        return bool(cross_val_score(model, features, labels, cv=5).mean() > 0.7)

    return holding(
        {
            "pca-outside": lambda: too_good(lr, pca.fit_transform(genes)),
            "pca-inside": lambda: too_good(make_pipeline(pca, lr), genes),
            "selection-inside": lambda: too_good(make_pipeline(k_best, lr), genes),
            "selection-outside": lambda: too_good(lr, k_best.fit_transform(genes, labels)),
        }
    )


@proves("mla-sklearn-pipelines-004")
def name_of_a_nested_parameter(folder: Path) -> Verdicts:
    from sklearn.compose import ColumnTransformer
    from sklearn.impute import SimpleImputer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import Pipeline, make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler

    numeric = Pipeline([("imputer", SimpleImputer()), ("scaler", StandardScaler())])
    prep = ColumnTransformer(
        [
            ("num", numeric, ["age", "income"]),
            ("cat", OneHotEncoder(handle_unknown="ignore"), ["city"]),
        ]
    )
    model = make_pipeline(prep, LogisticRegression())
    return working(
        {
            "variable-imputer": lambda: model.set_params(prep__num__imputer__strategy="median"),
            "step-names": lambda: model.set_params(prep__num__simpleimputer__strategy="median"),
            "class-and-variable": lambda: model.set_params(
                columntransformer__num__imputer__strategy="median"
            ),
            "class-names": lambda: model.set_params(columntransformer__num__simpleimputer__strategy="median"),
        }
    )
