"""The window, opened over files of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.ui.application import make_application
from tests.support.guest import Guest, sample_banks
from tests.support.house import House


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
