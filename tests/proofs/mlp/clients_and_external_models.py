"""Fallback by the rule in the SDK, providers, and what the SDK's calls can change."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mlp-clients-and-external-models-002")
def answers_with_fallback(folder: Path) -> Verdicts:
    from databricks.sdk.service.serving import FallbackConfig, Route, TrafficConfig

    entities = ["a", "c", "b"]
    traffic = TrafficConfig(routes=[Route(70, "a"), Route(30, "b"), Route(0, "c")])
    answers: Counter[str] = Counter()
    for route in traffic.routes or []:
        name = str(route.served_entity_name)
        for number in range(1000 * route.traffic_percentage // 100):
            tried = [name]
            if FallbackConfig(enabled=True).enabled:
                tried += [entity for entity in entities if entity != name]
            answers[next(entity for entity in tried if entity != "a" or number % 10)] += 1
    return matching(
        (answers["a"], answers["b"], answers["c"]),
        {
            "next-in-list": (630, 300, 70),
            "by-routes": (630, 370, 0),
            "none": (630, 300, 0),
            "shared": (630, 335, 35),
        },
    )


@proves("mlp-clients-and-external-models-003")
def providers_with_a_workspace(folder: Path) -> Verdicts:
    from dataclasses import fields

    from databricks.sdk.service import serving

    configs = {
        "custom": (serving.ExternalModelProvider("custom"), serving.CustomProviderConfig),
        "openai": (serving.ExternalModelProvider("openai"), serving.OpenAiConfig),
        "bedrock": (serving.ExternalModelProvider("amazon-bedrock"), serving.AmazonBedrockConfig),
        "databricks": (
            serving.ExternalModelProvider("databricks-model-serving"),
            serving.DatabricksModelServingConfig,
        ),
    }
    return {
        option: any("workspace" in field.name for field in fields(config))
        for option, (_, config) in configs.items()
    }


@proves("mlp-clients-and-external-models-004")
def calls_that_take_tags(folder: Path) -> Verdicts:
    from inspect import signature

    from databricks.sdk.service.serving import ServingEndpointsAPI

    calls = {
        "update-config": ServingEndpointsAPI.update_config,
        "put-ai-gateway": ServingEndpointsAPI.put_ai_gateway,
        "patch": ServingEndpointsAPI.patch,
        "set-permissions": ServingEndpointsAPI.set_permissions,
    }
    return {option: "add_tags" in signature(call).parameters for option, call in calls.items()}
