"""Double clicks where one click is meant, and keys that are held down: what the second half meets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTableWidget, QWidget

from app.system.resources import banks as shipped_banks
from app.ui.dialogs.crash import Crash
from app.ui.double_click import NEAR
from app.ui.pages.exam import ExamPage
from app.ui.pages.review import ReviewPage
from app.ui.widgets.option_row import OptionRow
from tests.support.guest import MINUTE, Guest
from tests.support.house import House

Key, Left, Alt = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier
# Said by the offscreen platform whenever a menu opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

DOUBLE_MS, SINGLE_MS = 5000, 400
"""QTest lets 500 ms pass after each click, which is within the one interval and beyond the other."""

LAST_ROW = range(36, 45)
"""The last row of the grid of the Associate exam, by index."""


@pytest.fixture(autouse=True)
def interval(application: QApplication) -> Iterator[None]:
    """Two clicks are a double click."""
    before = application.doubleClickInterval()
    application.setDoubleClickInterval(DOUBLE_MS)
    yield
    application.setDoubleClickInterval(before)


@pytest.fixture
def answered(candidate: Guest) -> Guest:
    """Somebody who has answered every question right, on the review screen."""
    candidate.answer_all()
    candidate.page(ReviewPage)
    return candidate


@pytest.fixture
def left_early(house: House, candidate: Guest) -> Guest:
    """Somebody who left an exam, at the next start."""
    candidate.wait(10 * MINUTE)
    candidate.window.close()
    candidate.click("ask-yes")
    return house.restart()


def click_at(guest: Guest, spot: QPoint, menu: QWidget | None = None) -> None:
    """Click a spot of the screen as the system does: the window on top there gets it, not a widget."""
    handle = (menu or guest.hands.sheet() or guest.window).windowHandle()
    QTest.mouseClick(handle, Left, Qt.KeyboardModifier.NoModifier, handle.mapFromGlobal(spot))
    guest.hands.settle()


def middle(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().center())


def double_click(guest: Guest, spot: QPoint, aside: int = 0) -> QWidget | None:
    """Click twice, the second time so many px to the right; what the second one met."""
    click_at(guest, spot)
    second = spot + QPoint(aside, 0)
    met = under(guest, second)
    click_at(guest, second)
    guest._activate()
    return met


def under(guest: Guest, spot: QPoint) -> QWidget | None:
    """What lies at a spot of the screen."""
    window = guest.hands.sheet() or guest.window
    return window.childAt(window.mapFromGlobal(spot))


def find(guest: Guest, name: str) -> QPoint:
    """The middle of a button."""
    return middle(guest.hands.find(QAbstractButton, name))


def answers(guest: Guest) -> list[tuple[str, ...]]:
    return [response.chosen for response in guest.stored().responses]


# Pages and sheets -------------------------------------------------------------------------------


def test_a_double_click_in_the_navigator_changes_no_answer(answered: Guest) -> None:
    answered.click("cell-1")
    before, met = answers(answered), list[QWidget | None]()
    for index in range(len(before)):
        answered.click("navigator")
        table = answered.hands.find(QTableWidget, "navigator-table")
        place = table.visualItemRect(table.item(index, 0)).center()  # type: ignore[arg-type]
        met.append(double_click(answered, table.viewport().mapToGlobal(place)))
        assert answered.attempt.current == index
    assert any(isinstance(widget, OptionRow) for widget in met)
    assert answers(answered) == before


def test_a_double_click_in_the_grid_changes_no_answer(house: House) -> None:
    house.banks = shipped_banks()  # the grid of a long exam reaches down to where options are
    guest = house.enter()
    guest.begin("mla")
    met = list[QWidget | None]()
    for index in LAST_ROW:
        guest.click("navigator", "navigator-review")
        met.append(double_click(guest, find(guest, f"cell-{index + 1}")))
        assert guest.attempt.current == index
    assert any(isinstance(widget, OptionRow) for widget in met)
    assert not any(answers(guest))


def twice_yes_answers_once(guest: Guest, next_question: str) -> None:
    """The second click lies on the other Yes, and does not press it."""
    met = double_click(guest, find(guest, "ask-yes"))
    assert met is guest.hands.find(QAbstractButton, "ask-yes")
    assert next_question in guest.words
    assert not guest.stored().ended


def test_a_double_click_on_yes_answers_one_question_alone(answered: Guest) -> None:
    answered.click("end-exam")
    twice_yes_answers_once(answered, "Really end the exam?")


def test_a_double_click_on_discard_answers_one_question_alone(left_early: Guest) -> None:
    left_early.click("discard")
    twice_yes_answers_once(left_early, "Really discard it?")


def test_a_double_click_in_a_menu_changes_no_answer(candidate: Guest) -> None:
    met = list[QWidget | None]()
    for index in range(4):
        click_at(candidate, find(candidate, "colours"))
        menu = candidate.page(ExamPage).tools.menu
        assert menu is not None
        spot = menu.mapToGlobal(menu.actionGeometry(menu.actions()[index]).center())
        click_at(candidate, spot, menu)
        met.append(under(candidate, spot))
        click_at(candidate, spot)
    assert any(isinstance(widget, OptionRow) for widget in met)
    assert answers(candidate)[0] == ()


def test_a_double_click_in_the_dialog_of_a_mistake_changes_no_answer(candidate: Guest) -> None:
    option, row = next(iter(candidate.rows.items()))
    crash = Crash(candidate.window, "details")
    crash.open()
    close = crash.findChild(QAbstractButton, "crash-close")
    assert close is not None
    crash.move(crash.pos() + middle(row) - middle(close))
    spot = middle(close)
    click_at(candidate, spot, crash)
    assert under(candidate, spot) is row
    click_at(candidate, spot)
    assert option not in candidate.shown_answer


# What is meant twice ----------------------------------------------------------------------------


def test_next_pressed_twice_goes_on_twice(candidate: Guest) -> None:
    double_click(candidate, find(candidate, "next"))
    assert candidate.attempt.current == 2


def test_a_second_click_that_comes_later_counts(answered: Guest, application: QApplication) -> None:
    application.setDoubleClickInterval(SINGLE_MS)
    answered.click("end-exam")
    double_click(answered, find(answered, "ask-yes"))
    assert answered.stored().ended


def test_a_second_click_elsewhere_counts(answered: Guest) -> None:
    answered.click("end-exam")
    double_click(answered, find(answered, "ask-yes"), aside=NEAR + 1)
    assert answered.stored().ended


def test_a_third_click_counts_no_more_than_the_second(answered: Guest) -> None:
    answered.click("end-exam")
    spot = find(answered, "ask-yes")
    double_click(answered, spot)
    click_at(answered, spot)
    assert not answered.stored().ended


@pytest.mark.qt_log_ignore("This plugin does not support", "Mouse event at .* outside target", extend=True)
def test_a_click_beside_a_menu_reaches_what_lies_there(candidate: Guest) -> None:
    option, row = next(iter(candidate.rows.items()))
    click_at(candidate, find(candidate, "colours"))
    menu = candidate.page(ExamPage).tools.menu
    assert menu is not None
    spot = row.mapToGlobal(row.rect().topRight() + QPoint(-40, 20))
    assert not menu.geometry().contains(spot)
    click_at(candidate, spot, menu)
    click_at(candidate, spot)  # as Qt does itself, with the press that has closed the menu
    assert candidate.shown_answer == (option,)


# Options ----------------------------------------------------------------------------------------


def test_a_double_click_on_a_tick_leaves_it_ticked(candidate: Guest) -> None:
    candidate.go_to(candidate.multiple)
    option, row = next(iter(candidate.rows.items()))
    double_click(candidate, middle(row))
    assert candidate.shown_answer == (option,)


def test_a_double_click_while_striking_out_leaves_it_struck(candidate: Guest) -> None:
    candidate.click("strike-mode")
    option, row = next(iter(candidate.rows.items()))
    double_click(candidate, middle(row))
    assert candidate.stored().responses[0].struck == {option}


def test_a_second_click_on_a_tick_that_comes_later_takes_it_back(
    candidate: Guest, application: QApplication
) -> None:
    application.setDoubleClickInterval(SINGLE_MS)
    candidate.go_to(candidate.multiple)
    double_click(candidate, middle(next(iter(candidate.rows.values()))))
    assert candidate.shown_answer == ()


# Keys that are held down ------------------------------------------------------------------------


def hold(guest: Guest, key: Qt.Key, letter: str) -> None:
    """Press a key with Alt as if it were held down: after the first, presses are marked as repeated."""
    for turn in range(5):
        QTest.simulateEvent(QGuiApplication.focusWindow(), True, key.value, Alt, letter, turn > 0)
        guest._let_go()
        guest._activate()


def test_a_key_that_is_held_answers_one_question_alone(answered: Guest) -> None:
    answered.click("end-exam")
    hold(answered, Key.Key_Y, "y")
    assert "Really end the exam?" in answered.words
    assert not answered.stored().ended


def test_a_key_that_is_held_does_not_answer_the_question_that_it_led_to(left_early: Guest) -> None:
    hold(left_early, Key.Key_D, "d")  # "Discard" on the page, and "Discard" to the question
    assert "Discard this attempt?" in left_early.words
    assert not left_early.stored().ended


def test_a_key_that_is_pressed_anew_answers_the_second_question(answered: Guest) -> None:
    answered.click("end-exam")
    answered.press(Key.Key_Y, Key.Key_Y, alt=True)
    assert answered.stored().ended
