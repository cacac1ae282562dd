"""Navigator, review screen, walks, and the end that is asked for twice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget

from app.core.attempt import Status
from app.ui.dialogs.navigator import Navigator
from app.ui.pages.exam import ExamPage
from app.ui.pages.result import ResultPage
from app.ui.pages.review import ReviewPage
from tests.support.guest import Guest

Key = Qt.Key
ANSWERED, FLAGGED, LAST = 0, (1, 3), 5


@pytest.fixture
def reviewer(candidate: Guest) -> Guest:
    """Somebody on the review screen: one question answered, two flagged."""
    for index in range(LAST + 1):
        if index == ANSWERED:
            candidate.answer(*candidate.key)
        if index in FLAGGED:
            candidate.click("flag")
        candidate.click("next")
    return candidate


def test_totals_count_complete_incomplete_unseen_and_flagged(reviewer: Guest) -> None:
    assert totals(reviewer) == ["1", "5", "0", "2"]


def test_questions_not_met_are_unseen(candidate: Guest) -> None:
    candidate.click("next", "navigator", "navigator-review")
    assert totals(candidate) == ["0", "2", "4", "0"]


def test_every_cell_shows_status_and_flag(reviewer: Guest) -> None:
    cells = reviewer.page(ReviewPage).cells
    complete = [cell.index for cell in cells if cell.status is Status.COMPLETE]
    assert complete == [ANSWERED]
    assert [cell.index for cell in cells if cell.flagged] == list(FLAGGED)
    assert cells[1].accessibleName() == "Question 2, Incomplete, flagged"


def test_a_cell_leads_to_its_question(reviewer: Guest) -> None:
    reviewer.click("cell-3")
    assert (reviewer.page(ExamPage).bar.place.text(), reviewer.attempt.current) == ("Question 3 of 6", 2)


@pytest.mark.parametrize(
    ("walk", "questions"),
    [("all", [0, 1, 2, 3, 4, 5]), ("incomplete", [1, 2, 3, 4, 5]), ("flagged", [1, 3])],
)
def test_a_walk_stays_inside_its_subset(reviewer: Guest, walk: str, questions: list[int]) -> None:
    reviewer.click(f"review-{walk}")
    met = []
    while isinstance(reviewer.window.shown, ExamPage):
        met.append(reviewer.attempt.current)
        reviewer.click("next")
    assert met == questions
    reviewer.page(ReviewPage)


def test_a_walk_goes_back_inside_its_subset_too(reviewer: Guest) -> None:
    reviewer.click("review-flagged", "next", "previous")
    assert reviewer.attempt.current == FLAGGED[0]
    assert not reviewer.page(ExamPage).previous.isEnabled()


def test_a_walk_says_where_it_is(reviewer: Guest) -> None:
    reviewer.click("review-flagged", "next")
    assert "Reviewing flagged: 2 of 2" in reviewer.words


def test_a_question_answered_on_a_walk_stays_in_it(reviewer: Guest) -> None:
    reviewer.click("review-incomplete")
    reviewer.answer(*reviewer.key)
    reviewer.click("next", "previous")
    assert reviewer.attempt.current == 1


def test_back_to_review_ends_the_walk(reviewer: Guest) -> None:
    reviewer.click("review-flagged")
    assert "Back to review" in reviewer.words.replace("&", "")
    reviewer.click("review", "cell-1", "next")
    assert reviewer.attempt.current == 1


def test_a_walk_through_nothing_is_not_offered(candidate: Guest) -> None:
    candidate.answer_all()
    walks = candidate.page(ReviewPage).walks
    assert [subset.value for subset, knob in walks.items() if knob.isEnabled()] == ["all"]


def test_the_navigator_lists_every_question_with_its_status(reviewer: Guest) -> None:
    reviewer.click("cell-1", "navigator")
    assert column(reviewer, 0) == ["1", "2", "3", "4", "5", "6"]
    assert [words for words in column(reviewer, 1) if "Complete" in words] == ["●  Complete  ◀"]
    assert [bool(words) for words in column(reviewer, 2)] == [False, True, False, True, False, False]


def test_the_navigator_filters(reviewer: Guest) -> None:
    reviewer.click("cell-1", "navigator", "filter-flagged")
    assert column(reviewer, 0) == ["2", "4"]
    reviewer.click("filter-incomplete")
    assert column(reviewer, 0) == ["2", "3", "4", "5", "6"]


def test_the_navigator_jumps(reviewer: Guest) -> None:
    reviewer.click("cell-1", "navigator", "filter-flagged")
    reviewer.hands.choose_row("navigator-table", 1)
    assert (reviewer.attempt.current, reviewer.hands.sheet()) == (3, None)


def test_esc_closes_the_navigator_and_nothing_else(reviewer: Guest) -> None:
    reviewer.click("cell-1", "navigator")
    assert isinstance(reviewer.hands.sheet(), Navigator)
    reviewer.press(Key.Key_Escape)
    assert reviewer.hands.sheet() is None
    reviewer.page(ExamPage)


def test_the_end_is_asked_for_with_the_counts_in_words(reviewer: Guest) -> None:
    reviewer.click("end-exam")
    assert "5 question" in reviewer.words
    assert "without a complete answer" in reviewer.words
    assert "2 flagged" in reviewer.words
    assert "1:00:00 left" in reviewer.words


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Escape])
@pytest.mark.parametrize("yes", [0, 1])
def test_no_is_the_default_both_times(reviewer: Guest, key: Qt.Key, yes: int) -> None:
    reviewer.click("end-exam", *["ask-yes"] * yes)
    reviewer.press(key)
    assert reviewer.hands.sheet() is None
    reviewer.page(ReviewPage)
    assert not reviewer.stored().ended


def test_only_two_yeses_end_the_exam(reviewer: Guest) -> None:
    reviewer.click("end-exam", "ask-yes")
    assert not reviewer.stored().ended
    reviewer.click("ask-yes")
    assert reviewer.stored().ended
    reviewer.page(ResultPage)


def totals(guest: Guest) -> list[str]:
    return [figure.text() for figure, _ in guest.page(ReviewPage)._totals]


def column(guest: Guest, place: int) -> list[str]:
    table = guest.hands.find(QTableWidget, "navigator-table")
    items = [table.item(at, place) for at in range(table.rowCount())]
    return [item.text() for item in items if item is not None]
