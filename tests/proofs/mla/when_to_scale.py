"""How much memory a training needs, from the figures in the stem."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-when-to-scale-003")
def smallest_node(folder: Path) -> Verdicts:
    data = 30e6 * 50 * 8 / 1e9
    needed = 3 * data + 4
    sizes = {"gb-16": 16, "gb-32": 32, "gb-64": 64, "gb-128": 128}
    return matching(min(size for size in sizes.values() if size >= needed), sizes)
