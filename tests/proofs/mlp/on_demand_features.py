"""What on-demand features need and return, given how the platform hands over a missing key."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mlp-on-demand-features-002")
def fields_of_a_request(folder: Path) -> Verdicts:
    keys = {"shop_id"}
    looked_up = {"shop_lat", "shop_lon", "avg_basket"}
    bindings = [
        {"lat1": "user_lat", "lon1": "user_lon", "lat2": "shop_lat", "lon2": "shop_lon"},
        {"x": "amount", "y": "avg_basket"},
    ]
    computed = {"distance", "basket_ratio"}
    bound = {column for function in bindings for column in function.values()}
    needed = (keys | bound) - looked_up - computed
    return matching(
        needed,
        {
            "features-only": {"distance", "basket_ratio"},
            "request-inputs": {"user_lat", "user_lon", "amount"},
            "keys-and-inputs": {"shop_id", "user_lat", "user_lon", "amount"},
            "all-bound": {"user_lat", "user_lon", "shop_lat", "shop_lon", "amount", "avg_basket"},
        },
    )


@proves("mlp-on-demand-features-003")
def a_missing_key_in_both_paths(folder: Path) -> Verdicts:
    import math

    def basket_ratio(amount: float, avg: float | None) -> float:
        if avg is None or avg == 0:
            return 0.0
        return amount / avg

    online, batch = basket_ratio(30.0, float("nan")), basket_ratio(30.0, None)
    return matching(
        ("NaN" if math.isnan(online) else online, "NaN" if math.isnan(batch) else batch),
        {
            "zero-zero": (0.0, 0.0),
            "nan-zero": ("NaN", 0.0),
            "zero-nan": (0.0, "NaN"),
            "nan-nan": ("NaN", "NaN"),
        },
    )
