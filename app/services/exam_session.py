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
from app.services.ports import Trouble, TroubleKind

if TYPE_CHECKING:
    from app.core.commands import Command
    from app.core.events import Event
    from app.core.history import Outcome
    from app.core.ids import AttemptId
    from app.services.ports import Clock, Journal


class ExamSession:
    """One attempt, being sat or looked at.

    Nothing is believed before it is on disk: when appending fails, a Trouble is raised and the
    state stays what it was. Unless it `holds`: a candidate in the middle of an exam goes on, what cannot be
    saved waits in memory, in order, and goes to the disk with the next thing that is saved, or by `save`.
    """

    def __init__(self, attempt_id: AttemptId, journal: Journal, clock: Clock, notices: Notices) -> None:
        self.id = attempt_id
        self.holds = False
        self.trouble: Trouble | None = None
        """Why something waits; None while nothing does."""
        self._journal = journal
        self._clock = clock
        self._notices = notices
        self._attempt: Attempt | None = None
        self._saved: list[Event] = []
        self._waiting: tuple[Event, ...] = ()

    @classmethod
    def load(cls, attempt_id: AttemptId, journal: Journal, clock: Clock, notices: Notices) -> ExamSession:
        """The session of an attempt in the journal; Trouble when there is none, or it makes no sense."""
        session = cls(attempt_id, journal, clock, notices)
        session._saved = list(journal.read(attempt_id))
        try:
            session._attempt = fold(session._saved)
        except (ValueError, IndexError, KeyError) as error:
            raise Trouble(TroubleKind.DAMAGED, detail=f"attempt {attempt_id}: {error!r}") from error
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

    @property
    def unsaved(self) -> int:
        """How many events wait in memory."""
        return len(self._waiting)

    def submit(self, command: Command, initiator: object = None) -> Refusal | None:
        """Carry a command out. Answers why not, when it is refused; raises Trouble when not saved."""
        answer = decide(self._attempt, command, self._clock.now())
        if isinstance(answer, Refusal):
            return answer
        if answer:
            self._record(answer, initiator)
        return None

    def save(self) -> bool:
        """Try to save what waits; whether nothing waits any more."""
        if not self._waiting:
            return True
        try:
            self._write()
        except Trouble as trouble:
            self.trouble = trouble
            return False
        self._notices.tell(Change.HISTORY)
        return True

    def _record(self, events: tuple[Event, ...], initiator: object) -> None:
        before = self._attempt
        after = before
        for event in events:
            after = apply(after, event)
        self._waiting += events
        try:
            self._write()
        except Trouble as trouble:
            if not self.holds or before is None or trouble.kind is TroubleKind.CONFLICT:
                self._waiting = self._waiting[: -len(events)]
                raise
            self.trouble = trouble
        self._attempt = after
        changes = {Change.ATTEMPT}
        if before is None or any(isinstance(event, Ended) for event in events):
            changes.add(Change.HISTORY)
        self._notices.tell(*changes, initiator=initiator)

    def _write(self) -> None:
        """Append what waits. After a Trouble only what is not on disk still waits."""
        while self._waiting:
            part = _up_to_an_end(self._waiting)
            try:
                self._journal.append(self.id, len(self._saved), part, self._outcome(part))
            except Trouble as trouble:
                if trouble.kind is not TroubleKind.CONFLICT or not self._follow_the_disk():
                    raise
                continue
            self._saved.extend(part)
            self._waiting = self._waiting[len(part) :]
        self.trouble = None

    def _follow_the_disk(self) -> bool:
        """After a conflict: whether the disk holds a beginning of this attempt, another one than believed.

        So it is when the file was replaced by an older copy, or when something arrived there although the
        system reported a failure. Then what is missing waits, and nothing else.
        """
        everything = (*self._saved, *self._waiting)
        try:
            there = self._journal.read(self.id)
        except Trouble as trouble:
            if trouble.kind is not TroubleKind.NO_SUCH_ATTEMPT:
                raise
            there = ()
        if len(there) == len(self._saved) or everything[: len(there)] != there:
            return False
        self._saved, self._waiting = list(there), everything[len(there) :]
        return True

    def _outcome(self, part: tuple[Event, ...]) -> Outcome | None:
        """What goes to the disk with the end of the attempt."""
        if not isinstance(part[-1], Ended):
            return None
        attempt = fold((*self._saved, *part))
        return outcome(attempt, score(attempt)) if attempt else None


def _up_to_an_end(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events up to the one that ends the attempt, which is written with its outcome; all without one."""
    ends = [number for number, event in enumerate(events, 1) if isinstance(event, Ended)]
    return events[: ends[0]] if ends else events
