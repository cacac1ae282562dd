"""A theme is a value: colours and a text size; lengths are asked of it."""

from __future__ import annotations

from dataclasses import dataclass

from app.ui.theme.scheme import Colours

FINE, CAPTION, SECONDARY, BODY, STEM, SECTION, PAGE = 12, 13, 14, 15, 17, 20, 27
"""The type scale, in px at 100 %."""

TEXT_FAMILIES = ("Noto Sans", "Noto Sans JP")
CODE_FAMILIES = ("JetBrains Mono", "Noto Sans JP")


@dataclass(frozen=True, slots=True)
class Theme:
    """The look in force. `percent` scales text and what must hold it."""

    colours: Colours
    percent: int = 100
    language: str = "en"

    def px(self, size: float) -> int:
        """A length of the scale, in px at the present text size."""
        return round(size * self.percent / 100)

    @property
    def line_percent(self) -> int:
        """Line height in percent of the face's own line spacing, which is how Qt counts it.

        Noto Sans spaces its lines 1.36 em, Noto Sans JP 1.45 em apart; this makes 1.5 and 1.7 em.
        """
        return 117 if self.language.startswith("ja") else 110
