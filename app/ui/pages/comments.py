"""Comments on questions, between the end and the result. Nothing here says what was right."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from app.core.acts import COMMENT_LIMIT
from app.core.attempt import Attempt
from app.ui.theme import active
from app.ui.theme.values import BODY
from app.ui.widgets.flagged_list import FlagBehind
from app.ui.widgets.markup_view import MarkupView
from app.ui.widgets.parts import Screen, button, centred, column, frame, holder, label, row, scrolled
from app.ui.widgets.question_view import LETTERS
from app.ui.widgets.status_mark import flag_icon

LIST_WIDTH = 230
PAUSE_MS = 1_000
"""After so long without a key, what was typed is saved."""


class CommentsPage(Screen):
    """Signals: `comment_requested` (index, text) whenever a comment has become another one; `ended`.

    A comment is asked for until `show_kept` answers, at the latest when its question or the page is left.
    """

    undisturbed = True

    comment_requested = Signal(int, str)
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attempt: Attempt | None = None
        self._texts: list[str] = []
        self._saved: list[str] = []
        self._at = 0
        self._failed = False
        self._title, self._lead = label("section-title"), label("secondary", "muted")
        self.list = QListWidget()
        self.list.setObjectName("comments-list")
        FlagBehind(self.list)
        self._place = label("card-title")
        self._stem = MarkupView(BODY)
        self._options = label("secondary", "muted")
        self._caption = label("strong")
        self.text = QPlainTextEdit()
        self.text.setObjectName("comment-text")
        self.text.setProperty("look", "text")
        self.text.setTabChangesFocus(True)
        self._count = label("caption", "muted", wrap=False)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self.next = button("primary", "comments-continue")
        self.next.clicked.connect(self._on_next)
        self.list.currentRowChanged.connect(self._on_row)
        self.text.textChanged.connect(self._on_typed)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        head = frame("bar")
        line = row(
            column(self._title, self._lead, spacing=2), self.next, spacing=28, margins=(32, 12, 32, 12)
        )
        line.setStretch(0, 1)
        head.setLayout(line)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        side = frame("bar")
        side.setLayout(column(self.list, margins=(12, 12, 4, 12)))
        card = frame("card")
        card.setLayout(column(self._place, self._stem, self._options, spacing=14, margins=(28, 22, 28, 24)))
        inner = QWidget()
        inner.setLayout(
            column(
                card,
                self._caption,
                self.text,
                row(1, self._count),
                1,
                spacing=16,
                margins=(32, 28, 32, 32),
            )
        )
        self._area = scrolled(centred(inner, 900))
        body = row(side, self._area, spacing=0)
        body.setStretch(1, 1)
        self.setLayout(column(head, frame("rule"), holder(body), spacing=0))
        self._fit()

    def _fit(self) -> None:
        self.list.setFixedWidth(min(active().px(LIST_WIDTH), max(self.width() // 4, LIST_WIDTH // 2)))
        self.text.setMinimumHeight(active().px(150))

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("Comments on questions"))
        self._lead.setText(
            self.tr("The clock has stopped. A comment changes no score and stays with the attempt.")
        )
        self._caption.setText(self.tr("Your comment on this question"))
        self.text.setAccessibleName(self.tr("Your comment on this question"))
        self.text.setPlaceholderText(self.tr("What was unclear, what you want to look up"))
        self.list.setAccessibleName(self.tr("Questions"))
        self.next.setText(self.tr("&Continue"))
        self._fit()
        if self._attempt is not None:
            self._name_rows()
            self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list takes no more than its share."""
        super().resizeEvent(event)
        self._fit()

    def show_attempt(self, attempt: Attempt) -> None:
        """Offer the questions of an attempt, with the comments made during the exam."""
        self._attempt = attempt
        self._texts = [response.comment for response in attempt.responses]
        self._saved = [text.strip() for text in self._texts]
        self._at, self._failed = 0, False
        self.list.blockSignals(True)  # noqa: FBT003
        self.list.clear()
        for _ in self._texts:
            self.list.addItem(QListWidgetItem())
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)  # noqa: FBT003
        self._name_rows()
        self._show()

    def focus_first(self) -> None:
        """The keyboard begins in the list; Tab goes to the comment."""
        self._fit()
        self.list.setFocus()

    def let_go(self) -> None:
        """The attempt is done with: the next time it may be another one."""
        self._pause.stop()
        self._attempt = None

    def _name_rows(self) -> None:
        assert self._attempt is not None
        for index, response in enumerate(self._attempt.responses):
            words = self.tr("Question {number}").format(number=index + 1)
            comment = "  “…”" if self._saved[index] else ""
            item = self.list.item(index)
            item.setText(words + comment)
            item.setIcon(flag_icon(active().colours) if response.flagged else QIcon())
            named = [words]
            named += [self.tr("flagged")] if response.flagged else []
            named += [self.tr("with a comment")] if comment else []
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(named))

    def _show(self) -> None:
        assert self._attempt is not None
        question = self._attempt.paper.questions[self._at]
        language = self._attempt.language
        self._place.setText(self.tr("Question {number}").format(number=self._at + 1))
        self._stem.set_source(question.item.stem.get(language))
        response = self._attempt.responses[self._at]
        chosen = [
            letter
            for letter, option in zip(LETTERS, question.order, strict=False)
            if option in response.chosen
        ]
        self._options.setText(
            self.tr("Your answer: {letters}").format(letters=" ".join(chosen))
            if chosen
            else self.tr("Not answered")
        )
        self.text.blockSignals(True)  # noqa: FBT003
        self.text.setPlainText(self._texts[self._at])
        self.text.blockSignals(False)  # noqa: FBT003
        self._show_count()
        self._area.verticalScrollBar().setValue(0)

    def _show_count(self) -> None:
        left = COMMENT_LIMIT - len(self._texts[self._at])
        self._count.setText(self.tr("%n character(s) left", "", left))

    def _on_typed(self) -> None:
        text = self.text.toPlainText()
        if len(text) > COMMENT_LIMIT:
            cursor = self.text.textCursor()
            place = min(cursor.position(), COMMENT_LIMIT)
            self.text.blockSignals(True)  # noqa: FBT003
            self.text.setPlainText(text[:COMMENT_LIMIT])
            self.text.blockSignals(False)  # noqa: FBT003
            cursor = self.text.textCursor()
            cursor.setPosition(place)
            self.text.setTextCursor(cursor)
            text = text[:COMMENT_LIMIT]
        self._texts[self._at] = text
        self._show_count()
        if not self._failed:  # whoever goes on to write was told, and is not told again at every pause
            self._pause.start()

    def _on_row(self, at: int) -> None:
        if self._attempt is None or not 0 <= at < len(self._texts):
            return
        self.keep()
        self._at = at
        self._show()

    def keep(self) -> None:
        """Ask for every comment to be saved that is another one than before, until one cannot be."""
        self._pause.stop()
        if self._attempt is None:
            return
        self._failed = False
        for at, text in enumerate(map(str.strip, self._texts)):
            if text != self._saved[at] and not self._failed:
                self.comment_requested.emit(at, text)
                self._failed = text != self._saved[at]

    def show_kept(self, question: int, text: str) -> None:
        """The comment on a question, by index, is kept."""
        self._saved[question] = text
        self._name_rows()

    def _on_next(self) -> None:
        self.keep()
        self.ended.emit()
