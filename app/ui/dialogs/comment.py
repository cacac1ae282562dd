"""The sheet for a comment on a question."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.core.acts import COMMENT_LIMIT
from app.ui.dialogs.ask import Sheet
from app.ui.theme import active
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.parts import button, column, holder, label, set_tone


class CommentSheet(Sheet):
    """Signals: `comment_saved` with the text, whenever another one than before shall be saved.

    Only Cancel throws away what was written: Esc and the end of the time save it.
    """

    comment_saved = Signal(str)

    def __init__(self, window: QWidget, number: int, text: str) -> None:
        super().__init__(window, 600)
        self._first, self._kept, self._keeps = text, text, True
        title = self.tr("Comment on question {number}").format(number=number)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.field = QPlainTextEdit()
        self.field.setObjectName("comment-text")
        self.field.setProperty("look", "text")
        self.field.setAccessibleName(title)
        self.field.setTabChangesFocus(True)
        self.field.setPlainText(text)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.setFixedHeight(min(active().px(200), max(100, window.height() - active().px(300))))
        self._counter = label("caption", "muted", wrap=False)
        self._counter.setObjectName("comment-count")
        self._save, cancel = button("primary", "comment-save"), button("", "comment-cancel")
        self._save.setText(self.tr("&Save"))
        cancel.setText(self.tr("&Cancel"))
        self._save.clicked.connect(self._on_save)
        cancel.clicked.connect(self._on_cancel)
        self.field.textChanged.connect(self._count)
        words = self.tr("It is kept with the attempt and changes no score. Ctrl+Enter and Esc save it.")
        head = label("section-title", text=title)
        foot = holder(FlowRow(self._counter, 1, cancel, self._save))
        self.setLayout(column(head, label("body", "muted", words), self.field, foot, spacing=16, margins=28))
        self._count()
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves; Enter alone belongs to the text and presses no button."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._on_save()
        else:
            super().keyPressEvent(event)

    def _count(self) -> None:
        left = COMMENT_LIMIT - len(self._text())
        if left >= 0:
            self._counter.setText(self.tr("%n character(s) left", "", left))
        else:
            self._counter.setText(self.tr("%n character(s) too many", "", -left))
        set_tone(self._counter, "muted" if left >= 0 else "bad")
        self._save.setEnabled(left >= 0)

    def _text(self) -> str:
        return self.field.toPlainText().strip()

    def _on_save(self) -> None:
        if len(self._text()) <= COMMENT_LIMIT:
            self.accept()

    def _on_cancel(self) -> None:
        self._keeps = False
        self.reject()

    def reject(self) -> None:
        """Go, unless that would cut off what is too long to be saved."""
        if not self._keeps or len(self._text()) <= COMMENT_LIMIT:
            super().reject()

    def done(self, code: int) -> None:
        """Save what was written, as far as it may reach, whatever closes the sheet."""
        text = self._text()[:COMMENT_LIMIT] if self._keeps else self._first
        super().done(code)
        self._hand_over(text)

    def keep(self) -> None:
        """Save what is written so far. The sheet stays, and Cancel still brings back what was there."""
        self._hand_over(self._text()[:COMMENT_LIMIT])

    def _hand_over(self, text: str) -> None:
        if text != self._kept:
            self._kept = text
            self.comment_saved.emit(text)
