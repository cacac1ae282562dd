"""The settings: everything a person can choose, in force at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QLineEdit, QWidget

from app import __version__
from app.services.preferences import SCHEMES, TEXT_PERCENTS, Preferences, text_step
from app.ui.i18n import LANGUAGES
from app.ui.shortcuts import without_mnemonic
from app.ui.theme import active
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.parts import Screen, button, centred, column, frame, holder, label, row, scrolled
from app.ui.widgets.segments import Segments
from app.ui.widgets.switch import Switch

NAME_LIMIT = 80
NARROW = 700
WIDTH = 900


@dataclass(frozen=True, slots=True)
class _Line:
    """A setting on its card: what it is, what it means, and the control."""

    title: QLabel
    hint: QLabel
    control: QWidget
    layout: QBoxLayout


class SettingsPage(Screen):
    """Signals: `change_requested` (a mapping of preferences), `keys_requested`, `folder_requested`,
    `check_requested`, `bank_requested`, `left`.
    """  # noqa: D205

    change_requested = Signal(object)
    keys_requested = Signal()
    folder_requested = Signal()
    check_requested = Signal()
    bank_requested = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self._preferences = Preferences()
        self._title = label("page-title")
        self.back = button("", "settings-back")
        self._heads = [label("card-title") for _ in range(7)]
        self._leads = [label("secondary", "muted") for _ in range(4)]
        self.language, self.scheme = Segments("settings-language"), Segments("settings-scheme")
        self.questions = Segments("settings-questions")
        self.smaller, self.larger = button("", "text-smaller"), button("", "text-larger")
        self.size_shown = label("strong", wrap=False)
        self.candidate = QLineEdit(maxLength=NAME_LIMIT)
        self.candidate.setObjectName("settings-candidate")
        self.check_in, self.agreement, self.tutorial = (
            Switch(f"show-{step}") for step in ("check-in", "agreement", "tutorial")
        )
        self.comments, self.survey = Switch("ask-comments"), Switch("ask-survey")
        self.letters = Switch("letter-keys")
        self.keys = button("", "settings-keys")
        self.folder = button("", "settings-folder")
        self.check = button("", "settings-check")
        self.bank = button("", "settings-bank")
        self._path = label("secondary")
        self._path.setObjectName("settings-path")
        self._about = [label("secondary", "muted") for _ in range(3)]
        self._lines: list[_Line] = []
        self._build()
        self._connect()
        self.retranslate()

    # Building -------------------------------------------------------------------------------

    def _build(self) -> None:
        size = row(self.smaller, self.size_shown, self.larger, 1, spacing=16)
        line = self._line
        look = [line(self.language), line(self.scheme), line(holder(size))]
        exam = [line(self.questions), line(self.candidate)]
        ritual = [line(switch) for switch in (self.check_in, self.agreement, self.tutorial)]
        ritual += [line(self.comments), line(self.survey)]
        keyboard = [line(self.letters), holder(row(self.keys, 1))]
        data = [self._path, holder(FlowRow(self.folder, self.check, 1))]
        cards = [
            self._card(0, look),
            self._card(1, exam),
            self._card(2, [self._leads[0], *ritual]),
            self._card(3, keyboard),
            self._card(4, [self._leads[1], holder(row(self.bank, 1))]),
            self._card(5, [self._leads[2], *data]),
            self._card(6, [self._leads[3], *self._about]),
        ]
        inner = QWidget()
        head = row(self._title, 1, self.back)
        inner.setLayout(column(head, *cards, 1, spacing=20, margins=(32, 40, 32, 32)))
        self._area = scrolled(centred(inner, WIDTH))
        self.setLayout(column(self._area))
        self.candidate.setMinimumWidth(active().px(280))
        self._path.setWordWrap(True)

    def _card(self, head: int, parts: list[QWidget]) -> QWidget:
        card = frame("card")
        card.setLayout(column(self._heads[head], *parts, spacing=18, margins=(28, 22, 28, 24)))
        return card

    def _line(self, control: QWidget) -> QWidget:
        title, hint = label("body"), label("secondary", "muted")
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(20)
        line.addLayout(column(title, hint, spacing=2), 1)
        line.addWidget(control, 0)
        self._lines.append(_Line(title, hint, control, line))
        return holder(line)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.keys.clicked.connect(self.keys_requested)
        self.folder.clicked.connect(self.folder_requested)
        self.check.clicked.connect(self.check_requested)
        self.bank.clicked.connect(self.bank_requested)
        self.smaller.clicked.connect(partial(self._on_size, -1))
        self.larger.clicked.connect(partial(self._on_size, 1))
        self.candidate.editingFinished.connect(self._on_candidate)
        for choice, name in (
            (self.language, "interface_language"),
            (self.scheme, "scheme"),
            (self.questions, "question_language"),
        ):
            choice.chosen.connect(self._changing(name))
        for switch, name, shown in self._switches():
            switch.switched.connect(self._changing(name, same=shown))

    def _switches(self) -> tuple[tuple[Switch, str, bool], ...]:
        """Each switch with its preference, and whether on means true there."""
        return (
            (self.check_in, "skip_check_in", False),
            (self.agreement, "skip_agreement", False),
            (self.tutorial, "skip_tutorial", False),
            (self.comments, "comments_after", True),
            (self.survey, "survey_after", True),
            (self.letters, "letter_keys", True),
        )

    def _changing(self, name: str, *, same: bool = True) -> Callable[[object], None]:
        """A slot that asks for another value of a preference; `same` is false where on means no."""

        def change(value: object) -> None:
            self.change_requested.emit({name: value if same else not value})

        return change

    # Showing --------------------------------------------------------------------------------

    def show_settings(self, preferences: Preferences, folder: str) -> None:
        """Show what is in force."""
        self._preferences = preferences
        self._path.setText(folder)
        self.language.choose(preferences.interface_language)
        self.scheme.choose(preferences.scheme)
        self.questions.choose(preferences.question_language)
        if not self.candidate.hasFocus():
            self.candidate.setText(preferences.candidate)
        for switch, name, shown in self._switches():
            switch.setChecked(getattr(preferences, name) is shown)
        self._show_size()
        self._set_direction()

    def focus_first(self) -> None:
        """The keyboard begins at the top."""
        chosen = self.language.buttons.get(self.language.value)
        (chosen or self.back).setFocus()
        self._area.verticalScrollBar().setValue(0)

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("Settings"))
        self.back.setText(self.tr("&Back to the start"))
        self.keys.setText(self.tr("Show all &keys"))
        self.folder.setText(self.tr("&Open the folder"))
        self.check.setText(self.tr("&Check the file of attempts"))
        self.bank.setText(self.tr("&Install a question bank…"))
        self._name_heads()
        for line, (title, hint) in zip(self._lines, self._line_words(), strict=True):
            self._name_line(line, title, hint)
        self._offer_choices()
        self.smaller.setText("−")
        self.larger.setText("+")
        self.smaller.setAccessibleName(self.tr("Smaller text"))
        self.larger.setAccessibleName(self.tr("Larger text"))
        about = (
            self.tr("Version {version}").format(version=__version__),
            self.tr(
                "Program: MIT. Questions: CC BY-SA 4.0. Fonts Noto Sans, Noto Sans JP and JetBrains Mono: "
                "SIL Open Font License 1.1. Qt for Python: LGPL 3."
            ),
            self.tr(
                "Databricks and MLflow are trademarks of their owners and are named only to say what "
                "is practised."
            ),
        )
        for shown, text in zip(self._about, about, strict=True):
            shown.setText(text)

    def _name_heads(self) -> None:
        heads = (
            self.tr("Look and language"),
            self.tr("Your exams"),
            self.tr("The ritual"),
            self.tr("Keyboard"),
            self.tr("Question banks"),
            self.tr("Your data"),
            self.tr("About Rehearsal"),
        )
        for head, text in zip(self._heads, heads, strict=True):
            head.setText(text)
        leads = (
            self.tr("Leave out what you know. The exam itself always stays whole."),
            self.tr(
                "A bank that somebody hands on is one file, NAME.rehearsalbank. Choose it here, or "
                "drop it on the start page."
            ),
            self.tr(
                "Attempts and settings are kept here and nowhere else. A copy of the folder is a backup."
            ),
            self.tr("Not affiliated with Databricks. Works offline; nothing leaves this computer."),
        )
        for lead, text in zip(self._leads, leads, strict=True):
            lead.setText(text)

    def _line_words(self) -> tuple[tuple[str, str], ...]:
        """Title and explanation of each line, from top to bottom."""
        return (
            (self.tr("Language of the interface"), ""),
            (self.tr("Colours"), ""),
            (self.tr("Text size"), self.tr("Also with Ctrl and +, − or 0, on every screen.")),
            (self.tr("Language of the questions"), self.tr("Offered first when you book an exam.")),
            (self.tr("Your &name"), self.tr("As it shall stand on the score report.")),
            (self.tr("Check-in reminder"), self.tr("What holds on the day, before each exam.")),
            (self.tr("Agreement"), self.tr("With its own clock of three minutes.")),
            (self.tr("Tutorial"), self.tr("It can be seen again from the last screen before the exam.")),
            (self.tr("Comments on questions"), self.tr("After the clock has stopped, before the result.")),
            (self.tr("Survey"), self.tr("Three questions before the result. They are not scored.")),
            (
                self.tr("Keys of one letter"),
                self.tr("A to E choose, N and P turn the page, F flags. When off, only with Alt."),
            ),
        )

    def _name_line(self, line: _Line, title: str, hint: str) -> None:
        line.title.setText(title)
        line.hint.setText(hint)
        line.hint.setVisible(bool(hint))
        line.control.setAccessibleDescription(hint)
        if isinstance(line.control, Switch):
            line.control.set_words(without_mnemonic(title))
        elif isinstance(line.control, QLineEdit):
            line.title.setBuddy(line.control)
            line.control.setAccessibleName(without_mnemonic(title))

    def _offer_choices(self) -> None:
        tongues = list(LANGUAGES.items())
        self.language.offer([("", self.tr("As the system")), *tongues], self.tr("Language of the interface"))
        self.questions.offer(
            [("", self.tr("As the interface")), *tongues], self.tr("Language of the questions")
        )
        words = (self.tr("As the system"), self.tr("Light"), self.tr("Dark"), self.tr("High contrast"))
        self.scheme.offer(list(zip(SCHEMES, words, strict=True)), self.tr("Colours"))

    def _show_size(self) -> None:
        percent = self._preferences.text_percent
        self.size_shown.setText(f"{percent}\u202f%")
        self.size_shown.setAccessibleName(self.tr("Text size {percent} %").format(percent=percent))
        self.smaller.setEnabled(percent > TEXT_PERCENTS[0])
        self.larger.setEnabled(percent < TEXT_PERCENTS[-1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the controls beside or below what they are about."""
        super().resizeEvent(event)
        self._set_direction()

    def _set_direction(self) -> None:
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        narrow = min(self.width(), WIDTH) < active().px(NARROW)
        for line in self._lines:
            line.layout.setDirection(below if narrow and not isinstance(line.control, Switch) else beside)
            line.layout.setSpacing(8 if narrow else 20)

    def _on_size(self, step: int, _checked: bool = False) -> None:
        self.change_requested.emit({"text_percent": text_step(self._preferences.text_percent, step)})

    def _on_candidate(self) -> None:
        name = self.candidate.text().strip()
        if name != self._preferences.candidate:
            self.change_requested.emit({"candidate": name})
