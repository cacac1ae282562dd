"""Metrics of classifiers: rankings, averages over classes, class shares."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, holding, matching, proves


@proves("mla-classification-metrics-002")
def area_from_scores(folder: Path) -> Verdicts:
    from sklearn.metrics import roc_auc_score

    observed = round(float(roc_auc_score([1, 0, 1, 0, 0], [0.9, 0.8, 0.4, 0.3, 0.2])), 2)
    return matching(observed, {"auc-scores": 0.83, "accuracy": 0.60, "auc-classes": 0.58, "precision": 0.50})


@proves("mla-classification-metrics-003")
def f1_of_one_class(folder: Path, spark: Any) -> Verdicts:
    from pyspark.ml.evaluation import MulticlassClassificationEvaluator

    rows = [(1.0, 1.0)] + [(1.0, 0.0)] * 2 + [(0.0, 1.0)] + [(0.0, 0.0)] * 6
    data = spark.createDataFrame(rows, "label double, prediction double")
    evaluator = MulticlassClassificationEvaluator(metricName="fMeasureByLabel", metricLabel=1.0)
    observed = round(evaluator.evaluate(data), 2)
    return matching(observed, {"macro": 0.60, "weighted": 0.68, "positive": 0.40, "accuracy": 0.70})


@proves("mla-classification-metrics-004")
def fifty_times_the_negatives(folder: Path) -> Verdicts:
    import numpy as np
    from sklearn import metrics

    random = np.random.default_rng(0)
    labels = np.repeat([1, 0], 1000)
    scores = np.concatenate([random.normal(0.65, 0.15, 1000), random.normal(0.40, 0.15, 1000)])
    line = np.where(labels == 1, 1.0, 50.0)

    def steady(metric: Any, predicted: Any) -> bool:
        before, after = metric(labels, predicted), metric(labels, predicted, sample_weight=line)
        return bool(abs(before - after) < 0.01)

    flagged = (scores > 0.5).astype(int)
    return holding(
        {
            "precision": lambda: steady(metrics.precision_score, flagged),
            "recall": lambda: steady(metrics.recall_score, flagged),
            "f1": lambda: steady(metrics.f1_score, flagged),
            "roc-auc": lambda: steady(metrics.roc_auc_score, scores),
            "average-precision": lambda: steady(metrics.average_precision_score, scores),
        }
    )
