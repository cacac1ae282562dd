"""Service notices → Qt signals, wishes of the screens → service calls. No decisions here."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.ids import AttemptId
from app.core.terms import EndReason
from app.services.home import home
from app.services.notices import Change
from app.services.ports import Cancelled, Trouble
from app.ui.mending import Mending

T = TypeVar("T")
TICK_MS = 200
RETRY_MS = 1000
"""What could not be saved is tried again this often, and with everything that is done."""

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.core.attempt import Attempt
    from app.core.commands import Command
    from app.core.events import Highlight
    from app.core.history import Binned, Merged
    from app.core.ids import OptionId
    from app.core.moment import Moment
    from app.core.paper import Paper
    from app.core.progress import Progress
    from app.core.scoring import Result
    from app.services.exam_desk import Booking
    from app.services.exam_session import ExamSession
    from app.services.home import Home
    from app.services.notices import Notice
    from app.services.ports import Documents, Step
    from app.services.services import Services
    from app.ui.slices import Slices


class Bridge(QObject):
    """Owns the session being sat.

    Signals: `attempt_changed`, `ended` (attempt id), `warned` (minutes), `ticked` (ms left),
    `history_changed`, `refused` (`Refusal`), `troubled` (`Trouble`), `saved` after each success;
    `unsaved_changed` when what is done cannot be saved and waits in memory (`Trouble`: why), and when all
    of it is saved again (None).
    """

    attempt_changed = Signal()
    ended = Signal(str)
    warned = Signal(int)
    ticked = Signal(int)
    history_changed = Signal()
    refused = Signal(object)
    troubled = Signal(object)
    saved = Signal()
    unsaved_changed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self._session: ExamSession | None = None
        self._told: Trouble | None = None
        self._tried: Moment | None = None
        self.mending = Mending(services, self)
        self._slices: Slices | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        services.notices.subscribe(self._on_notice)

    @property
    def attempt(self) -> Attempt | None:
        """The attempt being sat."""
        return self._session.attempt if self._session else None

    @property
    def attempt_id(self) -> str:
        """The id of the attempt being sat; empty when none is."""
        return self._session.id if self._session else ""

    @property
    def sitting(self) -> bool:
        """Whether an exam is running."""
        attempt = self.attempt
        return attempt is not None and not attempt.ended

    @property
    def unsaved(self) -> Trouble | None:
        """Why some of what was done is in memory alone; None when all of it is on the disk."""
        return self._session.trouble if self._session and self._session.unsaved else None

    @property
    def remaining_ms(self) -> int:
        """Exam time left; 0 when none is sat."""
        return self._session.remaining_ms if self._session else 0

    def home(self) -> Home | None:
        """What home shows; None after a trouble. Without the banks it is what was done, which needs none."""
        services, ended = self.services, "" if self.sitting else self.attempt_id
        summaries = self._try(services.banks.summaries) or ()
        return self._try(lambda: home(summaries, services.archive.heads(), ended))

    def draw(self, exam: str, profile: str, seed: int | None) -> Paper | None:
        """Draw a paper; None after a trouble."""
        return self._try(lambda: self.services.desk.draw(exam, profile, seed))

    def start(self, booking: Booking, paper: Paper) -> bool:
        """Start the exam clock."""
        return self._sit("", lambda: self.services.desk.start(booking, paper))

    def resume(self, attempt: str) -> bool:
        """Go on with an attempt; it may turn out to have ended."""
        return self._sit(attempt, lambda: self.services.desk.resume(AttemptId(attempt)))

    def unfinished_state(self, attempt: str) -> tuple[Attempt, int] | None:
        """Where an unfinished attempt stands, and the time it would have left; None after a trouble."""
        from app.core.timing import remaining_ms

        desk, clock = self.services.desk, self.services.clock

        def look() -> tuple[Attempt, int]:
            state = desk.load(AttemptId(attempt)).attempt
            return state, remaining_ms(state, clock.now())

        return self._try(look)

    def close(self, attempt: str, reason: EndReason) -> bool:
        """Score an unfinished attempt as it stands, or discard it."""
        return self._try(lambda: self.services.desk.close(AttemptId(attempt), reason)) is not None

    def result(self, attempt: str) -> Result | None:
        """The result of an attempt; None after a trouble."""
        return self._try(lambda: self.services.desk.result(AttemptId(attempt)))

    def document(self, make: Callable[[Documents, Step], bytes], step: Step) -> bytes | None:
        """Make a document; None when it was stopped, or after a trouble."""
        with suppress(Cancelled):
            return self._try(lambda: make(self.services.documents, step))
        return None

    def progress(self, exam: str | None = None, since_ms: int | None = None) -> Progress | None:
        """What past attempts say together; None after a trouble."""
        return self._try(lambda: self.services.history.progress(exam, since_ms))

    def progress_in_slices(
        self, exam: str, since_ms: int | None, then: Callable[[Progress | None], None]
    ) -> None:
        """The same while the window stays awake; the newest wish alone is answered."""

        def tell(found: Progress | Exception) -> None:
            if isinstance(found, Trouble):
                # Once more at once: that mends the file, or says what is wrong.
                then(self.progress(exam, since_ms))
            elif isinstance(found, Exception):
                raise found
            else:
                then(found)

        if self._slices is None:
            from app.ui.slices import Slices

            self._slices = Slices(self)
        self._slices.do(self.services.history.progress_steps(exam, since_ms), tell)

    def delete(self, attempt: str) -> None:
        """Put an attempt into the bin."""
        self._try(lambda: self.services.history.delete(AttemptId(attempt)))

    def restore(self, attempt: str) -> None:
        """Take an attempt out of the bin."""
        self._try(lambda: self.services.history.restore(AttemptId(attempt)))

    def binned(self) -> tuple[Binned, ...] | None:
        """What lies in the bin; None after a trouble."""
        return self._try(self.services.history.binned)

    def export(self, path: Path, step: Step) -> bool:
        """Write the whole history to a file; False when that was stopped, or after a trouble."""

        def write() -> bool:
            self.services.save(path, self.services.history.export(step))
            return True

        with suppress(Cancelled):
            return self._try(write) is True
        return False

    def merge(self, path: Path, step: Step) -> Merged | None:
        """Merge a file into the history; None when that was stopped, or after a trouble."""

        def read() -> Merged:
            return self.services.history.merge(self.services.load(path), str(path), step)

        with suppress(Cancelled):
            return self._try(read)
        return None

    def save(self, path: Path, content: bytes) -> bool:
        """Write a file; False after a trouble."""

        def write() -> bool:
            self.services.save(path, content)
            return True

        return self._try(write) is True

    def visit(self, question: int) -> None:
        """Show a question."""
        from app.core.commands import Visit

        self._submit(Visit(question))

    def answer(self, question: int, chosen: tuple[OptionId, ...]) -> None:
        """Answer a question, or clear it."""
        from app.core.commands import Answer

        self._submit(Answer(question, chosen))

    def flag(self, question: int, on: bool) -> None:
        """Flag a question, or take the flag off."""
        from app.core.commands import Flag

        self._submit(Flag(question, on))

    def strike_out(self, question: int, option: OptionId, on: bool) -> None:
        """Strike out an option, or restore it."""
        from app.core.commands import StrikeOut

        self._submit(StrikeOut(question, option, on))

    def mark(self, question: int, language: str, marks: tuple[Highlight, ...]) -> None:
        """Make these the highlights of a stem."""
        from app.core.commands import Mark

        self._submit(Mark(question, language, marks))

    def comment(self, question: int, text: str) -> bool:
        """Comment on a question, in the exam or after its end; False after a trouble or a refusal."""
        from app.core.commands import Comment

        self.tick()  # what is asked after the last second only ends the exam
        return self._submit(Comment(question, text), after_the_end=True)

    def take_break(self, on: bool) -> None:
        """Begin an unscheduled break, or come back; the clock runs on."""
        from app.core.commands import TakeBreak

        self._submit(TakeBreak(on))

    def answer_survey(self, answers: tuple[tuple[str, str], ...]) -> bool:
        """Answer the survey after the exam; False after a trouble or a refusal."""
        from app.core.commands import AnswerSurvey

        return self._submit(AnswerSurvey(answers), after_the_end=True)

    def end(self) -> None:
        """End the exam."""
        from app.core.commands import End

        self._submit(End(EndReason.FINISHED))

    def interrupt(self) -> bool:
        """Stop an exam in an orderly way, to be resumed; False after a trouble."""
        if not self.sitting or self._session is None:
            return True
        from app.core.commands import Interrupt

        session = self._session
        done = self._try(lambda: session.submit(Interrupt()) or True) is not None
        saved = done and not session.unsaved
        self._leave()
        return saved

    def tick(self) -> None:
        """Look at the clock: show it, warn, expire, leave a heartbeat."""
        from app.core.attempt import beat_due
        from app.core.commands import Tick

        attempt = self.attempt
        self._save_again()
        if attempt is None or attempt.ended:
            if self.unsaved is None:
                self._timer.stop()
                self._tell_whether_saved()  # reading the attempt may have saved it
            return
        self.ticked.emit(self.remaining_ms)
        self._submit(Tick(beat_due(attempt, self.services.clock.now())))

    def beat(self) -> None:
        """Leave a sign of life at once, and try to save what waits: the program may be ended any moment."""
        from app.core.commands import Tick

        if self.sitting:
            self._submit(Tick(beat=True))
        else:
            self._save_again()

    def _sit(self, attempt: str, begin: Callable[[], ExamSession]) -> bool:
        """Sit what `begin` gives, after what waits of another attempt is saved; it would be let go of."""

        def save_and_begin() -> ExamSession:
            before = self._session
            if before is not None and before.id != attempt and not before.save() and before.trouble:
                raise before.trouble
            return begin()

        session = self._try(save_and_begin)
        if session is None:
            return False
        self._session, self._told = session, None
        session.holds = True
        self.attempt_changed.emit()
        if session.attempt.ended:
            self.ended.emit(session.id)
        else:
            self._timer.start()
            self.tick()
        return True

    def _leave(self) -> None:
        self._timer.stop()
        self._session = None
        self._told = None

    def _submit(self, command: Command, *, after_the_end: bool = False) -> bool:
        """Do it; False after a trouble or a refusal. What waits in memory is done, and tried again."""
        from app.core.refusals import Refusal

        session = self._session
        if session is None or (session.attempt.ended and not after_the_end):
            return False
        warned, ended = session.attempt.warned, session.attempt.ended
        answer = self._try(lambda: (session.submit(command),))
        self._tell_whether_saved()
        if answer is None:
            return False
        if isinstance(answer[0], Refusal):
            self.refused.emit(answer[0])
            self.attempt_changed.emit()
            return False
        new = session.attempt.warned - warned
        if new:
            self.warned.emit(min(new))
        if session.attempt.ended and not ended:
            if self.unsaved is None:
                self._timer.stop()
            self.ended.emit(session.id)
        return True

    def _on_notice(self, notice: Notice) -> None:
        if Change.ATTEMPT in notice.changes and self._session is not None:
            self.attempt_changed.emit()
        if Change.HISTORY in notice.changes:
            self.history_changed.emit()

    def _save_again(self) -> None:
        """Try now and then to save what waits: a disk that has room again is not waited for by a person."""
        session, now = self._session, self.services.clock.now()
        if session is None or not session.unsaved:
            return
        if self._tried is None or now.run != self._tried.run or now.since(self._tried) >= RETRY_MS:
            self._tried = now
            session.save()
            self._tell_whether_saved()

    def _tell_whether_saved(self) -> None:
        """Say once that something waits, once for each other reason, and once that nothing does any more."""
        session, before = self._session, self._told
        if session is not None and self.unsaved is not None and self.mending.mend(self.unsaved):
            session.save()
        now = self.unsaved
        self._told = now
        if now is not None and not self._timer.isActive():
            self._timer.start()  # an ended exam needs no clock, but what is added to it may have to wait
        if (now.kind if now else None) != (before.kind if before else None):
            self.unsaved_changed.emit(now)

    def _try(self, work: Callable[[], T]) -> T | None:
        """Do it, once more when a broken file was mended; a trouble becomes a signal and None."""
        try:
            done = work()
        except Trouble as trouble:
            if self.mending.mend(trouble):
                return self._try(work)
            self.troubled.emit(trouble)
            return None
        self.saved.emit()
        return done
