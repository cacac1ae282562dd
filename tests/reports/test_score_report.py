from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from app.core.exam import Axis
from app.core.ids import AttemptId
from app.core.scoring import Result
from app.core.terms import EndReason
from app.reports import PdfDocuments
from app.services.ports import Documents, Page, Trouble
from tests.reports.conftest import Report, squeeze
from tests.support.python import run_python
from tests.support.results import make_result

LONG = "Distributed training, scaling and a title that does not want to end"
LONG_JA = "分散学習とスケーリング、特徴量エンジニアリングおよびモデルの評価に関する長い題名"
NAME = "<b>" + "W" * 77
Text = Callable[[bytes], str]
Read = Callable[[bytes], PdfReader]


def crowded(candidate: str = NAME, stops: int = 20) -> Result:
    """Nine domains and nine sections with long titles, and whatever else takes room."""
    return make_result(
        domains=[(LONG, LONG_JA, 11)] * 9,
        sections=[(LONG, LONG_JA)] * 9,
        questions=[10] * 9,
        correct=list(range(1, 10)),
        candidate=candidate,
        stops=stops,
    )


def single() -> Result:
    return make_result(questions=(1, 0, 0, 0, 0), correct=(1, 0, 0, 0, 0), stops=0, candidate="")


def fonts_of(reader: PdfReader) -> Iterator[dict[str, Any]]:
    for page in reader.pages:
        resources: Any = page["/Resources"]
        yield from (font.get_object() for font in resources["/Font"].values())


def test_it_is_the_port(fonts: Path, words: Path) -> None:
    documents: Documents = PdfDocuments(fonts, words, "1.2.3")
    assert documents.score_report(make_result(), AttemptId("a"), "en").startswith(b"%PDF-")


def test_it_says_the_result(report: Report, text: Text) -> None:
    said = text(report(make_result()))
    assert squeeze("Above the assumed pass line, but not safely.") in said
    assert (
        squeeze("34 of 45 correct, 76 %. With this many questions the true level lies between 61 %") in said
    )
    assert squeeze("Databricks publishes no pass mark; 70 % is assumed.") in said
    assert squeeze("12 of 13 80 % 68–91 % near target 0:33 30 %") in said
    assert squeeze("Page 1 of 2") in said
    assert "3fa9c2d17e5b8046" * 4 in said


def test_it_says_it_in_japanese(report: Report, text: Text) -> None:
    said = text(report(make_result(candidate="𠮷田 葛\U000e0100子"), "ja"))
    assert squeeze("想定合格ラインを上回っていますが、余裕はありません。") in said
    assert squeeze("45問中34問正解、正答率76 %。この問題数では、本来の実力は61 %から86 %の間に") in said
    assert "特徴量エンジニアリング" in said
    assert "𠮷田葛子" in said


def test_no_item_is_in_it(report: Report, text: Text) -> None:
    said = text(report(make_result()))
    assert "What does" not in said
    assert "Option" not in said


def test_it_says_what_to_study_and_how_likely_it_is_to_pass(report: Report, text: Text) -> None:
    said = text(report(make_result()))
    assert (
        squeeze("The chance to reach 70 % (32 of 45) on another form of unseen questions is about 64 %.")
        in said
    )
    assert squeeze("Topic d1-t1 MLflow 34 of 45") in said


def test_breaks_extra_time_and_the_program_are_in_it(report: Report, text: Text) -> None:
    said = text(report(replace(make_result(), breaks=1, break_ms=61_000)))
    assert squeeze("Breaks 1, 0:01:01 in all; the clock ran on") in said
    assert squeeze("Extra time +25 %") in said
    assert squeeze("Program Rehearsal 1.2.3") in said


def test_a_group_too_small_is_not_judged(report: Report, text: Text) -> None:
    assert squeeze("too few questions to judge") in text(report(single()))


def test_markup_in_a_name_is_text(report: Report, text: Text) -> None:
    assert "<b>A&B</b>" in text(report(make_result(candidate="<b>A&B</b>")))


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("page", ["a4", "letter"])
def test_an_ordinary_report_has_two_pages(language: str, page: Page, report: Report, read: Read) -> None:
    assert len(read(report(make_result(), language, page)).pages) == 2


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("page", ["a4", "letter"])
def test_a_crowded_report_has_two(language: str, page: Page, report: Report, text: Text, read: Read) -> None:
    pdf = report(crowded(), language, page)
    assert len(read(pdf).pages) == 2
    assert squeeze({"en": "Page 2 of 2", "ja": "2 / 2 ページ"}[language]) in text(pdf)


