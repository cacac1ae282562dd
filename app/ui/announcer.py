"""Says aloud, to those who cannot see it, what has changed on the screen.

Words that a screen shows too are looked up where that screen has them translated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from app.core.terms import EndReason
from app.ui.accessibility import announce, install_interfaces
from app.ui.formats import listed
from app.ui.labels import refusal_sentence, trouble_sentence, unsaved_sentence

if TYPE_CHECKING:
    from app.core.attempt import Attempt, Response
    from app.core.ids import OptionId
    from app.core.paper import Question
    from app.core.refusals import Refusal
    from app.services.ports import Trouble
    from app.ui.bridge import Bridge
    from app.ui.main_window import MainWindow

TITLES = ("page-title", "section-title")


class Announcer(QObject):
    """Listens to the bridge and to the window, and announces each change once.

    Nothing is said at a tick of the clock: only its warnings are.
    """

    def __init__(self, window: MainWindow, bridge: Bridge) -> None:
        super().__init__(window)
        self._window, self._bridge = window, bridge
        self._before = bridge.attempt
        self._last = ""
        install_interfaces()
        bridge.attempt_changed.connect(self._on_attempt_changed)
        bridge.warned.connect(self._on_warned)
        bridge.refused.connect(self._on_refused)
        bridge.troubled.connect(self._on_troubled)
        bridge.unsaved_changed.connect(self._on_unsaved)
        bridge.ended.connect(self._on_ended)
        pages = window.centralWidget()
        if isinstance(pages, QStackedWidget):
            pages.currentChanged.connect(self._on_page)

    def _say(self, text: str, *, assertive: bool = False) -> None:
        self._last = text
        announce(self._window, text, assertive=assertive)

    # Pages ----------------------------------------------------------------------------------

    def _on_page(self, _index: int) -> None:
        page = self._window.shown
        words = title_of(page) if page is not None else ""
        # A visit from another page has said already which question it leads to.
        if words and not self._last.startswith(words):
            self._say(words)

    # The exam -------------------------------------------------------------------------------

    def _on_attempt_changed(self) -> None:
        before, now = self._before, self._bridge.attempt
        self._before = now
        if before is None or now is None or before.paper is not now.paper:
            return
        if now.current != before.current:
            self._say(self._place(now))
        else:
            question = now.paper.questions[now.current]
            self._compare(question, before.responses[now.current], now.responses[now.current])

    def _place(self, attempt: Attempt) -> str:
        place = QCoreApplication.translate("ExamPage", "Question {number} of {count}").format(
            number=attempt.current + 1, count=len(attempt.responses)
        )
        flagged = attempt.responses[attempt.current].flagged
        return listed((place, QCoreApplication.translate("QuestionCell", "flagged"))) if flagged else place

    def _compare(self, question: Question, before: Response, now: Response) -> None:
        if now.chosen != before.chosen:
            self._say(self._answer(question, now))
        if now.flagged != before.flagged:
            self._say(self.tr("Flag set") if now.flagged else self.tr("Flag taken off"))
        for option in sorted(now.struck ^ before.struck):
            words = self.tr("{letter} struck out") if option in now.struck else self.tr("{letter} restored")
            self._say(words.format(letter=_letter(question, option)))
        if now.highlights != before.highlights:
            self._say(self.tr("Highlights saved"))
        if now.comment != before.comment:
            self._say(self.tr("Comment saved") if now.comment else self.tr("Comment removed"))

    def _answer(self, question: Question, response: Response) -> str:
        if not response.chosen:
            return self.tr("Answer cleared")
        letters = sorted(_letter(question, option) for option in response.chosen)
        words = [self.tr("Answer recorded: {letters}").format(letters=listed(letters))]
        if question.item.to_choose > 1:
            counted = QCoreApplication.translate("QuestionView", "{chosen} of {needed} chosen")
            words.append(counted.format(chosen=len(letters), needed=question.item.to_choose))
        return " · ".join(words)

    def _on_warned(self, minutes: int) -> None:
        self._say(self.tr("%n minute(s) left.", "", minutes), assertive=True)

    def _on_refused(self, refusal: Refusal) -> None:
        self._say(refusal_sentence(refusal))

    def _on_troubled(self, trouble: Trouble) -> None:
        self._say(trouble_sentence(trouble), assertive=True)

    def _on_unsaved(self, trouble: Trouble | None) -> None:
        if trouble is None:
            self._say(QCoreApplication.translate("Upkeep", "Everything is saved again."))
            return
        self._say(unsaved_sentence(trouble), assertive=True)

    def _on_ended(self, _attempt: str) -> None:
        attempt = self._bridge.attempt
        if attempt is not None and attempt.end_reason is EndReason.EXPIRED:
            self._say(QCoreApplication.translate("Flow", "Time has expired"), assertive=True)


def title_of(page: QWidget) -> str:
    """What a page is called: where one is in the exam, or its largest heading."""
    labels = page.findChildren(QLabel)
    bar = getattr(page, "bar", None)
    if bar is not None:
        return str(bar.place.words)
    for look in TITLES:
        for label in labels:
            if label.property("look") == look and label.text() and label.isVisibleTo(page):
                return label.text()
    return ""


def _letter(question: Question, option: OptionId) -> str:
    """The letter that stands before an option."""
    return "ABCDEFGH"[question.order.index(option)]
