"""Memory and batches with ZeRO; the number of processes comes from Spark's distributor."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


def _processes(spark: Any, gpus: int, nodes: int) -> int:
    from pyspark.ml.deepspeed.deepspeed_distributor import DeepspeedTorchDistributor

    distributor = DeepspeedTorchDistributor(numGpus=gpus, nnodes=nodes, localMode=False, useGpu=False)
    return int(distributor.num_processes)


@proves("mlp-deepspeed-001")
def lowest_stage_that_fits(folder: Path, spark: Any) -> Verdicts:
    count, model, memory, activations = _processes(spark, 8, 2), 12, 80, 20
    per_parameter = {
        0: 2 + 2 + 12,
        1: 2 + 2 + 12 / count,
        2: 2 + (2 + 12) / count,
        3: (2 + 2 + 12) / count,
    }
    fitting = [stage for stage, size in per_parameter.items() if model * size + activations <= memory]
    return matching(min(fitting), {"stage-0": 0, "stage-1": 1, "stage-2": 2, "stage-3": 3})


@proves("mlp-deepspeed-002")
def accumulation_steps(folder: Path, spark: Any) -> Verdicts:
    count, update, micro_batch = _processes(spark, 4, 4), 512, 16
    return matching(update / (micro_batch * count), {"thirty-two": 32, "sixteen": 16, "four": 4, "two": 2})


@proves("mlp-deepspeed-003")
def cheapest_configuration_that_fits(folder: Path) -> Verdicts:
    memory, model = 48, 7
    activations = {"kept": 9, "checkpointed": 2}
    states = {"gpu": model * (2 + 2 + 12), "host": model * (2 + 2)}
    fitting = {
        (place, way): (place == "host") + (way == "checkpointed")
        for place, size in states.items()
        for way, more in activations.items()
        if size + more <= memory
    }
    cheapest = min(fitting, key=lambda option: fitting[option])
    return matching("-".join(cheapest), {name: name for name in _NAMES})


_NAMES = ("host-kept", "gpu-kept", "host-checkpointed", "gpu-checkpointed")
