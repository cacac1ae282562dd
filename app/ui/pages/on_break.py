"""The page of an unscheduled break: the question is out of sight, the clock runs on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.formats import clock as clock_words
from app.ui.theme import active
from app.ui.theme.fonts import clock_font
from app.ui.widgets.notice_bar import NoticeStrip
from app.ui.widgets.parts import Screen, button, centred, column, label, row, scrolled, set_tone
from app.ui.widgets.prompt_keys import PromptKeys

LOW_MS = 5 * 60_000


class BreakPage(Screen):
    """Signals: `return_requested`. Esc and Enter alone do not come back."""

    undisturbed = True

    return_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("page-title")
        self._text = label("body", "muted")
        self._caption = label("caption", "muted")
        self.time = label("figure", wrap=False)
        self.time.setObjectName("break-clock")
        self.back = button("primary", "break-return")
        self.back.clicked.connect(self.return_requested)
        self._notices = NoticeStrip()
        self.notice = self._notices.bar
        for part in (self._title, self._text, self._caption, self.time):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner = QWidget()
        clock = column(self._caption, self.time, spacing=0)
        parts = (1, column(self._title, self._text, spacing=8), clock, row(1, self.back, 1), 1)
        inner.setLayout(column(*parts, spacing=32, margins=(32, 32, 32, 48)))
        self.setLayout(column(self._notices, scrolled(centred(inner, 640)), spacing=0))
        PromptKeys(self)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("On a break, the clock runs"))
        self._text.setText(
            self.tr("The question is out of sight. Come back when you like; the break is recorded.")
        )
        self._caption.setText(self.tr("Time remaining"))
        self.back.setText(self.tr("&Return to the exam"))

    def show_time(self, remaining_ms: int) -> None:
        """Show the time left."""
        words = clock_words(remaining_ms)
        if words != self.time.text():
            self.time.setFont(clock_font(active().px(34)))
            self.time.setText(words)
        tone = "warn" if remaining_ms <= LOW_MS else ""
        if (self.time.property("tone") or "") != tone:
            set_tone(self.time, tone)

    def warn(self, sentence: str) -> None:
        """Show a warning of the clock."""
        self._notices.warn(sentence)

    def tell(self, sentence: str) -> None:
        """Show something that has to be read."""
        self._notices.tell(sentence)

    def trouble(self, sentence: str) -> None:
        """Show that something could not be saved."""
        self._notices.trouble(sentence)

    def focus_first(self) -> None:
        """Space comes back."""
        self.back.setFocus()
