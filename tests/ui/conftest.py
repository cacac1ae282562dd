"""The window, opened over files of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.system.paths import Paths
from app.ui.application import make_application
from tests.support.guest import Guest, sample_banks
from tests.support.papers import FakeClock, FakeIds


@pytest.fixture(scope="session")
def application(qapp: QApplication) -> QApplication:
    """The application as the program makes it; Qt's messages still go to the test."""
    listening = qInstallMessageHandler(None)
    made = make_application([])
    qInstallMessageHandler(listening)
    return made


@pytest.fixture(scope="session")
def bank_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Banks are parsed once for all tests."""
    return tmp_path_factory.mktemp("bank-cache")


@pytest.fixture(scope="session")
def one_hour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Banks with the sample exam alone, an hour long: room for every warning."""
    return sample_banks(tmp_path_factory.mktemp("one-hour"), minutes=60)


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


@pytest.fixture
def house(application: QApplication, tmp_path: Path, bank_cache: Path, one_hour: Path) -> Iterator[House]:
    """A data folder of the test's own."""
    made = House(application, tmp_path, bank_cache, one_hour)
    yield made
    made.empty()


@pytest.fixture
def guest(house: House) -> Guest:
    """Somebody before the start page."""
    return house.enter()


@pytest.fixture
def candidate(guest: Guest) -> Guest:
    """Somebody before the first question of the sample exam."""
    guest.begin()
    return guest
