"""The mark that a file is being written: who finds it at the start knows of an end that was none."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


class Mark:
    """A file beside the database, there from its first writing until it is closed.

    One that is found already belongs to somebody else, or was left by a crash: it is not taken off. That
    it cannot be made is no failure; whoever cannot write it cannot write the database either.
    """

    def __init__(self, database: Path) -> None:
        self.path = database.with_name(f"{database.name}.open")
        self._ours = False
        self._there = False

    def put_on(self) -> None:
        """Say that the file is being written."""
        if self._there:
            return
        with suppress(OSError):
            self.path.touch(exist_ok=False)
            self._ours = True
        self._there = True

    def take_off(self) -> None:
        """Say that the file was closed."""
        if self._ours:
            self.clear()
        self._there = False

    def clear(self) -> None:
        """Take the mark off, whoever left it."""
        self._ours = self._there = False
        with suppress(OSError):
            self.path.unlink(missing_ok=True)

    @property
    def found(self) -> bool:
        """Whether somebody who did not close the file has left it."""
        return not self._ours and self.path.exists()
