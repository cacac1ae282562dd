"""What is done with past attempts: sum them up, delete them, have them back, carry them elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.notices import Change

if TYPE_CHECKING:
    from app.core.history import Binned, Merged, Record
    from app.core.ids import AttemptId
    from app.core.progress import Progress
    from app.core.steps import Steps
    from app.services.notices import Notices
    from app.services.ports import Archive, BankSource, Bin, Clock, Step, Transfer

BIN_DAYS = 30
"""How long what was deleted can be had back."""

_DAY_MS = 86_400_000


class HistoryDesk:
    """Past attempts as a whole."""

    def __init__(
        self,
        banks: BankSource,
        archive: Archive,
        bin_: Bin,
        transfer: Transfer,
        clock: Clock,
        notices: Notices,
    ) -> None:
        self._banks = banks
        self._archive = archive
        self._bin = bin_
        self._transfer = transfer
        self._clock = clock
        self._notices = notices

    def progress(self, exam: str | None = None, since_ms: int | None = None) -> Progress:
        """What the attempts since a moment (ms since the epoch) say of one exam, or of all."""
        from app.core.steps import finished

        return finished(self.progress_steps(exam, since_ms))

    def progress_steps(self, exam: str | None = None, since_ms: int | None = None) -> Steps[Progress]:
        """The same in steps."""
        from app.core.progress import progress_steps

        heads = self._archive.heads()
        records: list[Record] = []
        for part in self._archive.record_parts():
            records += part
            yield
        summaries, now_ms = self._banks.summaries(), self._clock.now().wall_ms
        return (yield from progress_steps(heads, records, summaries, now_ms, exam=exam, since_ms=since_ms))

    def delete(self, attempt: AttemptId) -> None:
        """Put an attempt into the bin."""
        self._bin.put(attempt, self._clock.now().wall_ms)
        self._notices.tell(Change.HISTORY)

    def restore(self, attempt: AttemptId) -> None:
        """Take an attempt out of the bin."""
        self._bin.restore(attempt, self._clock.now().wall_ms)
        self._notices.tell(Change.HISTORY)

    def binned(self) -> tuple[Binned, ...]:
        """What can be had back; what has lain there too long is removed for good."""
        self._bin.purge(self._clock.now().wall_ms - BIN_DAYS * _DAY_MS)
        return self._bin.binned()

    def export(self, step: Step | None = None) -> bytes:
        """The whole history as one file."""
        return self._transfer.export(step)

    def merge(self, content: bytes, origin: str, step: Step | None = None) -> Merged:
        """Merge such a file into the history; `origin` is its path, for what may be said of it."""
        merged = self._transfer.merge(content, origin, step)
        if merged.added or merged.extended:
            self._notices.tell(Change.HISTORY)
        return merged
