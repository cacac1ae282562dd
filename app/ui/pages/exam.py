"""The question screen: calm, nothing on it but the question, where one is, and the time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from app.core.attempt import Attempt
from app.core.ids import OptionId
from app.ui.i18n import interface_language
from app.ui.widgets.exam_bar import ExamBar
from app.ui.widgets.flag_button import FlagButton
from app.ui.widgets.notice_bar import NoticeBar
from app.ui.widgets.parts import Screen, button, centred, column, frame, holder, label, row, scrolled
from app.ui.widgets.question_view import LETTERS, QuestionView
from app.ui.widgets.walk import Walk

NOTICE_MS = 20_000


class ExamPage(Screen):
    """Shows the question that the attempt is at.

    Signals: `visit_requested` (index), `answer_requested` (index, chosen), `flag_requested` (index,
    on), `navigator_requested`, `review_requested`.
    """

    visit_requested = Signal(int)
    answer_requested = Signal(int, object)
    flag_requested = Signal(int, bool)
    navigator_requested = Signal()
    review_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attempt: Attempt | None = None
        self._walk: Walk | None = None
        self.bar = ExamBar()
        self.notice = NoticeBar()
        self.flag = FlagButton()
        self._walk_words = label("secondary", "muted", wrap=False)
        self.question = QuestionView()
        self.navigator = button("", "navigator")
        self.previous = button("", "previous")
        self.next = button("primary", "next")
        self.review = button("", "review")
        self._area = self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> QScrollArea:
        tools = frame("bar")
        tools.setLayout(row(self.flag, 1, self._walk_words, margins=(20, 4, 32, 4)))
        for knob, width in (
            (self.previous, 140),
            (self.next, 140),
            (self.navigator, 130),
            (self.review, 150),
        ):
            knob.setMinimumWidth(width)
        keep = self.review.sizePolicy()
        keep.setRetainSizeWhenHidden(True)  # Previous and Next stay in the middle
        self.review.setSizePolicy(keep)
        foot = frame("bar")
        left, right = holder(row(self.navigator, 1)), holder(row(1, self.review))
        line = row(left, self.previous, self.next, right, spacing=20, margins=(32, 14, 32, 14))
        line.setStretch(0, 1)
        line.setStretch(3, 1)
        foot.setLayout(line)
        inner = QWidget()
        inner.setLayout(column(self.question, 1, margins=(32, 32, 32, 32)))
        area = scrolled(centred(inner, 964))
        strip = holder(column(self.notice, margins=(32, 8, 32, 0)))
        self._strip = strip
        strip.hide()
        self.notice.dismissed.connect(strip.hide)
        rules = [frame("rule") for _ in range(3)]
        self.setLayout(column(self.bar, rules[0], tools, rules[1], strip, area, rules[2], foot, spacing=0))
        return area

    def _connect(self) -> None:
        self.navigator.clicked.connect(self.navigator_requested)
        self.review.clicked.connect(self.review_requested)
        self.previous.clicked.connect(self.go_previous)
        self.next.clicked.connect(self.go_next)
        self.flag.toggle_requested.connect(self._on_flag)
        self.question.answer_requested.connect(self._on_answer)

    def retranslate(self) -> None:
        """Set the words. The letters after & are the keys that work with Alt."""
        self.bar.retranslate()
        self.flag.retranslate()
        self.question.retranslate()
        self.navigator.setText(self.tr("Na&vigator"))
        self.previous.setText(self.tr("‹ &Previous"))
        self.next.setText(self.tr("&Next ›"))
        self._show_frame()

    def show_attempt(self, attempt: Attempt, walk: Walk | None) -> None:
        """Show the current question of an attempt; `walk` is the subset being reviewed, if any."""
        moved = self._attempt is None or attempt.current != self._attempt.current
        moved = moved or self._attempt is None or attempt.paper is not self._attempt.paper
        self._attempt, self._walk = attempt, walk
        question = attempt.paper.questions[attempt.current]
        response = attempt.responses[attempt.current]
        self.question.show_question(question, response, attempt.language)
        self.flag.show_flag(response.flagged)
        self._show_frame()
        if moved:
            self._area.verticalScrollBar().setValue(0)
            self.question.stem.setFocus()

    def warn(self, sentence: str) -> None:
        """Show a warning of the clock; it takes no focus and goes by itself."""
        self._strip.show()
        self.notice.say(sentence, "warning", NOTICE_MS)

    def trouble(self, sentence: str) -> None:
        """Show that something could not be saved; it stays until it is dismissed."""
        self._strip.show()
        self.notice.say(sentence, "trouble")

    def go_previous(self) -> None:
        """Ask for the question before, within the walk."""
        target = self._neighbour(-1)
        if target is not None:
            self.visit_requested.emit(target)

    def go_next(self) -> None:
        """Ask for the next question; after the last one, for the review screen."""
        target = self._neighbour(1)
        if target is None:
            self.review_requested.emit()
        else:
            self.visit_requested.emit(target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and figures choose, F flags, arrows and N and P turn the page. Esc and Enter do nothing."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (plain and self._on_key(event)):
            event.ignore()

    def _on_key(self, event: QKeyEvent) -> bool:
        word = event.text().upper()
        if word and word in "123456789":
            self.question.choose(int(word) - 1)
        elif event.key() in {Qt.Key.Key_Right, Qt.Key.Key_N}:
            self.go_next()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_P}:
            self.go_previous()
        elif event.key() == Qt.Key.Key_F:
            self.flag.click()
        elif word and word in LETTERS[:5]:
            self.question.choose(LETTERS.index(word))
        else:
            return False
        return True

    def _neighbour(self, step: int) -> int | None:
        attempt = self._attempt
        if attempt is None:
            return None
        if self._walk is not None:
            return self._walk.neighbour(attempt.current, step)
        target = attempt.current + step
        return target if 0 <= target < len(attempt.paper.questions) else None

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
        self._walk_words.setText(self._walk.words(attempt.current) if self._walk else "")

    def _on_flag(self, on: bool) -> None:
        if self._attempt is not None:
            self.flag_requested.emit(self._attempt.current, on)

    def _on_answer(self, chosen: tuple[OptionId, ...]) -> None:
        if self._attempt is not None:
            self.answer_requested.emit(self._attempt.current, chosen)
