"""Figures with their targets, and the plain statistics they are made of."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value; it is good when it is at most `target`, None: told, not judged."""

    name: str
    value: float
    unit: str
    target: float | None
    detail: str

    @property
    def missed(self) -> bool:
        """Whether there is a target that was not met."""
        return self.target is not None and self.value > self.target

    def line(self) -> str:
        """The figure as a line of the table."""
        target = "" if self.target is None else f"<= {self.target:g}"
        verdict = "" if self.target is None else ("MISSED" if self.missed else "OK")
        return f"{self.name:<46} {self.value:>8.2f} {self.unit:<3} {target:<9} {verdict:<7} {self.detail}"


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def side_by_side(
    ours: Callable[[], float], floor: Callable[[], float], runs: int, warm: int = 1
) -> tuple[float, float]:
    """The medians of two measurements taken in turns, so that a busy machine slows down both."""
    pairs = [(ours(), floor()) for _ in range(warm + runs)][warm:]
    return median(mine for mine, _ in pairs), median(base for _, base in pairs)


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that at least `percent` of the values do not exceed (nearest rank)."""
    ordered = sorted(values)
    rank = -(-len(ordered) * percent // 100)
    return ordered[max(0, int(rank) - 1)]


def ratio(name: str, ours: float, floor: float, target: float | None, floor_name: str) -> Figure:
    """Two durations in seconds as a figure."""
    detail = f"{ours * 1000:.2f} ms, {floor_name} {floor * 1000:.2f} ms"
    return Figure(name, ours / floor, "x", target, detail)
