"""Documents: the score report against a bare one of the same words, long ones against the clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from statistics import median
from xml.sax.saxutils import escape

from pypdf import PdfReader
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate

from app.core.attempt import fold
from app.core.bank import Bank, Item
from app.core.ids import AttemptId
from app.core.paper import Question, compose
from app.core.picking import Filter
from app.core.scoring import Result, score
from app.reports.fonts import Fonts
from app.services.services import Services
from app.system.resources import resource
from tests.bench.measure import Figure, ratio, seconds, side_by_side
from tests.bench.world import DAY_MS, keep_attempts, services_below, sit, sitting
from tests.support.papers import FakeClock

RUNS = 9
FEW_RUNS = 3
REVIEWED = 60
ATTEMPTS = 1000

ROOM = 670
"""Points of height that a page of reportlab's own template has for text, with some to spare."""


def figures(folder: Path) -> Iterator[Figure]:
    """The score report a language, then the long documents; the fonts have been read before."""
    clock = FakeClock()
    services = services_below(folder, clock)
    attempt = sit(services, clock, 1)
    result = services.desk.result(attempt)
    for language in ("en", "ja"):
        yield _score_report(services, result, attempt, language)
    yield from _reviews(services, attempt)
    yield _progress(folder / "long")


def _score_report(services: Services, result: Result, attempt: AttemptId, language: str) -> Figure:
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


def _reviews(services: Services, attempt: AttemptId) -> Iterator[Figure]:
    """The longest questions that the bank has, in each language."""
    bank = services.banks.open("mla")
    for language in ("en", "ja"):
        result = _long_result(bank, language)
        review = partial(services.documents.answer_review, result, attempt, language, Filter.ALL)
        pages = len(PdfReader(BytesIO(review())).pages)
        name = f"answer review, {REVIEWED} longest questions, {language}"
        yield _timed(name, review, 1.5, f"{pages} pages")


def _long_result(bank: Bank, language: str) -> Result:
    def length(item: Item) -> int:
        words = (item.stem, *(part for option in item.options for part in (option.text, option.why)))
        return sum(len(text.get(language)) for text in words)

    items = sorted(bank.items, key=length, reverse=True)[:REVIEWED]
    questions = tuple(Question(item, tuple(option.id for option in item.options)) for item in items)
    state = fold(sitting(compose(bank, bank.exam.profiles[0], questions, {}, 1), 0, language))
    assert state is not None
    return score(state)


def _progress(folder: Path) -> Figure:
    """From the file on disk to the document, with the marks of every attempt already derived."""
    clock = FakeClock()
    services = services_below(folder, clock)
    keep_attempts(services, folder, ATTEMPTS)
    clock.advance(ATTEMPTS * DAY_MS)
    first = seconds(services.archive.records)

    def report() -> bytes:
        return services.documents.progress_report(services.history.progress(), "ja")

    pages = len(PdfReader(BytesIO(report())).pages)
    detail = f"{pages} pages; deriving all marks, once: {first:.1f} s"
    return _timed(f"progress report over {ATTEMPTS} attempts, ja", report, 3.0, detail)


def _timed(name: str, work: Callable[[], object], target: float, detail: str) -> Figure:
    """The median of a few runs, in seconds."""
    return Figure(name, median(seconds(work) for _ in range(FEW_RUNS)), "s", target, detail)
