"""What TorchDistributor starts, and what it gives back."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mlp-torch-distributor-001")
def processes_and_their_place(folder: Path, spark: Any) -> Verdicts:
    from pyspark.ml.torch import distributor as module
    from pyspark.resource.information import ResourceInformation

    gpus = {"gpu": ResourceInformation("gpu", [str(number) for number in range(4)])}
    spark.conf.set("spark.driver.resource.gpu.amount", "4")
    spark.conf.set("spark.task.resource.gpu.amount", "1")
    with patch.object(module, "_get_resources", lambda session: gpus):
        started = module.TorchDistributor(num_processes=16, use_gpu=False)
    return matching(
        (started.num_processes, started.local_mode),
        {
            "four-driver": (4, True),
            "sixteen-driver": (16, True),
            "four-workers": (4, False),
            "sixteen-workers": (16, False),
        },
    )


@proves("mlp-torch-distributor-002")
def what_run_returns(folder: Path, spark: Any) -> Verdicts:
    from pyspark.ml.torch.distributor import TorchDistributor

    def train() -> float:
        import os

        os.environ["GLOO_SOCKET_IFNAME"] = "lo"
        import torch
        import torch.distributed as dist

        dist.init_process_group("gloo")
        loss = torch.tensor([0.2, 0.3, 0.4, 0.7][dist.get_rank()])
        dist.all_reduce(loss)
        dist.destroy_process_group()
        return round(loss.item(), 2)

    with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stdout(nowhere):
        returned = TorchDistributor(num_processes=4, local_mode=True, use_gpu=False).run(train)
    return matching(returned, {"rank-0": 0.2, "mean": 0.4, "sum": 1.6, "all-losses": [0.2, 0.3, 0.4, 0.7]})


@proves("mlp-torch-distributor-004")
def more_processes_than_slots(folder: Path) -> Verdicts:
    from pyspark.ml.torch.distributor import TorchDistributor
    from pyspark.sql import SparkSession

    spark = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.log.level", "ERROR")
        .config("spark.scheduler.barrier.maxConcurrentTasksCheck.interval", "1s")
        .config("spark.scheduler.barrier.maxConcurrentTasksCheck.maxFailures", "1")
        .getOrCreate()
    )
    place = str(folder)

    def train() -> None:
        import os
        from pathlib import Path

        Path(place, f"process-{os.environ['RANK']}").touch()

    failed = False
    distributor = TorchDistributor(num_processes=4, local_mode=False, use_gpu=False)
    try:
        distributor.run(train)
    except Exception as trouble:
        failed = "BarrierJobSlotsNumberCheckFailed" in str(trouble)
    started = len(list(folder.glob("process-*")))
    observed = started, distributor.num_processes, failed
    spark.stop()
    return matching(
        observed,
        {
            "five-then-join": (2, 4, False),
            "five-then-rest": (4, 4, False),
            "lowered": (2, 2, False),
            "fails": (0, 4, True),
        },
    )
