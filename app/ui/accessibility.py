"""What Qt does not tell screen readers by itself: announcements, charts in words, radios without a group.

And what it tells in a way that is not safe: the parts of a scroll area.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

CHART_VALUE = "chartValue"
"""The property of a chart widget that holds what it shows, in words."""


class Announcements(QObject):
    """Passes on whatever is announced. Signals: `made` (text, assertive)."""

    made = Signal(str, bool)


@cache
def announcements() -> Announcements:
    """The announcements of the application."""
    return Announcements()


def announce(widget: QWidget, text: str, *, assertive: bool = False) -> None:
    """Have a screen reader say `text`; assertive ones interrupt what it is saying."""
    announcements().made.emit(text, assertive)
    try:
        from PySide6.QtGui import QAccessibleAnnouncementEvent
    except ImportError:  # before Qt 6.8
        return
    politeness = QAccessible.AnnouncementPoliteness
    event = QAccessibleAnnouncementEvent(widget, text)
    event.setPoliteness(politeness.Assertive if assertive else politeness.Polite)
    QAccessible.updateAccessibility(event)


class Chart(QAccessibleWidget):
    """A drawn chart: its name says what is drawn, its value what comes of it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Chart)
        self._widget = widget

    def text(self, kind: QAccessible.Text) -> str:
        """Name, value and description in words."""
        if kind in {QAccessible.Text.Value, QAccessible.Text.Description}:
            return str(self._widget.property(CHART_VALUE) or "")
        return super().text(kind)


class Choice(QAccessibleWidget):
    """One option of several that exclude each other.

    Qt says "check box" of every radio button outside its own groups, and toggles it without a click.
    """

    def __init__(self, widget: QAbstractButton) -> None:
        super().__init__(widget, QAccessible.Role.RadioButton)
        self._widget = widget

    def state(self) -> QAccessible.State:
        """Checkable, and whether it is checked."""
        state = super().state()
        state.checkable, state.checked = True, self._widget.isChecked()
        return state

    def actionNames(self) -> list[str]:
        """Choosing, and taking the focus."""
        return [self.toggleAction(), self.setFocusAction()]

    def doAction(self, action: str) -> None:
        """Choose by a click."""
        if action == self.toggleAction():
            self._widget.click()
        else:
            super().doAction(action)


class Pane(QAccessibleWidget):
    """A scroll area, with all of its parts, shown or not.

    Qt's own interface counts the scroll bars that are shown and hands out a part without looking at its
    number: a screen reader that has counted a bar, and asks for it when it is hidden, ends the program
    (`QAccessibleAbstractScrollArea::child`). The parts of any widget are counted and handed out safely.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Client)


_Kind = Chart | Choice | Pane
_KINDS: dict[str, type[_Kind]] = {
    "IntervalBar": Chart,
    "SvgChart": Chart,
    "ChoiceRow": Choice,
    "QScrollArea": Pane,
}
_made: list[_Kind] = []
"""Qt knows the interfaces only by address: without a reference here they would be collected."""

PRUNE_AT = 256
"""So many interfaces are kept before those are looked for that Qt has deleted with their widgets."""


def _interface(kind: str, asked: QObject) -> QAccessibleInterface | None:
    wanted = _KINDS.get(kind)
    if wanted is None or not isinstance(asked, QWidget):
        return None
    if len(_made) >= PRUNE_AT:
        # Only what Qt itself has deleted may go: it deletes an interface after telling of its
        # widget's end, and letting go earlier would free the same memory twice.
        _made[:] = [interface for interface in _made if _is_there(interface)]
    made = wanted(asked)  # type: ignore[arg-type]
    _made.append(made)
    return made


def _is_there(interface: QAccessibleInterface) -> bool:
    """Whether Qt has not deleted an interface yet."""
    try:
        interface.isValid()
    except RuntimeError:
        return False
    return True


@cache
def install_interfaces() -> None:
    """Make charts and options known to screen readers as what they are."""
    QAccessible.installFactory(_interface)