@pytest.mark.parametrize("result", [make_result(), crowded(), crowded("寿限無" * 40), single()])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_nothing_is_printed_into_the_margins(result: Result, language: str, report: Report) -> None:
    document = pypdfium2.PdfDocument(report(result, language))
    for page in document:
        boxes = [part.get_bounds() for part in page.get_objects(max_depth=4)]
        assert min(box[0] for box in boxes) >= 45
        assert max(box[2] for box in boxes) <= page.get_width() - 45
        assert min(box[1] for box in boxes) >= 10
        assert max(box[3] for box in boxes) <= page.get_height() - 25
    document.close()


def test_texts_do_not_overlap(report: Report) -> None:
    document = pypdfium2.PdfDocument(report(crowded()))
    for page in document:
        boxes = [part.get_bounds() for part in page.get_objects(filter=[1], max_depth=4)]
        pairs = [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if overlap(a, b)]
        assert pairs == []
    document.close()


def overlap(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] + 1 < b[2] and b[0] + 1 < a[2] and a[1] + 1 < b[3] and b[1] + 1 < a[3]


def test_the_file_says_what_it_is(report: Report, read: Read) -> None:
    reader = read(report(make_result(), "ja"))
    info = reader.metadata
    assert info is not None
    assert info.title == "成績レポート – Databricks 認定 機械学習アソシエイト"
    assert (info.author, info.creator) == ("Rehearsal", "Rehearsal 1.2.3")
    assert "MLA-KWNY-24XI" in (info.subject or "")
    assert str(reader.root_object["/Lang"]) == "ja"


def test_sections_are_bookmarked_where_they_are(report: Report, read: Read) -> None:
    reader = read(report(crowded()))
    listed = {str(entry.title): reader.get_destination_page_number(entry) for entry in reader.outline}  # type: ignore[union-attr, arg-type]
    assert listed == {
        "Score report – Databricks Certified Machine Learning Associate": 0,
        "This attempt": 0,
        "By domain": 0,
        "By section of the official guide": 1,
        "What to study next": 1,
        "How to read this": 1,
    }


@pytest.mark.parametrize("language", ["en", "ja"])
def test_all_fonts_are_embedded_subsets(language: str, report: Report, read: Read) -> None:
    fonts = list(fonts_of(read(report(crowded(), language))))
    assert all(re.match(r"/[A-Z]{6}\+Noto", font["/BaseFont"]) for font in fonts)
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


def test_an_english_report_carries_no_japanese_font(report: Report, read: Read) -> None:
    assert not any("JP" in font["/BaseFont"] for font in fonts_of(read(report(make_result()))))
    japanese_name = report(make_result(candidate="田中"))
    assert any("JP" in font["/BaseFont"] for font in fonts_of(read(japanese_name)))


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_same_input_gives_the_same_bytes(language: str, report: Report) -> None:
    assert report(crowded(), language) == report(crowded(), language)


def test_an_unknown_language_is_english(report: Report) -> None:
    assert report(make_result(), "xx") == report(make_result(), "en")


@pytest.mark.parametrize("reason", [*EndReason, None])
def test_every_end_can_be_reported(reason: EndReason | None, report: Report) -> None:
    if reason is not EndReason.EXPIRED:
        assert report(make_result(stops=1, resumed=False, reason=reason))


def test_the_weight_stands_with_the_axis_of_the_profile(report: Report, text: Text) -> None:
    assert squeeze("10 of 14 73 % 62–83 % near target 0:33 25 %") in text(
        report(make_result(axis=Axis.SECTION))
    )


def test_missing_fonts_are_trouble(words: Path, tmp_path: Path) -> None:
    with pytest.raises(Trouble):
        PdfDocuments(tmp_path, words, "1").score_report(make_result(), AttemptId("a"), "en")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_strict_reader_finds_no_fault(language: str, report: Report) -> None:
    for page in PdfReader(BytesIO(report(crowded(), language)), strict=True).pages:
        assert page.extract_text()


def test_importing_the_room_leaves_reportlab_alone() -> None:
    assert run_python("import sys, app.reports; sys.exit('reportlab' in sys.modules)") == 0
