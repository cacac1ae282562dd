"""The shipped fonts: the same on every system, in the window and on paper."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from app.system.resources import resource
from app.ui.theme.values import BODY, CODE_FAMILIES, TEXT_FAMILIES

FIRST = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSansJP-Regular.ttf")
LATER = ("NotoSansJP-Bold.ttf", "JetBrainsMono-Regular.ttf")


def load_fonts() -> None:
    """Make the fonts of the first screen known to Qt; one that is missing leaves the system's."""
    _load(FIRST)


@cache
def load_all_fonts() -> None:
    """Make the other fonts known too, before they are first drawn."""
    _load(LATER)


def _load(names: tuple[str, ...]) -> None:
    for name in names:
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))


def text_font(size_px: int = BODY, *, bold: bool = False) -> QFont:
    """The text face at a size in px."""
    font = QFont()
    font.setFamilies(list(TEXT_FAMILIES))
    font.setPixelSize(max(1, size_px))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def reading_font(size_px: int = BODY) -> QFont:
    """The text face for what may hold code: two characters never become one, as -> would an arrow."""
    font = text_font(size_px)
    font.setFeature(QFont.Tag("calt"), 0)
    return font


def clock_font(size_px: int) -> QFont:
    """The text face with figures of one width, so that a running clock does not jump."""
    font = text_font(size_px, bold=True)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def code_font(size_px: int) -> QFont:
    """The face for code at a size in px."""
    font = QFont()
    font.setFamilies(list(CODE_FAMILIES))
    font.setPixelSize(max(1, size_px))
    font.setFixedPitch(True)
    font.setFeature(QFont.Tag("calt"), 0)
    return font
