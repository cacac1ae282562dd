"""The first screen: what to resume, what to sit, what was done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QMenu, QPushButton, QWidget

from app.services.home import share
from app.ui.formats import listed, percent, when
from app.ui.i18n import LANGUAGES, interface_language
from app.ui.theme import active
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.layout_items import clear, replace
from app.ui.widgets.parts import Screen, button, centred, column, frame, holder, label, row, scrolled

RECENT = 6
NARROW = 900

if TYPE_CHECKING:
    from app.core.blueprint import Shortfall
    from app.core.exam import Profile
    from app.core.history import Head
    from app.services.home import ExamCard, Home


class HomePage(Screen):
    """Signals: `sit_requested` (exam, profile), `resume_requested`, `score_requested`,
    `discard_requested` (attempt id each), `open_requested` (attempt id), `language_requested` (tag),
    `scheme_requested` (name), `history_requested`, `settings_requested`, `keys_requested`.
    """  # noqa: D205

    sit_requested = Signal(str, str)
    resume_requested = Signal(str)
    score_requested = Signal(str)
    discard_requested = Signal(str)
    open_requested = Signal(str)
    language_requested = Signal(str)
    scheme_requested = Signal(str)
    history_requested = Signal()
    settings_requested = Signal()
    keys_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._home: Home | None = None
        self._details = ""
        self._title = label("page-title", text="Rehearsal", wrap=False)
        self._languages = {tag: button("link", f"language-{tag}") for tag in LANGUAGES}
        self._scheme = button("link", "scheme")
        self.settings, self.keys = button("link", "settings"), button("link", "keys")
        self._banner = frame("notice")
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(24)
        self._banner_line: QBoxLayout | None = None
        self._attempts = frame("card")
        self._foot = label("fine", "muted")
        self._trouble = frame("trouble")
        self._trouble_text = label("body")
        self._build()
        self.retranslate()

    def _build(self) -> None:
        for tag, knob in self._languages.items():
            knob.setText(LANGUAGES[tag])
            knob.clicked.connect(partial(self.language_requested.emit, tag))
        self._trouble.setLayout(column(self._trouble_text, margins=20))
        self._trouble.hide()
        self._banner.hide()
        self.settings.clicked.connect(self.settings_requested)
        self.keys.clicked.connect(self.keys_requested)
        knobs = (*self._languages.values(), self._scheme, self.settings, self.keys)
        head = holder(FlowRow(self._title, 1, *knobs, spacing=8))
        inner = QWidget()
        self._column = column(
            head,
            self._trouble,
            self._banner,
            holder(self._cards),
            self._attempts,
            1,
            self._foot,
            spacing=24,
            margins=(48, 32, 48, 20),
        )
        inner.setLayout(self._column)
        self._area = scrolled(centred(inner, 1280))
        self.setLayout(column(self._area))

    def retranslate(self) -> None:
        """Set the words."""
        self._foot.setText(
            self.tr("Not affiliated with Databricks. Works offline; nothing leaves this computer.")
        )
        self._scheme.setText(self.tr("&Colours"))
        self.settings.setText(self.tr("Se&ttings"))
        self.keys.setText(self.tr("&Keys"))
        old, menu = self._scheme.menu(), QMenu(self)
        for name, words in (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("contrast", self.tr("High contrast")),
        ):
            menu.addAction(words).triggered.connect(partial(self._on_scheme, name))
        self._scheme.setMenu(menu)
        if old is not None:
            old.deleteLater()
        if self._home is not None:
            self.show_home(self._home)

    def show_home(self, home: Home) -> None:
        """Show everything anew."""
        self._home = home
        self._show_banner(home.unfinished)
        clear(self._cards)
        for number, card in enumerate(home.cards):
            self._cards.addWidget(self._exam_card(card, first=number == 0), 1)
        self._show_attempts(home.attempts)
        self._set_direction()
        self.focus_first()

    def show_details(self, words: str) -> None:
        """Add to the banner where the unfinished attempt stands, once that is known."""
        self._details = words
        if self._home is not None:
            self._show_banner(self._home.unfinished)

    def show_trouble(self, words: str) -> None:
        """Say what cannot be read; empty words take it back."""
        self._trouble_text.setText(words)
        self._trouble.setVisible(bool(words))
        if words:
            self._area.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: object) -> None:
        """Put the exams beside or below each other."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._set_direction()

    def focus_first(self) -> None:
        """The keyboard begins at what is most likely wanted."""
        cards = self._home.cards if self._home else ()
        for name in ("resume", *(f"sit-{card.summary.exam.id}" for card in cards)):
            knob = self.findChild(QPushButton, name)
            if knob is not None and knob.isEnabled():
                knob.setFocus()
                return

    def show_exam(self, exam: str) -> None:
        """Bring the card of an exam in sight, the keyboard with it."""
        knob = self.findChild(QPushButton, f"sit-{exam}")
        if knob is not None:
            knob.setFocus()
            self._area.ensureWidgetVisible(knob)

    def _set_direction(self) -> None:
        side, was = self._side(), self._cards.direction()
        self._cards.setDirection(side)
        if self._banner_line is not None:
            self._banner_line.setDirection(side)
        if side is not was and self._home is not None:
            self._show_attempts(self._home.attempts)

    def _side(self) -> QBoxLayout.Direction:
        """Beside each other, or below: before the page is laid out the window's width tells."""
        narrow = self.window().width() < active().px(NARROW)
        return QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight

    def _swap(self, old: QFrame, new: QFrame) -> QFrame:
        """Put a fresh frame in the place of an old one."""
        replace(self._column, old, new)
        return new

    def _show_banner(self, head: Head | None) -> None:
        self._banner_line = None
        self._banner = self._swap(self._banner, frame("notice"))
        self._banner.setVisible(head is not None)
        if head is not None:
            self._fill_banner(self._banner, head)

    def _fill_banner(self, banner: QFrame, head: Head) -> None:
        words = self._details or self.tr("Begun {when}. Your answers are kept.").format(
            when=when(head.started_ms)
        )
        form = self.tr("form {form}").format(form=head.form)
        exam = f"{self._exam_title(head)} · {form}"
        discard, score = button("link", "discard"), button("link", "score")
        resume = button("primary", "resume")
        discard.setText(self.tr("&Discard"))
        score.setText(self.tr("Sc&ore as it stands"))
        resume.setText(self.tr("&Resume"))
        discard.clicked.connect(partial(self.discard_requested.emit, head.id))
        score.clicked.connect(partial(self.score_requested.emit, head.id))
        resume.clicked.connect(partial(self.resume_requested.emit, head.id))
        title = label("card-title", text=self.tr("You were in the middle of a mock exam"))
        text = column(title, label("secondary", "muted", f"{exam} · {words}"), spacing=4)
        self._banner_line = line = QBoxLayout(self._side())
        line.setContentsMargins(28, 18, 28, 18)
        line.setSpacing(16)
        line.addLayout(text, 1)
        line.addWidget(holder(FlowRow(discard, score, resume, spacing=16)))
        banner.setLayout(line)

    def _exam_title(self, head: Head) -> str:
        assert self._home is not None
        for card in self._home.cards:
            if card.summary.exam.id == head.exam:
                return card.summary.exam.title.get(interface_language())
        return head.exam

    def _exam_card(self, card: ExamCard, *, first: bool) -> QFrame:
        exam, made = card.summary.exam, frame("card")
        default = exam.profiles[0]
        lacking = card.summary.shortfalls(default)
        sit = button("primary" if first else "", f"sit-{exam.id}")
        sit.setText(self.tr("&Sit a mock exam"))
        sit.setEnabled(not lacking)
        sit.clicked.connect(partial(self.sit_requested.emit, exam.id, default.id))
        knobs = FlowRow(sit)
        for profile in exam.profiles[1:]:
            knobs.addWidget(self._profile_link(card, profile))
        weights = " · ".join(
            f"{stratum.short.get(interface_language())} {weight.percent:g}"
            for weight in default.weights
            for stratum in exam.strata(default.axis)
            if stratum.id == weight.stratum
        )
        parts: list[QWidget] = [
            label("section-title", text=exam.title.get(interface_language())),
            label("body", "muted", self._length(default)),
            label("caption", "muted", weights),
            holder(knobs),
            label("caption", "muted", self._done(card)),
        ]
        parts += [label("caption", "warn", words) for words in self._lacking(card)]
        made.setLayout(column(*parts, 1, spacing=10, margins=28))
        return made

    def _profile_link(self, card: ExamCard, profile: Profile) -> QWidget:
        link = button("link", f"sit-{card.summary.exam.id}-{profile.id}")
        link.setText(profile.title.get(interface_language()))
        link.setEnabled(not card.summary.shortfalls(profile))
        link.clicked.connect(partial(self.sit_requested.emit, card.summary.exam.id, profile.id))
        return link

    def _length(self, profile: Profile) -> str:
        questions = self.tr("%n question(s)", "", profile.questions)
        minutes = self.tr("%n minute(s)", "", profile.minutes)
        return f"{questions} · {minutes}"

    def _done(self, card: ExamCard) -> str:
        if card.best is None or card.last is None:
            return self.tr("Not tried yet")
        return self.tr("%n mock(s) sat · best {best} · last {last}", "", card.sat).format(
            best=percent(card.best), last=percent(card.last)
        )

    def _lacking(self, card: ExamCard) -> list[str]:
        """For every profile that cannot be filled: what is missing."""
        exam = card.summary.exam
        words = []
        for profile in exam.profiles:
            lacking = card.summary.shortfalls(profile)
            titles = {s.id: s.title.get(interface_language()) for s in exam.strata(profile.axis)}
            if lacking:
                words.append(
                    self.tr("{profile}: the bank is still too small. Missing: {missing}.").format(
                        profile=profile.title.get(interface_language()),
                        missing=listed(self._missing(s, titles[s.stratum]) for s in lacking),
                    )
                )
        return words

    def _missing(self, lack: Shortfall, title: str) -> str:
        count = lack.needed - lack.available
        return self.tr("{count} in {domain}").format(count=count, domain=title)

    def _show_attempts(self, heads: tuple[Head, ...]) -> None:
        self._attempts = self._swap(self._attempts, frame("card"))
        title = label("card-title", text=self.tr("Your last mock exams"))
        if not heads:
            empty = label(
                "secondary", "muted", self.tr("Nothing here yet. A first mock shows where you stand.")
            )
            self._attempts.setLayout(column(title, empty, spacing=8, margins=28))
            return
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for at, head in enumerate(heads[:RECENT]):
            self._add_attempt(grid, at, head)
        every = button("link", "history")
        every.setText(self.tr("All mock e&xams"))
        every.clicked.connect(self.history_requested)
        top = row(title, every)
        top.setStretch(0, 1)
        self._attempts.setLayout(column(top, holder(grid), spacing=8, margins=(28, 20, 28, 20)))

    def _add_attempt(self, grid: QGridLayout, at: int, head: Head) -> None:
        open_it = button("link", f"open-{head.id}")
        open_it.setText(self.tr("Open"))
        open_it.setAccessibleName(self.tr("Open the result of {when}").format(when=when(head.started_ms)))
        open_it.clicked.connect(partial(self.open_requested.emit, head.id))
        correct = self.tr("{correct} of {count} correct").format(correct=head.correct, count=head.questions)
        cells = (
            label("secondary", "muted", when(head.started_ms), wrap=False),
            label("body", text=f"{self._exam_title(head)} · {head.form}"),
            label("secondary", "muted", correct, wrap=False),
            label("strong", text=percent(share(head)), wrap=False),
            open_it,
        )
        if self._side() is QBoxLayout.Direction.LeftToRight:
            for place, cell in enumerate(cells):
                grid.addWidget(cell, at, place)
            return
        grid.addWidget(cells[1], at * 2, 0, 1, 2)
        grid.addWidget(holder(FlowRow(cells[0], *cells[2:], spacing=16)), at * 2 + 1, 0, 1, 2)

    def _on_scheme(self, name: str, _checked: bool = False) -> None:
        self.scheme_requested.emit(name)
