"""The review of every question after the exam, one after the other or by filter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from app.core.picking import Filter, picked
from app.core.scoring import Mark, Result
from app.ui.i18n import LANGUAGES
from app.ui.shortcuts import letter_keys
from app.ui.theme import active
from app.ui.widgets.answer_view import AnswerView
from app.ui.widgets.flagged_list import FlagBehind
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.notice_bar import Matter, NoticeBar
from app.ui.widgets.parts import (
    Screen,
    button,
    centred,
    column,
    frame,
    holder,
    label,
    row,
    scrolled,
    set_measure,
)
from app.ui.widgets.status_mark import flag_icon

WIDE = 1100
"""From this width of the page on (in px at 100 %) two languages stand beside each other."""

ONE_LANGUAGE, TWO_LANGUAGES = 964, 1480
NOTICE_MS = 8_000


class _Questions(QListWidget):
    """The list; it keeps the keys for a line up and down, and leaves all others to the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.key() not in {keys.Key_Up, keys.Key_Down, keys.Key_Home, keys.Key_End}:
            event.ignore()
        else:
            super().keyPressEvent(event)


class AnswersPage(Screen):
    """Signals: `left` to go back to the result."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result: Result | None = None
        self._title = label("section-title", wrap=False)
        self.language = QComboBox()
        self._language_caption = QLabel()
        self.both = button("chip", "answers-both")
        self.back = button("", "answers-back")
        self.filters = {wanted: button("chip", f"answers-{wanted}") for wanted in Filter}
        self._group = QButtonGroup(self)
        self.list = _Questions()
        self.view = AnswerView()
        self.notice = NoticeBar(NOTICE_MS)
        self.previous, self.next = button("", "answers-previous"), button("", "answers-next")
        self._place = label("secondary", "muted", wrap=False)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.list.setObjectName("answers-list")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        FlagBehind(self.list)
        self.both.setCheckable(True)
        self._language_caption.setProperty("look", "caption")
        self._language_caption.setProperty("tone", "muted")
        self._language_caption.setBuddy(self.language)
        self.language.setObjectName("answers-language")
        self._inner = QWidget()
        self._inner.setLayout(column(self.view, margins=(32, 28, 32, 32)))
        self._area = scrolled(centred(self._inner, ONE_LANGUAGE))
        self._strip = holder(column(self.notice, margins=(32, 12, 32, 0)))
        self._strip.hide()
        text = holder(column(self._strip, self._area, frame("rule"), self._foot(), spacing=0))
        body = row(self._side(), frame("upright"), text, spacing=0)
        body.setStretch(2, 1)
        self.setLayout(column(self._head(), frame("rule"), holder(body), spacing=0))

    def _head(self) -> QWidget:
        head = frame("bar")
        language = holder(row(self._language_caption, self.language, spacing=8))
        parts = (self._title, 1, self.both, language, self.back)
        head.setLayout(FlowRow(*parts, margins=(32, 10, 32, 10)))
        return head

    def _side(self) -> QWidget:
        for knob in self.filters.values():
            knob.setCheckable(True)
            self._group.addButton(knob)
        side = self._side_frame = frame("bar")
        filters = holder(FlowRow(*self.filters.values(), spacing=6, grow=True))
        side.setLayout(column(filters, self.list, margins=(16, 16, 8, 12)))
        return side

    def _foot(self) -> QWidget:
        foot = frame("bar")
        parts = (self.previous, self._place, self.next)
        foot.setLayout(FlowRow(*parts, spacing=20, margins=(32, 8, 32, 8), centre=True))
        return foot

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.both.toggled.connect(self._on_both)
        self.previous.clicked.connect(self.go_previous)
        self.next.clicked.connect(self.go_next)
        self._group.buttonToggled.connect(self._on_filter)
        self.language.currentIndexChanged.connect(self._show_current)
        self.list.currentRowChanged.connect(self._show_current)
        self.view.address_copied.connect(self._on_copied)
        self.notice.dismissed.connect(self._strip.hide)

    def retranslate(self) -> None:
        """Set the words; filter, language and question keep what was chosen."""
        self._title.setText(self.tr("All answers"))
        self.back.setText(self.tr("&Back to the result"))
        self.both.setText(self.tr("Bo&th languages"))
        self.previous.setText(self.tr("‹ &Previous"))
        self.next.setText(self.tr("&Next ›"))
        self._language_caption.setText(self.tr("&Language"))
        self.language.setAccessibleName(self.tr("Language"))
        self.list.setAccessibleName(self.tr("Questions"))
        if self._result is not None:
            shown = self.list.currentRow()
            self._name_filters(self._result)
            self._fill_list(shown)

    def show_result(self, result: Result, language: str) -> None:
        """Show the questions of a result, beginning with the first."""
        self._result = result
        tags = result.paper.exam.title.languages
        self.language.blockSignals(True)  # noqa: FBT003
        self.language.clear()
        for tag in tags:
            self.language.addItem(LANGUAGES.get(tag, tag), tag)
        self.language.setCurrentIndex(max(0, self.language.findData(language)))
        self.language.blockSignals(False)  # noqa: FBT003
        self.both.setVisible(len(tags) > 1)
        self._name_filters(result)
        self.filters[Filter.ALL].setChecked(True)
        self._fill_list()

    @property
    def languages(self) -> tuple[str, ...]:
        """The tags of the languages shown, the chosen one first."""
        chosen = str(self.language.currentData())
        if not self.both.isChecked() or self._result is None:
            return (chosen,)
        tags = self._result.paper.exam.title.languages
        return (chosen, *(tag for tag in tags if tag != chosen))

    def go_next(self) -> None:
        """Show the next question of the list."""
        self.list.setCurrentRow(min(self.list.currentRow() + 1, self.list.count() - 1))

    def go_previous(self) -> None:
        """Show the question before."""
        self.list.setCurrentRow(max(self.list.currentRow() - 1, 0))

    def let_go(self) -> None:
        """Keep no result, and none of the hundreds of parts that a question in two languages has."""
        self._result = None
        self.list.clear()
        self._show_current()

    def focus_first(self) -> None:
        """The keyboard begins in the list."""
        self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put two languages beside or below each other."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys and Space scroll the text; N and P, and the arrows, turn to another question."""
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        bare = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        letter = event.text().upper() if bare and letter_keys(self) else ""
        if bare and (key == Qt.Key.Key_PageUp or (key == Qt.Key.Key_Space and shift)):
            self._scroll(-1)
        elif bare and key in {Qt.Key.Key_PageDown, Qt.Key.Key_Space}:
            self._scroll(1)
        elif letter == "N" or (bare and key == Qt.Key.Key_Right):
            self.go_next()
        elif letter == "P" or (bare and key == Qt.Key.Key_Left):
            self.go_previous()
        else:
            super().keyPressEvent(event)

    def _scroll(self, pages: int) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def _arrange(self) -> None:
        self._side_frame.setFixedWidth(max(250, min(active().px(250), self.width() * 2 // 5)))
        set_measure(self._inner, TWO_LANGUAGES if self.both.isChecked() else ONE_LANGUAGE)
        self.view.set_side_by_side(self.width() >= max(WIDE, active().px(WIDE)))

    # The list -------------------------------------------------------------------------------

    def _name_filters(self, result: Result) -> None:
        words = {
            Filter.ALL: self.tr("&All"),
            Filter.WRONG: self.tr("&Wrong"),
            Filter.FLAGGED: self.tr("&Flagged"),
            Filter.COMMENTED: self.tr("&Commented"),
        }
        for wanted, knob in self.filters.items():
            count = len(picked(result, wanted))
            knob.setText(f"{words[wanted]} {count}")
            knob.setEnabled(wanted is Filter.ALL or count > 0)

    def _fill_list(self, shown: int = 0) -> None:
        if self._result is None:
            return
        wanted = next((f for f, knob in self.filters.items() if knob.isChecked()), Filter.ALL)
        self.list.blockSignals(True)  # noqa: FBT003
        self.list.clear()
        for mark in picked(self._result, wanted):
            item = QListWidgetItem(self._line(mark))
            item.setData(Qt.ItemDataRole.UserRole, mark.number - 1)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._spoken(mark))
            if mark.flagged:
                item.setIcon(flag_icon(active().colours))
            self.list.addItem(item)
        self.list.setCurrentRow(shown)
        self.list.blockSignals(False)  # noqa: FBT003
        self._show_current()

    def _line(self, mark: Mark) -> str:
        word = self.tr("✓ right") if mark.correct else self.tr("× wrong")
        return f"{mark.number:>2}".replace(" ", "\u2007") + f"   {word}"

    def _spoken(self, mark: Mark) -> str:
        words = self.tr("Question {number}, right") if mark.correct else self.tr("Question {number}, wrong")
        flagged = self.tr("{question}, flagged") if mark.flagged else "{question}"
        return flagged.format(question=words.format(number=mark.number))

    def _show_current(self) -> None:
        item, count = self.list.currentItem(), self.list.count()
        at = self.list.currentRow()
        self.previous.setEnabled(at > 0)
        self.next.setEnabled(at < count - 1)
        self._place.setText(self.tr("{place} of {count}").format(place=at + 1, count=count))
        if self._result is None or item is None:
            self.view.show_nothing(self.tr("No question to show."))
            return
        self.view.show_answer(self._result, int(item.data(Qt.ItemDataRole.UserRole)), self.languages)
        self._area.verticalScrollBar().setValue(0)

    def _on_filter(self, _knob: QPushButton, on: bool) -> None:
        if on:
            self._fill_list()

    def _on_both(self) -> None:
        self._arrange()
        self._show_current()

    def _on_copied(self, address: str) -> None:
        words = self.tr("The address is in the clipboard; open it in your browser: {address}")
        self._strip.show()
        self.notice.say(words.format(address=address), Matter.HINT)
