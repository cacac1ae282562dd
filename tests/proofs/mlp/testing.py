"""What a test finds, what it lets pass, and what has to be run again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mlp-testing-001")
def jobs_downstream_of_the_change(folder: Path) -> Verdicts:
    reads = {
        "features": {"sources"},
        "labels": {"sources"},
        "train": {"ml.features", "ml.labels"},
        "score": {"ml.features", "model"},
        "monitor": {"ml.scores", "ml.labels"},
        "campaign": {"ml.scores"},
    }
    writes = {
        "features": "ml.features",
        "labels": "ml.labels",
        "train": "model",
        "score": "ml.scores",
        "monitor": "ml.quality",
        "campaign": "mail file",
    }
    affected = {"score"}
    while True:
        readers = {job for job in reads if reads[job] & {writes[done] for done in affected}}
        if readers <= affected:
            break
        affected |= readers
    return matching(
        affected,
        {
            "labels-chain": {"labels", "train", "score", "monitor", "campaign"},
            "scores-chain": {"score", "monitor", "campaign"},
            "model-chain": {"train", "score", "monitor", "campaign"},
            "readers-alone": {"monitor", "campaign"},
        },
    )


@proves("mlp-testing-003")
def customer_that_shows_the_fault(folder: Path, spark: Any) -> Verdicts:
    from datetime import date

    from pyspark.sql import functions as F  # noqa: N812

    def spend_7d(customers: Any, tx: Any, as_of: str) -> Any:
        day = F.lit(as_of).cast("date")
        joined = customers.join(tx, "customer_id", "left")
        recent = (F.col("day") > F.date_sub(day, 7)) & (F.col("day") <= day)
        return (
            joined.where(F.col("day").isNull() | recent)
            .groupBy("customer_id")
            .agg(F.coalesce(F.sum("amount"), F.lit(0.0)).alias("spend_7d"))
        )

    days = {
        "no-transaction": None,
        "as-of-day": date(2026, 6, 20),
        "first-day": date(2026, 6, 14),
        "day-before-window": date(2026, 6, 13),
    }
    customers = spark.createDataFrame([(name,) for name in days], "customer_id string")
    tx = spark.createDataFrame(
        [(name, day, 5.0) for name, day in days.items() if day], "customer_id string, day date, amount double"
    )
    found = {row.customer_id: row.spend_7d for row in spend_7d(customers, tx, "2026-06-20").collect()}

    def demanded(day: date | None) -> float:
        return 5.0 if day and 0 <= (date(2026, 6, 20) - day).days < 7 else 0.0

    return {name: found.get(name) != demanded(day) for name, day in days.items()}


@proves("mlp-testing-004")
def faults_that_pass(folder: Path, spark: Any) -> Verdicts:
    from pyspark.sql import functions as F  # noqa: N812

    def rows(df: Any) -> set[tuple[Any, ...]]:
        return {tuple(row) for row in df.select(sorted(df.columns)).collect()}

    customers = spark.createDataFrame([(1, "a"), (2, "a"), (3, "b")], "id int, segment string")
    tx = spark.createDataFrame([(1, 10.25), (1, 5.5), (2, 7.75)], "id int, amount double")
    expected = spark.createDataFrame(
        [(1, "a", 15.75), (2, "a", 7.75), (3, "b", 0.0)], "id int, segment string, spend double"
    )

    def features(amount: Any, how: str = "left", default: Any = 0.0) -> Any:
        sums = tx.groupBy("id").agg(F.sum(amount).alias("sum"))
        joined = customers.join(sums, "id", how)
        return joined.select("id", "segment", F.coalesce("sum", F.lit(default).cast("double")).alias("spend"))

    amount = F.col("amount")
    assert rows(features(amount)) == rows(expected)
    faulty: dict[str, Callable[[], Any]] = {
        "null-value": lambda: features(amount, default=None),
        "fan-out": lambda: features(amount).join(tx.select("id"), "id", "left"),
        "lost": lambda: features(amount, how="inner"),
        "rounded": lambda: features(F.round("amount")),
    }
    assert faulty["fan-out"]().count() == 4
    return {name: rows(make()) == rows(expected) for name, make in faulty.items()}


@proves("mlp-testing-005")
def sound_pull_requests_blocked(folder: Path) -> Verdicts:
    requests, jobs, failure = 50, 5, 0.02
    today = requests * (1 - (1 - failure) ** jobs)
    retried = requests * (1 - (1 - failure**2) ** jobs)
    return matching(
        (round(today), round(retried, 1)),
        {"five-tenth": (5, 0.1), "five-half": (5, 0.5), "one-tenth": (1, 0.1), "one-half": (1, 0.5)},
    )
