"""A strip on the page for warnings and troubles; it never takes the focus."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from app.ui.widgets.parts import button, column, holder, label, repolish, row, scrolled

NOTICE_MS = 20_000
"""How long a warning stays."""

MOST_PERCENT = 33
"""What of the height of the window the words may take."""


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
        self._area = scrolled(holder(column(self._label)))
        self.setLayout(row(self._area, self._close, margins=(16, 6, 8, 6)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
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
        self._area.setAccessibleName(words)
        self.show()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere."""
        super().resizeEvent(event)
        if self._said:
            self._fit()

    def _fit(self) -> None:
        """As high as the words; where they would leave no room for the page, they scroll, by keys too."""
        self._label.ensurePolished()
        wanted = max(0, self._label.heightForWidth(self._area.width()))
        most = self.window().height() * MOST_PERCENT // 100
        self._area.setFixedHeight(min(wanted, most))
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus if wanted > most else Qt.FocusPolicy.NoFocus)


class NoticeStrip(QWidget):
    """The notice bar with its margins at the foot of a page of the exam; no room is taken while it is silent.

    At the foot, since nothing above it moves from under the pointer when it comes and goes.
    """

    def __init__(self) -> None:
        super().__init__()
        self.bar = NoticeBar()
        self.setLayout(column(self.bar, margins=(32, 8, 32, 8)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.bar.dismissed.connect(self.hide)
        self.hide()

    def say(self, sentence: str, matter: Matter) -> None:
        """Say something, see `NoticeBar.say`."""
        self.show()
        self.bar.say(sentence, matter)
