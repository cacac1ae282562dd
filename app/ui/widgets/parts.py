"""Short words for the parts of which every screen is built.

The first touch of the `Qt` namespace costs a fifth of an empty window's start (PySide6 makes all of
its 93 enumerations at once), and `QEvent` and `QStyle` are dear too. The first screen does without
them: what needs their members is set as a property, by value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.i18n import language_switch

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

PLAIN_TEXT, SCROLL_BAR_OFF, NO_FOCUS = 0, 1, 0
"""Qt.TextFormat.PlainText, Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.FocusPolicy.NoFocus."""


class Screen(QFrame):
    """A widget whose words and look follow the application's language and theme.

    Subclasses set every visible word in `retranslate`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "page")
        language_switch().switched.connect(self.retranslate)

    def retranslate(self) -> None:
        """Set every word in the present language."""


def label(look: str = "body", tone: str = "", text: str = "", *, wrap: bool = True) -> QLabel:
    """A label of a look (type scale) and a tone (colour role); plain text."""
    made = QLabel(text)
    made.setProperty("textFormat", PLAIN_TEXT)
    made.setProperty("look", look)
    made.setWordWrap(wrap)
    if tone:
        made.setProperty("tone", tone)
    return made


def set_tone(target: QWidget, tone: str) -> None:
    """Give a label another colour role."""
    target.setProperty("tone", tone)
    repolish(target)


def repolish(target: QWidget) -> None:
    """Make a widget follow its dynamic properties."""
    target.style().unpolish(target)
    target.style().polish(target)


def button(look: str = "", name: str = "") -> QPushButton:
    """A push button of a look; never the default one, so that Enter ends nothing by accident."""
    made = QPushButton()
    made.setAutoDefault(False)
    made.setProperty("look", look)
    made.setObjectName(name)
    if look in {"link", "tool"}:
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def frame(look: str) -> QFrame:
    """A frame of a look: card, notice, bar, rule."""
    made = QFrame()
    made.setProperty("look", look)
    return made


def column(
    *parts: QWidget | QLayout | int, spacing: int = 12, margins: int | tuple[int, ...] = 0
) -> QVBoxLayout:
    """A column; a number among the parts is a stretch (0 and up)."""
    layout = QVBoxLayout()
    _fill(layout, parts, spacing, margins)
    return layout


def row(
    *parts: QWidget | QLayout | int, spacing: int = 12, margins: int | tuple[int, ...] = 0
) -> QHBoxLayout:
    """A row; a number among the parts is a stretch."""
    layout = QHBoxLayout()
    _fill(layout, parts, spacing, margins)
    return layout


def _fill(
    layout: QBoxLayout,
    parts: tuple[QWidget | QLayout | int, ...],
    spacing: int,
    margins: int | tuple[int, ...],
) -> None:
    sides = (margins,) * 4 if isinstance(margins, int) else margins
    layout.setContentsMargins(*sides)
    layout.setSpacing(spacing)
    for part in parts:
        if isinstance(part, int):
            layout.addStretch(part)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)


def holder(layout: QLayout) -> QWidget:
    """A plain widget around a layout."""
    made = QWidget()
    made.setLayout(layout)
    return made


class _UpAndDown(QScrollArea):
    """Has no way to scroll sideways, so it leaves the keys for that to the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()
        else:
            super().keyPressEvent(event)


def scrolled(content: QWidget) -> QScrollArea:
    """A scroll area without frame around a column of content."""
    area = _UpAndDown()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setProperty("horizontalScrollBarPolicy", SCROLL_BAR_OFF)
    area.setProperty("focusPolicy", NO_FOCUS)
    content.setProperty("look", "scrolled")
    area.setWidget(content)
    return area


def centred(content: QWidget, width: int) -> QWidget:
    """`content` in the middle, at most `width` px wide."""
    content.setMaximumWidth(width)
    content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addStretch(1)
    layout.addWidget(content, 1000)
    layout.addStretch(1)
    return holder(layout)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            continue
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
