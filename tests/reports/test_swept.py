"""What is made leaves nothing behind that waits for Python to look for rubbish."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.dom.minidom import Node

from reportlab.pdfbase.pdfdoc import PDFPage

from app.reports.charts import Pen, Shares, score_chart
from app.reports.fonts import Fonts
from app.reports.look import PAPER
from app.reports.svg import svg
from tests.reports.conftest import Report
from tests.support.results import make_result


@contextmanager
def no_search() -> Iterator[None]:
    """Without Python's own search for rubbish."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def left(kind: type) -> int:
    return sum(isinstance(thing, kind) for thing in gc.get_objects())


def test_a_chart_leaves_no_tree_of_nodes(fonts: Path) -> None:
    pen = Pen(Fonts(fonts), PAPER)
    with no_search():
        before = left(Node)
        svg(score_chart(Shares(0.61, 0.76, 0.86, 0.7), "line", 500, pen))
        assert left(Node) <= before + 4


def test_a_document_leaves_no_page(report: Report) -> None:
    report(make_result())
    with no_search():
        before = left(PDFPage)
        report(make_result())
        assert left(PDFPage) == before
