"""The bar on top of exam and review screen: what is sat, where one is, the time that is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from app.ui.formats import clock
from app.ui.theme import active
from app.ui.theme.fonts import clock_font
from app.ui.widgets.hiding_button import HidingButton
from app.ui.widgets.parts import label, row, set_tone

LOW_MS = 5 * 60_000


class _Elided(QLabel):
    """One line that gives way: what does not fit ends in dots."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


class ExamBar(QFrame):
    """Clock and place hide by a click and come back by one; the clock comes back by itself when time is low.

    Signals: `covers_changed` after one was hidden or shown.
    """

    covers_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "bar")
        self.exam = _Elided()
        self.exam.setProperty("textFormat", Qt.TextFormat.PlainText)
        self.exam.setProperty("look", "body")
        self.exam.setProperty("tone", "muted")
        self.place = HidingButton("place", "place")
        self._caption = _Elided()
        self._caption.setProperty("look", "caption")
        self._caption.setProperty("tone", "muted")
        self.time = HidingButton("clock", "clock")
        self.unsaved = label("strong", "bad", wrap=False)
        self.unsaved.setObjectName("unsaved")
        self.unsaved.setContentsMargins(0, 0, 10, 0)
        self.unsaved.hide()
        self._low = False
        layout = QGridLayout(self)
        layout.setContentsMargins(32, 6, 22, 6)
        layout.setHorizontalSpacing(12)
        layout.addWidget(self.exam, 0, 0)
        layout.addWidget(self.place, 0, 1)
        layout.addLayout(row(1, self.unsaved, self._caption, self.time, spacing=6), 0, 2)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(2, 1)
        layout.setRowMinimumHeight(0, 44)
        self.place.hidden_changed.connect(self._on_covered)
        self.time.hidden_changed.connect(self._on_covered)
        QShortcut(QKeySequence("Ctrl+T"), self, self.time.click)

    def retranslate(self) -> None:
        """Set the words."""
        self._caption.setText(self.tr("Time remaining"))
        self.unsaved.setText(self.tr("● Not saved"))
        self.time.set_stand_in(self.tr("Show the time"))
        self.place.set_stand_in(self.tr("Show the number"))
        self._name()

    def show_time(self, remaining_ms: int) -> None:
        """Show the time left; a clock that was hidden comes back once, when five minutes are left."""
        words = clock(remaining_ms)
        low = remaining_ms <= LOW_MS
        if low and not self._low and self.time.covered:
            self.time.cover(False)  # noqa: FBT003
            self._on_covered()
        self._low = low
        if words != self.time.words:
            self.time.setText(words)
            self._name()
        tone = "warn" if low else ""
        if self.time.property("tone") != tone:
            set_tone(self.time, tone)
            self._set_font()

    def covers(self) -> tuple[bool, bool]:
        """Whether place and clock are hidden."""
        return self.place.covered, self.time.covered

    def show_covers(self, covers: tuple[bool, bool]) -> None:
        """Hide and show place and clock as another bar does."""
        if covers != self.covers():
            self.place.cover(covers[0])
            self.time.cover(covers[1])
            self._after_cover()

    def changeEvent(self, event: QEvent) -> None:
        """Figures of one width at every text size."""
        if event.type() is QEvent.Type.StyleChange:
            self._set_font()
        super().changeEvent(event)

    def _set_font(self) -> None:
        self.time.setFont(clock_font(active().px(21)))

    def _on_covered(self) -> None:
        self._after_cover()
        self.covers_changed.emit()

    def _after_cover(self) -> None:
        self._caption.setVisible(not self.time.covered)
        self._name()

    def _name(self) -> None:
        hidden = self.time.covered
        shown = self.tr("Time remaining {time}").format(time=self.time.words)
        self.time.setAccessibleName(self.time.text() if hidden else shown)
        self.time.setAccessibleDescription("" if hidden else self.tr("Hides the clock; it runs on"))
        self.place.setAccessibleDescription("" if self.place.covered else self.tr("Hides the number"))
