"""Memory, price and batches on GPUs."""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mlp-gpu-serving-001")
def cheapest_setting_that_fits(folder: Path) -> Verdicts:
    memory, price = {"small": 16, "medium": 24}, {"small": 1, "medium": 2}
    settings = {f"{gpu}-{bits}": (gpu, bits) for gpu in memory for bits in (16, 8)}

    def fits(gpu: str, bits: int) -> bool:
        return 7 * bits / 8 + 8 <= memory[gpu] * 0.9

    def rank(option: str) -> tuple[int, int]:
        gpu, bits = settings[option]
        return price[gpu], -bits

    best = min((option for option, setting in settings.items() if fits(*setting)), key=rank)
    return {option: option == best for option in settings}


@proves("mlp-gpu-serving-002")
def cheaper_type_by_rate(folder: Path) -> Verdicts:
    def cost(rate: int, milliseconds: int, cents: int) -> int:
        return 4 * ceil(Fraction(rate * milliseconds, 4000)) * cents

    def cheaper(rate: int) -> str:
        return "cpu" if cost(rate, 240, 7) < cost(rate, 30, 50) else "gpu"

    pairs = {f"{north}-{south}": (north, south) for north in ("cpu", "gpu") for south in ("cpu", "gpu")}
    return matching((cheaper(100), cheaper(110)), pairs)


@proves("mlp-gpu-serving-003")
def batch_with_fewest_copies(folder: Path) -> Verdicts:
    sizes = {"four": (4, 50), "eight": (8, 64), "sixteen": (16, 104), "thirty-two": (32, 180)}
    copies = {
        option: ceil(Fraction(300, size) * Fraction(milliseconds, 1000))
        for option, (size, milliseconds) in sizes.items()
        if Fraction(1000 * (size - 1), 300) + milliseconds <= 160
    }
    return {option: copies.get(option) == min(copies.values()) for option in sizes}
