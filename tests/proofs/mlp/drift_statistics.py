"""Tests and distances of drift, on simulated data and by arithmetic."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, holding, matching, proves


@proves("mlp-drift-statistics-001")
def alerts_on_large_windows(folder: Path) -> Verdicts:
    import numpy as np
    from scipy.stats import ks_2samp, wasserstein_distance

    random = np.random.default_rng(0)
    rows = 400_000
    shifts = [0.015, -0.015, 0.015, 0.5, 0.5, 0.5, 0.015]
    first_day_or_over = [False, False, False, True, False, False, True]
    baseline = random.normal(0, 1, rows)
    windows = [random.normal(shift, 1, rows) for shift in shifts]
    before = [random.normal(0.01, 1, rows), *windows]

    def alarms(test: bool, consecutive: bool) -> list[bool]:
        found = []
        for number, window in enumerate(windows):
            reference = before[number] if consecutive else baseline
            if test:
                found.append(bool(ks_2samp(window, reference, method="asymp").pvalue < 0.001))
            else:
                found.append(bool(wasserstein_distance(window, reference) > 0.1))
        return found

    return matching(
        first_day_or_over,
        {
            "test-baseline": alarms(test=True, consecutive=False),
            "test-previous": alarms(test=True, consecutive=True),
            "distance-baseline": alarms(test=False, consecutive=False),
            "distance-previous": alarms(test=False, consecutive=True),
        },
    )


@proves("mlp-drift-statistics-002")
def psi_of_four_bins(folder: Path) -> Verdicts:
    import numpy as np

    expected = np.array([0.25, 0.25, 0.25, 0.25])
    actual = np.array([0.10, 0.20, 0.30, 0.40])
    psi = round(float(np.sum((actual - expected) * np.log(actual / expected))), 2)
    return matching(psi, {"one-sided": 0.11, "largest": 0.15, "half-sum": 0.20, "psi": 0.23})


@proves("mlp-drift-statistics-003")
def what_moves_precision_alone(folder: Path) -> Verdicts:
    import numpy as np

    random = np.random.default_rng(0)
    rows, threshold = 400_000, 1.7

    def figures(
        fraud_shift: float = 2.6, inputs: float = 0.0, limit: float = threshold, labelled: float = 1.0
    ) -> dict[str, float]:
        fraud = random.random(rows) < 0.03
        score = random.normal(inputs, 1, rows) * 0.6 + fraud * fraud_shift
        flagged, known = score > limit, fraud & (random.random(rows) < labelled)
        hits = float((flagged & known).sum())
        return {
            "precision": hits / float(flagged.sum()),
            "recall": hits / float(known.sum()),
            "flagged": float(flagged.mean()),
            "inputs": float(np.median(score[~fraud])),
        }

    normal = figures()

    def as_reported(now: dict[str, float]) -> bool:
        kept = all(abs(now[name] / normal[name] - 1) < 0.1 for name in ("recall", "flagged"))
        return now["precision"] < 0.5 * normal["precision"] and kept and abs(now["inputs"]) < 0.05

    return holding(
        {
            "labels": lambda: as_reported(figures(labelled=0.3)),
            "concept": lambda: as_reported(figures(fraud_shift=1.5)),
            "inputs": lambda: as_reported(figures(inputs=0.6)),
            "threshold": lambda: as_reported(figures(limit=1.2)),
        }
    )


@proves("mlp-drift-statistics-004")
def false_alarms_by_size(folder: Path) -> Verdicts:
    import numpy as np
    from scipy.stats import ks_2samp, wasserstein_distance

    random = np.random.default_rng(1)
    baseline = np.sort(random.normal(100, 50, 20_000))
    edges = np.quantile(baseline, np.linspace(0, 1, 11)[1:-1])

    def test(window: Any) -> bool:
        return bool(ks_2samp(window, baseline, method="asymp").pvalue < 0.01)

    def distance(window: Any) -> bool:
        return bool(wasserstein_distance(window, baseline) > 0.1 * 50)

    def psi(window: Any) -> bool:
        share = np.bincount(np.searchsorted(edges, window), minlength=10) / len(window)
        share = np.maximum(share, 1e-4)
        return bool(np.sum((share - 0.1) * np.log(share / 0.1)) > 0.1)

    def mean_change(window: Any) -> bool:
        return bool(abs(window.mean() / baseline.mean() - 1) > 0.05)

    def even(alarm: Any) -> bool:
        """Whether the share of false alarms is small, and about the same in small and large slices."""
        rates = []
        for size, days in ((40, 150), (400, 150), (5000, 50)):
            rates.append(np.mean([alarm(random.normal(100, 50, size)) for _ in range(days)]))
        return bool(max(rates) - min(rates) < 0.03 and max(rates) < 0.05)

    return holding(
        {
            "test": lambda: even(test),
            "distance": lambda: even(distance),
            "psi": lambda: even(psi),
            "mean-change": lambda: even(mean_change),
        }
    )
