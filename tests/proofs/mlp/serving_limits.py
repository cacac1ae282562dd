"""Sizes of requests, and limits that endpoints share."""

from __future__ import annotations

import json
from base64 import b64encode
from pathlib import Path
from random import Random

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mlp-serving-limits-002")
def pictures_in_a_request(folder: Path) -> Verdicts:
    picture = b64encode(Random(0).randbytes(3_200_000)).decode("ascii")

    def size(count: int) -> int:
        return len(json.dumps({"dataframe_records": [{"picture": picture}] * count}))

    most = max(count for count in range(1, 8) if size(count) <= 16_000_000)
    return matching(most, {"two": 2, "three": 3, "four": 4, "five": 5})


@proves("mlp-serving-limits-004")
def fewest_clients(folder: Path) -> Verdicts:
    load, clients = {"search": 180, "rank": 160, "offer": 120}, {"search": 12, "rank": 3, "offer": 5}
    choices = {
        option: option.split("-")
        for option in ("search-rank-offer", "search-offer", "rank-offer", "search-rank")
    }
    enough = {
        option: sum(clients[name] for name in chosen)
        for option, chosen in choices.items()
        if sum(load[name] for name in load if name not in chosen) <= 200
    }
    fewest = min(enough.values())
    return {option: enough.get(option) == fewest for option in choices}
