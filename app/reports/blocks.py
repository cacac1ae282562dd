"""The blocks of a Markdown text → flowables: paragraphs, code, lists, tables, the words of pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable, Table, TableStyle
from reportlab.platypus.doctemplate import Indenter

from app import markup
from app.markup import Block, Code, Image, Listing, Paragraph, Span
from app.markup.code import Kind, runs
from app.reports.fonts import clean_code
from app.reports.linebreak import BrokenParagraph, Run
from app.reports.look import ACCENT, BODY, EDGE, GOOD, MUTED, SUNKEN, TEXT, Look, Role

CODE = Role(7.6, TEXT)

_GAP = 3.5
_INDENT = 12.0
_PAD = 5.0
_COLOURS: dict[Kind, Color] = {
    Kind.COMMENT: MUTED,
    Kind.STRING: GOOD,
    Kind.KEYWORD: ACCENT,
}
"""Few colours, and dark ones: a grey printer keeps them apart from the ground."""


def flow(source: str, look: Look, role: Role = BODY, colour: Color | None = None) -> list[Flowable]:
    """A Markdown text as flowables, with a small gap below each block."""
    return [part for block in markup.parse(source) for part in _block(block, look, role, colour)]


def paragraph(
    parts: Sequence[Span], look: Look, role: Role, colour: Color | None = None, *, strong: bool = False
) -> BrokenParagraph:
    """Running text as a paragraph."""
    runs = [run for part in parts for run in _runs(part, look, strong or role.bold)]
    return BrokenParagraph.of(runs, look.style(role, colour), ACCENT)


def _block(block: Block, look: Look, role: Role, colour: Color | None) -> Iterator[Flowable]:
    match block:
        case Paragraph(spans=parts, heading=heading):
            yield paragraph(parts, look, role, colour, strong=heading > 0)
        case Code():
            yield CodeBlock(block, look)
        case Listing():
            yield from _listing(block, look, role, colour)
        case markup.Table():
            yield _table(block, look, role)
        case Image(alt=alt):
            yield look.text(f"[{alt}]", role, MUTED)
    yield look.gap(_GAP)


def _runs(part: Span, look: Look, strong: bool) -> Iterator[Run]:
    """A span in pieces of one font; there is no slanted font, so that stress is bold too."""
    bold = (strong or part.strong or part.emphasis) and not part.code
    for font, piece in look.fonts.runs(part.text, bold, part.code):
        yield Run(piece, font, part.href)


def _listing(block: Listing, look: Look, role: Role, colour: Color | None) -> Iterator[Flowable]:
    indent = look.size(_INDENT + (4 if block.ordered else 0))
    for number, entry in enumerate(block.entries, 1):
        yield Bullet(f"{number}." if block.ordered else "•", look, role)
        yield Indenter(left=indent)
        yield from (part for inner in entry for part in _block(inner, look, role, colour))
        yield Indenter(left=-indent)


def _table(block: markup.Table, look: Look, role: Role) -> Table:
    columns = max(len(row) for row in block.rows)
    width = (look.width - 60) / columns
    rows = [
        [paragraph(cell, look, role, strong=at == 0) for cell in row] + [""] * (columns - len(row))
        for at, row in enumerate(block.rows)
    ]
    style = TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), look.fonts.latin()),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 0), (-1, -2), 0.5, EDGE),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), look.size(8)),
            ("TOPPADDING", (0, 0), (-1, -1), look.size(2)),
            ("BOTTOMPADDING", (0, 0), (-1, -1), look.size(2.5)),
        ]
    )
    return Table(rows, colWidths=[width] * columns, style=style, hAlign="LEFT", repeatRows=1)


class Bullet(Flowable):  # type: ignore[misc]
    """The mark of a list's entry; takes no height of its own, and stays with what follows it."""

    def __init__(self, mark: str, look: Look, role: Role) -> None:
        super().__init__()
        self._mark, self._look, self._role = mark, look, role

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """No height; more than is there when not even a line would follow on this page."""
        leading = self._look.leading(self._role)
        return availWidth, 0.0 if availHeight >= leading else leading

    def draw(self) -> None:
        """Draw the mark on the first line of what follows."""
        size = self._look.size(self._role.size)
        self.canv.setFont(self._look.fonts.latin(), size)
        self.canv.setFillColor(TEXT)
        self.canv.drawString(0, -size, self._mark)


class CodeBlock(Flowable):  # type: ignore[misc]
    """Code on a sunken ground, line by line; what is longer than the room goes on in the next line."""

    def __init__(self, code: Code, look: Look, lines: Sequence[_Line] | None = None) -> None:
        super().__init__()
        self._code, self._look = code, look
        self._lines = lines
        self._size = look.size(CODE.size)
        self._leading = self._size * 1.42

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: ARG002, N803
        """As wide as there is room, as high as the turned lines."""
        if self._lines is None:
            self._lines = list(_turned(self._code, self._look, self._size, availWidth - 2 * _PAD))
        self.width = availWidth
        self.height = len(self._lines) * self._leading + 2 * _PAD
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: ARG002, N803
        """What fits, and the rest; all of it on the next page when less than two lines fit."""
        fitting = int((availHeight - 2 * _PAD) / self._leading)
        if fitting < 2 or self._lines is None:
            return []
        parts = self._lines[:fitting], self._lines[fitting:]
        return [CodeBlock(self._code, self._look, part) for part in parts]

    def draw(self) -> None:
        """Ground, then every line's pieces."""
        canvas = self.canv
        canvas.setFillColor(SUNKEN)
        canvas.roundRect(0, 0, self.width, self.height, 3, stroke=0, fill=1)
        text = canvas.beginText()
        y = self.height - _PAD - self._size
        for line in self._lines or ():
            text.setTextOrigin(_PAD, y)
            for piece, font, colour in line:
                text.setFont(font, self._size)
                text.setFillColor(colour)
                text.textOut(piece)
            y -= self._leading
        canvas.drawText(text)


_Piece = tuple[str, str, Color]
_Line = list[_Piece]


def _turned(code: Code, look: Look, size: float, room: float) -> Iterator[_Line]:
    """The lines of code in pieces (text, font, colour); what is longer than the room goes on below."""
    for words, coloured in zip(code.text.rstrip("\n").split("\n"), runs(code), strict=False):
        line: _Line = []
        used = 0.0
        for letter_text, colour in _coloured(clean_code(words), [(r.start, r.end, r.kind) for r in coloured]):
            for font, piece in look.fonts.pieces(letter_text, mono=True):
                for letter in piece:
                    width = look.advance(letter, font, size)
                    if used + width > room:
                        yield line
                        line, used = [], 0.0
                    _add(line, letter, font, colour)
                    used += width
        yield line


def _coloured(words: str, kinds: Sequence[tuple[int, int, Kind]]) -> Iterator[tuple[str, Color]]:
    """A line in pieces of one colour."""
    at = 0
    for start, end, kind in kinds:
        if at < start:
            yield words[at:start], TEXT
        yield words[start:end], _COLOURS.get(kind, TEXT)
        at = end
    if at < len(words):
        yield words[at:], TEXT


def _add(line: _Line, letter: str, font: str, colour: Color) -> None:
    if line and line[-1][1] == font and line[-1][2] is colour:
        line[-1] = (line[-1][0] + letter, font, colour)
    else:
        line.append((letter, font, colour))
