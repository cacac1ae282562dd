"""The bar on top of exam and review screen: what is sat, where one is, the time that is left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout

from app.ui.formats import clock
from app.ui.theme import active
from app.ui.theme.fonts import clock_font
from app.ui.widgets.parts import label, row, set_tone

LOW_MS = 5 * 60_000


class ExamBar(QFrame):
    """Data in only. The clock turns to the warning colour in the last five minutes."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "bar")
        self.exam = label("body", "muted", wrap=False)
        self.place = label("strong", wrap=False)
        self.place.setObjectName("place")
        self.place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._caption = label("caption", "muted", wrap=False)
        self.time = label("section-title", wrap=False)
        self.time.setObjectName("clock")
        layout = QGridLayout(self)
        layout.setContentsMargins(32, 8, 32, 8)
        layout.addWidget(self.exam, 0, 0)
        layout.addWidget(self.place, 0, 1)
        layout.addLayout(row(1, self._caption, self.time, spacing=16), 0, 2)
        for at in range(3):
            layout.setColumnStretch(at, 1)
        self.setMinimumHeight(56)

    def retranslate(self) -> None:
        """Set the words."""
        self._caption.setText(self.tr("Time remaining"))
        self._name_time()

    def show_time(self, remaining_ms: int) -> None:
        """Show the time left."""
        words = clock(remaining_ms)
        if words != self.time.text():
            self.time.setFont(clock_font(active().px(21)))
            self.time.setText(words)
            self._name_time()
        tone = "warn" if remaining_ms <= LOW_MS else ""
        if self.time.property("tone") != tone:
            set_tone(self.time, tone)

    def _name_time(self) -> None:
        self.time.setAccessibleName(self.tr("Time remaining {time}").format(time=self.time.text()))
