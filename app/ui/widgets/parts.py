"""Short words for the parts of which every screen is built.

The first touch of the `Qt` namespace costs a fifth of an empty window's start (PySide6 makes all of
its 93 enumerations at once), and `QEvent` and `QStyle` are dear too. The first screen does without
them: what needs their members is set as a property, by value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
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
from app.ui.theme import active

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

LONG, TAIL = 12, 4
"""Japanese of more characters may wrap; so many characters at its end stay together."""

WORD_JOINER, HIRAGANA, JAPANESE_LINE = "\u2060", "\u3041", 117
"""No break here; the first letter of the script; 1.7 em as percent of the face's own line spacing."""

PLAIN_TEXT, RICH_TEXT, SCROLL_BAR_OFF, SCROLL_BAR_ON, NO_FOCUS = 0, 1, 1, 2, 0
"""Qt.TextFormat.PlainText and RichText, Qt.ScrollBarPolicy.ScrollBarAlwaysOff and AlwaysOn,
Qt.FocusPolicy.NoFocus."""


class Screen(QFrame):
    """A widget whose words and look follow the application's language and theme.

    Subclasses set every visible word in `retranslate`. One that is `undisturbed` belongs to an exam:
    nothing comes up over it that can wait.
    """

    undisturbed = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "page")
        language_switch().switched.connect(self.retranslate)

    def retranslate(self) -> None:
        """Set every word in the present language."""

    def focus_first(self) -> None:
        """Give the focus to what is most likely wanted, when the page comes to the front."""

    def let_go(self) -> None:
        """Free what is shown again from the start when the page comes to the front; it has just left it."""

    def go_back(self) -> bool:
        """Leave the page as Esc and Alt+Left ask; a page without a signal `left` stays (False)."""
        left = getattr(self, "left", None)
        if left is None:
            return False
        left.emit()
        return True


class _Wrapping(QLabel):
    """Text that wraps. Longer Japanese gets its line height, and never one last character alone.

    Only rich text has a line height; it is asked for no more often than needed.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._plain = ""
        self.setText(text)

    def text(self) -> str:
        """The words, without what only their looks need."""
        return self._plain

    def setText(self, text: str) -> None:
        """Show words."""
        self._plain = text
        japanese = len(text) > LONG and not text.isascii() and max(text) >= HIRAGANA
        self.setProperty("textFormat", RICH_TEXT if japanese else PLAIN_TEXT)
        super().setText(_japanese(text) if japanese else text)


def _japanese(text: str) -> str:
    """Plain words as rich text; word joiners keep the end of each paragraph together.

    Qt breaks lines at the narrow space before a percent sign, though Unicode has it as one that never
    breaks; at the wide one it does not.
    """
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace("\u202f", "\u00a0")
    body = "<br>".join(WORD_JOINER.join((line[:-TAIL], *line[-TAIL:])) for line in safe.split("\n"))
    return f'<p style="margin: 0; line-height: {JAPANESE_LINE}%;">{body}</p>'


def label(look: str = "body", tone: str = "", text: str = "", *, wrap: bool = True) -> QLabel:
    """A label of a look (type scale) and a tone (colour role); plain text."""
    made = _Wrapping(text) if wrap else QLabel(text)
    if not wrap:
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


class _Primary(QPushButton):
    """Its ring is drawn around its contents, so its sides are no padding: they are asked for here."""

    def sizeHint(self) -> QSize:
        """The words with 20 px on either side."""
        return super().sizeHint() + QSize(40, 0)


def button(look: str = "", name: str = "") -> QPushButton:
    """A push button of a look; never the default one, so that Enter ends nothing by accident."""
    made = _Primary() if look == "primary" else QPushButton()
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


class UpAndDown(QScrollArea):
    """Has no way to scroll sideways, so it leaves the keys for that to the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down, and nothing else."""
        from PySide6.QtCore import Qt

        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()
        else:
            super().keyPressEvent(event)


def scrolled(content: QWidget, area: QScrollArea | None = None) -> QScrollArea:
    """A scroll area without frame, an own one if there is one, around a column of content."""
    area = area or UpAndDown()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setProperty("horizontalScrollBarPolicy", SCROLL_BAR_OFF)
    area.setProperty("focusPolicy", NO_FOCUS)
    content.setProperty("look", "scrolled")
    area.setWidget(content)
    return area


class _Centred(QWidget):
    """Keeps its content as wide as so many characters, whatever their size."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content

    def resizeEvent(self, event: QResizeEvent) -> None:
        set_measure(self._content, int(self._content.property("measure")))
        super().resizeEvent(event)


def set_measure(content: QWidget, width: int) -> None:
    """Let a centred content be at most `width` px wide at 100 %, and wider with larger text."""
    content.setProperty("measure", width)
    if content.maximumWidth() != active().px(width):
        content.setMaximumWidth(active().px(width))


def centred(content: QWidget, width: int) -> QWidget:
    """`content` in the middle, at most `width` px wide at 100 %."""
    set_measure(content, width)
    content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addStretch(1)
    layout.addWidget(content, 1000)
    layout.addStretch(1)
    made = _Centred(content)
    made.setLayout(layout)
    return made
