"""A strip on the page for warnings and troubles; it never takes the focus."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.ui.widgets.parts import button, column, label, repolish, row

NOTICE_MS = 20_000
"""How long a warning stays."""


class Matter(StrEnum):
    """What a sentence is about. A new one takes the place of the one about the same matter alone."""

    CLOCK = "clock"
    ANSWER = "answer"
    SAVED = "saved"
    TROUBLE = "trouble"
    TOLD = "told"
    HINT = "hint"


_PASSING = frozenset({Matter.CLOCK, Matter.ANSWER, Matter.SAVED, Matter.HINT})
_LOOKS = {Matter.TROUBLE: "trouble", Matter.HINT: "notice"}
_SAVING = frozenset({Matter.SAVED, Matter.TROUBLE})


class NoticeBar(QFrame):
    """Says what there is to say, the newest first, until it has passed or is dismissed.

    Signals: `dismissed` when nothing is said any more.
    """

    dismissed = Signal()

    def __init__(self, passes_after_ms: int = NOTICE_MS) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._said: list[tuple[Matter, str]] = []
        self._waits = False
        self._label = label("strong")
        self._close = button("link", "notice-close")
        self._close.clicked.connect(self.dismiss)
        self.setLayout(row(self._label, self._close, margins=(16, 6, 8, 6)))
        self._timer = QTimer(self, singleShot=True, interval=passes_after_ms)
        self._timer.timeout.connect(self._on_time)
        self.hide()

    @property
    def text(self) -> str:
        """The sentences shown."""
        return self._label.text()

    def say(self, sentence: str, matter: Matter) -> None:
        """Say something: a warning for a while, what has to be read and troubles until they are dismissed."""
        replaced = {matter} - {Matter.TOLD} | (_SAVING if matter in _SAVING else set())
        kept = [said for said in self._said if said[0] not in replaced and said[1] != sentence]
        self._show([(matter, sentence), *kept])
        if matter in _PASSING and not self._waits:
            self._timer.start()

    def wait(self, on: bool) -> None:
        """While something lies over the page, what is said there does not pass."""
        self._waits = on
        if on:
            self._timer.stop()
        elif any(matter in _PASSING for matter, _ in self._said):
            self._timer.start()

    def dismiss(self) -> None:
        """Say nothing any more."""
        if self._said:
            self._timer.stop()
            self._show([])

    def _on_time(self) -> None:
        self._show([said for said in self._said if said[0] not in _PASSING])

    def _show(self, said: list[tuple[Matter, str]]) -> None:
        self._said = said
        if not said:
            self.hide()
            self.dismissed.emit()
            return
        looks = [_LOOKS.get(matter, "warning") for matter, _ in said]
        self.setProperty("look", "trouble" if "trouble" in looks else looks[0])
        repolish(self)
        words = "\n".join(sentence for _, sentence in said)
        self._label.setText(words)
        self._close.setText(self.tr("Dismiss"))
        self.setAccessibleName(words)
        self.show()


class NoticeStrip(QWidget):
    """The notice bar with its margins at the foot of a page of the exam; no room is taken while it is silent.

    At the foot, since nothing above it moves from under the pointer when it comes and goes.
    """

    def __init__(self) -> None:
        super().__init__()
        self.bar = NoticeBar()
        self.setLayout(column(self.bar, margins=(32, 8, 32, 8)))
        self.bar.dismissed.connect(self.hide)
        self.hide()

    def say(self, sentence: str, matter: Matter) -> None:
        """Say something, see `NoticeBar.say`."""
        self.show()
        self.bar.say(sentence, matter)
