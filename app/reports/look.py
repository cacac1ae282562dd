"""The look of documents: colours, type, and the pieces of which pages are made. Lengths in points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Spacer, Table, TableStyle

from app.reports.fonts import Fonts
from app.reports.linebreak import BrokenParagraph, Run
from app.services.ports import Palette

PAPER = Palette(
    surface="#FFFFFF",
    sunken="#ECEFF3",
    edge="#D3D8E0",
    text="#1A1D23",
    muted="#566070",
    control="#7C8796",
    accent="#1B5FC1",
)
"""The colours of charts on paper."""

SUNKEN, EDGE = HexColor(PAPER.sunken), HexColor(PAPER.edge)
TEXT, MUTED, ACCENT = HexColor(PAPER.text), HexColor(PAPER.muted), HexColor(PAPER.accent)
GOOD, BAD = HexColor("#18794E"), HexColor("#B42318")

MARGIN, TOP, BOTTOM = 46, 32, 42
PADDING, RADIUS = 12, 6

Command = tuple[Any, ...]

_PAGES = {"a4": A4, "letter": LETTER}
_ALIGN = {"left": TA_LEFT, "centre": TA_CENTER, "right": TA_RIGHT}


@dataclass(frozen=True, slots=True)
class Role:
    """What a piece of text is for: its size, weight and colour."""

    size: float
    colour: Color
    bold: bool = False


EYEBROW = Role(9.5, ACCENT, bold=True)
RESULT = Role(19, TEXT, bold=True)
LEAD = Role(9.5, TEXT)
SECTION = Role(11, TEXT, bold=True)
BODY = Role(8.5, TEXT)
LABEL = Role(8.5, MUTED)
CAPTION = Role(7.5, MUTED)
FINE = Role(7, MUTED)


class Look:
    """Makes the pieces of a document in one language and for one paper size (`a4`, `letter`).

    `density` 1 is the normal one; a smaller one makes text and distances that much smaller.
    """

    def __init__(self, fonts: Fonts, language: str, page: str, density: float = 1.0) -> None:
        self.fonts = fonts
        self.density = density
        self.page_width, self.page_height = _PAGES[page]
        self._styles: dict[tuple[Role, Color | None, str], ParagraphStyle] = {}
        self._line = 1.45 if language == "ja" else 1.36

    @property
    def width(self) -> float:
        """The width between the margins."""
        return float(self.page_width - 2 * MARGIN)

    def size(self, points: float) -> float:
        """A type size or a distance at the present density."""
        return points * self.density

    def gap(self, points: float) -> Spacer:
        """An empty strip."""
        return Spacer(0, self.size(points))

    def advance(self, letter: str, font: str, size: float) -> float:
        """The width of a letter of a font in points."""
        return _advance(letter, font) * size

    def leading(self, role: Role) -> float:
        """The height of a line; large type needs less air."""
        return self.size(role.size) * (self._line if role.size < 15 else 1.3)

    def text(
        self, text: str, role: Role, colour: Color | None = None, align: str = "left"
    ) -> BrokenParagraph:
        """A paragraph of plain text."""
        runs = [Run(piece, font) for font, piece in self.fonts.runs(text, role.bold)]
        return BrokenParagraph.of(runs, self.style(role, colour, align))

    def style(self, role: Role, colour: Color | None = None, align: str = "left") -> ParagraphStyle:
        """The paragraph style of a role, made once."""
        wanted = (role, colour, align)
        if wanted not in self._styles:
            self._styles[wanted] = self._style(role, colour, align)
        return self._styles[wanted]

    def _style(self, role: Role, colour: Color | None, align: str) -> ParagraphStyle:
        return ParagraphStyle(
            "",
            fontName=self.fonts.latin(role.bold),
            fontSize=self.size(role.size),
            leading=self.leading(role),
            textColor=colour or role.colour,
            alignment=_ALIGN[align],
            wordWrap="CJK",
        )

    def card(
        self,
        rows: list[list[Any]],
        widths: list[float],
        *,
        heights: list[float] | None = None,
        repeat: int = 0,
        commands: Sequence[Command] = (),
    ) -> Table:
        """A table in a rounded frame; `widths` are those between its paddings.

        `repeat`: how many rows a further page repeats; `commands` are those of a TableStyle.
        """
        whole = (0, 0), (-1, -1)
        frame = [
            ("FONTNAME", *whole, self.fonts.latin()),
            ("BOX", *whole, _HAIRLINE, EDGE),
        ]
        return Table(
            [["", *row, ""] for row in rows],
            colWidths=[PADDING, *widths, PADDING],
            rowHeights=heights,
            repeatRows=repeat,
            style=TableStyle([*_PLAIN, *frame, *commands]),
            cornerRadii=[RADIUS] * 4,
        )


@lru_cache(maxsize=8192)
def _advance(letter: str, font: str) -> float:
    return float(pdfmetrics.stringWidth(letter, font, 1))


_HAIRLINE = 0.75
_PLAIN: list[Command] = [
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
]
