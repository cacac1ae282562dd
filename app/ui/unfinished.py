"""A mock exam that was cut off: told of on the start page, resumed, scored as it stands or discarded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.terms import EndReason
from app.ui.formats import clock

if TYPE_CHECKING:
    from app.ui.bridge import Bridge
    from app.ui.dialogs.ask import Ask
    from app.ui.main_window import MainWindow
    from app.ui.pages.home import HomePage


class Unfinished(QObject):
    """Signals: `resumed` when the exam goes on, `scored` (its id), `discarded`."""

    resumed = Signal()
    scored = Signal(str)
    discarded = Signal()

    def __init__(self, window: MainWindow, bridge: Bridge, page: HomePage, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._bridge, self._page = window, bridge, page
        page.resume_requested.connect(self.resume)
        page.score_requested.connect(self._on_score)
        page.discard_requested.connect(self._on_discard)

    def tell(self) -> None:
        """Say on the start page where it stands; reads the whole attempt."""
        home = self._bridge.home()
        state = self._bridge.unfinished_state(home.unfinished.id) if home and home.unfinished else None
        if state is not None:
            attempt, left = state
            words = self.tr("question {number} of {count} · {time} left").format(
                number=attempt.current + 1, count=len(attempt.responses), time=clock(left)
            )
            self._page.show_details(words)

    def resume(self, attempt: str) -> None:
        """Go on with it."""
        if self._bridge.resume(attempt) and self._bridge.sitting:
            self.resumed.emit()

    def _on_score(self, attempt: str) -> None:
        ask = self._question(
            self.tr("Score it as it stands?"),
            self.tr("What you answered is scored, the rest counts as wrong. You cannot come back to it."),
            self.tr("&Score it"),
        )
        ask.confirmed.connect(lambda: self._score(attempt))

    def _score(self, attempt: str) -> None:
        if self._bridge.close(attempt, EndReason.SCORED_AS_IT_STANDS):
            self.scored.emit(attempt)

    def _on_discard(self, attempt: str) -> None:
        first = self._question(
            self.tr("Discard this attempt?"),
            self.tr("It is not scored and disappears from your lists."),
            self.tr("&Discard"),
        )
        first.confirmed.connect(lambda: self._discard_again(attempt))

    def _discard_again(self, attempt: str) -> None:
        second = self._question(
            self.tr("Really discard it?"),
            self.tr("There is no way back to these answers."),
            self.tr("Discard &for good"),
        )
        second.confirmed.connect(lambda: self._discard(attempt))

    def _discard(self, attempt: str) -> None:
        if self._bridge.close(attempt, EndReason.DISCARDED):
            self.discarded.emit()

    def _question(self, title: str, text: str, yes: str) -> Ask:
        from app.ui.dialogs.ask import question

        return question(self._window, title, text, yes)
