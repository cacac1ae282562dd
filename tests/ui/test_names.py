"""Every control of every screen has a name without markup, and what is drawn is said in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from app.core.attempt import Status
from app.ui import accessibility
from app.ui.accessibility import install_interfaces
from app.ui.pages.exam import ExamPage
from app.ui.pages.result import ResultPage
from app.ui.widgets.group_card import GroupCard
from app.ui.widgets.interval_bar import IntervalBar
from app.ui.widgets.parts import scrolled
from app.ui.widgets.question_cell import QuestionCell
from tests.support import screens
from tests.support.screens import Stage

Role, Text = QAccessible.Role, QAccessible.Text
MARKUP = re.compile(r"</?[a-z]+[^<>]*>|&(amp|lt|gt|quot|nbsp|#\d+);|(?<!\w)&\w|\*\*|`")


@pytest.fixture
def stage(application: QApplication) -> Iterator[Stage]:
    """Where screens are shown."""
    install_interfaces()
    made = Stage()
    yield made
    made.clear()


def interface(widget: QWidget) -> QAccessibleInterface:
    """What a screen reader asks about a widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def name(widget: QWidget) -> str:
    return interface(widget).text(Text.Name)


def visible(root: QWidget) -> Iterator[QWidget]:
    return (part for part in (root, *root.findChildren(QWidget)) if part.isVisibleTo(root))


def focusable(root: QWidget) -> list[QWidget]:
    """The controls that Tab goes to."""
    inner = ("qt_scrollarea", "qt_spinbox")
    return [
        part
        for part in visible(root)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and not part.objectName().startswith(inner)
    ]


def faults(root: QWidget) -> list[str]:
    """What is wrong with the names below a widget."""
    wrong = [f"{part} has no name" for part in focusable(root) if not name(part).strip()]
    spoken = [part for part in visible(root) if isinstance(part, QLabel | QAbstractButton)]
    return wrong + [f"{part}: {name(part)!r}" for part in spoken if MARKUP.search(name(part))]


@pytest.mark.parametrize("make", screens.PAGES, ids=lambda make: make.__name__)
def test_controls_of_a_page_are_named_without_markup(stage: Stage, make: screens.Make) -> None:
    page = stage.show(make)
    assert focusable(page)
    assert faults(page) == []


@pytest.mark.parametrize("make", screens.SHEETS, ids=lambda make: make.__name__)
def test_sheets_and_their_controls_are_named(stage: Stage, make: screens.MakeSheet) -> None:
    sheet = stage.show_sheet(make)
    assert name(sheet)
    assert faults(sheet) == []


@pytest.mark.parametrize("make", screens.PAGES, ids=lambda make: make.__name__)
def test_every_text_can_be_read(stage: Stage, make: screens.Make) -> None:
    page = stage.show(make)
    labels = [part for part in visible(page) if isinstance(part, QLabel) and part.text()]
    assert [part for part in labels if not name(part)] == []
    assert {interface(part).role() for part in labels} <= {Role.StaticText, Role.Graphic}


@pytest.mark.parametrize("make", screens.PAGES, ids=lambda make: make.__name__)
def test_every_control_has_a_name_for_the_program_too(stage: Stage, make: screens.Make) -> None:
    assert [part for part in focusable(stage.show(make)) if not part.objectName()] == []


def test_options_say_letter_state_and_strike(stage: Stage) -> None:
    page = stage.show(screens.walking_page)
    assert isinstance(page, ExamPage)
    rows = list(page.question.rows.values())
    assert [name(row)[:2] for row in rows] == ["A.", "B.", "C.", "D.", "E."]
    assert [bool(interface(row).state().checked) for row in rows] == [False, True, False, False, False]
    assert {interface(row).role() for row in rows} == {Role.CheckBox}
    said = [interface(row).text(Text.Description) for row in rows]
    assert said == ["", "", "", "struck out", ""]


