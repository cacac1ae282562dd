"""All mock exams: the list, its filter, its keys, and that its length costs nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.core.history import Head
from app.core.ids import AttemptId, ExamId, ProfileId
from app.core.intervals import wilson
from app.core.summary import summarise
from app.core.terms import EndReason
from app.services.home import Home, home
from app.ui.pages.history import HistoryPage
from app.ui.pages.home import HomePage
from app.ui.pages.result import ResultPage
from app.ui.widgets.history_table import Attempts, Column, HistoryTable
from tests.support.guest import Guest, Key
from tests.support.papers import EPOCH_MS, make_bank

DAY_MS = 86_400_000


@pytest.fixture
def finisher(candidate: Guest) -> Guest:
    """Somebody who has just finished an exam, back at the start."""
    candidate.answer_all()
    candidate.end()
    candidate.click("result-home")
    return candidate


def test_an_empty_history_says_so(guest: Guest) -> None:
    guest.desktop.flow.show_history()
    assert "Nothing here yet" in guest.words
    assert not guest.page(HistoryPage).table.isVisible()


def test_home_leads_there_and_a_click_opens_the_result(finisher: Guest) -> None:
    finisher.click("history")
    table = finisher.page(HistoryPage).table
    table.clicked.emit(table.model().index(0, 0))
    finisher.page(ResultPage)


def test_by_keyboard_alone(finisher: Guest) -> None:
    finisher.press(Key.Key_X, alt=True)
    finisher.press(Key.Key_Return)
    finisher.page(ResultPage)


def test_a_result_opened_from_the_list_leads_back_to_it(finisher: Guest) -> None:
    finisher.click("history")
    finisher.press(Key.Key_Return)
    finisher.click("result-home")
    finisher.page(HistoryPage)
    finisher.press(Key.Key_Escape)
    finisher.page(HomePage)


def test_esc_goes_back_to_the_start(finisher: Guest) -> None:
    finisher.click("history")
    finisher.press(Key.Key_Escape)
    finisher.page(HomePage)


def test_the_words_of_a_row(finisher: Guest) -> None:
    finisher.click("history")
    (head,) = finisher.services.archive.heads()
    row = words(finisher.page(HistoryPage).table, 0)
    assert row[Column.FORM] == head.form
    assert row[Column.SCORE].endswith("6 of 6")
    assert row[Column.REASON] == "ended by the candidate"


def test_the_interval_is_that_of_the_result(finisher: Guest) -> None:
    finisher.click("history")
    result = finisher.services.desk.result(AttemptId("attempt-0001"))
    attempts = finisher.page(HistoryPage).table.attempts
    assert attempts.interval(0) == result.interval == wilson(6, 6, 0.95)
    assert attempts.line(0) == result.pass_share


def test_a_screen_reader_gets_the_whole_row_in_its_first_cell(history: HistoryPage) -> None:
    history.show_history(past(3))
    index = history.table.model().index(0, Column.DATE)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert all(word in spoken for word in words(history.table, 0))


def test_the_list_can_be_filtered_by_exam(history: HistoryPage) -> None:
    history.show_history(past(10))
    history.exam.setCurrentIndex(history.exam.findData("mlp"))
    assert history.table.attempts.rowCount() == 5
    assert {history.table.attempts.head(at).exam for at in range(5)} == {"mlp"}


def test_what_was_discarded_is_not_listed(history: HistoryPage) -> None:
    history.show_history(past(10, reason=EndReason.DISCARDED))
    assert history.table.attempts.rowCount() == 0


def test_an_exam_whose_bank_is_gone_is_named_by_its_id(history: HistoryPage) -> None:
    known = past(4)
    history.show_history(replace(known, cards=()))
    assert words(history.table, 0)[Column.EXAM] in {"mla", "mlp"}
    assert history.table.attempts.line(0) is None


def test_a_narrow_window_goes_without_the_less_important_columns(guest: Guest, history: HistoryPage) -> None:
    history.show_history(past(3))
    guest.window.resize(760, 560)
    guest.hands.settle()
    table = history.table
    assert table.isColumnHidden(Column.REASON)
    assert not table.isColumnHidden(Column.SCORE)
    assert table.horizontalScrollBar().maximum() == 0


def test_of_a_thousand_attempts_only_those_in_sight_are_put_into_words(
    history: HistoryPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, words_of = set[str](), Attempts._words

    def counted(attempts: Attempts, head: Head, place: Column) -> str:
        asked.add(head.id)
        return words_of(attempts, head, place)

    monkeypatch.setattr(Attempts, "_words", counted)
    history.show_history(past(1000))
    history.grab()
    in_sight = history.table.viewport().height() // history.table.rowHeight(0) + 2
    assert 5 <= len(asked) <= in_sight


@pytest.fixture
def history(guest: Guest) -> HistoryPage:
    """The page, in its window, with nothing in it."""
    guest.desktop.flow.show_history()
    return guest.page(HistoryPage)


def past(count: int, reason: EndReason = EndReason.FINISHED) -> Home:
    """Attempts at two exams in turn, one a day, as home knows them."""
    banks = [make_bank(exam_id=name, code=name.upper()) for name in ("mla", "mlp")]
    heads = tuple(
        Head(
            id=AttemptId(f"attempt-{number:04}"),
            exam=ExamId(("mla", "mlp")[number % 2]),
            profile=ProfileId("full"),
            form=f"MLA-{number:04}-ABCD",
            candidate="",
            started_ms=EPOCH_MS - number * DAY_MS,
            reason=reason,
            ended_ms=EPOCH_MS - number * DAY_MS + 1,
            used_ms=5_000_000,
            correct=number % 45,
            questions=45,
        )
        for number in range(count)
    )
    return home(tuple(map(summarise, banks)), heads)


def words(table: HistoryTable, row: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, place).data()) for place in Column]
