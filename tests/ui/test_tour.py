"""The tour: every screen in a picture, on one page, and nothing wrong with any of them as a structure."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget

from app.cli import run
from app.system.resources import resource
from app.ui.demo.tour import FIRST_RUN, STOPS, Scene
from app.ui.theme.values import CODE_FAMILIES, TEXT_FAMILIES
from app.verbs.tour import make_tour
from tests.support.structure import clipped, missing_glyphs, outside, overlapping

SCENES = (Scene("en", "light"), Scene("ja", "dark"))
NAMES = [stop.name for stop in (*FIRST_RUN, *STOPS)]


@dataclass(frozen=True)
class Seen:
    """What a tour left, and what was found on the way."""

    out: Path
    pictures: dict[str, list[str]]
    faults: list[str]
    words: dict[str, str]


@pytest.fixture(scope="module")
def seen(application: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """A tour of two scenes."""
    faults: list[str] = []
    words: dict[str, str] = {}

    def look(name: str, front: QWidget) -> None:
        faults.extend(f"{name}: {fault}" for check in CHECKS for fault in check(front))
        words[name] = "".join(words_on(front))

    out = tmp_path_factory.mktemp("tour")
    style, palette, font = application.styleSheet(), application.palette(), application.font()
    pictures = make_tour(application, SCENES, out, looked=look)
    application.setPalette(palette)
    application.setFont(font)
    application.setStyleSheet(style)
    return Seen(out, pictures, faults, words)


CHECKS = (clipped, overlapping, outside)


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.folder)
def test_every_screen_has_its_picture(seen: Seen, scene: Scene) -> None:
    taken = [path.stem.partition("-")[2] for path in sorted((seen.out / scene.folder).glob("*.png"))]
    assert taken == NAMES


def test_pictures_are_of_the_window_and_differ(seen: Seen) -> None:
    paths = [seen.out / folder / name for folder, names in seen.pictures.items() for name in names]
    assert {QImage(str(path)).size().toTuple() for path in paths} == {SCENES[0].size}
    assert len({path.read_bytes() for path in paths}) == len(paths)


def test_nothing_is_cut_off_and_nothing_lies_over_another(seen: Seen) -> None:
    assert seen.faults == []


def test_every_letter_on_every_screen_is_in_the_shipped_fonts(seen: Seen) -> None:
    families = (*TEXT_FAMILIES, CODE_FAMILIES[0])
    lacking = {name: missing_glyphs(words, families) for name, words in seen.words.items()}
    assert {name: found for name, found in lacking.items() if found} == {}


def test_the_page_shows_every_picture_by_a_relative_path(seen: Seen) -> None:
    page = Links((seen.out / "index.html").read_text(encoding="utf-8"))
    every = {f"{folder}/{name}" for folder, names in seen.pictures.items() for name in names}
    assert set(page.images) == set(page.links) == every
    assert all((seen.out / path).is_file() for path in page.images)


def test_the_page_says_which_language_a_picture_is_in_and_needs_no_script(seen: Seen) -> None:
    page = Links((seen.out / "index.html").read_text(encoding="utf-8"))
    assert {lang for path, lang in page.images.items() if path.startswith("ja-")} == {"ja"}
    assert page.language == "en"
    assert "script" not in page.tags


def test_a_demonstration_needs_an_exam_or_the_tour(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["demo", "--out", str(tmp_path)]) == 2
    assert "--tour" in capsys.readouterr().err


def test_the_fonts_of_the_check_are_those_that_ship(application: QApplication) -> None:
    assert resource("fonts", "NotoSansJP-Regular.ttf").is_file()
    assert missing_glyphs("✗⚑", TEXT_FAMILIES) == ["U+2717 ✗", "U+2691 ⚑"]
    assert missing_glyphs("A漢✓\u202f", TEXT_FAMILIES) == []
    assert QGuiApplication.instance() is application


class Links(HTMLParser):
    """Pictures with their languages, links and tags of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.images: dict[str, str] = {}
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.language = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        if tag == "html":
            self.language = found["lang"]
        if tag == "img":
            self.images[found["src"]] = found["lang"]
        if tag == "a":
            self.links.append(found["href"])


def words_on(root: QWidget) -> list[str]:
    """The visible words of labels, buttons and boxes below a widget."""
    parts = (part for part in root.findChildren(QWidget) if part.isVisible())
    return [
        part.currentText() if isinstance(part, QComboBox) else part.text()
        for part in parts
        if isinstance(part, QLabel | QAbstractButton | QComboBox)
    ]
