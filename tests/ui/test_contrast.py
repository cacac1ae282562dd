"""Colours can be told apart, the focus can be seen, targets can be hit (WCAG 2.2, AA)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from app.core.attempt import Status
from app.markup import Code
from app.ui.theme import Theme, apply
from app.ui.theme.scheme import SCHEMES, Colours
from app.ui.widgets.code_block import CodeBlock
from app.ui.widgets.flag_button import FlagButton
from app.ui.widgets.option_row import option_row
from app.ui.widgets.parts import button
from app.ui.widgets.question_cell import QuestionCell
from tests.support import screens
from tests.support.contrast import contrast
from tests.support.screens import Stage

TEXTS = ("text", "muted", "accent", "good", "bad", "warn", "flag")
GROUNDS = ("ground", "surface", "sunken", "chosen")
OUTLINES = ("control", "accent", "good", "bad", "warn")
LEAST_TEXT, LEAST_PART, LEAST_TARGET = 4.5, 3.0, 24


def ratio(colours: Colours, one: str, other: str) -> float:
    return contrast(getattr(colours, one), getattr(colours, other))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("role", TEXTS)
def test_text_can_be_read(scheme: str, role: str, ground: str) -> None:
    assert ratio(SCHEMES[scheme], role, ground) >= LEAST_TEXT


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("role", "ground"),
    [
        ("on_accent", "accent"),  # primary buttons, selections
        ("text", "mark"),  # highlighted words
        ("muted", "edge"),  # a primary button that is out of use; exempt, and readable all the same
    ],
)
def test_text_on_colour_can_be_read(scheme: str, role: str, ground: str) -> None:
    exempt = role == "muted"
    assert ratio(SCHEMES[scheme], role, ground) >= (1 if exempt else LEAST_TEXT)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", ["ground", "surface", "sunken", "chosen"])
@pytest.mark.parametrize("role", OUTLINES)
def test_outlines_and_rings_can_be_seen(scheme: str, role: str, ground: str) -> None:
    assert ratio(SCHEMES[scheme], role, ground) >= LEAST_PART


# The focus --------------------------------------------------------------------------------------


def primary() -> QWidget:
    made = button("primary")
    made.setText("Continue")
    return made


def knob(look: str) -> Callable[[], QWidget]:
    def make() -> QWidget:
        made = button(look)
        made.setText("Continue")
        return made

    return make


def flag() -> QWidget:
    made = FlagButton()
    made.retranslate()
    return made


def cell() -> QWidget:
    made = QuestionCell(4)
    made.show_state(Status.INCOMPLETE, flagged=False, current=False)
    return made


def row_of(several: bool) -> Callable[[], QWidget]:
    return lambda: option_row("A", "An option", several=several)


def entries() -> QWidget:
    made = QListWidget()
    made.addItems(["1", "2", "3"])
    made.setCurrentRow(1)
    return made


def table() -> QWidget:
    made = QTableWidget(3, 2)
    made.setCurrentCell(1, 0)
    return made


def combo() -> QWidget:
    made = QComboBox()
    made.addItem("Centre")
    return made


def chosen_radio() -> QWidget:
    made = QRadioButton("All")
    made.setChecked(True)
    return made


def ticked_box() -> QWidget:
    made = QCheckBox("All")
    made.setChecked(True)
    return made


CONTROLS: dict[str, Callable[[], QWidget]] = {
    "plain button": knob(""),
    "primary button": knob("primary"),
    "danger button": knob("danger"),
    "link": knob("link"),
    "tool": knob("tool"),
    "flag": flag,
    "cell": cell,
    "choice": row_of(several=False),
    "tick": row_of(several=True),
    "radio": lambda: QRadioButton("All"),
    "chosen radio": chosen_radio,
    "ticked box": ticked_box,
    "check box": lambda: QCheckBox("All"),
    "field": lambda: QLineEdit("Aiko"),
    "list of choices": combo,
    "list": entries,
    "table": table,
    "code": lambda: CodeBlock(Code("x = 1", "python"), 15),
}


@pytest.fixture
def in_force(application: QApplication) -> Iterator[Callable[[Theme], None]]:
    """Puts a theme in force until the test is over."""

    def switch(theme: Theme) -> None:
        apply(application, theme)

    yield switch
    apply(application, Theme(SCHEMES["light"]))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("control", CONTROLS)
def test_the_focus_can_be_seen(in_force: Callable[[Theme], None], scheme: str, control: str) -> None:
    in_force(Theme(SCHEMES[scheme]))
    window, part, other = framed(CONTROLS[control])
    other.setFocus(Qt.FocusReason.TabFocusReason)
    screens.settle()
    without = window.grab().toImage()
    part.setFocus(Qt.FocusReason.TabFocusReason)
    screens.settle()
    assert part.hasFocus()
    changed = ring(without, window.grab().toImage(), part)
    window.close()
    assert changed >= 2 * (part.width() if part.height() > 24 else part.height())


def framed(make: Callable[[], QWidget]) -> tuple[QWidget, QWidget, QWidget]:
    """A control on a page, with another one that can have the focus instead."""
    window, part, other = QWidget(), make(), QPushButton("Other")
    window.setProperty("look", "page")
    window.setLayout(QVBoxLayout())
    for child in (part, other):
        window.layout().addWidget(child)  # type: ignore[union-attr]
    window.resize(420, 300)
    window.show()
    window.activateWindow()
    screens.settle()
    return window, part, other


def ring(before: QImage, after: QImage, part: QWidget) -> int:
    """How many pixels of a control have changed with at least 3:1."""
    old, new = (pixels(shown, part) for shown in (before, after))
    pairs = Counter(zip(old, new, strict=True))
    return sum(
        count
        for (one, other), count in pairs.items()
        if contrast(QColor.fromRgb(one), QColor.fromRgb(other)) >= LEAST_PART
    )


def pixels(shown: QImage, part: QWidget) -> memoryview:
    """The pixels of a control, as 32-bit numbers."""
    cut = shown.copy(part.geometry()).convertToFormat(QImage.Format.Format_RGB32)
    return memoryview(bytes(cut.constBits())).cast("I")


# Targets ----------------------------------------------------------------------------------------


@pytest.fixture
def stage(application: QApplication) -> Iterator[Stage]:
    made = Stage()
    yield made
    made.clear()


def small(root: QWidget) -> list[str]:
    """Controls that are smaller than a target may be; links within a sentence are exempt."""
    kinds = (QAbstractButton, QComboBox, QLineEdit, QListWidget, QPlainTextEdit)
    least = QSize(LEAST_TARGET, LEAST_TARGET)
    return [
        f"{part.objectName() or part}: {part.width()} × {part.height()}"
        for part in root.findChildren(QWidget)
        if isinstance(part, kinds) and part.isVisible() and part.isEnabled()
        if part.size().expandedTo(least) != part.size()
    ]


@pytest.mark.parametrize("make", screens.PAGES, ids=lambda make: make.__name__)
def test_targets_can_be_hit_at_the_smallest_text(
    in_force: Callable[[Theme], None], stage: Stage, make: screens.Make
) -> None:
    in_force(Theme(SCHEMES["light"], 80))
    assert small(stage.show(make)) == []


@pytest.mark.parametrize("make", screens.SHEETS, ids=lambda make: make.__name__)
def test_targets_of_sheets_can_be_hit_at_the_smallest_text(
    in_force: Callable[[Theme], None], stage: Stage, make: screens.MakeSheet
) -> None:
    in_force(Theme(SCHEMES["light"], 80))
    assert small(stage.show_sheet(make)) == []
