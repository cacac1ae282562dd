"""What a packed bank would bring, or why it cannot be had; and the wait for either."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QProgressBar, QWidget

from app.core.packages import Offer
from app.core.problems import Severity
from app.services.ports import Trouble
from app.ui.dialogs.ask import Sheet
from app.ui.dialogs.fitting import lay_out
from app.ui.formats import listed
from app.ui.i18n import LANGUAGES, interface_language
from app.ui.labels import package_sentence
from app.ui.theme import active
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.parts import button, column, frame, holder, label

WIDE = 620
LONGEST, LONGEST_RUN = 120, 24
"""Characters of a text that somebody else wrote, and of it without a place to break the line."""

DIGEST = 12
"""Digits of the fingerprint that are shown; people compare no more."""

SHOWN = 50
"""Errors of a bank that are listed."""

BREAK_HERE = "\u200b"


class Proposal(Sheet):
    """Says what a package holds and what it would replace. Signals: `confirmed`.

    Esc and Cancel change nothing. The keyboard begins at Cancel: the sheet may come while somebody types.
    """

    confirmed = Signal()

    def __init__(self, window: QWidget, offer: Offer) -> None:
        super().__init__(window, WIDE)
        self._offer = offer
        title = self.tr("Install this question bank?")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.install, self.cancel = button("primary", "package-install"), button("", "package-cancel")
        self.install.setText(self.tr("&Install again") if offer.known else self.tr("&Install"))
        self.cancel.setText(self.tr("&Cancel"))
        self.install.clicked.connect(self._on_install)
        self.cancel.clicked.connect(self.reject)
        consequence = label("body", text=self._consequence())
        consequence.setObjectName("package-consequence")
        parts: list[QWidget] = [self._card(), consequence]
        if offer.warnings:
            remarks = self.tr(
                "%n remark(s) of the quality check; none keeps it from being used.", "", offer.warnings
            )
            parts.append(label("secondary", "muted", remarks))
        vouching = self.tr(
            "Rehearsal has checked the form of its questions. Their truth is up to their author."
        )
        parts.append(label("secondary", "muted", vouching))
        self.setAccessibleDescription(f"{tame(self._title())}. {consequence.text()}")
        foot = holder(FlowRow(1, self.cancel, self.install))
        _lay_out(self, window, parts, foot)
        self.cancel.setFocus()

    def _title(self) -> str:
        return self._offer.exam.title.get(interface_language())

    def _card(self) -> QWidget:
        offer, card = self._offer, frame("card")
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(active().px(20))
        grid.setVerticalSpacing(active().px(6))
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        tongues = (LANGUAGES.get(tag, tag) for tag in offer.exam.title.languages)
        for at, (name, value) in enumerate(
            (
                (self.tr("Questions"), self.tr("%n in all", "", offer.items)),
                (self.tr("Exams"), "\n".join(self._exams())),
                (self.tr("Languages"), listed(tongues)),
                (self.tr("Id"), str(offer.exam.id)),
                (self.tr("Fingerprint"), offer.digest[:DIGEST]),
                (self.tr("File"), breakable(PurePath(offer.path).name)),
            )
        ):
            grid.addWidget(label("secondary", "muted", name, wrap=False), at, 0, top)
            shown = label("secondary", text=value)
            shown.setAccessibleName(f"{name}: {value.replace(BREAK_HERE, '')}")
            grid.addWidget(shown, at, 1, top)
        head = label("card-title", text=tame(self._title()))
        card.setLayout(column(head, grid, spacing=active().px(12), margins=(24, 20, 24, 20)))
        return card

    def _exams(self) -> list[str]:
        """Each way to sit it, on a line."""
        shown = self._offer.exam.profiles[:3]
        words = [
            " · ".join(
                (
                    tame(profile.title.get(interface_language())),
                    self.tr("%n question(s)", "", profile.questions),
                    self.tr("%n minute(s)", "", profile.minutes),
                )
            )
            for profile in shown
        ]
        more = len(self._offer.exam.profiles) - len(shown)
        return [*words, self.tr("and %n more", "", more)] if more else words

    def _consequence(self) -> str:
        old = self._offer.replaces
        if old is None:
            return self.tr("It is new: nothing is replaced.")
        if self._offer.known:
            return self.tr("Exactly this bank is installed already. Installing it again changes nothing.")
        if old.title is None:
            words = self.tr("It replaces an installed bank of the same id that cannot be read any more.")
        else:
            words = self.tr(
                "It replaces the installed bank “{title}” ({questions}, fingerprint {digest})."
            ).format(
                title=tame(old.title.get(interface_language())),
                questions=self.tr("%n question(s)", "", old.items),
                digest=old.digest[:DIGEST],
            )
        return words + "\n" + self.tr("Mock exams that were sat keep their questions.")

    def _on_install(self) -> None:
        self.accept()
        self.confirmed.emit()


class Refusal(Sheet):
    """Says why a package cannot be installed: the file, what is wrong and where, and what to do."""

    def __init__(self, window: QWidget, trouble: Trouble, path: str) -> None:
        super().__init__(window, WIDE)
        title = self.tr("This question bank cannot be installed")
        words = package_sentence(trouble)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        close, copy = button("primary", "package-close"), button("", "package-copy")
        close.setText(self.tr("&Close"))
        copy.setText(self.tr("C&opy the details"))
        close.clicked.connect(self.reject)
        copy.clicked.connect(self._on_copy)
        file = label("secondary", "muted", breakable(path))
        file.setAccessibleName(path)
        self._path, self.details = path, QPlainTextEdit("\n".join(findings(trouble)))
        self.details.setObjectName("package-details")
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setProperty("look", "code")
        self.details.setAccessibleName(self.tr("Details"))
        self.details.setFixedHeight(active().px(180 if trouble.problems else 90))
        parts: list[QWidget] = [label("body", text=words), file, self.details]
        _lay_out(self, window, parts, holder(FlowRow(copy, 1, close)))
        close.setFocus()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._path}\n{self.details.toPlainText()}")


class Reading(Sheet):
    """Something takes a while, nobody knows how long. Signals: `stopped` when somebody will not wait.

    What cannot be stopped has no button, and Esc leaves it there.
    """

    stopped = Signal()

    def __init__(self, window: QWidget, title: str, *, stops: bool = True) -> None:
        super().__init__(window, 420)
        self._stops = stops
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(title)
        stop = button("", "reading-stop")
        stop.setText(self.tr("&Stop"))
        stop.clicked.connect(self.reject)
        parts: list[QWidget] = [label("section-title", text=title), bar]
        if stops:
            parts.append(holder(FlowRow(1, stop)))
        self.setLayout(column(*parts, spacing=20, margins=28))

    def reject(self) -> None:
        """Stop waiting, where that is possible."""
        if self._stops:
            super().reject()
            self.stopped.emit()

    def done_with(self) -> None:
        """It is over."""
        self.done(self.DialogCode.Accepted)


def _lay_out(sheet: Sheet, window: QWidget, parts: list[QWidget], foot: QWidget) -> None:
    width = min(active().px(WIDE), window.width() - 32)
    sheet.setFixedHeight(lay_out(sheet, width, window.height() - 32, parts, foot))


def findings(trouble: Trouble) -> list[str]:
    """What was found, for whoever made the file: in English, as `bank check` says it."""
    errors = [problem for problem in trouble.problems if problem.severity is Severity.ERROR]
    lines = [
        f"{one.path}:{one.line or 1}: {one.rule}: {one.what} {one.cure}".strip() for one in errors[:SHOWN]
    ]
    if len(errors) > SHOWN:
        lines.append(f"… {len(errors) - SHOWN} more")
    return lines or [trouble.detail or str(trouble.kind)]


def tame(text: str) -> str:
    """A text that somebody else wrote, on one line and not too long; nothing in it steers the line."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return breakable(line if len(line) <= LONGEST else line[: LONGEST - 1] + "…")


def breakable(text: str) -> str:
    """A text that can be broken even where it has no spaces."""
    words = []
    for word in text.split(" "):
        pieces = (word[at : at + LONGEST_RUN] for at in range(0, len(word), LONGEST_RUN))
        words.append(BREAK_HERE.join(pieces))
    return " ".join(words)
