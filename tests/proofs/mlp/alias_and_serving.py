"""Which version an endpoint is given, and which one answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mlp-alias-and-serving-004")
def shares_after_three_releases(folder: Path) -> Verdicts:
    from databricks.sdk.service.serving import (
        EndpointCoreConfigOutput,
        Route,
        ServedEntityInput,
        ServedEntityOutput,
        TrafficConfig,
    )

    name, size = "prod.risk.ltv", {"workload_size": "Small", "scale_to_zero_enabled": False}

    def next_config(config: Any, version: str) -> dict[str, Any]:
        live = max(config.traffic_config.routes, key=lambda r: r.traffic_percentage)
        new = ServedEntityInput(name=f"ltv-{version}", entity_name=name, entity_version=version, **size)
        kept = [
            ServedEntityInput(name=e.name, entity_name=name, entity_version=e.entity_version, **size)
            for e in config.served_entities
            if e.name == live.served_entity_name
        ]
        routes = [
            Route(served_entity_name=live.served_entity_name, traffic_percentage=90),
            Route(served_entity_name=new.name, traffic_percentage=10),
        ]
        return {"served_entities": [*kept, new], "traffic_config": TrafficConfig(routes=routes)}

    def applied(update: dict[str, Any]) -> EndpointCoreConfigOutput:
        """The configuration after an update, as the service would report it."""
        entities = [ServedEntityOutput.from_dict(e.as_dict()) for e in update["served_entities"]]
        return EndpointCoreConfigOutput(served_entities=entities, traffic_config=update["traffic_config"])

    def by_hand(config: EndpointCoreConfigOutput, **shares: int) -> None:
        config.traffic_config = TrafficConfig(
            routes=[
                Route(served_entity_name=key.replace("_", "-"), traffic_percentage=share)
                for key, share in shares.items()
            ]
        )

    config = EndpointCoreConfigOutput(
        served_entities=[ServedEntityOutput(name="ltv-6", entity_name=name, entity_version="6")],
        traffic_config=TrafficConfig(routes=[Route(served_entity_name="ltv-6", traffic_percentage=100)]),
    )
    config = applied(next_config(config, "7"))
    by_hand(config, ltv_6=0, ltv_7=100)
    config = applied(next_config(config, "8"))
    by_hand(config, ltv_7=40, ltv_8=60)
    update = next_config(config, "9")
    shares = {r.served_entity_name: r.traffic_percentage for r in update["traffic_config"].routes}
    return matching(
        shares,
        {
            "largest-share": {"ltv-8": 90, "ltv-9": 10},
            "champion": {"ltv-7": 90, "ltv-9": 10},
            "scaled": {"ltv-7": 36, "ltv-8": 54, "ltv-9": 10},
            "rest": {"ltv-7": 40, "ltv-8": 50, "ltv-9": 10},
        },
    )


@proves("mlp-alias-and-serving-005")
def scores_of_one_version(folder: Path) -> Verdicts:
    moves = [(0.0, 6), (2.0, 7), (14.0, 6)]
    batches = [(1.0, 40_000), (2.5, 30_000), (20.0, 10_000)]
    configurations = [(0.0, 6), (8.5, 7)]

    def at(history: list[tuple[float, int]], hour: float) -> int:
        return [version for since, version in history if since <= hour][-1]

    scores = sum(count for start, count in batches if at(moves, start) == 7)
    scores += sum(1 for request in range(24_000) if at(configurations, request / 1000) == 7)
    return matching(
        scores,
        {
            "follows-alias-back": 35_500,
            "alias-for-all": 42_000,
            "loads-and-updates": 45_500,
            "endpoint-alone": 15_500,
        },
    )
