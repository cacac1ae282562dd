"""What is done with past mock exams: filtered, deleted and put back, carried to another computer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.services.ports import Trouble, TroubleKind
from app.ui.dialogs.ask import Sheet
from app.ui.pages.bin import BinPage
from app.ui.pages.compare import ComparePage
from app.ui.pages.history import HistoryPage, Span
from app.ui.widgets.svg_chart import SvgChart, palette
from tests.support.guest import Guest, words_in
from tests.support.house import House
from tests.support.papers import EPOCH_MS
from tests.ui.test_history_page import DAY_MS, past


@pytest.fixture
def owner(candidate: Guest) -> Guest:
    """Somebody before the list of the one exam that was sat."""
    candidate.answer_all()
    candidate.end()
    candidate.click("result-home", "history")
    candidate.hands.settle()
    return candidate


def rows(guest: Guest) -> int:
    return guest.page(HistoryPage).table.attempts.rowCount()


def test_it_says_how_ready_one_is(owner: Guest) -> None:
    page = owner.page(HistoryPage)
    assert page.readiness.isVisible()
    assert "Too little to tell: 6 questions met for the first time." in owner.words


def test_the_chart_has_words_and_the_colours_of_the_window(owner: Guest) -> None:
    (chart,) = owner.page(HistoryPage).findChildren(SvgChart)
    assert chart.accessibleName() == "Scores over time"
    assert "assumed line 70" in chart.property("chartValue")
    assert "100" in chart.property("chartValue")
    owner.desktop.flow.choices.change(scheme="dark")
    owner.hands.settle()
    image = chart.grab().toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(0, image.height(), 3)]
    accent = QColor(palette().accent)
    assert any(near(pixel, accent) for pixel in pixels)


def test_domains_over_time_stand_below_once_there_are_two_periods(owner: Guest, tmp_path: Path) -> None:
    page = owner.page(HistoryPage)
    assert not page.courses.isVisible()
    (only,) = owner.services.history.progress().exams
    earlier = replace(only.periods[0], levels=only.periods[0].levels[1:])
    twice = replace(only, periods=(earlier, *only.periods))
    page.show_progress(twice, owner.services.charts)
    owner.hands.settle()
    first, second, *_ = page.courses.findChildren(SvgChart)
    assert first.accessibleName() == only.domains[0].title.get("en")
    assert len(first.property("chartValue").split(", ")) == 1
    assert len(second.property("chartValue").split(", ")) == 2
    owner.hands.click("courses-as-table")
    table = page.courses.table
    assert not first.isVisible()
    assert (table.rowCount(), table.columnCount()) == (len(only.domains), 3)
    assert [item.text() if (item := table.item(0, at)) else "" for at in (0, 1)] == [
        only.domains[0].title.get("en"),
        "not asked",
    ]


def test_the_trend_turns_into_a_table_of_the_same_figures(owner: Guest) -> None:
    owner.hands.click("readiness-as-table")
    page = owner.page(HistoryPage)
    assert not page.readiness.chart.isVisible()
    row = [item.text() if (item := page.readiness.table.item(0, at)) else "" for at in range(5)]
    assert row[1:] == ["1", "100\u202f%", "61\u202f% – 100\u202f%", row[4]]
    owner.hands.click("readiness-as-table")
    assert page.readiness.chart.isVisible()


def test_a_file_that_breaks_while_it_is_summed_up_is_told_of(
    owner: Guest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> object:
        raise Trouble(TroubleKind.NO_ACCESS, "history")

    monkeypatch.setattr(owner.services.archive, "record_parts", fail)
    owner.desktop.flow.show_history()
    owner.hands.settle()
    assert "This did not work" in owner.words
    assert not owner.page(HistoryPage).readiness.isVisible()


def near(one: QColor, other: QColor) -> bool:
    """Equal but for the whole percents in which SVG has its colours."""
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(a - b) <= 3 for a, b in parts)


def test_the_chart_is_svg_that_qt_understands(owner: Guest) -> None:
    (exam,) = owner.services.history.progress().exams
    svg = owner.services.charts.trend(exam, "ja", palette(), 400, 120)
    assert QSvgRenderer(svg).isValid()
    assert b"Noto Sans JP" in svg
    assert b"clipPath" not in svg


def test_a_mock_exam_is_deleted_once_it_was_asked_for(owner: Guest) -> None:
    owner.click("history-delete", "ask-no")
    assert rows(owner) == 1
    owner.click("history-delete", "ask-yes")
    assert rows(owner) == 0
    assert "Nothing here yet" in owner.words


def test_the_delete_key_asks_too(owner: Guest) -> None:
    QTest.keyClick(owner.page(HistoryPage).table, Qt.Key.Key_Delete)
    owner.click("ask-yes")
    assert rows(owner) == 0


def test_what_was_deleted_is_put_back_from_the_bin(owner: Guest) -> None:
    owner.click("history-delete", "ask-yes", "history-bin")
    assert "deleted on" in owner.words
    owner.click("restore-attempt-0001")
    assert "The bin is empty." in owner.words
    owner.click("bin-back")
    assert rows(owner) == 1


def test_a_bin_that_was_left_keeps_no_rows_and_shows_them_again(owner: Guest) -> None:
    owner.click("history-delete", "ask-yes", "history-bin")
    page = owner.page(BinPage)
    owner.click("bin-back")
    assert not [knob for knob in page.findChildren(QPushButton) if knob.objectName().startswith("restore-")]
    owner.click("history-bin")
    assert "deleted on" in owner.words


def test_an_empty_bin_says_so(owner: Guest) -> None:
    owner.click("history-bin")
    assert "The bin is empty." in owner.words
    owner.press(Qt.Key.Key_Escape)
    owner.page(HistoryPage)


def test_a_history_is_carried_to_another_computer(house: House, owner: Guest, tmp_path: Path) -> None:
    file = tmp_path / "all.rehearsal"
    owner.desktop.flow.past.choose_target = lambda _title, _suggestion: str(tmp_path / "all")
    owner.desktop.flow.past.choose_source = lambda _title, _suggestion: str(file)
    owner.click("history-export")
    assert str(file) in owner.words
    owner.click("tell-close", "history-import")
    assert "1 already here" in owner.words


def test_a_file_that_is_no_history_is_told_of(owner: Guest, tmp_path: Path) -> None:
    (tmp_path / "other.zip").write_bytes(b"PK")
    owner.desktop.flow.past.choose_source = lambda _title, _suggestion: str(tmp_path / "other.zip")
    owner.click("history-import")
    assert "This did not work" in owner.words
    owner.click("tell-close")
    assert rows(owner) == 1


def test_no_file_chosen_does_nothing(owner: Guest) -> None:
    owner.desktop.flow.past.choose_target = lambda _title, _suggestion: ""
    owner.desktop.flow.past.choose_source = lambda _title, _suggestion: ""
    owner.click("history-export", "history-import")
    assert owner.hands.sheet() is None


def test_the_list_can_be_filtered_by_span(guest: Guest) -> None:
    guest.desktop.flow.show_history()
    page = guest.page(HistoryPage)
    page.show_history(past(400), EPOCH_MS)
    for span, count in ((Span.MONTH, 31), (Span.QUARTER, 91), (Span.YEAR, 366), (Span.ALL, 400)):
        page.span.setCurrentIndex(page.span.findData(span))
        assert page.table.attempts.rowCount() == count
    assert page.since_ms is None
    page.span.setCurrentIndex(page.span.findData(Span.MONTH))
    assert page.since_ms == EPOCH_MS - 30 * DAY_MS


def test_a_format_can_be_chosen_where_the_exam_has_several(guest: Guest) -> None:
    guest.desktop.flow.show_history()
    page = guest.page(HistoryPage)
    page.show_history(past(10))
    assert not page.profile.isEnabled()
    page.exam.setCurrentIndex(page.exam.findData("mla"))
    assert page.profile.findData("full") == 1
    assert page.table.attempts.rowCount() == 5


def test_the_bin_keeps_its_words_in_another_language(owner: Guest) -> None:
    owner.click("history-delete", "ask-yes", "history-bin")
    owner.desktop.flow.choices.change(interface_language="ja")
    owner.hands.settle()
    assert "元に戻す" in owner.words
    owner.desktop.flow.choices.change(interface_language="en")
    owner.page(BinPage)


def test_there_is_nothing_to_compare_the_only_one_with(owner: Guest) -> None:
    assert not owner.page(HistoryPage).compare.isEnabled()


def locked(*_: object, **__: object) -> NoReturn:
    raise Trouble(TroubleKind.LOCKED, "/x")


def sheets(guest: Guest) -> list[str]:
    return [sheet.windowTitle() for sheet in guest.window.findChildren(Sheet) if sheet.isVisible()]


@pytest.mark.parametrize("part", ["heads", "read"])
def test_a_comparison_of_what_cannot_be_read_is_told_of_once(
    twice: Guest, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    target = twice.disk if part == "read" else type(twice.services.archive)
    monkeypatch.setattr(target, part, locked)
    twice.click("history-compare")
    twice.page(HistoryPage)
    assert sheets(twice) == ["This did not work"]


def test_a_bin_that_cannot_be_read_is_told_of_once_and_not_called_empty(
    owner: Guest, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner.click("history-delete", "ask-yes")
    owner.desktop.flow.show_history()
    monkeypatch.setattr(type(owner.services.archive), "heads", locked)
    monkeypatch.setattr(type(owner.services.history), "binned", locked)
    owner.desktop.flow.past.show_bin()
    owner.hands.settle()
    assert sheets(owner) == ["This did not work"]
    assert "The bin is empty." not in words_in(owner.window)
    monkeypatch.undo()
    owner.click("tell-close", "history-bin")
    assert "deleted on" in owner.words


@pytest.fixture
def twice(owner: Guest) -> Guest:
    """Somebody before the list of two exams: one with every answer right, the newer with every one wrong."""
    owner.click("history-back")
    owner.clock.advance(DAY_MS)
    owner.begin()
    for _ in owner.attempt.paper.questions:
        owner.answer(owner.wrong[0])
        owner.click("next")
    owner.end()
    owner.click("result-home", "history")
    return owner


def test_two_mock_exams_are_compared(twice: Guest) -> None:
    owner = twice
    owner.click("history-compare")
    page = owner.page(ComparePage)
    assert page.pair == ("attempt-0002", "attempt-0001")
    cells = [page.table.item(1, at) for at in range(4)]
    said = [cell.text().replace("\u202f", " ") if cell else "" for cell in cells]
    assert said == ["Score", "100 %, 6 of 6", "0 %, 0 of 6", "-100"]
    assert "-100 points: more than chance" in owner.words
    page.other.setCurrentIndex(page.other.findData("attempt-0002"))
    page.other.activated.emit(page.other.currentIndex())
    assert "+0 points: chance alone" in owner.words
    owner.press(Qt.Key.Key_Escape)
    owner.page(HistoryPage)
