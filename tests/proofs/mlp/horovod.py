"""What DistributedDataParallel takes over from Horovod's calls, and what it does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.mlp._processes import in_processes
from tests.proofs.protocol import Verdicts, matching, proves


def _observe(rank: int) -> dict[str, Any]:
    """Wrap a model with weights of its own on each rank and take one step on rows of its own."""
    import torch

    torch.manual_seed(rank)
    net = torch.nn.Linear(2, 1, bias=False)
    model = torch.nn.parallel.DistributedDataParallel(net)
    start = net.weight.detach().clone()
    batch = torch.full((3, 2), float(rank + 1))
    reached: list[int] = []
    net.register_forward_hook(lambda module, inputs, output: reached.append(len(inputs[0])))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    model(batch).mean().backward()
    optimizer.step()
    step = (start - net.weight.detach()).flatten()
    return {"start": start.flatten().tolist(), "step": step.tolist(), "rows": reached[0]}


@proves("mlp-horovod-001")
def lines_without_a_successor(folder: Path) -> Verdicts:
    import torch

    first, second = in_processes(2, _observe)
    step = torch.tensor(first["step"])
    mean_gradient = (1.0 + 2.0) / 2
    taken_over = {
        1: first["start"] == second["start"],
        2: torch.allclose(step, torch.full((2,), 0.01 * 2 * mean_gradient), atol=1e-6),
        3: torch.allclose(step, torch.full((2,), 0.01 * mean_gradient), atol=1e-6),
        4: first["rows"] < 3,
    }
    return matching(
        {line for line, done in taken_over.items() if not done},
        {
            "keep-lr-and-broadcast": {1, 2},
            "keep-sampler-and-optimizer": {3, 4},
            "keep-lr-and-sampler": {2, 4},
            "keep-broadcast-and-optimizer": {1, 3},
        },
    )


def _gradients(rank: int) -> tuple[float, float]:
    """The gradient that DDP gives, and the sum of the processes' own."""
    import torch
    import torch.distributed as dist

    net = torch.nn.Linear(1, 1, bias=False)
    own = torch.full((4, 1), rank + 1.0)
    net(own).mean().backward()
    assert net.weight.grad is not None
    total = net.weight.grad.detach().clone()
    dist.all_reduce(total)
    net.zero_grad()
    model = torch.nn.parallel.DistributedDataParallel(net)
    model(own).mean().backward()
    return float(net.weight.grad), float(total)


@proves("mlp-horovod-003")
def rate_for_the_same_step(folder: Path) -> Verdicts:
    of_ddp, summed = in_processes(8, _gradients)[0]
    return matching(
        round(0.02 * summed / of_ddp, 6),
        {"divided": 0.0025, "times-processes": 0.16, "times-workers": 0.08, "unchanged": 0.02},
    )
