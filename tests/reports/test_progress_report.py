from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from app.core.exam import Exam
from app.core.progress import Progress
from app.core.summary import BankSummary, summarise
from app.core.text import Text as Words
from app.reports import PdfDocuments
from app.services.ports import Page
from tests.reports.conftest import TOKYO, squeeze
from tests.support.histories import make_progress
from tests.support.papers import make_bank, make_profile

PROFILE = make_profile(questions=45, strata=5)
SUMMARY = summarise(make_bank(domains=5, sections=4, topics=4, items=12, profiles=(PROFILE,)))
LONG = Words.of(
    en="Distributed training, scaling and a title that does not want to end",
    ja="分散学習とスケーリング、特徴量エンジニアリングおよびモデルの評価に関する長い題名",
)

Report = Callable[..., bytes]
Text = Callable[[bytes], str]


@pytest.fixture
def report(fonts: Path, words: Path) -> Report:
    """The PDF of the progress of an exam, or of several."""

    def make(progress: Progress, language: str = "en", page: Page = "a4", **more: Any) -> bytes:
        return PdfDocuments(fonts, words, "1.2.3", tz=TOKYO).progress_report(progress, language, page, **more)

    return make


def crowded() -> Progress:
    """Nine domains and sections with long titles, many attempts, a name that is markup."""
    profile = make_profile(questions=60, strata=9)
    summary = summarise(make_bank(domains=9, sections=9, topics=6, items=5, profiles=(profile,)))
    exam: Exam = replace(
        summary.exam,
        title=LONG,
        domains=tuple(replace(stratum, title=LONG) for stratum in summary.exam.domains),
        sections=tuple(replace(stratum, title=LONG) for stratum in summary.exam.sections),
    )
    topics = tuple(replace(topic, title=LONG) for topic in summary.topics)
    long: BankSummary = replace(summary, exam=exam, topics=topics)
    return make_progress(long, 120, candidate="<b>" + "W" * 77)


def test_it_says_how_ready_one_is_and_what_came_of_it(report: Report, text: Text) -> None:
    progress = make_progress(SUMMARY, 9)
    said = text(report(progress))
    for words in (
        "Aiko Tanaka",
        "9 finished attempts, 9 October 2025 to 2 November 2025.",
        "The chance to reach 70 % (32 of 45) on the next form of unseen questions is about",
        "Scores over time",
        "Domains over time",
        "By section of the official guide",
        "What to study next",
        "Topics practised",
        "MLA-AB08-CDEF",
        "the profile allows 2:00.",
        "Page 1 of 3",
    ):
        assert squeeze(words) in said, words


def test_it_says_it_in_japanese(report: Report, text: Text) -> None:
    said = text(report(make_progress(SUMMARY, 3, candidate="𠮷田 花子"), "ja"))
    for words in (
        "𠮷田花子",
        "合格準備度",
        "終了した受験3回",
        "取り組んだトピック",
        "Topicd1-t1（ja・日本語）",
    ):
        assert words in said


def test_too_little_to_tell_is_said(report: Report, text: Text) -> None:
    small = summarise(
        make_bank(domains=2, topics=2, items=3, profiles=(make_profile(questions=8, strata=2),))
    )
    said = text(report(make_progress(small, 1)))
    assert squeeze("Too little to tell: 8 questions met for the first time.") in said
    assert squeeze("Domains over time") not in said


def test_nothing_sat_is_a_page_that_says_so(report: Report, text: Text) -> None:
    said = text(report(Progress(1_760_000_000_000, None, ())))
    assert squeeze("There is no finished attempt in this span.") in said


def test_several_exams_begin_on_pages_of_their_own(report: Report) -> None:
    first = make_progress(SUMMARY, 2)
    other = summarise(make_bank(domains=5, topics=4, items=12, profiles=(PROFILE,), exam_id="mlp"))
    both = replace(first, exams=(*first.exams, *make_progress(other, 2).exams))
    reader = PdfReader(BytesIO(report(both)))
    titles: Any = [entry for entry in reader.outline if not isinstance(entry, list)]
    pages = [reader.get_destination_page_number(entry) for entry in titles]
    assert pages[0] == pages[1] == 0
    assert pages[2] is not None
    assert pages[2] > 0


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("page", ["a4", "letter"])
def test_nothing_overflows(language: str, page: Page, report: Report) -> None:
    pdf = report(crowded(), language, page)
    document = pypdfium2.PdfDocument(pdf)
    for sheet in document:
        boxes = [part.get_bounds() for part in sheet.get_objects(max_depth=4)]
        assert min(box[0] for box in boxes) >= 44
        assert max(box[2] for box in boxes) <= sheet.get_width() - 44
        assert min(box[1] for box in boxes) >= 10
        assert max(box[3] for box in boxes) <= sheet.get_height() - 25
    document.close()
    for sheet_ in PdfReader(BytesIO(pdf), strict=True).pages:
        assert sheet_.extract_text()


def test_every_attempt_of_many_is_listed(report: Report, text: Text) -> None:
    said = text(report(make_progress(SUMMARY, 300)))
    assert said.count("MLA-AB") == 300
    assert squeeze("Each mark stands for up to 8 attempts in a row") in said


def test_a_cell_that_is_too_long_ends_in_an_ellipsis(report: Report, text: Text) -> None:
    assert "…" in text(report(crowded()))


def test_the_same_input_gives_the_same_bytes(report: Report) -> None:
    assert report(make_progress(SUMMARY, 5), "ja") == report(make_progress(SUMMARY, 5), "ja")


def test_the_language_of_the_file_is_set(report: Report) -> None:
    reader = PdfReader(BytesIO(report(make_progress(SUMMARY, 2), "ja")))
    assert str(reader.root_object["/Lang"]) == "ja"
    assert reader.metadata is not None
    assert reader.metadata.title == "進捗レポート"
