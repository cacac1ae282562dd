"""A data folder in which the program is started, killed and started again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.system.paths import Paths
from tests.support.guest import Guest
from tests.support.papers import FakeClock, FakeIds


class House:
    """One data folder, entered by one guest after the other."""

    def __init__(self, application: QApplication, folder: Path, cache: Path, banks: Path) -> None:
        self.banks = banks
        self.paths = Paths(folder / "data", cache, folder / "logs")
        self.clock, self.ids = FakeClock(), FakeIds()
        self._application = application
        self._inside: list[Guest] = []

    def enter(self, *, language: str = "en") -> Guest:
        """Start the program."""
        guest = Guest(self._application, self.paths, self.clock, self.ids, self.banks, language)
        self._inside.append(guest)
        return guest

    def restart(self, gone_ms: int = 0, *, language: str = "en") -> Guest:
        """Kill the program and start it again later."""
        self.empty()
        self.clock.restart(f"run after {self.clock.wall_ms}", gone_ms)
        return self.enter(language=language)

    def empty(self) -> None:
        """Kill the program."""
        while self._inside:
            self._inside.pop().leave()
