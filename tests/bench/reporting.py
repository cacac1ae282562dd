"""The score report against a bare document that says the same words in the same fonts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from pypdf import PdfReader
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate

from app.core.ids import AttemptId
from app.core.scoring import Result
from app.reports.fonts import Fonts
from app.services.services import Services
from app.system.resources import resource
from tests.bench.measure import Figure, ratio, seconds, side_by_side
from tests.bench.world import services_below, sit
from tests.support.papers import FakeClock

RUNS = 9

ROOM = 670
"""Points of height that a page of reportlab's own template has for text, with some to spare."""


def figures(folder: Path) -> Iterator[Figure]:
    """One figure a language; the fonts have been read before, as in a program that runs."""
    clock = FakeClock()
    services = services_below(folder, clock)
    attempt = sit(services, clock, 1)
    result = services.desk.result(attempt)
    for language in ("en", "ja"):
        yield _figure(services, result, attempt, language)


def _figure(services: Services, result: Result, attempt: AttemptId, language: str) -> Figure:
    report = partial(services.documents.score_report, result, attempt, language)
    pages = [page.extract_text().splitlines() for page in PdfReader(BytesIO(report())).pages]
    bare = partial(_bare, pages)
    assert len(PdfReader(BytesIO(bare())).pages) == len(pages)
    ours, floor = side_by_side(lambda: seconds(report), lambda: seconds(bare), RUNS)
    name = f"score report, {language}, {len(pages)} page(s)"
    return ratio(name, ours, floor, 2.0, "a bare reportlab document")


def _bare(pages: list[list[str]]) -> bytes:
    """The same lines, one paragraph each, on as many pages."""
    fonts, target = Fonts(resource("fonts")), BytesIO()
    leading = min(12.0, ROOM / max(len(lines) for lines in pages))
    style = ParagraphStyle("plain", fontName=fonts.latin(), fontSize=0.8 * leading, leading=leading)
    story: list[Flowable] = []
    for lines in pages:
        story += [Paragraph(_markup(fonts, line), style) for line in lines]
        story.append(PageBreak())
    SimpleDocTemplate(target).build(story)
    return target.getvalue()


def _markup(fonts: Fonts, text: str) -> str:
    """Text as reportlab's paragraph markup, with its fonts named."""
    return "".join(f'<font name="{font}">{escape(piece)}</font>' for font, piece in fonts.runs(text))
