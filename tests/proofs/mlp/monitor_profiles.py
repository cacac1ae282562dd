"""Which reference and window of a profile tell bad days from ordinary ones."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, proves


@proves("mlp-monitor-profiles-003")
def bad_days_under_inflation(folder: Path) -> Verdicts:
    import numpy as np
    from scipy.stats import wasserstein_distance

    random = np.random.default_rng(0)
    days, rows, bad = 720, 200, (100, 400, 700)

    def prices(day: int) -> np.ndarray:
        values = random.normal(100, 20, rows) * 1.001**day
        if day in bad:
            values[: rows // 10] *= 5
        return values

    history = [prices(day) for day in range(days)]
    baseline = np.concatenate([prices(day) for day in range(-30, 0)])

    def separates(length: int, consecutive: bool) -> bool:
        """Whether a threshold learned in the first half year holds for two years, and by the next morning."""
        windows = [np.concatenate(history[start : start + length]) for start in range(0, days, length)]
        alarms = {day // length for day in bad}
        quiet, loud = [], []
        for number in range(1, len(windows)):
            reference = windows[number - 1] if consecutive else baseline
            drift = wasserstein_distance(windows[number], reference)
            if number in alarms:
                loud.append(drift)
            elif not (consecutive and number - 1 in alarms):
                quiet.append(drift)
        return max(quiet) < min(loud) and length == 1

    return {
        "day-baseline": separates(1, consecutive=False),
        "day-consecutive": separates(1, consecutive=True),
        "month-baseline": separates(30, consecutive=False),
        "month-consecutive": separates(30, consecutive=True),
    }
