"""What people read beside the program: links lead somewhere, the two languages of the guide are one guide."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
GUIDES = (ROOT / "docs" / "user-guide.md", ROOT / "docs" / "user-guide.ja.md")
LARGEST_PICTURE = 150_000


def anchors(page: Path) -> set[str]:
    """The places in a page that can be linked to, named as GitHub names them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_pictures_lead_somewhere(page: Path) -> None:
    dead = []
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        found = (page.parent / name) if name else page
        if not found.exists() or (anchor and anchor not in anchors(found)):
            dead.append(target)
    assert not dead


def test_both_languages_of_the_guide_have_the_same_chapters_and_pictures() -> None:
    english, japanese = (page.read_text(encoding="utf-8") for page in GUIDES)
    chapters = [re.findall(r"^(#+) ", text, re.MULTILINE) for text in (english, japanese)]
    pictures = [re.findall(r"images/guide/(\w+)\.(\w+)\.png", text) for text in (english, japanese)]
    assert chapters[0] == chapters[1]
    assert [name for name, _ in pictures[0]] == [name for name, _ in pictures[1]]
    assert {language for _, language in pictures[0]} == {"en"}
    assert {language for _, language in pictures[1]} == {"ja"}
    assert len(re.findall(r"^\|", english, re.MULTILINE)) == len(re.findall(r"^\|", japanese, re.MULTILINE))


def test_pictures_are_small_and_each_is_shown() -> None:
    shown = {
        (page.parent / target).resolve()
        for page in PAGES
        for target in re.findall(r"!\[[^\]]*\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    }
    pictures = set((ROOT / "docs" / "images").rglob("*.png"))
    assert pictures <= shown
    assert max(path.stat().st_size for path in pictures) <= LARGEST_PICTURE


def test_the_guide_names_the_packages_as_they_are_built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    import product
    import windows

    for page in (*GUIDES, ROOT / "README.md"):
        text = page.read_text(encoding="utf-8")
        assert windows.SETUP.split(product.version())[1] in text
        for ending in ("-macos-arm64.dmg", "-macos-x86_64.dmg", "_amd64.deb", "-linux-x86_64.tar.gz"):
            assert ending in text, (page.name, ending)
