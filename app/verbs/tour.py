"""`rehearsal demo --tour`: pictures of every screen in every language and scheme, and a page of them."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from app.system.paths import Paths
from app.verbs.album import album

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.services.services import Services
    from app.ui.demo.stage import StageClock, StageIds
    from app.ui.demo.tour import Looked, Scene

SCHEMES = ("light", "dark", "contrast")
EXAM, OTHER = "mla", "mlp"


def run(options: argparse.Namespace) -> int:
    """Make the tour; nothing of it is kept but the pictures and `index.html`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app.bootstrap import troubles
    from app.ui.application import make_application
    from app.ui.demo.tour import Scene
    from app.ui.i18n import LANGUAGES

    languages = (options.lang,) if options.lang else tuple(LANGUAGES)
    scenes = [Scene(language, scheme) for language in languages for scheme in SCHEMES]
    with troubles(options.out):
        make_tour(make_application(sys.argv[:1]), scenes, options.out, options.exam or EXAM)
    print(options.out / "index.html")
    return 0


def make_tour(
    application: QApplication,
    scenes: Sequence[Scene],
    out: Path,
    exam: str = EXAM,
    looked: Looked | None = None,
) -> dict[str, list[str]]:
    """Tour through the scenes; the pictures' names by scene. OSError when they cannot be written."""
    from app.ui.demo.stage import StageClock, StageIds
    from app.ui.demo.tour import FIRST_RUN, STOPS, Tour

    tour = Tour(application, exam, looked)
    pictures: dict[str, list[str]] = {}
    with TemporaryDirectory(prefix="rehearsal-tour-") as name:
        root = Path(name)
        house = _furnish(root, exam)
        for scene in scenes:
            folder = out / scene.folder
            folder.mkdir(parents=True, exist_ok=True)
            clock = StageClock()
            empty = _services(root, f"empty-{scene.folder}", clock, StageIds())
            taken = tour.show(scene, empty, clock, FIRST_RUN, folder)
            clock = StageClock()
            shutil.copytree(house, root / scene.folder)
            full = _services(root, scene.folder, clock, StageIds("now"))
            taken += tour.show(scene, full, clock, STOPS, folder, first=len(taken) + 1)
            pictures[scene.folder] = taken
    (out / "index.html").write_text(album(scenes, pictures), encoding="utf-8")
    return pictures


def _furnish(root: Path, exam: str) -> Path:
    """A data folder with some weeks of mock exams in it."""
    from app.storage.database import Database
    from app.ui.demo.stage import StageClock, StageIds, past_of, sit_in_the_past

    clock, ids, house = StageClock(), StageIds(), root / "past"
    services = _services(root, house.name, clock, ids)
    database = Database(house / "rehearsal.sqlite3")
    other = OTHER if exam != OTHER else EXAM
    sit_in_the_past(services, database.journal, ids, clock, past_of(exam, other))
    database.close()
    return house


def _services(root: Path, name: str, clock: StageClock, ids: StageIds) -> Services:
    """All services over a data folder of that name; what was read of the banks is shared."""
    from app.bootstrap import build

    return build(Paths(root / name, root / "cache", root / "logs"), clock=clock, ids=ids)
