"""Stand-ins for the world behind the ports: all in memory, and made to fail on request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.core.attempt import fold
from app.core.bank import Bank
from app.core.events import Event, Started
from app.core.history import Binned, Head, Merged, Outcome, Record
from app.core.ids import AttemptId, ItemId
from app.core.paper import Exposure
from app.core.scoring import is_correct
from app.core.summary import BankSummary, summarise
from app.core.terms import EndReason
from app.services.ports import Step, Trouble, TroubleKind


class MemoryJournal:
    """A journal that forgets everything with its process; `trouble`, when set, is what happens instead."""

    def __init__(self) -> None:
        self.events: dict[AttemptId, tuple[Event, ...]] = {}
        self.outcomes: dict[AttemptId, Outcome] = {}
        self.trouble: Trouble | None = None

    def append(
        self,
        attempt: AttemptId,
        expected_version: int,
        events: tuple[Event, ...],
        outcome: Outcome | None = None,
    ) -> None:
        """Keep the events, or raise the trouble."""
        if self.trouble:
            raise self.trouble
        written = self.events.get(attempt, ())
        if len(written) != expected_version:
            raise Trouble(TroubleKind.CONFLICT, detail=f"{len(written)} events, not {expected_version}")
        self.events[attempt] = (*written, *events)
        if outcome:
            self.outcomes[attempt] = outcome

    def read(self, attempt: AttemptId) -> tuple[Event, ...]:
        """The events of an attempt."""
        if attempt not in self.events:
            raise Trouble(TroubleKind.NO_SUCH_ATTEMPT, detail=attempt)
        return self.events[attempt]


class MemoryArchive:
    """The history, read from a journal in memory."""

    def __init__(self, journal: MemoryJournal) -> None:
        self._journal = journal

    def heads(self) -> tuple[Head, ...]:
        """All attempts, newest first."""
        heads = (self._head(attempt, events[0]) for attempt, events in self._journal.events.items())
        return tuple(sorted(heads, key=lambda head: (head.started_ms, head.id), reverse=True))

    def exposures(self) -> Mapping[ItemId, Exposure]:
        """Every item shown in an attempt that has ended."""
        exposures: dict[ItemId, Exposure] = {}
        for outcome in self._journal.outcomes.values():
            for item in outcome.shown:
                before = exposures.get(item, Exposure(0, 0))
                exposures[item] = Exposure(before.count + 1, max(before.last_ms, outcome.ended_ms))
        return exposures

    def records(self) -> tuple[Record, ...]:
        """The questions of all attempts that have ended."""
        ended = sorted(self._journal.outcomes.items(), key=lambda pair: pair[1].ended_ms)
        return tuple(record for attempt, outcome in ended for record in self._records(attempt, outcome))

    def record_parts(self) -> Iterator[tuple[Record, ...]]:
        """The same in one part."""
        yield self.records()

    def _records(self, attempt: AttemptId, outcome: Outcome) -> Iterator[Record]:
        state = fold(self._journal.events[attempt])
        assert state is not None
        for question, response in zip(state.paper.questions, state.responses, strict=True):
            yield Record(
                attempt=attempt,
                exam=state.paper.exam.id,
                item=question.item.id,
                topic=question.item.topic,
                domain=question.item.domain,
                section=question.item.section,
                shown=response.seen,
                correct=is_correct(question, response.chosen),
                spent_ms=response.spent_ms,
                ended_ms=outcome.ended_ms,
                counts=outcome.reason is not EndReason.DISCARDED,
            )

    def _head(self, attempt: AttemptId, start: Event) -> Head:
        assert isinstance(start, Started)
        outcome = self._journal.outcomes.get(attempt)
        return Head(
            id=attempt,
            exam=start.paper.exam.id,
            profile=start.paper.profile.id,
            form=start.paper.form,
            candidate=start.candidate,
            started_ms=start.at.wall_ms,
            reason=outcome.reason if outcome else None,
            ended_ms=outcome.ended_ms if outcome else None,
            used_ms=outcome.used_ms if outcome else None,
            correct=outcome.correct if outcome else None,
            questions=len(start.paper.questions),
        )


class MemoryBin:
    """A bin that only remembers what was put there."""

    def __init__(self) -> None:
        self.moved: list[tuple[AttemptId, int, bool]] = []

    def binned(self) -> tuple[Binned, ...]:
        """Nothing can be had back."""
        return ()

    def put(self, attempt: AttemptId, wall_ms: int) -> None:
        """Remember it."""
        self.moved.append((attempt, wall_ms, True))

    def restore(self, attempt: AttemptId, wall_ms: int) -> None:
        """Remember it."""
        self.moved.append((attempt, wall_ms, False))

    def purge(self, before_ms: int) -> int:
        """There is nothing."""
        return 0


class MemoryTransfer:
    """Carries nothing."""

    def export(self, step: Step | None = None) -> bytes:
        """An empty file."""
        return b""

    def merge(self, content: bytes, origin: str, step: Step | None = None) -> Merged:
        """Nothing comes of it."""
        return Merged()


class MemoryBanks:
    """Banks that were never on a disk."""

    def __init__(self, *banks: Bank) -> None:
        self._banks = banks

    def summaries(self) -> tuple[BankSummary, ...]:
        """The banks in figures."""
        return tuple(summarise(bank) for bank in self._banks)

    def open(self, exam: str) -> Bank:
        """The bank of an exam."""
        for bank in self._banks:
            if bank.exam.id == exam:
                return bank
        raise Trouble(TroubleKind.NO_SUCH_EXAM, detail=exam)


class MemorySettings:
    """Settings that last as long as the test; `trouble`, when set, is what saving raises."""

    def __init__(self, raw: Mapping[str, Any] | None = None) -> None:
        self.raw: Mapping[str, Any] = raw or {}
        self.saves = 0
        self.trouble: Trouble | None = None

    def load(self) -> Mapping[str, Any]:
        """What was saved."""
        return self.raw

    def save(self, raw: Mapping[str, Any]) -> None:
        """Keep what is saved, or raise the trouble."""
        if self.trouble:
            raise self.trouble
        self.raw = dict(raw)
        self.saves += 1
