"""A page of pictures: one row a screen, one picture a scene; static, without script, paths relative."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Protocol

_STYLE = """
body { margin: 0; padding: 32px 40px 64px; background: #F6F7F9; color: #1A1D23;
  font: 15px/1.5 "Noto Sans", "Noto Sans JP", system-ui, sans-serif; }
h1 { font-size: 27px; margin: 0 0 4px; }
h2 { font-size: 17px; margin: 36px 0 12px; }
p { margin: 0 0 8px; color: #566070; }
.row { display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 16px; }
figure { margin: 0; }
img { display: block; width: 100%; height: auto; border: 1px solid #D3D8E0; border-radius: 8px; }
a:focus-visible img { outline: 3px solid #1B5FC1; }
figcaption { font-size: 13px; color: #566070; padding-top: 4px; }
@media (prefers-color-scheme: dark) {
  body { background: #13161B; color: #E9EBEE; }
  p, figcaption { color: #A4ADBA; }
  img { border-color: #333B47; }
}
"""


class Shown(Protocol):
    """What the page says of a scene."""

    @property
    def language(self) -> str:
        """The tag of its language."""

    @property
    def scheme(self) -> str:
        """The name of its colours."""

    @property
    def folder(self) -> str:
        """The folder of its pictures."""


def album(scenes: Sequence[Shown], pictures: Mapping[str, Sequence[str]]) -> str:
    """The page. `pictures`: the names of the files by folder, e.g. `03-booking.png`."""
    names = dict.fromkeys(name for scene in scenes for name in pictures[scene.folder])
    rows = "".join(_row(name, [s for s in scenes if name in pictures[s.folder]]) for name in names)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Rehearsal: every screen</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>Rehearsal: every screen</h1>\n<p>{len(names)} screens and states, {len(scenes)} scenes. "
        f"Made by a simulated candidate; the persons and results are made up.</p>\n{rows}</body>\n</html>\n"
    )


def _row(name: str, scenes: Sequence[Shown]) -> str:
    title = escape(name.removesuffix(".png").partition("-")[2].replace("-", " "))
    figures = "".join(_figure(scene, name, title) for scene in scenes)
    return f'<h2 id="{escape(name.removesuffix(".png"))}">{title}</h2>\n<div class="row">\n{figures}</div>\n'


def _figure(scene: Shown, name: str, title: str) -> str:
    path, where = escape(f"{scene.folder}/{name}"), escape(f"{scene.language}, {scene.scheme}")
    return (
        f'<figure><a href="{path}"><img src="{path}" lang="{escape(scene.language)}" loading="lazy" '
        f'width="1280" height="800" alt="{title}: {where}"></a><figcaption>{where}</figcaption></figure>\n'
    )
