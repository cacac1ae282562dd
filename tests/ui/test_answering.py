"""Answers on the question screen: what a click asks for, what is shown, and when."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from app.core.attempt import Status
from app.core.ids import OptionId
from app.core.refusals import Refusal
from app.markup import plain
from app.ui.labels import refusal_sentence, trouble_sentence
from app.ui.pages.exam import ExamPage
from tests.support.guest import FULL, Guest, words_in


def test_a_second_click_on_a_radio_does_not_clear_it(candidate: Guest) -> None:
    candidate.answer(candidate.wrong[0], candidate.wrong[0])
    assert candidate.shown_answer == candidate.stored().responses[0].chosen == candidate.wrong[:1]


def test_another_radio_replaces_the_answer(candidate: Guest) -> None:
    candidate.answer(candidate.wrong[0], candidate.wrong[1])
    assert candidate.shown_answer == (candidate.wrong[1],)


def test_clear_answer_clears(candidate: Guest) -> None:
    candidate.answer(candidate.key[0])
    candidate.click("clear-answer")
    assert candidate.shown_answer == candidate.stored().responses[0].chosen == ()


def test_one_option_too_many_is_blocked_and_said(candidate: Guest) -> None:
    candidate.go_to(candidate.multiple)
    candidate.answer(*candidate.key, candidate.wrong[0])
    assert candidate.shown_answer == candidate.key
    assert candidate.notice == refusal_sentence(Refusal.TOO_MANY_CHOSEN)


def test_a_tick_can_be_taken_back_and_another_given(candidate: Guest) -> None:
    candidate.go_to(candidate.multiple)
    first, second = candidate.key
    candidate.answer(first, second, first, candidate.wrong[0])
    assert set(candidate.shown_answer) == {second, candidate.wrong[0]}


def test_fewer_than_asked_for_counts_as_incomplete(candidate: Guest) -> None:
    candidate.go_to(candidate.multiple)
    candidate.answer(candidate.key[0])
    assert candidate.attempt.status(candidate.multiple) is Status.INCOMPLETE
    assert "1 of 2 chosen" in candidate.words


def test_options_stand_in_the_order_of_the_paper(candidate: Guest) -> None:
    for question in candidate.attempt.paper.questions:
        down = sorted(candidate.rows, key=lambda option: candidate.rows[option].y())
        assert tuple(down) == question.order
        assert [row.letter for row in candidate.rows.values()] == list("ABCDEFGH"[: len(question.order)])
        candidate.click("next")


def test_nothing_but_the_question_is_told_of_it(candidate: Guest) -> None:
    for _ in candidate.attempt.paper.questions:
        shown = heard(candidate.page(ExamPage))
        assert not [secret for secret in secrets(candidate) if secret in shown]
        candidate.click("next")


def test_words_of_the_question_are_those_of_the_paper(candidate: Guest) -> None:
    item = candidate.question.item
    rows = [candidate.rows[option].accessibleName() for option in candidate.question.order]
    texts = [item.option(option).text.get("en") for option in candidate.question.order]
    assert candidate.page(ExamPage).question.stem.source == item.stem.get("en")
    assert rows == [f"{letter}. {plain(text)}" for letter, text in zip("ABCDEFGH", texts, strict=False)]


def test_an_answer_is_on_disk_before_it_is_shown(candidate: Guest) -> None:
    seen: list[tuple[OptionId, ...]] = []
    candidate.disk.before_writing = lambda: seen.append(candidate.shown_answer)
    candidate.answer(candidate.key[0])
    assert (seen, candidate.shown_answer) == ([()], candidate.key)


def test_an_answer_that_cannot_be_saved_is_kept_and_said_to_be_unsaved(candidate: Guest) -> None:
    candidate.disk.trouble = FULL
    candidate.answer(candidate.key[0])
    assert candidate.shown_answer == candidate.key[:1]
    assert candidate.stored().responses[0].chosen == ()
    assert candidate.page(ExamPage).bar.unsaved.isVisible()
    assert trouble_sentence(FULL) in candidate.notice


def test_what_could_not_be_saved_is_saved_by_itself(candidate: Guest) -> None:
    candidate.disk.trouble = FULL
    candidate.answer(candidate.key[0])
    candidate.click("flag", "next")
    candidate.disk.trouble = None
    candidate.wait(1000)
    assert candidate.stored() == candidate.attempt
    assert candidate.stored().responses[0].flagged
    assert candidate.notice == "Everything is saved again."
    assert not candidate.page(ExamPage).bar.unsaved.isVisible()


def test_the_same_click_works_once_the_trouble_is_over(candidate: Guest) -> None:
    candidate.disk.trouble = FULL
    candidate.answer(candidate.key[0])
    candidate.disk.trouble = None
    candidate.answer(candidate.key[0])
    candidate.click("flag")
    assert candidate.shown_answer == candidate.stored().responses[0].chosen == candidate.key


def test_the_words_of_a_trouble_stay_until_they_are_dismissed(candidate: Guest) -> None:
    candidate.disk.trouble = FULL
    candidate.answer(candidate.key[0])
    candidate.click("notice-close")
    assert candidate.notice == ""
    assert candidate.page(ExamPage).bar.unsaved.isVisible()


def test_questions_are_in_their_own_language(guest: Guest) -> None:
    guest.begin(language="ja")
    assert guest.page(ExamPage).question.stem.source == guest.question.item.stem.get("ja")
    assert "Time remaining" in guest.words
    assert guest.stored().language == "ja"


def test_turning_the_page_shows_the_stem_first(candidate: Guest) -> None:
    candidate.answer(candidate.key[0])
    candidate.click("next")
    assert QApplication.focusWidget() is candidate.page(ExamPage).question.stem


def heard(page: QWidget) -> str:
    """All that can be read on a page or heard from it."""
    parts = [part for part in page.findChildren(QWidget) if part.isVisible()]
    told = [
        words
        for part in parts
        for words in (part.accessibleName(), part.accessibleDescription(), part.toolTip())
    ]
    return "\n".join(words_in(page) + told)


def secrets(candidate: Guest) -> list[str]:
    """What a candidate must not see of the question shown."""
    paper, item = candidate.attempt.paper, candidate.question.item
    strata = [s for s in (*paper.exam.domains, *paper.exam.sections) if s.id in {item.domain, item.section}]
    topic = next(topic for topic in paper.topics if topic.id == item.topic)
    titles = [words for text in (*(s.title for s in strata), topic.title) for _, words in text.words]
    return [*titles, item.id, item.topic, item.level.value.title(), str(item.difficulty)]
