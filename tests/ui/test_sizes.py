"""Nothing is cut off, whatever the language, the size of the window and that of the text."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.dialogs.crash import Crash
from app.ui.i18n import Translators
from app.ui.theme import Theme, apply
from app.ui.theme.fonts import load_all_fonts
from app.ui.theme.scheme import LIGHT
from tests.support import screens
from tests.support.screens import Stage
from tests.support.structure import clipped, outside, overlapping

ROOT = Path(__file__).parents[2]
LONG = "long"
FILLER = "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt "


@dataclass(frozen=True)
class Case:
    """A window of a size, with a text size in percent."""

    width: int
    height: int
    percent: int

    def __str__(self) -> str:
        return f"{self.width}x{self.height} at {self.percent}"


CASES = (Case(1280, 720, 200), Case(1024, 768, 200), Case(760, 560, 100), Case(1280, 800, 100))


class LongWords(QTranslator):
    """A language that takes 60 % more room than English."""

    def translate(self, _context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        """The source with filler after it."""
        more = FILLER * (len(source) // len(FILLER) + 1)
        return f"[« {source} {more[: round(0.6 * len(source))].strip()} »]" if len(source) > 2 else source

    def isEmpty(self) -> bool:  # noqa: N802
        """It has a word for everything."""
        return False


@pytest.fixture(scope="module", params=["en", "ja", LONG])
def language(request: pytest.FixtureRequest, application: QApplication) -> Iterator[str]:
    """A language, in force for all its cases; the tag in which the bank's texts are shown."""
    load_all_fonts()
    translators, locale, long_words = Translators(application), QLocale(), LongWords()
    translators.switch("en" if request.param == LONG else request.param)
    if request.param == LONG:
        application.installTranslator(long_words)
    yield "en" if request.param == LONG else request.param
    application.removeTranslator(long_words)
    QLocale.setDefault(locale)
    for translator in translators._installed:
        application.removeTranslator(translator)


@pytest.fixture(scope="module", params=CASES, ids=str)
def case(request: pytest.FixtureRequest, application: QApplication, language: str) -> Iterator[Case]:
    """A size, in force for all its screens."""
    wanted: Case = request.param
    apply(application, Theme(LIGHT, wanted.percent, language))
    yield wanted
    apply(application, Theme(LIGHT))


@pytest.fixture
def stage(application: QApplication) -> Iterator[Stage]:
    made = Stage()
    yield made
    made.clear()


def faults(screen: QWidget) -> list[str]:
    return [*clipped(screen), *outside(screen), *overlapping(screen)]


@pytest.mark.parametrize("make", screens.PAGES, ids=lambda make: make.__name__)
def test_no_part_of_a_page_is_cut_off(case: Case, language: str, stage: Stage, make: screens.Make) -> None:
    page = stage.show(make, language, (case.width, case.height))
    assert (page.width(), page.height()) == (case.width, case.height), page.minimumSizeHint()
    assert faults(page) == []


@pytest.mark.parametrize("make", screens.SHEETS, ids=lambda make: make.__name__)
def test_no_part_of_a_sheet_is_cut_off(
    case: Case, language: str, stage: Stage, make: screens.MakeSheet
) -> None:
    sheet = stage.show_sheet(make, language, (case.width, case.height))
    assert sheet.width() <= case.width
    assert sheet.height() <= case.height
    assert faults(sheet) == []


def test_no_part_of_the_crash_dialog_is_cut_off(case: Case, language: str, qtbot: QtBot) -> None:
    dialog = Crash(
        None, "Traceback (most recent call last):\n" + 40 * '  File "module.py", line 1, in work\n'
    )
    qtbot.addWidget(dialog)
    dialog.show()
    screens.settle()
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    assert faults(dialog) == []


# Dense screens ----------------------------------------------------------------------------------

MEASURE = """
import json, sys
from app.ui.application import make_application
from app.ui.theme import Theme, apply
from app.ui.theme.scheme import LIGHT
from app.ui.theme.fonts import load_all_fonts
from tests.support import screens
application = make_application([])
load_all_fonts()
apply(application, Theme(LIGHT))
stage = screens.Stage()
sizes = {}
for make in screens.PAGES:
    page = stage.show(make)
    shot = page.grab()
    parts = [w for w in page.findChildren(screens.QWidget) if w.isVisible() and w.objectName()]
    sizes[make.__name__] = [
        [page.width(), page.height(), shot.width() / shot.devicePixelRatio()],
        [[w.objectName(), w.width(), w.height()] for w in parts],
    ]
    stage.clear()
print(json.dumps({"ratio": shot.devicePixelRatio(), "sizes": sizes}))
"""


@pytest.fixture(scope="module")
def measured() -> Callable[[str], dict[str, object]]:
    known: dict[str, dict[str, object]] = {}

    def measure(factor: str) -> dict[str, object]:
        if factor not in known:
            known[factor] = _measure(factor)
        return known[factor]

    return measure


def _measure(factor: str) -> dict[str, object]:
    surroundings = os.environ | {"QT_SCALE_FACTOR": factor, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", MEASURE]
    done = subprocess.run(
        command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("factor", ["1.5", "2", "3"])
def test_dense_screens_have_the_same_sizes(measured: Callable[[str], dict[str, object]], factor: str) -> None:
    assert measured(factor)["ratio"] == float(factor)
    assert measured(factor)["sizes"] == measured("1")["sizes"]
