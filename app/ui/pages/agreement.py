"""The agreement, with a clock of its own; declining or letting it run out records nothing."""

from __future__ import annotations

from PySide6.QtCore import QDeadlineTimer, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.ui.formats import clock
from app.ui.theme.fonts import clock_font
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.parts import Screen, button, centred, column, frame, holder, label, row, scrolled

ALLOWED_MS = 3 * 60_000


class AgreementPage(Screen):
    """Signals: `accepted`; `declined`, also when the time has run out."""

    undisturbed = True

    accepted = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("page-title")
        self._clock_caption = label("caption", "muted", wrap=False)
        self._clock = label("section-title", wrap=False)
        self._clock.setFont(clock_font(20))
        self._clock.setObjectName("agreement-clock")
        self._points = [label("body") for _ in range(5)]
        self.accept = button("primary", "agreement-accept")
        self.decline = button("", "agreement-decline")
        self.accept.clicked.connect(self._on_accept)
        self.decline.clicked.connect(self._on_decline)
        self._deadline = QDeadlineTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(250)
        self._timer.timeout.connect(self._on_tick)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        card = frame("card")
        card.setLayout(column(*self._points, spacing=16, margins=28))
        head = holder(FlowRow(self._title, 1, holder(row(self._clock_caption, self._clock))))
        inner = QWidget()
        inner.setLayout(
            column(
                head,
                card,
                holder(FlowRow(self.decline, 1, self.accept)),
                1,
                spacing=20,
                margins=(32, 48, 32, 32),
            )
        )
        self.setLayout(column(scrolled(centred(inner, 860))))

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("Agreement"))
        self._clock_caption.setText(self.tr("Time to decide"))
        words = (
            self.tr("In the test centre you agree not to copy, pass on or discuss any question of the exam."),
            self.tr(
                "Here the same moment is rehearsed. The questions are Rehearsal’s own; none comes from "
                "a real exam."
            ),
            self.tr(
                "Once the exam has begun its clock does not stop. There is no pause; you may leave, "
                "and the rules you chose decide what becomes of the time."
            ),
            self.tr("Nothing you do leaves this computer."),
            self.tr(
                "If you decline, or let this clock run out, you return to the start and nothing is recorded."
            ),
        )
        for point, text in zip(self._points, words, strict=True):
            point.setText(text)
        self.accept.setText(self.tr("I &accept"))
        self.decline.setText(self.tr("I &decline"))

    def begin(self) -> None:
        """Start the page's own clock."""
        self._deadline = QDeadlineTimer(ALLOWED_MS)
        self._timer.start()
        self._on_tick()

    def focus_first(self) -> None:
        """The keyboard begins at the answer that most will give."""
        self.accept.setFocus()

    def _on_tick(self) -> None:
        self._clock.setText(clock(max(0, self._deadline.remainingTime())))
        if self._deadline.hasExpired():
            self._on_decline()

    def _on_accept(self) -> None:
        self._timer.stop()
        self.accepted.emit()

    def _on_decline(self) -> None:
        self._timer.stop()
        self.declined.emit()
