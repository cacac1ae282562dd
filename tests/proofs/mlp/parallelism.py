"""What has to fit on one GPU, how long a pipeline idles, and what lets processes end at different times."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.mlp._processes import in_processes
from tests.proofs.protocol import Verdicts, holding, matching, proves


@proves("mlp-parallelism-001")
def largest_piece_on_a_gpu(folder: Path) -> Verdicts:
    layer, others, gpus, memory = 25.0, 1.0, 8, 24
    states = 2  # weights and gradients
    needed = {
        "pipeline-parallel": states * layer,
        "data-parallel": states * (layer + others),
        "fsdp-offload": layer,
        "tensor-parallel": states * (layer + others) / gpus,
    }
    return {option: size <= memory for option, size in needed.items()}


def _idle(stages: int, micro_batches: int) -> float:
    """The share of idle slots when each wave enters the next stage a slot later."""
    busy = {(stage, slot) for stage in range(stages) for slot in range(stage, stage + micro_batches)}
    slots = 1 + max(slot for _, slot in busy)
    return 1 - len(busy) / (stages * slots)


@proves("mlp-parallelism-003")
def fewest_micro_batches(folder: Path) -> Verdicts:
    allowed = [count for count in range(1, 97) if 96 % count == 0 and round(_idle(4, count), 6) <= 0.20]
    return matching(min(allowed), {"four": 4, "twelve": 12, "eight": 8, "twenty-four": 24})


def _train(rank: int, way: str) -> list[float]:
    from contextlib import nullcontext

    import torch

    torch.manual_seed(0)
    model = torch.nn.parallel.DistributedDataParallel(
        torch.nn.Linear(2, 1), find_unused_parameters=way == "unused", static_graph=way == "static"
    )
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    contexts = {"join": model.join, "no-sync": model.no_sync}
    with contexts.get(way, nullcontext)():
        for _ in range([5, 3][rank]):
            model(torch.full((3, 2), rank + 1.0)).sum().backward()
            optimizer.step()
            optimizer.zero_grad()
    return [float(value) for parameter in model.parameters() for value in parameter.detach().flatten()]


def _one_model(way: str) -> bool:
    """Whether the training ends, with the same model in both processes."""
    first, second = in_processes(2, _train, way, seconds=3)
    return bool(first == second)


@proves("mlp-parallelism-004")
def ends_with_one_model(folder: Path) -> Verdicts:
    return holding({way: lambda way=way: _one_model(way) for way in ("no-sync", "unused", "join", "static")})
