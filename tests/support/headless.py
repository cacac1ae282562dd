"""A front end without a window: it sits a whole exam through the services alone.

It is the proof that nothing a candidate can do needs a screen. Run by itself it prints the score.
"""

from __future__ import annotations

from app.core.attempt import HEARTBEAT_MS
from app.core.commands import Answer, Command, End, Flag, Interrupt, StrikeOut, Tick, Visit
from app.core.ids import AttemptId
from app.core.scoring import Result
from app.core.terms import EndReason
from app.services.exam_desk import Booking, ExamDesk
from app.services.exam_session import ExamSession
from app.services.notices import Notices
from app.services.ports import IdMaker
from tests.support.fakes import MemoryArchive, MemoryBanks, MemoryJournal
from tests.support.papers import FakeClock, FakeIds, make_bank

BOOKING = Booking(exam="mla", profile="full", candidate="Ada", language="en")


class World:
    """All that stands behind the ports, in memory, and a desk in front of it."""

    def __init__(self, journal: MemoryJournal | None = None) -> None:
        self.journal = journal or MemoryJournal()
        self.archive = MemoryArchive(self.journal)
        self.banks = MemoryBanks(make_bank(multiple_every=3))
        self.clock = FakeClock()
        self.ids: IdMaker = FakeIds()
        self.notices = Notices()
        self.desk = self.open_desk()

    def open_desk(self) -> ExamDesk:
        """A desk as a new run of the program has it."""
        return ExamDesk(self.banks, self.journal, self.archive, self.clock, self.ids, self.notices)

    def restart(self, run: str, gone_ms: int = 0) -> None:
        """The program dies, and is started again later."""
        self.clock.restart(run, gone_ms)
        self.desk = self.open_desk()

    def start(self) -> ExamSession:
        """Draw a paper and start its clock."""
        return self.desk.start(BOOKING, self.desk.draw(BOOKING.exam, BOOKING.profile))


class Candidate:
    """Sits an exam: answers every question rightly, and handles everything there is on the way."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.session = world.start()

    def sit(self) -> Result:
        """From the first question to the result, with a closed window and a crash in between."""
        questions = range(len(self.session.attempt.paper.questions))
        for index in questions:
            self.answer(index)
            self.resume_after(Interrupt() if index == 0 else None)
        self.do(End(EndReason.FINISHED))
        return self.world.desk.result(self.session.id)

    def answer(self, index: int) -> None:
        """Look at a question, strike out a wrong option, flag it, answer it."""
        question = self.session.attempt.paper.questions[index]
        wrong = next(option for option in question.order if option not in question.item.key)
        self.do(Visit(index))
        self.do(StrikeOut(index, wrong, on=True))
        self.do(Flag(index, on=True))
        self.do(Answer(index, tuple(question.item.key)))
        self.do(Tick(beat=True))

    def resume_after(self, last_words: Command | None) -> None:
        """Lose the program, with last words or without, and find the attempt again."""
        if last_words:
            self.do(last_words)
        left = self.session.remaining_ms
        self.world.restart(f"run-after-{self.session.attempt.version}", gone_ms=3_600_000)
        self.session = self.world.desk.resume(self.unfinished())
        assert self.session.remaining_ms == left

    def unfinished(self) -> AttemptId:
        """The one attempt that home offers to resume."""
        (head,) = self.world.desk.unfinished()
        return head.id

    def do(self, command: Command) -> None:
        """One command, some seconds later."""
        self.world.clock.advance(HEARTBEAT_MS // 2)
        assert self.session.submit(command) is None


def main() -> None:
    """Sit one exam."""
    result = Candidate(World()).sit()
    assert (result.correct, result.end_reason) == (result.questions, EndReason.FINISHED)
    assert len(result.interruptions) == result.questions
    print(f"{result.correct} of {result.questions}")


if __name__ == "__main__":
    main()
