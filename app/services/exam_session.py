"""The one path of every command: decide → append → fold → notify."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.attempt import Attempt, apply, fold
from app.core.decide import decide
from app.core.events import Ended
from app.core.history import outcome
from app.core.refusals import Refusal
from app.core.scoring import score
from app.core.timing import remaining_ms
from app.services.notices import Change, Notices

if TYPE_CHECKING:
    from app.core.commands import Command
    from app.core.events import Event
    from app.core.history import Outcome
    from app.core.ids import AttemptId
    from app.services.ports import Clock, Journal


class ExamSession:
    """One attempt, being sat or looked at.

    Nothing is believed before it is on disk: when appending fails, a Trouble is raised and the
    state stays what it was.
    """

    def __init__(self, attempt_id: AttemptId, journal: Journal, clock: Clock, notices: Notices) -> None:
        self.id = attempt_id
        self._journal = journal
        self._clock = clock
        self._notices = notices
        self._attempt: Attempt | None = None

    @classmethod
    def load(cls, attempt_id: AttemptId, journal: Journal, clock: Clock, notices: Notices) -> ExamSession:
        """The session of an attempt in the journal; Trouble when there is none."""
        session = cls(attempt_id, journal, clock, notices)
        session._attempt = fold(journal.read(attempt_id))
        return session

    @property
    def attempt(self) -> Attempt:
        """The state; RuntimeError before the attempt has started."""
        if self._attempt is None:
            raise RuntimeError("the attempt has not started")
        return self._attempt

    @property
    def remaining_ms(self) -> int:
        """Exam time left now."""
        return remaining_ms(self.attempt, self._clock.now())

    def submit(self, command: Command, initiator: object = None) -> Refusal | None:
        """Carry a command out. Answers why not, when it is refused; raises Trouble when not saved."""
        answer = decide(self._attempt, command, self._clock.now())
        if isinstance(answer, Refusal):
            return answer
        if answer:
            self._record(answer, initiator)
        return None

    def _record(self, events: tuple[Event, ...], initiator: object) -> None:
        before = self._attempt
        after = before
        for event in events:
            after = apply(after, event)
        self._journal.append(self.id, before.version if before else 0, events, _outcome(after, events))
        self._attempt = after
        changes = {Change.ATTEMPT}
        if before is None or any(isinstance(event, Ended) for event in events):
            changes.add(Change.HISTORY)
        self._notices.tell(*changes, initiator=initiator)


def _outcome(attempt: Attempt | None, events: tuple[Event, ...]) -> Outcome | None:
    if attempt is None or not isinstance(events[-1], Ended):
        return None
    return outcome(attempt, score(attempt))
