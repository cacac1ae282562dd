"""What a part of the torture is given, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from random import Random


@dataclass(frozen=True, slots=True)
class Finding:
    """Something went wrong: where (round and seed, so that it can be repeated), and what."""

    place: str
    what: str


@dataclass(slots=True)
class Trial:
    """A folder to work in, where chance starts, and the rounds wished for (None: the part's long run)."""

    folder: Path
    seed: int = 1
    rounds: int | None = None
    acts: int | None = None
    """What the monkey of the soak does after each exam (None: as many as fit the rounds)."""
    figures: dict[str, str] = field(default_factory=dict)
    """What the part measured, by name; it goes into docs/reliability.md."""

    def chance(self, round_number: int) -> Random:
        """The chance of one round: the same for the same seed and round, whatever rounds went before."""
        return Random(f"{self.seed}/{round_number}")
