"""What passes a gate between champion and candidates."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, holding, proves, working


@proves("mlp-evaluation-and-comparison-001")
def candidates_that_pass_the_gate(folder: Path) -> Verdicts:
    import mlflow
    from mlflow.models import MetricThreshold
    from mlflow.models.evaluation import EvaluationResult

    thresholds = {
        "f1_score": MetricThreshold(
            threshold=0.80, min_absolute_change=0.03, min_relative_change=0.06, greater_is_better=True
        ),
        "log_loss": MetricThreshold(threshold=0.35, greater_is_better=False),
    }

    def result(f1_score: float, log_loss: float) -> Any:
        return EvaluationResult(metrics={"f1_score": f1_score, "log_loss": log_loss}, artifacts={})

    def passes(f1_score: float, log_loss: float) -> None:
        mlflow.validate_evaluation_results(
            validation_thresholds=thresholds,
            candidate_result=result(f1_score, log_loss),
            baseline_result=result(0.80, 0.32),
        )

    return working(
        {
            "v41": lambda: passes(0.84, 0.31),
            "v42": lambda: passes(0.86, 0.37),
            "v43": lambda: passes(0.82, 0.26),
            "v44": lambda: passes(0.85, 0.34),
        }
    )


@proves("mlp-evaluation-and-comparison-002")
def gains_beyond_chance(folder: Path) -> Verdicts:
    from scipy.stats import binomtest

    disagreements = {"v31": (10, 30), "v32": (240, 260), "v33": (90, 110), "v34": (50, 70)}
    return {option: bool(binomtest(c, b + c, 0.5).pvalue < 0.05) for option, (b, c) in disagreements.items()}


@proves("mlp-evaluation-and-comparison-003")
def calls_that_give_the_error(folder: Path) -> Verdicts:
    import pandas as pd
    from mlflow.models import evaluate

    claims = pd.DataFrame(
        {"feature": [1.0, 2, 3, 4], "paid": [10.0, 20, 30, 40], "estimate": [11.0, 20, 28, 40]}
    )
    nothing_to_load = "models:/vendor/1"

    def has_error(**arguments: Any) -> bool:
        return "root_mean_squared_error" in evaluate(data=claims, targets="paid", **arguments).metrics

    return holding(
        {
            "predictions-regressor": lambda: has_error(predictions="estimate", model_type="regressor"),
            "model-regressor": lambda: has_error(model=nothing_to_load, model_type="regressor"),
            "predictions-classifier": lambda: has_error(predictions="estimate", model_type="classifier"),
            "model-classifier": lambda: has_error(model=nothing_to_load, model_type="classifier"),
        }
    )
