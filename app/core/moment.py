"""A reading of the clocks, handed in from outside."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moment:
    """One reading of both clocks.

    `wall_ms`: milliseconds since the epoch, UTC; may jump. `tick_ms`: milliseconds of a steady
    clock that also counts suspend; comparable only between moments of the same `run` of the program.
    """

    wall_ms: int
    tick_ms: int
    run: str

    def since(self, earlier: Moment) -> int:
        """Milliseconds from `earlier` to this moment, never negative.

        The steady clock is used within a run; across runs the wall clock is all there is.
        """
        if self.run == earlier.run:
            return max(0, self.tick_ms - earlier.tick_ms)
        return max(0, self.wall_ms - earlier.wall_ms)

    def set_by(self, earlier: Moment) -> int:
        """Milliseconds that the wall clock gained on the steady one since `earlier`; 0 across runs."""
        if self.run != earlier.run:
            return 0
        return (self.wall_ms - earlier.wall_ms) - (self.tick_ms - earlier.tick_ms)

    def earlier_by(self, milliseconds: int) -> Moment:
        """The moment that long ago, in the same run."""
        return Moment(self.wall_ms - milliseconds, self.tick_ms - milliseconds, self.run)