def test_options_that_exclude_each_other_are_radio_buttons(stage: Stage) -> None:
    page = stage.show(screens.exam_page)
    assert isinstance(page, ExamPage)
    said = [interface(row) for row in page.question.rows.values()]
    assert {each.role() for each in said} == {Role.RadioButton}
    assert [bool(each.state().checked) for each in said] == [False, True, False, False, False]
    assert all(each.state().checkable and each.state().focusable for each in said)


@pytest.mark.parametrize("status", Status)
def test_a_cell_says_its_state_in_words(application: QApplication, qtbot: QtBot, status: Status) -> None:
    cell = QuestionCell(6)
    qtbot.addWidget(cell)
    cell.show_state(status, flagged=True, current=True)
    assert name(cell) == f"Question 7, {status.value.capitalize()}, flagged, current"


def test_a_chart_says_what_it_shows(stage: Stage) -> None:
    bar = stage.show(screens.result_page).findChildren(IntervalBar)[1]
    said = interface(bar)
    assert said.role() is Role.Chart
    assert said.text(Text.Name) == "EDA & Feature Engineering"
    assert said.text(Text.Value).startswith("9 of 9, 87\u202f%")  # the estimate, drawn towards the others
    assert said.text(Text.Value).endswith("above target")


def test_charts_outlive_their_pages(stage: Stage) -> None:
    page = stage.show(screens.result_page)
    assert isinstance(page, ResultPage)
    for _ in range(3):
        before = [interface(bar).role() for bar in page.findChildren(IntervalBar)]
        page.show_result(screens.result())
        assert set(before) == {Role.Chart}


def test_interfaces_of_charts_that_are_gone_are_let_go(stage: Stage) -> None:
    for _ in range(40):
        page = stage.show(screens.result_page)
        for bar in page.findChildren(IntervalBar):
            assert interface(bar).role() is Role.Chart
        stage.clear()
    assert len(accessibility._made) <= accessibility.PRUNE_AT


def test_a_scroll_area_has_as_many_parts_with_bars_as_without(
    application: QApplication, qtbot: QtBot
) -> None:
    # Where bars that come and go are counted, as by Qt itself, a reader that asks for one which is gone
    # gets what lies behind the list of parts, and the program ends.
    install_interfaces()
    content = QWidget()
    area = scrolled(content)
    qtbot.addWidget(area)
    area.resize(300, 300)
    area.show()
    parts = []
    for height in (100, 3000):
        content.setFixedHeight(height)
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        assert area.verticalScrollBar().isVisible() == (height > 300)
        parts.append(interface(area).childCount())
    assert parts[0] == parts[1]
    said = interface(area)
    assert all(said.child(at) is not None for at in range(parts[0]))
    assert said.child(parts[0]) is None


def test_each_chart_turns_into_a_table_and_back(stage: Stage) -> None:
    for card in stage.show(screens.result_page).findChildren(GroupCard):
        assert card.toggle.text() == "Show as table"
        card.toggle.click()
        assert card.table.isVisible()
        assert not any(bar.isVisible() for bar in card.findChildren(IntervalBar))
        assert words_of(card.table)[0][1:] == ["Correct", "Estimate", "Band", "Level"]
        card.toggle.click()
        assert not card.table.isVisible()


def test_the_table_says_what_the_chart_says(stage: Stage) -> None:
    page = stage.show(screens.result_page)
    assert isinstance(page, ResultPage)
    bars = page.domains.findChildren(IntervalBar)
    _, *rows = words_of(page.domains.table)
    values = [interface(bar).text(Text.Value) for bar in bars]
    assert [bar.accessibleName() for bar in bars] == [row[0] for row in rows]
    assert all(word in value for value, row in zip(values, rows, strict=True) for word in row[1:])


def words_of(table: QTableWidget) -> list[list[str]]:
    """Headers and cells."""
    places = range(table.columnCount())
    heads = [item.text() for at in places if (item := table.horizontalHeaderItem(at))]
    cells = [
        [item.text() for at in places if (item := table.item(row, at))] for row in range(table.rowCount())
    ]
    return [heads, *cells]
