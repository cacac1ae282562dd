"""Pages: frame, footer, bookmarks, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from io import BytesIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from app.reports.look import BOTTOM, EDGE, FINE, MARGIN, SECTION, TOP, Look, Role
from app.services.ports import Step

rl_config.useA85 = 0
"""Streams stay binary: text armour would make files a quarter larger, and takes time."""

AUTHOR = "Rehearsal"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every page carries and the file says of itself.

    `page_of` tells "page n of m"; `made_ms` stands as date of making (ms since the epoch).
    """

    title: str
    subject: str
    language: str
    version: str
    footer: tuple[str, ...]
    page_of: Callable[[int, int], str]
    made_ms: int


class Heading(Flowable):  # type: ignore[misc]
    """A heading that the viewer's outline lists at a level (0: outermost), under its own words or others."""

    def __init__(
        self, text: str, look: Look, role: Role = SECTION, *, level: int = 0, listed: str = ""
    ) -> None:
        super().__init__()
        self._text = listed or text
        self._level = level
        self._inner = look.text(text, role)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """The size of the text."""
        self.width, self.height = self._inner.wrap(availWidth, availHeight)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the text and list it; the bookmark is its place on the page."""
        canvas = self.canv
        key = f"section-{len(canvas.headings)}"
        canvas.headings.append(key)
        canvas.bookmarkHorizontal(key, 0, self.height)
        canvas.addOutlineEntry(self._text, key, level=self._level, closed=self._level == 0)
        self._inner.drawOn(canvas, 0, 0)


class _Canvas(Canvas):  # type: ignore[misc]
    """Draws the footers last, when the number of pages is known: each page holds a form in its place."""

    def __init__(
        self, *args: object, draw_footer: Callable[[Canvas, int, int], None], **more: object
    ) -> None:
        super().__init__(*args, **more)
        self.headings: list[str] = []
        self._draw_footer = draw_footer

    def save(self) -> None:
        """Fill the forms in, then write the file."""
        count = self.getPageNumber() - 1
        for number in range(1, count + 1):
            self.beginForm(_form(number), 0, 0, *self._pagesize)
            self._draw_footer(self, number, count)
            self.endForm()
        super().save()


def render(story: list[Flowable], sheet: Sheet, look: Look, step: Step | None = None) -> tuple[bytes, int]:
    """The PDF of a story and its number of pages; the same input gives the same bytes.

    `step` is told again and again how much is done, as a share; what it raises ends the work.
    """
    buffer = BytesIO()
    template = BaseDocTemplate(
        buffer,
        pagesize=(look.page_width, look.page_height),
        pageTemplates=[PageTemplate(frames=[_frame(look)], onPage=partial(_begin_page, sheet))],
        title=sheet.title,
        author=AUTHOR,
        subject=sheet.subject,
        creator=f"{AUTHOR} {sheet.version}",
        lang=sheet.language,
        displayDocTitle=True,
        initialFontName=look.fonts.latin(),
        invariant=True,
    )
    if step is not None:
        template.setProgressCallBack(_Progress(step, len(story)))
    template.build(story, canvasmaker=partial(_Canvas, draw_footer=partial(_footer, sheet, look)))
    return buffer.getvalue(), template.page


class _Progress:
    """Turns what reportlab tells of its work into a share; it counts the flowables that are left."""

    def __init__(self, step: Step, whole: int) -> None:
        self._step, self._whole = step, max(1, whole)
        self._told = -1

    def __call__(self, kind: str, value: object) -> None:
        if kind != "PROGRESS" or not isinstance(value, int):
            return
        percent = min(100, 100 * value // self._whole)
        if percent > self._told:
            self._told = percent
            self._step(percent / 100)


def _frame(look: Look) -> Frame:
    height = look.page_height - TOP - BOTTOM
    return Frame(
        MARGIN, BOTTOM, look.width, height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0
    )


def _begin_page(sheet: Sheet, canvas: Canvas, _template: BaseDocTemplate) -> None:
    made = datetime.fromtimestamp(sheet.made_ms / 1000, tz=UTC)
    canvas.setDateFormatter(partial(_date, made))
    canvas.doForm(_form(canvas.getPageNumber()))


def _date(made: datetime, *_now: int) -> str:
    return f"D:{made:%Y%m%d%H%M%S}Z"


def _form(number: int) -> str:
    return f"footer-{number}"


def _footer(sheet: Sheet, look: Look, canvas: Canvas, number: int, count: int) -> None:
    """A hairline, the lines of the footer on the left, the page on the right."""
    canvas.setStrokeColor(EDGE)
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN, BOTTOM - 8, look.page_width - MARGIN, BOTTOM - 8)
    page = look.text(sheet.page_of(number, count), FINE, align="right")
    _draw_at(page, canvas, look.width - 90, 90)
    y = 0.0
    for line in sheet.footer:
        paragraph = look.text(line, FINE)
        y += _draw_at(paragraph, canvas, 0, look.width - 100, y)


def _draw_at(paragraph: Flowable, canvas: Canvas, x: float, width: float, down: float = 0) -> float:
    _, height = paragraph.wrapOn(canvas, width, BOTTOM)
    paragraph.drawOn(canvas, MARGIN + x, BOTTOM - 12 - down - height)
    return float(height)
