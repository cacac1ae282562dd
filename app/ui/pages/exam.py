"""The question screen: calm, nothing on it but the question, where one is, and the time."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QSizePolicy, QWidget

from app.core.attempt import Attempt
from app.core.events import Highlight
from app.core.ids import OptionId
from app.ui.i18n import interface_language
from app.ui.shortcuts import letter_keys
from app.ui.widgets.exam_bar import ExamBar
from app.ui.widgets.exam_tools import ExamTools
from app.ui.widgets.foot_layout import FootLayout
from app.ui.widgets.mode_strip import Mode, ModeStrip
from app.ui.widgets.notice_bar import NoticeStrip
from app.ui.widgets.parts import Screen, centred, column, frame, holder, label, scrolled
from app.ui.widgets.prompt_keys import PromptKeys
from app.ui.widgets.question_view import LETTERS, QuestionView
from app.ui.widgets.steady_area import SteadyArea
from app.ui.widgets.walk import Walk

OVERLAP = 48
"""What of the page before stays in sight after a page down, in px."""

_SHIFTED = "!@#$%^&*("
"""What Shift makes of the figures 1 to 9 on most keyboards."""


class _Wide(QPushButton):
    """A button that is wider than a short word."""

    def __init__(self, look: str, name: str, least: int) -> None:
        super().__init__()
        self.setAutoDefault(False)
        self.setProperty("look", look)
        self.setObjectName(name)
        self._least = least

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(self._least, 0))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class ExamPage(Screen):
    """Shows the question that the attempt is at.

    Signals, all with the index of the question first: `visit_requested`, `answer_requested` (chosen),
    `flag_requested` (on), `strike_requested` (option, on), `marks_requested` (marks); and without
    it: `navigator_requested`, `review_requested`, `comment_requested`.
    """

    undisturbed = True

    visit_requested = Signal(int)
    answer_requested = Signal(int, object)
    flag_requested = Signal(int, bool)
    strike_requested = Signal(int, str, bool)
    marks_requested = Signal(int, object)
    comment_requested = Signal()
    navigator_requested = Signal()
    review_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attempt: Attempt | None = None
        self._walk: Walk | None = None
        self._read: set[int] = set()
        self._mode = Mode.NONE
        self.bar = ExamBar()
        self.tools = ExamTools()
        self.flag = self.tools.flag
        self.notices, self.strip = NoticeStrip(), ModeStrip()
        self.notice = self.notices.bar
        self.question = QuestionView()
        self.navigator = _Wide("", "navigator", 130)
        self.previous = _Wide("", "previous", 140)
        self.next = _Wide("primary", "next", 140)
        self.review = _Wide("", "review", 150)
        self._more = label("secondary")
        self._area = self._build()
        self._connect()
        PromptKeys(self)
        self.retranslate()

    def _build(self) -> QScrollArea:
        inner = QWidget()
        inner.setLayout(column(self.question, 1, margins=(32, 32, 32, 32)))
        area = scrolled(centred(inner, 964), SteadyArea())
        self._modes = holder(column(self.strip, margins=(32, 8, 32, 8)))
        self._hint = frame("hint")
        self._hint.setObjectName("more-below")
        self._more.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setLayout(column(self._more, margins=(32, 8, 32, 8)))
        for hidden in (self._modes, self._hint):
            hidden.hide()
        rules = [frame("rule") for _ in range(3)]
        top = (self.bar, rules[0], self.tools, rules[1])
        # What comes and goes stands below the question, which must not move from under the pointer.
        passing = (self.notices, self._modes, self._hint)
        self.setLayout(column(*top, area, *passing, rules[2], self._foot(), spacing=0))
        return area

    def _foot(self) -> QFrame:
        foot = frame("bar")
        line = FootLayout(spacing=20, sides=32, ends=14)
        for knob in (self.navigator, self.previous, self.next, self.review):
            line.addWidget(knob)
        foot.setLayout(line)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        foot.setSizePolicy(policy)
        return foot

    def _connect(self) -> None:
        self.navigator.clicked.connect(self.navigator_requested)
        self.review.clicked.connect(self.review_requested)
        self.previous.clicked.connect(self.go_previous)
        self.next.clicked.connect(self.go_next)
        tools, question = self.tools, self.question
        tools.flag.toggle_requested.connect(self._on_flag)
        tools.strike.toggled.connect(self._on_strike_mode)
        tools.highlight.toggled.connect(self._on_highlight_mode)
        tools.comment.clicked.connect(self.comment_requested)
        self.strip.clear_requested.connect(self._on_clear_marks)
        self.strip.done.connect(self.leave_mode)
        question.answer_requested.connect(self._on_answer)
        question.strike_requested.connect(self._on_strike)
        question.marks_requested.connect(self._on_marks)
        self._area.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def retranslate(self) -> None:
        """Set the words. The letters after & are the keys that work with Alt."""
        for part in (self.bar, self.tools, self.strip, self.question):
            part.retranslate()
        self.navigator.setText(self.tr("Na&vigator"))
        self.previous.setText(self.tr("‹ &Previous"))
        self.next.setText(self.tr("&Next ›"))
        self._more.setText(self.tr("↓ There is more below. Scroll to the end, or press Next again to go on."))
        self._show_frame()

    def focus_first(self) -> None:
        """A screen reader begins with the stem."""
        self.question.stem.setFocus()

    def show_attempt(self, attempt: Attempt, walk: Walk | None) -> None:
        """Show the current question of an attempt; `walk` is the subset being reviewed, if any."""
        before = self._attempt
        another = before is None or attempt.paper is not before.paper
        moved = another or before is None or attempt.current != before.current
        if another:
            self._read = set()
        self._attempt, self._walk = attempt, walk
        question = attempt.paper.questions[attempt.current]
        response = attempt.responses[attempt.current]
        self.question.show_question(question, response, attempt.language)
        self.flag.show_flag(response.flagged)
        self.tools.show_comment(bool(response.comment))
        self._show_frame()
        if moved:
            self.leave_mode()
            self._hint.hide()
            self._area.verticalScrollBar().setValue(0)
            self.question.stem.setFocus()
        elif self._mode is Mode.HIGHLIGHT:
            self.strip.show_mode(self._mode, marked=bool(self.question.stem.marks))

    def go_previous(self) -> None:
        """Ask for the question before, within the walk."""
        target = self._neighbour(-1)
        if target is not None:
            self.visit_requested.emit(target)

    def go_next(self) -> None:
        """Ask for the next question; after the last one, for the review screen.

        Where the end of the question has not been in sight, the first wish scrolls down a page.
        """
        if self._page_down():
            return
        target = self._neighbour(1)
        if target is None:
            self.review_requested.emit()
        else:
            self.visit_requested.emit(target)

    def set_mode(self, mode: Mode) -> None:
        """Enter a mode, or leave it."""
        self._mode = mode
        self.tools.strike.setChecked(mode is Mode.STRIKE)
        self.tools.highlight.setChecked(mode is Mode.HIGHLIGHT)
        self.question.set_striking(mode is Mode.STRIKE)
        self.question.stem.set_highlighting(mode is Mode.HIGHLIGHT)
        self.strip.show_mode(mode, marked=bool(self.question.stem.marks))
        self._modes.setVisible(mode is not Mode.NONE)
        if mode is Mode.HIGHLIGHT:
            self.question.stem.focus_text()

    def leave_mode(self) -> None:
        """Clicks mean again what they usually do."""
        if self._mode is not Mode.NONE:
            self.set_mode(Mode.NONE)
            self.question.stem.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and figures choose, arrows turn the page, Esc leaves a mode. Nothing ends the exam."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (self._on_key(event.key(), held) or self._on_letter(event, held)):
            event.ignore()

    def _on_key(self, key: int, held: Qt.KeyboardModifier) -> bool:
        """Keys that always act."""
        alt, shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
        if key == Qt.Key.Key_Escape and not held and self._mode is not Mode.NONE:
            self.leave_mode()
        elif key == Qt.Key.Key_Right and not held:
            self.go_next()
        elif key == Qt.Key.Key_Left and not held:
            self.go_previous()
        elif held == alt and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.question.choose(key - Qt.Key.Key_1)
        elif held == alt | shift and (place := _figure(key)) is not None:
            self.question.strike(place)
        else:
            return False
        return True

    def _on_letter(self, event: QKeyEvent, held: Qt.KeyboardModifier) -> bool:
        """Keys of a single character, which can be switched off."""
        word = event.text().upper()
        shift = held == Qt.KeyboardModifier.ShiftModifier
        if len(word) != 1 or not letter_keys(self) or (held and not shift):
            return False
        if word in LETTERS[:5]:
            act = self.question.strike if shift else self.question.choose
            act(LETTERS.index(word))
        elif shift:
            return False
        elif word in "123456789":
            self.question.choose(int(word) - 1)
        elif word in _ACTS:
            _ACTS[word](self)
        else:
            return False
        return True

    def highlight(self) -> None:
        """Mark what is selected; without a selection enter the mode, or leave it."""
        if self._mode is not Mode.HIGHLIGHT or not self.question.stem.apply_selection():
            self._on_highlight_mode(self._mode is not Mode.HIGHLIGHT)

    def toggle_flag(self) -> None:
        """Flag, or take the flag off."""
        self.flag.click()

    def _neighbour(self, step: int) -> int | None:
        attempt = self._attempt
        if attempt is None:
            return None
        if self._walk is not None:
            return self._walk.neighbour(attempt.current, step)
        target = attempt.current + step
        return target if 0 <= target < len(attempt.paper.questions) else None

    def _page_down(self) -> bool:
        """Scroll on where the end was not yet in sight, once a question; False when it was."""
        bar, attempt = self._area.verticalScrollBar(), self._attempt
        if attempt is None or attempt.current in self._read or self._end_in_sight():
            return False
        self._read.add(attempt.current)
        bar.setValue(bar.value() + bar.pageStep() - OVERLAP)
        self._hint.setVisible(not self._end_in_sight())
        return True

    def _end_in_sight(self) -> bool:
        """Whether the last option can be seen whole."""
        last = next(reversed(self.question.rows.values()), None)
        view = self._area.viewport()
        return last is None or last.mapTo(view, last.rect().bottomLeft()).y() < view.height()

    def _on_scrolled(self, value: int) -> None:
        # At the top a question may just have come, and not yet be laid out.
        if value and self._attempt is not None and self._end_in_sight():
            self._read.add(self._attempt.current)
            self._hint.hide()

    def _show_frame(self) -> None:
        attempt = self._attempt
        if attempt is None:
            return
        exam = attempt.paper.exam.title.get(interface_language())
        self.bar.exam.setText(self.tr("{exam} · mock exam").format(exam=exam))
        place = self.tr("Question {number} of {count}")
        count = len(attempt.paper.questions)
        self.bar.place.setText(place.format(number=attempt.current + 1, count=count))
        self.previous.setEnabled(self._neighbour(-1) is not None)
        walking = self._walk is not None
        self.review.setText(self.tr("Back to &review") if walking else self.tr("&Review screen"))
        self.review.setVisible(walking or attempt.responses[-1].seen)
        self.tools.show_walk(self._walk.words(attempt.current) if self._walk else "")

    def _on_strike_mode(self, on: bool) -> None:
        if on != (self._mode is Mode.STRIKE):
            self.set_mode(Mode.STRIKE if on else Mode.NONE)

    def _on_highlight_mode(self, on: bool) -> None:
        if on != (self._mode is Mode.HIGHLIGHT):
            self.set_mode(Mode.HIGHLIGHT if on else Mode.NONE)

    def _on_flag(self, on: bool) -> None:
        if self._attempt is not None:
            self.flag_requested.emit(self._attempt.current, on)

    def _on_answer(self, chosen: tuple[OptionId, ...]) -> None:
        if self._attempt is not None:
            self.answer_requested.emit(self._attempt.current, chosen)

    def _on_strike(self, option: str, on: bool) -> None:
        if self._attempt is not None:
            self.strike_requested.emit(self._attempt.current, option, on)

    def _on_marks(self, marks: tuple[Highlight, ...]) -> None:
        if self._attempt is not None:
            self.marks_requested.emit(self._attempt.current, marks)

    def _on_clear_marks(self) -> None:
        self._on_marks(())


_ACTS = {
    "N": ExamPage.go_next,
    "P": ExamPage.go_previous,
    "F": ExamPage.toggle_flag,
    "H": ExamPage.highlight,
}


def _figure(key: int) -> int | None:
    """The place of a figure key from 0, with Shift or without."""
    if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
        return key - Qt.Key.Key_1
    return _SHIFTED.find(chr(key)) if key < 128 and chr(key) in _SHIFTED else None
