"""The fonts of documents: Latin text in Noto Sans, code in JetBrains Mono, the rest in Noto Sans JP."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import groupby
from pathlib import Path

from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from app.services.ports import Trouble, TroubleKind

_BARE_CODE = re.compile(r"(?<=> )<([0-9A-F]{5,6})>")
_COMBINED = re.compile("[^\u0300-\u036f\u3099\u309a][\u0300-\u036f\u3099\u309a]+")
_VARIATION = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")

_write_cmap = ttfonts.makeToUnicodeCMap


def _cured_cmap(font_name: str, subset: list[int]) -> str:
    """The map from glyphs to text, in UTF-16 (ISO 32000-1, 9.10.3); reportlab writes bare code points."""
    return _BARE_CODE.sub(_as_utf16, _write_cmap(font_name, subset))


def _as_utf16(code: re.Match[str]) -> str:
    return f"<{chr(int(code[1], 16)).encode('utf-16-be').hex().upper()}>"


ttfonts.makeToUnicodeCMap = _cured_cmap


class Fonts:
    """The fonts in a folder. Each file is read once in a process, the Japanese ones only when needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._faces: dict[str, TTFont] = {}

    def latin(self, bold: bool = False, mono: bool = False) -> str:
        """The name of the font for Latin text."""
        return str(self._first(bold, mono).fontName)

    def runs(self, text: str, bold: bool = False, mono: bool = False) -> list[tuple[str, str]]:
        """Printable text in pieces of one font: (font name, piece)."""
        return self.pieces(clean(text), bold, mono)

    def pieces(self, text: str, bold: bool = False, mono: bool = False) -> list[tuple[str, str]]:
        """Text that is clean already, in pieces of one font."""
        first = self._first(bold, mono)
        known = first.face.charToGlyph
        if all(ord(letter) in known for letter in set(text)):
            return [(first.fontName, text)] if text else []
        return [
            (first.fontName if own else self._japanese(bold), "".join(piece))
            for own, piece in groupby(text, lambda letter: ord(letter) in known)
        ]

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """The width of a text in points."""
        return float(sum(pdfmetrics.stringWidth(piece, font, size) for font, piece in self.runs(text, bold)))

    def _japanese(self, bold: bool) -> str:
        return str(self._face(f"NotoSansJP-{_weight(bold)}").fontName)

    def _first(self, bold: bool, mono: bool) -> TTFont:
        return self._face("JetBrainsMono-Regular" if mono else f"NotoSans-{_weight(bold)}")

    def _face(self, name: str) -> TTFont:
        if name not in self._faces:
            self._faces[name] = _register(self._folder / f"{name}.ttf")
        return self._faces[name]


def clean(text: str) -> str:
    """Text without what cannot be printed.

    Variation selectors would come out as boxes; control and direction characters and halves of
    surrogate pairs would spoil the page; white space is one space. Letters and their combining
    marks are joined, and nothing else is normalised: that would change the characters of names.
    """
    joined = _COMBINED.sub(lambda match: unicodedata.normalize("NFC", match[0]), _VARIATION.sub("", text))
    spaced = re.sub(r"\s+", _space, joined)
    return "".join(letter for letter in spaced if unicodedata.category(letter)[0] != "C")


def clean_code(line: str) -> str:
    """A line of code without what cannot be printed; its spaces stay, tabs become four."""
    plain = _VARIATION.sub("", line.expandtabs(4))
    return "".join(letter for letter in plain if unicodedata.category(letter)[0] != "C")


def _space(run: re.Match[str]) -> str:
    return run[0] if run[0] in {"\u202f", "\u00a0", "\u3000"} else " "


def _weight(bold: bool) -> str:
    return "Bold" if bold else "Regular"


@cache
def _register(path: Path) -> TTFont:
    try:
        font = TTFont(path.stem, str(path), asciiReadable=False)
    except (TTFError, OSError) as error:
        kind = TroubleKind.DAMAGED if path.is_file() else TroubleKind.MISSING
        raise Trouble(kind, str(path), str(error)) from error
    pdfmetrics.registerFont(font)
    return font
