"""qpdf, which is stricter than viewers, finds no fault in any document."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from app.core.ids import AttemptId
from app.core.picking import Filter
from app.core.summary import summarise
from app.reports import PdfDocuments
from app.services.ports import Page
from tests.reports.conftest import TOKYO
from tests.reports.test_answer_review import long_one
from tests.reports.test_progress_report import crowded
from tests.support.histories import make_progress
from tests.support.papers import make_bank, make_profile
from tests.support.results import make_result

ATTEMPT = AttemptId("attempt-0001")


@pytest.mark.parametrize("page", ["a4", "letter"])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_qpdf_finds_no_fault(fonts: Path, words: Path, language: str, page: Page) -> None:
    documents, result = PdfDocuments(fonts, words, "1.2.3", tz=TOKYO), make_result()
    summary = summarise(make_bank(domains=5, profiles=(make_profile(questions=45, strata=5),)))
    for pdf in (
        documents.score_report(result, ATTEMPT, language, page),
        documents.answer_review(result, ATTEMPT, language, Filter.ALL, page),
        documents.progress_report(make_progress(summary, 4), language, page),
    ):
        with pikepdf.open(BytesIO(pdf)) as opened:
            assert opened.check_pdf_syntax() == []
            assert len(opened.pages) >= 1


@pytest.mark.parametrize("language", ["en", "ja"])
def test_nor_in_the_longest_ones(fonts: Path, words: Path, language: str) -> None:
    documents, result = PdfDocuments(fonts, words, "1.2.3", tz=TOKYO), long_one()
    for pdf in (
        documents.score_report(result, ATTEMPT, language),
        documents.answer_review(result, ATTEMPT, language, Filter.ALL),
        documents.progress_report(crowded(), language),
    ):
        with pikepdf.open(BytesIO(pdf)) as opened:
            assert opened.check_pdf_syntax() == []


def test_it_finds_a_fault_where_there_is_one(fonts: Path, words: Path) -> None:
    pdf = PdfDocuments(fonts, words, "1.2.3", tz=TOKYO).score_report(make_result(), ATTEMPT, "en", "a4")
    with pikepdf.open(BytesIO(pdf.replace(b"startxref", b"startxxxx"))) as opened:
        assert opened.check_pdf_syntax() != []
