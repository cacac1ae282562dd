"""The page of an unscheduled break: the question is out of sight, the clock runs on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.formats import clock as clock_words
from app.ui.theme import active
from app.ui.theme.fonts import clock_font
from app.ui.widgets.notice_bar import NoticeStrip
from app.ui.widgets.parts import Screen, button, centred, column, label, row, scrolled, set_tone
from app.ui.widgets.prompt_keys import PromptKeys
from app.ui.widgets.steady_area import SteadyArea

LOW_MS = 5 * 60_000
WIDE = 640
ABOVE = 5
"""One part in so many of the height of the page stays empty above."""


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
        self.unsaved = label("strong", "bad", wrap=False)
        self.unsaved.setObjectName("unsaved")
        policy = self.unsaved.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.unsaved.setSizePolicy(policy)
        self.unsaved.hide()
        self.notices = NoticeStrip()
        self.notice = self.notices.bar
        for part in (self._title, self._text, self._caption, self.time, self.unsaved):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner = QWidget()
        clock = column(self._caption, self.time, self.unsaved, spacing=0)
        parts = (column(self._title, self._text, spacing=8), clock, row(1, self.back, 1), 1)
        self._column = column(*parts, spacing=32, margins=(32, 32, 32, 48))
        inner.setLayout(self._column)
        area = scrolled(centred(inner, WIDE), SteadyArea())
        area.verticalScrollBar().rangeChanged.connect(self._on_range)
        self.notice.dismissed.connect(self._settle)
        self.setLayout(column(area, self.notices, spacing=0))
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
        self.unsaved.setText(QCoreApplication.translate("ExamBar", "● Not saved"))

    def show_time(self, remaining_ms: int) -> None:
        """Show the time left."""
        words = clock_words(remaining_ms)
        if words != self.time.text():
            self.time.setFont(clock_font(active().px(34)))
            self.time.setText(words)
        tone = "warn" if remaining_ms <= LOW_MS else ""
        if (self.time.property("tone") or "") != tone:
            set_tone(self.time, tone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand at the same height whatever is said at the foot: the way back must not move."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        self._leave_above(self.height() // ABOVE)

    def _on_range(self, _least: int, most: int) -> None:
        """Where so much is said that the rest has no room, it does move, so that the way back is seen."""
        if most:
            self._leave_above(self._column.contentsMargins().top() - most)

    def _leave_above(self, height: int) -> None:
        margins = self._column.contentsMargins()
        margins.setTop(max(32, height))
        self._column.setContentsMargins(margins)

    def focus_first(self) -> None:
        """Space comes back."""
        self.back.setFocus()
