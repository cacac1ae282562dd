from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta, timezone
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.core.ids import AttemptId
from app.core.scoring import Result
from app.reports import PdfDocuments
from app.services.ports import Page

RESOURCES = Path(__file__).parents[2] / "resources"
TOKYO = timezone(timedelta(hours=9))

Report = Callable[..., bytes]


@pytest.fixture
def fonts() -> Path:
    return RESOURCES / "fonts"


@pytest.fixture
def words() -> Path:
    return RESOURCES / "i18n"


@pytest.fixture
def report(fonts: Path, words: Path) -> Report:
    """The PDF of a result in a language, on A4 unless told otherwise."""

    def make(result: Result, language: str = "en", page: Page = "a4") -> bytes:
        documents = PdfDocuments(fonts, words, "1.2.3", tz=TOKYO)
        return documents.score_report(result, AttemptId("attempt-0001"), language, page)

    return make


@pytest.fixture
def read() -> Callable[[bytes], PdfReader]:
    """The document behind the bytes."""
    return lambda pdf: PdfReader(BytesIO(pdf))


@pytest.fixture
def text() -> Callable[[bytes], str]:
    """All the text of a PDF, as a viewer would copy it, without white space: where lines end is layout."""

    def extract(pdf: bytes) -> str:
        import pypdfium2

        document = pypdfium2.PdfDocument(pdf)
        whole = "".join(page.get_textpage().get_text_bounded() for page in document)
        document.close()
        return squeeze(whole)

    return extract


def squeeze(words: str) -> str:
    return "".join(words.split())
