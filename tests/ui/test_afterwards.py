"""After the exam: the result, every answer with every reason, the report, the list on home."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from app.core.ids import AttemptId
from app.core.picking import Filter
from app.core.scoring import Result
from app.ui.formats import percent
from app.ui.labels import verdict_sentence
from app.ui.pages.answers import AnswersPage
from app.ui.pages.home import HomePage
from app.ui.pages.result import ResultPage
from app.ui.widgets.markup_view import MarkupView
from tests.support.guest import Guest
from tests.support.house import House

WRONG, FLAGGED = (1, 4), (0, 4)


@pytest.fixture
def finisher(candidate: Guest) -> Guest:
    """Somebody before the result of an exam with two wrong answers and two flags."""
    for index, question in enumerate(candidate.attempt.paper.questions):
        chosen = candidate.wrong if index in WRONG else candidate.key
        candidate.answer(*chosen[: question.item.to_choose])
        if index in FLAGGED:
            candidate.click("flag")
        candidate.click("next")
    candidate.end()
    return candidate


@pytest.fixture
def reader(finisher: Guest) -> Guest:
    """Somebody who reviews the answers."""
    finisher.click("result-answers")
    return finisher


def test_the_result_shows_the_numbers_of_the_score(finisher: Guest) -> None:
    result = result_of(finisher)
    assert result.correct == 4
    score = finisher.hands.find(QLabel, "score").text()
    numbers = (
        f"4 of 6 correct, {percent(result.share)}",
        percent(result.interval.low),
        percent(result.interval.high),
    )
    assert all(number in score for number in (*numbers, percent(result.pass_share)))
    assert finisher.hands.find(QLabel, "verdict").text() == verdict_sentence(result.verdict)


def test_the_result_shows_every_domain_and_section(finisher: Guest) -> None:
    result, words = result_of(finisher), finisher.words
    for group in (*result.domains, *result.sections):
        assert group.title.get("en") in words
        assert f"{group.correct} of {group.questions}" in words
        assert f"{percent(group.interval.low)} – {percent(group.interval.high)}" in words


def test_the_result_tells_of_flags_and_form(finisher: Guest) -> None:
    assert "2 flagged, 1 of them right" in finisher.words
    assert result_of(finisher).paper.form in finisher.words


@pytest.mark.parametrize(
    ("wanted", "questions"),
    [(Filter.ALL, range(6)), (Filter.WRONG, WRONG), (Filter.FLAGGED, FLAGGED)],
)
def test_answers_can_be_filtered(reader: Guest, wanted: Filter, questions: range | tuple[int, ...]) -> None:
    page = reader.page(AnswersPage)
    reader.click(f"answers-{wanted}")
    numbers = [page.list.item(at).text().split()[0] for at in range(page.list.count())]
    assert numbers == [str(index + 1) for index in questions]


def test_every_option_comes_with_its_reason(reader: Guest) -> None:
    for index, question in enumerate(result_of(reader).paper.questions):
        read(reader, index)
        shown = sources(reader)
        assert question.item.stem.get("en") in shown
        assert {o.why.get("en") for o in question.options} <= set(shown)
        assert {o.text.get("en") for o in question.options} <= set(shown)


def test_every_question_comes_with_its_note_and_references(reader: Guest) -> None:
    paper = result_of(reader).paper
    for index, question in enumerate(paper.questions):
        read(reader, index)
        shown = "\n".join([*sources(reader), reader.words])
        (note,) = [topic.note for topic in paper.topics if topic.id == question.item.topic]
        assert note.get("en") in shown
        assert all(r.title in shown for r in paper.references if r.id in question.item.references)


def test_key_and_own_answer_are_marked(reader: Guest) -> None:
    read(reader, WRONG[0])
    assert reader.words.count("✓ key") == 1
    assert reader.words.count("● your answer") == 1
    assert "× Wrong" in reader.words


def test_the_answers_can_be_read_in_the_other_language(reader: Guest) -> None:
    page = reader.page(AnswersPage)
    page.language.setCurrentIndex(page.language.findData("ja"))
    reader.hands.settle()
    first = result_of(reader).paper.questions[0].item
    assert first.stem.get("ja") in sources(reader)
    assert {option.why.get("ja") for option in first.options} <= set(sources(reader))


def test_from_the_answers_one_comes_back_to_the_result(reader: Guest) -> None:
    reader.click("answers-back")
    reader.page(ResultPage)
    reader.click("result-home")
    assert "1 mock" in reader.words


def test_answers_that_were_left_are_kept_nowhere_and_come_again(reader: Guest) -> None:
    page = reader.page(AnswersPage)
    reader.click("answers-back")
    assert page.findChildren(MarkupView) == []
    assert page.list.count() == 0
    reader.click("result-answers")
    assert page.list.count() == len(result_of(reader).paper.questions)
    assert result_of(reader).paper.questions[0].item.stem.get("en") in sources(reader)


def test_home_lists_the_result_and_opens_it_again(house: House, finisher: Guest) -> None:
    later = house.restart()
    assert "4 of 6 correct" in later.words
    later.click("open-attempt-0001")
    later.page(ResultPage)
    assert "4 of 6 correct" in later.hands.find(QLabel, "score").text()


def test_the_second_sitting_tells_of_questions_seen_before(finisher: Guest) -> None:
    finisher.click("result-home")
    finisher.click("sit-sample", "booking-next", "check-in-continue", "agreement-accept", "tutorial-end")
    assert "of this form were shown to you before" in finisher.words


def test_a_report_that_cannot_be_written_is_told_of(finisher: Guest, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    finisher.desktop.flow.choose_file = lambda _title, _suggestion: str(tmp_path / "file" / "report.pdf")
    finisher.click("result-report", "document-save")
    assert "This did not work" in finisher.words
    finisher.click("tell-close", "document-back")
    finisher.page(ResultPage)


def test_opening_a_result_whose_file_is_gone_leads_home(finisher: Guest) -> None:
    finisher.desktop.flow.open_result("no-such-attempt")
    finisher.page(HomePage)


def result_of(guest: Guest) -> Result:
    return guest.services.desk.result(AttemptId("attempt-0001"))


def read(guest: Guest, index: int) -> None:
    guest.page(AnswersPage).list.setCurrentRow(index)
    guest.hands.settle()


def sources(guest: Guest) -> list[str]:
    views = guest.page(AnswersPage).findChildren(MarkupView)
    return [view.source for view in views if view.isVisible()]
