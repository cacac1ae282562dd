"""Highlighting in one block of a stem: by dragging, by a click on a mark, by Shift and arrows with H."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextBrowser, QTextEdit

from app.core.events import Highlight
from app.ui.theme import active
from app.ui.widgets.marks import Marks, covering, offset_of, position_of

Editor = QTextBrowser | QPlainTextEdit

_BY_MOUSE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
_BY_BOTH = _BY_MOUSE | Qt.TextInteractionFlag.TextSelectableByKeyboard


class Marking(QObject):
    """Shows the marks of a block and asks for changes.

    Signals: `mark_requested` and `removal_requested` with a `Highlight`. Both only in the mode.
    """

    mark_requested = Signal(object)
    removal_requested = Signal(object)

    def __init__(self, shown: Editor, block: int) -> None:
        super().__init__(shown)
        self.shown, self._block = shown, block
        self._marks: Marks = ()
        self._on = False
        # Code can be reached by keyboard at any time, to scroll it; running text only to mark it.
        self._off_flags, self._off_focus = shown.textInteractionFlags(), shown.focusPolicy()
        shown.viewport().installEventFilter(self)

    def show_marks(self, marks: Marks) -> None:
        """Show those of the marks that belong to this block."""
        self._marks = tuple(mark for mark in marks if mark.block == self._block)
        self.shown.setExtraSelections([self._selection(mark) for mark in self._marks])
        words = self.shown.document().toPlainText()
        runs = [words[position_of(words, m.start) : position_of(words, m.end)] for m in self._marks]
        told = self.tr("Highlighted: {words}").format(words="; ".join(runs)) if runs else ""
        self.shown.setAccessibleDescription(told)

    def set_mode(self, on: bool) -> None:
        """Take marks, or leave the text alone."""
        self._on = on
        self.shown.setTextInteractionFlags(_BY_BOTH if on else self._off_flags)
        self.shown.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else self._off_focus)
        if not on:
            self._clear_selection()

    def apply_selection(self) -> bool:
        """Mark what is selected, or take its mark off; False when nothing is selected."""
        cursor = self.shown.textCursor()
        if not self._on or not cursor.hasSelection():
            return False
        words = self.shown.document().toPlainText()
        start, end = (offset_of(words, at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        self._clear_selection()
        run = Highlight(self._block, start, end)
        mark = covering(self._marks, run)
        if mark is None:
            self.mark_requested.emit(run)
        else:
            self.removal_requested.emit(mark)
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The end of a drag marks; the end of a click takes the mark under it off."""
        if (
            self._on
            and isinstance(event, QMouseEvent)
            and event.type() is QEvent.Type.MouseButtonRelease
            and event.button() is Qt.MouseButton.LeftButton
            and not self.apply_selection()
        ):
            self._remove_at(event.position().toPoint())
        return False

    def _remove_at(self, point: QPoint) -> None:
        words = self.shown.document().toPlainText()
        at = offset_of(words, self.shown.cursorForPosition(point).position())
        # The caret goes to the nearer side of a letter: a click on the last one lies behind it.
        for place in (at, at - 1):
            mark = covering(self._marks, Highlight(self._block, place, place))
            if mark is not None:
                self.removal_requested.emit(mark)
                return

    def _selection(self, mark: Highlight) -> QTextEdit.ExtraSelection:
        colours, words = active().colours, self.shown.document().toPlainText()
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.shown.document())
        last = self.shown.document().characterCount() - 1
        cursor.setPosition(min(last, position_of(words, mark.start)))
        cursor.setPosition(min(last, position_of(words, mark.end)), QTextCursor.MoveMode.KeepAnchor)
        made.cursor = cursor
        made.format.setBackground(QColor(colours.mark))
        made.format.setForeground(QColor(colours.text))
        return made

    def _clear_selection(self) -> None:
        cursor = self.shown.textCursor()
        cursor.clearSelection()
        self.shown.setTextCursor(cursor)
