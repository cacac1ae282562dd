"""Structured Streaming with files for a source: checkpoints, triggers and watermarks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mlp-streaming-features-002")
def a_night_that_reads_all_events(folder: Path, spark: Any) -> Verdicts:
    from itertools import product
    from time import monotonic, sleep

    source = folder / "events"
    source.mkdir()
    read: list[int] = []

    def count(batch: Any, _: int) -> None:
        read.append(batch.count())

    def night(checkpoint: Path, trigger: dict[str, Any]) -> tuple[int, bool]:
        """How many events the query reads, and whether it ends by itself."""
        read.clear()
        stream = spark.readStream.schema("user INT").json(str(source))
        writer = stream.writeStream.foreachBatch(count).option("checkpointLocation", str(checkpoint))
        query = writer.trigger(**trigger).start()
        deadline = monotonic() + 20
        while query.isActive and not query.recentProgress and monotonic() < deadline:
            sleep(0.1)
        ended = query.awaitTermination(2)
        query.stop()
        return sum(read), bool(ended)

    triggers: dict[str, dict[str, Any]] = {
        "available": {"availableNow": True},
        "processing": {"processingTime": "1 day"},
    }
    observed = {}
    for number, (place, name) in enumerate(product(("fixed", "run"), triggers)):
        base = folder / f"chk{number}"
        (source / f"first{number}.json").write_text('{"user": 1}\n{"user": 2}\n')
        night(base if place == "fixed" else base / "1", triggers["available"])
        (source / f"second{number}.json").write_text('{"user": 3}\n')
        everything = sum(len(file.read_text().splitlines()) for file in source.glob("*.json"))
        seen, ended = night(base if place == "fixed" else base / "2", triggers[name])
        observed[f"{place}-{name}"] = seen == everything and ended
    return observed


@proves("mlp-streaming-features-003")
def clicks_of_the_first_window(folder: Path, spark: Any) -> Verdicts:
    from pyspark.sql.functions import window

    source, found = folder / "clicks", {}
    source.mkdir()

    def merge(batch: Any, _: int) -> None:
        found.update({row["window"].start.strftime("%H:%M"): row["count"] for row in batch.collect()})

    batches = [("10:02", "10:14"), ("10:03", "10:28"), ("10:05", "10:33"), ("10:09", "10:41")]
    for number, clocks in enumerate(batches):
        lines = [f'{{"user_id": 1, "event_time": "2026-03-02T{clock}:00"}}' for clock in clocks]
        (source / f"{number}.json").write_text("\n".join(lines) + "\n")
        events = spark.readStream.schema("user_id INT, event_time TIMESTAMP").json(str(source))
        watermarked = events.withWatermark("event_time", "24 minutes")
        counts = watermarked.groupBy("user_id", window("event_time", "10 minutes")).count()
        writer = counts.writeStream.outputMode("update").foreachBatch(merge)
        writer = writer.option("checkpointLocation", str(folder / "chk")).trigger(availableNow=True)
        writer.start().awaitTermination()
    return matching(found["10:00"], {"one": 1, "two": 2, "three": 3, "four": 4})
