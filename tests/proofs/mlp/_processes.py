"""Several processes joined by torch's gloo backend, for proofs about distributed training."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
from collections.abc import Callable
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any


def in_processes(count: int, work: Callable[..., Any], *arguments: Any, seconds: float = 20.0) -> list[Any]:
    """What `work(rank, *arguments)` returned in each process, by rank; raises when one failed."""
    context = multiprocessing.get_context("fork")
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder, "store"))
        ends, processes = [], []
        for rank in range(count):
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(
                target=_member, args=(sender, store, rank, count, seconds, work, arguments), daemon=True
            )
            process.start()
            sender.close()
            ends.append(receiver)
            processes.append(process)
        results = [_answer(receiver) for receiver in ends]
        for process in processes:
            process.join(seconds)
            if process.is_alive():
                process.kill()
    troubles = [result[1] for result in results if not result[0]]
    if troubles:
        raise RuntimeError(troubles[0])
    return [result[1] for result in results]


def _answer(receiver: Connection) -> tuple[bool, Any]:
    try:
        answer: tuple[bool, Any] = receiver.recv()
    except EOFError:
        return False, "the process ended without an answer"
    return answer


def _member(
    sender: Connection,
    store: str,
    rank: int,
    count: int,
    seconds: float,
    work: Callable[..., Any],
    arguments: tuple[Any, ...],
) -> None:
    import torch
    import torch.distributed as dist

    os.environ["GLOO_SOCKET_IFNAME"] = "lo"
    torch.set_num_threads(1)
    try:
        dist.init_process_group(
            "gloo",
            init_method=f"file://{store}",
            rank=rank,
            world_size=count,
            timeout=timedelta(seconds=seconds),
        )
        sender.send((True, work(rank, *arguments)))
    except Exception as trouble:
        sender.send((False, repr(trouble)))
    finally:
        sender.close()
        os._exit(0)
