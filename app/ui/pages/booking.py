"""Before the exam: who sits what, in which language, under which clock."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from app.core.summary import BankSummary
from app.core.terms import Policy
from app.core.timing import EXTRA_PERCENTS, MINUTE_MS, limit_ms
from app.services.exam_desk import Booking
from app.services.preferences import Preferences
from app.ui.formats import clock
from app.ui.i18n import LANGUAGES, interface_language
from app.ui.labels import policy_word
from app.ui.shortcuts import without_mnemonic
from app.ui.theme import active
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.parts import Screen, button, centred, column, frame, holder, label, scrolled

NAME_LIMIT = 80
NARROW = 800
"""Below this width, at 100 %, captions stand above their fields."""


class BookingPage(Screen):
    """Signals: `booked` with the `Booking`; `left` to go back."""

    booked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary: BankSummary | None = None
        self._title = label("page-title")
        self._lead = label("body", "muted")
        self.candidate = QLineEdit(maxLength=NAME_LIMIT)
        self.profile, self.language, self.policy, self.extra = (QComboBox() for _ in range(4))
        self._captions = [label("secondary", "muted", wrap=False) for _ in range(5)]
        self._grid, self._narrow = QGridLayout(), False
        self._facts = label("body")
        self._source = label("caption", "muted")
        self.next = button("primary", "booking-next")
        self.back = button("", "booking-back")
        self.next.clicked.connect(self._on_next)
        self.back.clicked.connect(self.left)
        self.profile.currentIndexChanged.connect(self._show_facts)
        self.extra.currentIndexChanged.connect(self._show_facts)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        card = frame("card")
        card.setLayout(self._grid)
        self._grid.setContentsMargins(28, 28, 28, 28)
        self._grid.setHorizontalSpacing(28)
        fields = (self.profile, self.candidate, self.language, self.policy, self.extra)
        names = ("profile", "candidate", "language", "policy", "extra")
        for name, field in zip(names, fields, strict=True):
            field.setObjectName(f"booking-{name}")
        for caption, field in zip(self._captions, fields, strict=True):
            caption.setBuddy(field)
        self._arrange(narrow=False)
        body = column(
            self._title,
            self._lead,
            card,
            holder(FlowRow(self.back, 1, self.next)),
            1,
            spacing=20,
            margins=(32, 48, 32, 32),
        )
        inner = QWidget()
        inner.setLayout(body)
        self.setLayout(column(scrolled(centred(inner, 860))))

    def _arrange(self, *, narrow: bool) -> None:
        """Captions beside their fields, or above them."""
        self._narrow, grid = narrow, self._grid
        fields = (self.profile, self.candidate, self.language, self.policy, self.extra)
        parts = [*zip(self._captions, fields, strict=True), (None, self._facts), (None, self._source)]
        for caption, field in parts:
            for part in filter(None, (caption, field)):
                grid.removeWidget(part)
        for number, (caption, field) in enumerate(parts):
            if caption is not None:
                grid.addWidget(caption, number * 2, 0)
            grid.addWidget(field, number * 2 + narrow, 0 if narrow else 1)
        grid.setColumnStretch(0, int(narrow))
        grid.setColumnStretch(1, int(not narrow))
        grid.setHorizontalSpacing(0 if narrow else 28)
        grid.setVerticalSpacing(8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the fields for the new width."""
        super().resizeEvent(event)
        narrow = self.width() < active().px(NARROW)
        if narrow != self._narrow:
            self._arrange(narrow=narrow)

    def retranslate(self) -> None:
        """Set the words; the lists keep what was chosen."""
        words = (
            self.tr("&Profile"),
            self.tr("Ca&ndidate"),
            self.tr("&Language of the questions"),
            self.tr("Clock when &interrupted"),
            self.tr("&Extra time"),
        )
        fields = (self.profile, self.candidate, self.language, self.policy, self.extra)
        for caption, word, field in zip(self._captions, words, fields, strict=True):
            caption.setText(word)
            field.setAccessibleName(without_mnemonic(word))
        self._lead.setText(self.tr("Everything here is printed on the score report."))
        self.candidate.setPlaceholderText(self.tr("Your name, as it shall stand on the report"))
        self.next.setText(self.tr("&Continue"))
        self.back.setText(self.tr("&Back"))
        if self._summary is not None:
            self._fill(self._summary, self.booking())

    def show_booking(
        self, summary: BankSummary, profile: str, preferences: Preferences, language: str
    ) -> None:
        """Offer what can be chosen, beginning with what was chosen last."""
        self._summary = summary
        extra = preferences.extra_percent if preferences.extra_percent in EXTRA_PERCENTS else 0
        policy = Policy.STRICT if preferences.policy == Policy.STRICT else Policy.CENTRE
        asked = preferences.question_language or language
        self._fill(summary, Booking(summary.exam.id, profile, preferences.candidate, asked, policy, extra))

    def focus_first(self) -> None:
        """The keyboard begins at what is still open: the name, the first time, else the way forward."""
        (self.next if self.candidate.text() else self.candidate).setFocus()

    def booking(self) -> Booking:
        """What is chosen."""
        assert self._summary is not None
        return Booking(
            exam=self._summary.exam.id,
            profile=str(self.profile.currentData()),
            candidate=self.candidate.text().strip(),
            language=str(self.language.currentData()),
            policy=Policy(self.policy.currentData()),
            extra_percent=int(self.extra.currentData()),
        )

    def _fill(self, summary: BankSummary, booking: Booking) -> None:
        self._title.setText(summary.exam.title.get(interface_language()))
        possible = [p for p in summary.exam.profiles if not summary.shortfalls(p)]
        _offer(self.profile, [(p.title.get(interface_language()), p.id) for p in possible], booking.profile)
        tags = summary.exam.title.languages
        _offer(self.language, [(LANGUAGES.get(tag, tag), tag) for tag in tags], booking.language)
        _offer(self.policy, [(policy_word(p), p.value) for p in Policy], booking.policy.value)
        none = self.tr("none")
        extras = [(f"+{p}\u202f%" if p else none, p) for p in EXTRA_PERCENTS]
        _offer(self.extra, extras, booking.extra_percent)
        self.candidate.setText(booking.candidate)
        self._show_facts()

    def _show_facts(self) -> None:
        exam = self._summary.exam if self._summary else None
        profile = exam.profile(str(self.profile.currentData())) if exam else None
        if profile is None or self.extra.currentData() is None:
            return
        minutes = limit_ms(profile.minutes, int(self.extra.currentData())) // MINUTE_MS
        self._facts.setText(
            self.tr("%n question(s)", "", profile.questions) + " · " + clock(minutes * MINUTE_MS)
        )
        self._source.setText(profile.source.get(interface_language()))

    def _on_next(self) -> None:
        self.booked.emit(self.booking())


def _offer(box: QComboBox, choices: Sequence[tuple[str, object]], chosen: object) -> None:
    """Fill a list without telling anybody, and choose again what was chosen."""
    box.blockSignals(True)  # noqa: FBT003
    box.clear()
    for words, value in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)  # noqa: FBT003
