"""Coefficients and tests that describe two columns."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-visualisation-002")
def curve_behind_coefficients(folder: Path) -> Verdicts:
    import numpy as np
    from scipy.stats import pearsonr, spearmanr

    x = np.linspace(0, 10, 101)
    curves = {
        "exp-up": np.exp(x),
        "exp-down": np.exp(-x),
        "parabola": (x - 5) ** 2,
        "line": 3 - 2 * x,
    }
    pairs = {
        option: (round(float(pearsonr(x, y)[0]), 2), round(float(spearmanr(x, y)[0]), 2))
        for option, y in curves.items()
    }
    return matching((-0.69, -1.0), pairs)


@proves("mla-visualisation-003")
def tests_under_new_codes(folder: Path) -> Verdicts:
    import numpy as np
    import pandas as pd
    from scipy.stats import chi2_contingency, f_oneway, pearsonr, spearmanr

    generator = np.random.default_rng(0)
    channel = generator.integers(1, 6, 600)
    tariff = np.where(generator.random(600) < 0.4, channel, generator.integers(1, 13, 600))
    data = pd.DataFrame({"tariff": tariff, "channel": channel})
    other = data.assign(
        tariff=data["tariff"].map(dict(zip(range(1, 13), generator.permutation(12) + 1, strict=True))),
        channel=data["channel"].map(dict(zip(range(1, 6), generator.permutation(5) + 1, strict=True))),
    )

    def results(frame: pd.DataFrame) -> dict[str, float]:
        groups = [group.to_numpy() for _, group in frame.groupby("channel")["tariff"]]
        return {
            "chi-square": chi2_contingency(pd.crosstab(frame["tariff"], frame["channel"]))[1],
            "anova": f_oneway(*groups)[1],
            "pearson": pearsonr(frame["tariff"], frame["channel"])[1],
            "spearman": spearmanr(frame["tariff"], frame["channel"])[1],
        }

    before, after = results(data), results(other)
    return {option: bool(np.isclose(before[option], after[option], rtol=1e-9)) for option in before}
