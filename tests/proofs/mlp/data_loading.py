"""Which rows reach which process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mlp-data-loading-001")
def fewest_devices_for_the_same_batch(folder: Path) -> Verdicts:
    batch, room, started = 480, 100, 8
    usable = [count for count in range(1, started + 1) if batch % count == 0 and batch // count <= room]
    return matching(min(usable), {"four": 4, "five": 5, "six": 6, "seven": 7})


@proves("mlp-data-loading-003")
def copies_of_rows_in_an_epoch(folder: Path) -> Verdicts:
    from torch.utils.data import DataLoader, IterableDataset

    class Shards(IterableDataset[int]):
        def __init__(self, files: list[list[int]], rank: int, world_size: int) -> None:
            self.files = files[rank::world_size]

        def __iter__(self) -> Iterator[int]:
            for file in self.files:
                yield from file

    files = [list(range(10 * number, 10 * number + 10)) for number in range(8)]
    seen: list[int] = []
    for rank in range(4):
        loader: Any = DataLoader(
            Shards(files, rank, 4), batch_size=5, num_workers=2, multiprocessing_context="fork"
        )
        seen += [row for batch in loader for row in batch.tolist()]
    copies = {seen.count(row) for row in range(80)}
    assert len(copies) == 1
    return matching(
        80 * 1_000 * copies.pop(),
        {
            "each-once": 80_000,
            "once-per-worker": 160_000,
            "once-per-rank": 320_000,
            "once-per-rank-and-worker": 640_000,
        },
    )
