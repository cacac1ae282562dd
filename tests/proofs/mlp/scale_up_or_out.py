"""Time and cost of training on more GPUs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.mlp._processes import in_processes
from tests.proofs.protocol import Verdicts, matching, proves


@proves("mlp-scale-up-or-out-001")
def cheapest_training_in_time(folder: Path) -> Verdicts:
    offers = {
        "four-machines": (4, 0.55, 16),
        "one-machine": (4, 0.10, 18),
        "one-large-machine": (8, 0.15, 40),
        "two-large-machines": (16, 0.40, 80),
    }
    hours = {name: 40 / (count * (1 - share)) for name, (count, share, _) in offers.items()}
    costs = {name: hours[name] * offers[name][2] for name in offers if hours[name] <= 12}
    return matching(min(costs, key=lambda name: costs[name]), {name: name for name in offers})


def _exchanges(rank: int, passes: int) -> int:
    import torch
    from torch.distributed.algorithms.ddp_comm_hooks.default_hooks import allreduce_hook

    model = torch.nn.parallel.DistributedDataParallel(torch.nn.Linear(2, 1))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    counted = []

    def hook(state: Any, bucket: Any) -> Any:
        counted.append(bucket.index())
        return allreduce_hook(state, bucket)

    hook.__annotations__.clear()  # torch wants its own types there, not their names
    model.register_comm_hook(None, hook)
    for i in range(1, passes + 1):
        (model(torch.ones(3, 2)).mean() / 4).backward()
        if i % 4 == 0:
            optimizer.step()
            optimizer.zero_grad()
    return len(counted)


@proves("mlp-scale-up-or-out-002")
def seconds_of_an_epoch(folder: Path) -> Verdicts:
    passes = 40
    exchanges = in_processes(2, _exchanges, passes)[0]
    seconds = 1_000 * (0.060 + 0.090 * exchanges / passes)
    return matching(
        round(seconds, 3), {"every-fourth": 82.5, "every-second": 105.0, "none": 60.0, "every-pass": 150.0}
    )


@proves("mlp-scale-up-or-out-003")
def fewest_gpus_for_the_shortest_epoch(folder: Path) -> Verdicts:
    reading = 1_200 / 2
    epochs = {count: max(4_000 / count, reading) for count in (4, 8, 16, 32)}
    fewest = min(count for count, seconds in epochs.items() if seconds == min(epochs.values()))
    return matching(fewest, {"four": 4, "eight": 8, "sixteen": 16, "thirty-two": 32})
