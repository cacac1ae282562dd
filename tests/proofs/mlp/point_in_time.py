"""Point-in-time lookups, rebuilt with pandas' as-of join."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mlp-point-in-time-002")
def reading_time_against_arrival_time(folder: Path) -> Verdicts:
    import pandas as pd

    def at(clock: str) -> pd.Timestamp:
        return pd.Timestamp(f"2026-03-02 {clock}")

    readings = pd.DataFrame(
        {
            "reading_ts": [at("02:00"), at("05:00"), at("08:00"), at("09:30")],
            "arrived_at": [at("08:05"), at("11:10"), at("14:00"), at("15:20")],
            "load": [3.2, 4.1, 5.0, 6.4],
        }
    )
    request = at("11:30")
    case = pd.DataFrame({"asked_at": [request]})
    joined = pd.merge_asof(case, readings, left_on="asked_at", right_on="reading_ts")
    published = readings[readings["arrived_at"] <= request].sort_values("reading_ts")
    seen = float(joined["load"].iloc[0]), float(published["load"].iloc[-1])
    return matching(
        seen,
        {
            "train-late-online-late": (6.4, 6.4),
            "train-late-online-early": (6.4, 4.1),
            "train-early-online-early": (4.1, 4.1),
            "train-early-online-late": (4.1, 6.4),
        },
    )


@proves("mlp-point-in-time-003")
def nulls_in_the_training_set(folder: Path) -> Verdicts:
    import pandas as pd

    def at(clock: str) -> pd.Timestamp:
        return pd.Timestamp(f"2026-03-02 {clock}")

    table = pd.DataFrame(
        {
            "sensor_id": [7, 7, 7, 9, 7],
            "ts": [at("06:00"), at("07:00"), at("08:00"), at("08:10"), at("09:00")],
            "soil_temp": [18.5, 19.1, None, 17.7, 20.4],
        }
    )
    clocks = ["05:30", "07:00", "08:15", "08:40", "09:00", "09:50"]
    labels = pd.DataFrame({"sensor_id": 7, "observed_at": [at(clock) for clock in clocks]})
    training = pd.merge_asof(labels, table, left_on="observed_at", right_on="ts", by="sensor_id")
    nulls = int(training["soil_temp"].isna().sum())
    return matching(nulls, {"one": 1, "two": 2, "three": 3, "four": 4})


@proves("mlp-point-in-time-005")
def a_correction_under_an_old_key(folder: Path) -> Verdicts:
    import pandas as pd

    merges = pd.DataFrame(
        {
            "merged": pd.to_datetime(["2026-03-01", "2026-03-05", "2026-03-05", "2026-03-10"]),
            "ts": [pd.Timestamp(f"2026-{day} 23:00") for day in ("02-28", "02-28", "03-03", "03-09")],
            "balance": [40, 36, 44, 51],
        }
    )
    table = merges.sort_values("merged", kind="stable").drop_duplicates("ts", keep="last").sort_values("ts")
    asked = pd.DataFrame({"scored_at": pd.to_datetime(["2026-03-01 12:00"])})
    scored = pd.merge_asof(asked, table, left_on="scored_at", right_on="ts")
    balance = int(scored["balance"].iloc[0])
    return matching(balance, {"as-stored-then": 40, "corrected": 36, "first-after": 44, "newest": 51})
