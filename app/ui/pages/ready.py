"""The last screen before the clock: what is about to begin."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.blueprint import quotas
from app.core.paper import Paper
from app.core.timing import MINUTE_MS, limit_ms
from app.services.exam_desk import Booking
from app.ui.i18n import interface_language
from app.ui.labels import policy_word
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.layout_items import clear
from app.ui.widgets.parts import Screen, button, centred, column, frame, holder, label, row, scrolled


class ReadyPage(Screen):
    """Signals: `begin_requested`; `left` to go back to the start; `tutorial_requested`."""

    undisturbed = True

    begin_requested = Signal()
    tutorial_requested = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Paper, Booking] | None = None
        self._title = label("page-title")
        self._lead = label("body", "muted")
        self._figures = FlowRow(spacing=16, grow=True)
        self._points = [label("body") for _ in range(4)]
        self.begin = button("primary", "ready-begin")
        self.again = button("link", "ready-tutorial")
        self.back = button("", "ready-back")
        self.begin.clicked.connect(self.begin_requested)
        self.again.clicked.connect(self.tutorial_requested)
        self.back.clicked.connect(self.left)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        card = frame("card")
        card.setLayout(column(*self._points, spacing=14, margins=28))
        inner = QWidget()
        inner.setLayout(
            column(
                self._title,
                self._lead,
                holder(self._figures),
                card,
                holder(FlowRow(self.back, self.again, 1, self.begin)),
                1,
                spacing=20,
                margins=(32, 48, 32, 32),
            )
        )
        self.setLayout(column(scrolled(centred(inner, 860))))

    def show_paper(self, paper: Paper, booking: Booking) -> None:
        """Say what is about to begin."""
        self._shown = (paper, booking)
        self.retranslate()

    def focus_first(self) -> None:
        """The keyboard begins at the way forward; it asks before anything begins."""
        self.begin.setFocus()

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("Ready?"))
        self.begin.setText(self.tr("&Begin the exam"))
        self.again.setText(self.tr("See the &tutorial again"))
        self.back.setText(self.tr("Back to the &start"))
        if self._shown is None:
            return
        paper, booking = self._shown
        exam = paper.exam.title.get(interface_language())
        self._lead.setText(self.tr("{exam}, form {form}").format(exam=exam, form=paper.form))
        self._show_figures(paper, booking)
        sections = " · ".join(
            f"{stratum.short.get(interface_language())} {quotas(paper.profile)[stratum.id]}"
            for stratum in paper.exam.strata(paper.profile.axis)
            if stratum.id in quotas(paper.profile)
        )
        repeated = len(paper.repeated)
        seen = (
            self.tr(
                "%n question(s) of this form were shown to you before; the score may flatter.", "", repeated
            )
            if repeated
            else self.tr("You have not seen any question of this form.")
        )
        words = (
            self.tr("Questions by domain: {domains}. During the exam no domain is shown.").format(
                domains=sections
            ),
            self.tr("There is no penalty for a guess: an unanswered question counts as wrong."),
            self.tr("{policy}.").format(policy=policy_word(booking.policy)),
            seen,
        )
        for point, text in zip(self._points, words, strict=True):
            point.setText(text)

    def _show_figures(self, paper: Paper, booking: Booking) -> None:
        clear(self._figures)
        for figure, caption in (
            (str(len(paper.questions)), self.tr("questions")),
            (str(limit_ms(paper.profile.minutes, booking.extra_percent) // MINUTE_MS), self.tr("minutes")),
            (f"{paper.profile.pass_percent:g}\u202f%", self.tr("assumed pass line")),
        ):
            card = frame("card")
            card.setLayout(
                row(
                    label("figure", text=figure, wrap=False),
                    label("body", "muted", caption, wrap=False),
                    1,
                    spacing=16,
                    margins=(24, 12, 24, 12),
                )
            )
            self._figures.addWidget(card)
