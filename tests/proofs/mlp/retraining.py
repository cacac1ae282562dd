"""Gates, windows and intervals of automated retraining."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mlp-retraining-001")
def champion_after_four_weeks(folder: Path) -> Verdicts:
    import mlflow
    from mlflow.models import MetricThreshold
    from mlflow.models.evaluation import EvaluationResult

    def result(rmse: float) -> EvaluationResult:
        return EvaluationResult(metrics={"root_mean_squared_error": rmse}, artifacts={})

    threshold = MetricThreshold(threshold=0.60, min_relative_change=0.20, greater_is_better=False)
    week, champion = 0, 0.50
    for number, candidate in enumerate((0.42, 0.38, 0.33, 0.34), start=1):
        try:
            mlflow.validate_evaluation_results(
                candidate_result=result(candidate),
                baseline_result=result(champion),
                validation_thresholds={"root_mean_squared_error": threshold},
            )
        except mlflow.MlflowException:
            continue
        week, champion = number, candidate
    return matching(week, {"start": 0, "second": 2, "third": 3, "fourth": 4})


@proves("mlp-retraining-003")
def most_recent_final_labels(folder: Path) -> Verdicts:
    today, wait, length = date(2026, 6, 30), 60, 30
    last = max(
        day
        for day in (today - timedelta(days=back) for back in range(200))
        if day + timedelta(days=wait) <= today
    )
    window = last - timedelta(days=length - 1), last
    return matching(
        window,
        {
            "last-30": (date(2026, 5, 31), date(2026, 6, 29)),
            "from-first-final": (date(2026, 5, 1), date(2026, 5, 30)),
            "last-final": (date(2026, 4, 2), date(2026, 5, 1)),
            "one-window-older": (date(2026, 3, 2), date(2026, 3, 31)),
        },
    )


@proves("mlp-retraining-005")
def cheapest_interval(folder: Path) -> Verdicts:
    def per_week(weeks: int) -> float:
        return (2_100 + sum(400 * week for week in range(weeks))) / weeks

    return matching(min(range(1, 53), key=per_week), {"two": 2, "three": 3, "four": 4, "six": 6})
