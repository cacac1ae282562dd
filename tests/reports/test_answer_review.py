from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from app.core.bank import Item
from app.core.ids import AttemptId, ItemId, OptionId
from app.core.picking import Filter
from app.core.scoring import Mark, Result
from app.core.text import Text as Words
from app.reports import PdfDocuments
from app.services.ports import Page
from tests.reports.conftest import TOKYO, squeeze
from tests.support.results import make_result

CODE = """```python
for name in names:
    print(name)  # 日本語の注釈
```"""
TABLE = "| a | b |\n|---|---|\n| `x` | 2 |"
STEM = f"Read **this** <b>code</b>:\n\n{CODE}\n\n1. first\n2. second\n\n{TABLE}\n\n![a picture](x.png)"
STEM_JA = f"この**コード**を読んでください。\n\n{CODE}\n\n正しいものはどれですか。"
LONG = "A long sentence about feature tables, lookups and time. " * 12
LONG_JA = "特徴量テーブルとルックアップ、時刻についての長い文章です。" * 14

Review = Callable[..., bytes]
Text = Callable[[bytes], str]


def asked(result: Result, index: int, *, stem: Words, why: Words | None = None) -> Result:
    """The result with another stem of one question, and other reasons."""
    question = result.paper.questions[index]
    options = tuple(replace(option, why=why or option.why) for option in question.item.options)
    item: Item = replace(question.item, stem=stem, options=options)
    questions = list(result.paper.questions)
    questions[index] = replace(question, item=item)
    return replace(result, paper=replace(result.paper, questions=tuple(questions)))


def marked(result: Result, index: int, **changes: Any) -> Result:
    """The result with another mark of one question."""
    marks: list[Mark] = list(result.marks)
    marks[index] = replace(marks[index], **changes)
    return replace(result, marks=tuple(marks))


def long_one() -> Result:
    """Sixty questions that do not want to end, and nine domains."""
    result = make_result(
        domains=[("Distributed training and a title that goes on", "分散学習と長い題名", 11)] * 9,
        questions=[7] * 6 + [6] * 3,
        correct=[5] * 9,
        candidate="<b>" + "W" * 77,
        stops=0,
    )
    stem, why = (
        Words.of(en=LONG + CODE.replace("print", "p" * 200), ja=LONG_JA),
        Words.of(en=LONG, ja=LONG_JA),
    )
    for index in range(60):
        result = asked(result, index, stem=stem, why=why)
    return result


@pytest.fixture
def review(fonts: Path, words: Path) -> Review:
    def make(
        result: Result, language: str = "en", wanted: Filter = Filter.ALL, page: Page = "a4", **more: Any
    ) -> bytes:
        documents = PdfDocuments(fonts, words, "1.2.3", tz=TOKYO)
        return documents.answer_review(result, AttemptId("attempt-0001"), language, wanted, page, **more)

    return make


def titles(entries: list[Any]) -> Iterator[str]:
    """The titles of an outline, inner ones too."""
    for entry in entries:
        if isinstance(entry, list):
            yield from titles(entry)
        else:
            yield str(entry.title)


def test_every_question_is_in_it_as_it_was_seen(review: Review, text: Text) -> None:
    result = marked(make_result(), 1, comment="Why <not>?", struck=frozenset({OptionId("d")}))
    said = text(review(asked(result, 0, stem=Words.of(en=STEM, ja=STEM_JA))))
    for number in range(1, 46):
        assert f"Question{number}" in said
    for words in (
        "Read this <b>code</b>:",
        "for name in names:",
        "print(name)  # 日本語の注釈",
        "1. first",
        "[a picture]",
        "right answer · your choice",
        "Why a is right",
        "Your comment: Why <not>?",
        "struck out",
        "Source: The manual",
        "Answers given: B > A (changed to right)",
        "Topic d1-t1 · q1-0 · 1:01 on the screen · met before",
    ):
        assert squeeze(words) in said, words


def test_code_keeps_its_lines(review: Review) -> None:
    document = pypdfium2.PdfDocument(review(asked(make_result(), 0, stem=Words.of(en=STEM, ja=STEM_JA))))
    lines = document[0].get_textpage().get_text_bounded().splitlines()
    document.close()
    assert "for name in names:" in lines
    assert any(line.strip().startswith("print(name)") for line in lines)


def test_options_stand_in_the_order_shown(review: Review, text: Text) -> None:
    result = make_result()
    question = result.paper.questions[0]
    turned = replace(question, order=tuple(reversed(question.order)))
    paper = replace(result.paper, questions=(turned, *result.paper.questions[1:]))
    said = text(review(replace(result, paper=paper)))
    first = said[said.index("Question1") : said.index("Question2")]
    order = [first.index(f"Option{letter}") for letter in "dcba"]
    assert order == sorted(order)


def test_questions_are_in_their_own_language_and_the_rest_in_the_readers(review: Review, text: Text) -> None:
    result = asked(make_result(language="ja"), 0, stem=Words.of(en=STEM, ja=STEM_JA))
    said = text(review(result, "en"))
    assert "このコードを読んでください。" in said
    assert "Question1" in said
    assert "Readthis" not in said


@pytest.mark.parametrize("wanted", list(Filter))
def test_filters(wanted: Filter, review: Review, text: Text) -> None:
    result = marked(make_result(), 3, comment="!")
    expected = {
        Filter.ALL: [m.number for m in result.marks],
        Filter.WRONG: [m.number for m in result.marks if not m.correct],
        Filter.FLAGGED: [m.number for m in result.marks if m.flagged],
        Filter.COMMENTED: [4],
    }[wanted]
    listed = list(titles(PdfReader(BytesIO(review(result, wanted=wanted))).outline))[1:]
    assert [int(title.split()[1]) for title in listed] == expected


def test_nothing_wanted_leaves_a_page_that_says_so(review: Review, text: Text) -> None:
    said = text(review(make_result(), wanted=Filter.COMMENTED))
    assert squeeze("Only what was commented on: 0 of 45 questions") in said


def test_references_are_links(review: Review) -> None:
    reader = PdfReader(BytesIO(review(make_result())))
    links = {
        str(note.get_object()["/A"]["/URI"]) for page in reader.pages for note in page.get("/Annots") or ()
    }
    assert links == {"https://docs.example.com/en/r1"}


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("page", ["a4", "letter"])
def test_nothing_overflows(language: str, page: Page, review: Review) -> None:
    result = replace(long_one(), language=language)
    pdf = review(result, language, page=page)
    document = pypdfium2.PdfDocument(pdf)
    for sheet in document:
        boxes = [part.get_bounds() for part in sheet.get_objects(max_depth=4)]
        assert min(box[0] for box in boxes) >= 45
        assert max(box[2] for box in boxes) <= sheet.get_width() - 45
        assert min(box[1] for box in boxes) >= 9
        assert max(box[3] for box in boxes) <= sheet.get_height() - 25
    document.close()
    assert len(list(titles(PdfReader(BytesIO(pdf), strict=True).outline))) == 61


def test_the_same_input_gives_the_same_bytes(review: Review) -> None:
    assert review(make_result(), "ja") == review(make_result(), "ja")


def test_progress_is_told_and_can_end_the_work(review: Review) -> None:
    told: list[float] = []
    review(make_result(), step=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) > 20

    def stop(_share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        review(make_result(), step=stop)


def test_items_and_answers_that_are_gone_do_not_matter(review: Review) -> None:
    assert review(marked(make_result(answered=False), 0, item=ItemId("elsewhere")))
