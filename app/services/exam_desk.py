"""Before and between sittings: draw a paper, start, find what is unfinished, resume, close.

What an exam needs is imported when one is opened: the first screen does not wait for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from app.core.terms import EndReason, Policy
from app.services.ports import Trouble, TroubleKind

if TYPE_CHECKING:
    from app.core.history import Head
    from app.core.ids import AttemptId
    from app.core.paper import Paper
    from app.core.scoring import Result
    from app.services.exam_session import ExamSession
    from app.services.notices import Notices
    from app.services.ports import Archive, BankSource, Clock, IdMaker, Journal


@dataclass(frozen=True, slots=True)
class Booking:
    """What a candidate chose before the exam."""

    exam: str
    profile: str
    candidate: str
    language: str
    policy: Policy = Policy.CENTRE
    extra_percent: int = 0


class ExamDesk:
    """Opens and finds attempts."""

    def __init__(
        self,
        banks: BankSource,
        journal: Journal,
        archive: Archive,
        clock: Clock,
        ids: IdMaker,
        notices: Notices,
    ) -> None:
        self._banks = banks
        self._journal = journal
        self._archive = archive
        self._clock = clock
        self._ids = ids
        self._notices = notices
        self._sat: ExamSession | None = None

    def draw(self, exam: str, profile: str, seed: int | None = None) -> Paper:
        """Draw a paper for this candidate; Trouble (CANNOT_FILL) when the bank is too small."""
        from app.core.paper import CannotFill, draw

        bank = self._banks.open(exam)
        chosen = bank.exam.profile(profile)
        if chosen is None:
            raise Trouble(TroubleKind.NO_SUCH_EXAM, detail=f"{exam} has no profile {profile!r}")
        number = self._ids.seed() if seed is None else seed
        paper = draw(bank, chosen, self._archive.exposures(), number, Random(number))
        if isinstance(paper, CannotFill):
            lacking = ", ".join(f"{s.stratum} {s.available} of {s.needed}" for s in paper.missing)
            raise Trouble(TroubleKind.CANNOT_FILL, detail=lacking)
        return paper

    def start(self, booking: Booking, paper: Paper) -> ExamSession:
        """Start the clock on a paper. The attempt is on disk when this returns."""
        from app.core.commands import Start
        from app.services.exam_session import ExamSession

        session = ExamSession(self._ids.attempt_id(), self._journal, self._clock, self._notices)
        command = Start(paper, booking.policy, booking.extra_percent, booking.candidate, booking.language)
        refusal = session.submit(command)
        if refusal is not None:
            raise ValueError(f"the attempt could not be started: {refusal}")
        self._sat = session
        return session

    def load(self, attempt: AttemptId) -> ExamSession:
        """An attempt from the journal, to look at or to go on with.

        The one that was sat last comes from memory while some of it could not be saved.
        """
        if self._sat is not None and self._sat.id == attempt and not self._sat.save():
            return self._sat
        from app.services.exam_session import ExamSession

        return ExamSession.load(attempt, self._journal, self._clock, self._notices)

    def unfinished(self) -> tuple[Head, ...]:
        """The attempts that were not ended, newest first."""
        return tuple(head for head in self._archive.heads() if head.unfinished)

    def resume(self, attempt: AttemptId) -> ExamSession:
        """Go on with an attempt; when its time has run out meanwhile, it has ended with this."""
        from app.core.commands import Resume
        from app.core.refusals import Refusal

        session = self.load(attempt)
        refusal = session.submit(Resume())
        if refusal not in {None, Refusal.ALREADY_RUNNING, Refusal.ENDED}:
            raise ValueError(f"the attempt could not be resumed: {refusal}")
        self._sat = session
        return session

    def close(self, attempt: AttemptId, reason: EndReason) -> ExamSession:
        """End an unfinished attempt: score it as it stands, or discard it."""
        from app.core.commands import End

        session = self.load(attempt)
        session.submit(End(reason))
        return session

    def result(self, attempt: AttemptId) -> Result:
        """The result of an attempt, recomputed from its events."""
        from app.core.scoring import score

        return score(self.load(attempt).attempt)
