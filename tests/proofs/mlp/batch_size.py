"""What an update averages over when training is spread over processes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.mlp._processes import in_processes
from tests.proofs.protocol import Verdicts, holding, matching, proves


@proves("mlp-batch-size-001")
def learning_rate_by_the_linear_rule(folder: Path) -> Verdicts:
    old_rows, old_rate = 256, 0.1
    rows, processes, passes = 64, 8, 2
    rate = old_rate * (rows * processes * passes) / old_rows
    return matching(
        round(rate, 6),
        {"updates-every-pass": 0.2, "rows-per-update": 0.4, "number-of-gpus": 0.8, "gpus-and-passes": 1.6},
    )


def _epochs(changes: dict[str, Any]) -> list[list[list[int]]]:
    """The rows that each of 8 ranks reads in each of 3 epochs; a small data set with the same remainders."""
    from torch.utils.data import DataLoader
    from torch.utils.data.distributed import DistributedSampler

    data = list(range(8 * 128 - 4))
    of_sampler = {"shuffle": True} | changes.get("sampler", {})
    epochs = []
    samplers = [DistributedSampler(data, num_replicas=8, rank=rank, **of_sampler) for rank in range(8)]
    for epoch in range(3):
        ranks = []
        for sampler in samplers:
            if changes.get("set_epoch"):
                sampler.set_epoch(epoch)
            loader: Any = DataLoader(data, batch_size=64, sampler=sampler, **changes.get("loader", {}))
            ranks.append([row for batch in loader for row in batch.tolist()])
        epochs.append(ranks)
    return epochs


def _faults(changes: dict[str, Any]) -> set[str]:
    epochs = _epochs(changes)
    rows = sorted(row for rank in epochs[0] for row in rank)
    found = {"repeated"} if len(rows) > len(set(rows)) else set()
    return found | ({"same order"} if epochs[0] == epochs[1] == epochs[2] else set())


@proves("mlp-batch-size-002")
def changes_that_mend_a_fault(folder: Path) -> Verdicts:
    before = _faults({})
    assert before == {"repeated", "same order"}
    changes: dict[str, dict[str, Any]] = {
        "loader-drop-last": {"loader": {"drop_last": True}},
        "set-epoch": {"set_epoch": True},
        "unshuffled": {"sampler": {"shuffle": False}},
        "sampler-drop-last": {"sampler": {"drop_last": True}},
        "seed-per-run": {"sampler": {"seed": 7}},
    }
    return {option: _faults(change) < before for option, change in changes.items()}


def _gradient(rank: int, loss: str) -> list[float]:
    import torch
    import torch.distributed as dist

    net = torch.nn.Linear(3, 1, bias=False)
    torch.nn.init.ones_(net.weight)
    ddp = torch.nn.parallel.DistributedDataParallel(net)
    s = (ddp(_tokens()[rank]) ** 2).sum()
    n = torch.tensor(float(len(_tokens()[rank])))
    total = n.clone()
    dist.all_reduce(total)
    names = {"s": s, "n": n, "N": total, "W": dist.get_world_size()}
    eval(loss, {}, names).backward()
    assert net.weight.grad is not None
    return [round(value, 4) for value in net.weight.grad.flatten().tolist()]


def _tokens() -> list[Any]:
    import torch

    generator = torch.Generator().manual_seed(0)
    return [torch.rand(count, 3, generator=generator) for count in (90, 50, 35, 25)]


@proves("mlp-batch-size-003")
def loss_that_weighs_tokens_alike(folder: Path) -> Verdicts:
    import torch

    net = torch.nn.Linear(3, 1, bias=False)
    torch.nn.init.ones_(net.weight)
    (net(torch.cat(_tokens())) ** 2).mean().backward()
    assert net.weight.grad is not None
    wanted = net.weight.grad.flatten()
    losses = {
        "own-mean": "s / n",
        "own-mean-by-world": "s / (n * W)",
        "global-mean": "s / N",
        "global-mean-times-world": "s * W / N",
    }
    found = {option: in_processes(4, _gradient, loss)[0] for option, loss in losses.items()}
    return {option: torch.allclose(torch.tensor(each), wanted, atol=1e-3) for option, each in found.items()}


@proves("mlp-batch-size-004")
def calls_of_the_scheduler(folder: Path) -> Verdicts:
    import torch
    from torch.optim.lr_scheduler import OneCycleLR
    from torch.utils.data import DataLoader
    from torch.utils.data.distributed import DistributedSampler

    data: Any = range(1_280_000)
    loader: Any = DataLoader(data, batch_size=64, sampler=DistributedSampler(data, num_replicas=8, rank=0))
    calls = 10 * (len(loader) // 4)

    def ends_with_training(total: int) -> bool:
        optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1)
        scheduler = OneCycleLR(optimizer, max_lr=0.4, total_steps=total)
        optimizer.step()
        for _ in range(calls):
            scheduler.step()
        return scheduler.last_epoch == total

    return holding(
        {
            "passes-per-process": lambda: ends_with_training(25_000),
            "updates": lambda: ends_with_training(6_250),
            "updates-one-gpu": lambda: ends_with_training(50_000),
            "passes-one-gpu": lambda: ends_with_training(200_000),
        }
    )
