"""What the use cases need from the world, as protocols, and how the world says that it failed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from app.core.bank import Bank
    from app.core.events import Event
    from app.core.history import Binned, Head, Merged, Outcome, Record
    from app.core.ids import AttemptId, ItemId
    from app.core.moment import Moment
    from app.core.packages import Offer
    from app.core.paper import Exposure
    from app.core.picking import Filter
    from app.core.problems import Problem
    from app.core.progress import ExamProgress, Level, Progress
    from app.core.scoring import Result
    from app.core.summary import BankSummary


class TroubleKind(StrEnum):
    """The world's ways to fail; the words for them are in ui/labels and cli."""

    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"
    NO_ACCESS = "no_access"
    MISSING = "missing"
    LOCKED = "locked"
    NOT_A_DATABASE = "not_a_database"
    DAMAGED = "damaged"
    LOST = "lost"
    TOO_NEW = "too_new"
    TOO_OLD = "too_old"
    CONFLICT = "conflict"
    BANK_BROKEN = "bank_broken"
    BANK_SHIPPED = "bank_shipped"
    NO_SUCH_ATTEMPT = "no_such_attempt"
    NO_SUCH_EXAM = "no_such_exam"
    CANNOT_FILL = "cannot_fill"
    OTHER = "other"


class Trouble(Exception):
    """The one family of errors that the outer rooms raise: the world failed, work goes on.

    `path` names the file or folder, `detail` is technical and goes to the log and to the details.
    """

    def __init__(
        self,
        kind: TroubleKind,
        path: str = "",
        detail: str = "",
        problems: tuple[Problem, ...] = (),
    ) -> None:
        super().__init__(f"{kind}: {path} {detail}".strip())
        self.kind = kind
        self.path = path
        self.detail = detail
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a chart, as `#RRGGBB`; a chart is drawn with those of the paper or of the window."""

    surface: str
    sunken: str
    edge: str
    text: str
    muted: str
    control: str
    accent: str


Page = Literal["a4", "letter"]
"""A size of paper."""

Step = Callable[[float], None]
"""Is told how much of a document is made (0..1), often; what it raises ends the work."""


class Cancelled(Exception):
    """Somebody wanted no more of something long: raised by a `Step`, and no trouble."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels of four bytes (blue, green, red, unused), a row every `stride` bytes."""

    width: int
    height: int
    stride: int
    pixels: bytes


MENDABLE = frozenset({TroubleKind.DAMAGED, TroubleKind.NOT_A_DATABASE, TroubleKind.LOST})
"""What a backup helps against."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the whole history, made at `made_ms` (milliseconds since the epoch)."""

    path: str
    made_ms: int


@dataclass(frozen=True, slots=True)
class Recovery:
    """What was done about a file that was damaged, emptied, deleted, or behind what had been saved.

    `kept`: where the damaged file lies now, empty when there was none. `backup`: the copy that was put in
    its place, None when none was sound or needed. `merged`: events added to it that were saved after it was
    made. `attempts`: those in the file now.
    """

    kept: str
    backup: Backup | None
    merged: int
    attempts: int
    detail: str = ""


class Keeper(Protocol):
    """Looks after the file with the history. Nothing of this happens while a candidate waits for it."""

    def check(self) -> Recovery | None:
        """Look at a file that was not closed cleanly, and mend it; None when nothing had to be done."""

    def recover(self) -> Recovery | None:
        """Put the newest sound backup in place of a broken file, with all that was saved since.

        None when the file is sound. The broken one is kept beside it. Trouble when that cannot be done.
        """

    def back_up(self) -> Backup | None:
        """Make a copy, if anything has changed since the last one; None when nothing has."""

    def backups(self) -> tuple[Backup, ...]:
        """The copies that are there, newest first."""


class Clock(Protocol):
    """Reads both clocks."""

    def now(self) -> Moment:
        """The present moment."""


class IdMaker(Protocol):
    """Makes what has to be new: attempt ids and seeds."""

    def attempt_id(self) -> AttemptId:
        """A new attempt id, sortable by time of making."""

    def seed(self) -> int:
        """A seed for drawing a paper."""


class Journal(Protocol):
    """The append-only record of attempts."""

    def append(
        self,
        attempt: AttemptId,
        expected_version: int,
        events: tuple[Event, ...],
        outcome: Outcome | None = None,
    ) -> None:
        """Write events in one durable transaction.

        `expected_version` is the number of events already there; a different one is a Trouble
        (CONFLICT). `outcome` goes with the event that ends the attempt. Either all is on disk
        when this returns, or nothing is and a Trouble is raised.
        """

    def read(self, attempt: AttemptId) -> tuple[Event, ...]:
        """All events of an attempt in order; Trouble (NO_SUCH_ATTEMPT) when there are none."""


class Archive(Protocol):
    """The reading side of the history."""

    def heads(self) -> tuple[Head, ...]:
        """All attempts, newest first."""

    def exposures(self) -> Mapping[ItemId, Exposure]:
        """Every item ever shown in an attempt that has ended, whatever its end."""

    def records(self) -> tuple[Record, ...]:
        """The questions of all attempts that have ended, oldest attempt first."""

    def record_parts(self) -> Iterator[tuple[Record, ...]]:
        """The same in parts, some of them empty: reading many takes a while."""


class Bin(Protocol):
    """What was deleted, to be had back for a while."""

    def binned(self) -> tuple[Binned, ...]:
        """What lies in the bin, what was put there last first."""

    def put(self, attempt: AttemptId, wall_ms: int) -> None:
        """Put an attempt into the bin; Trouble (NO_SUCH_ATTEMPT) when there is none."""

    def restore(self, attempt: AttemptId, wall_ms: int) -> None:
        """Take an attempt out of the bin; Trouble (NO_SUCH_ATTEMPT) when there is none."""

    def purge(self, before_ms: int) -> int:
        """Remove for good what was put into the bin before a moment; how many attempts that were."""


class Transfer(Protocol):
    """Carries a whole history from one computer to another."""

    def export(self, step: Step | None = None) -> bytes:
        """Everything but the bin as one file. The same history gives the same bytes."""

    def merge(self, content: bytes, origin: str, step: Step | None = None) -> Merged:
        """Add what such a file holds and is not here, in one transaction, by attempt id.

        Merging again changes nothing. Trouble about `origin`: DAMAGED when a digest does not agree
        or it is no such file, TOO_NEW when a newer program wrote it; nothing has been changed then.
        """


class BankSource(Protocol):
    """The banks on disk."""

    def summaries(self) -> tuple[BankSummary, ...]:
        """The usable banks in figures, in a stable order. Trouble (BANK_BROKEN) when none is."""

    def open(self, exam: str) -> Bank:
        """The bank of an exam; Trouble (NO_SUCH_EXAM, BANK_BROKEN) when it cannot be had."""


class Packages(Protocol):
    """The user's own banks, each of which came as one file. Slow: both may take seconds."""

    def look(self, path: Path) -> Offer:
        """Read and judge a package, and change nothing.

        Trouble about `path`: BANK_BROKEN (with its problems when the files are whole and the bank has
        errors), BANK_SHIPPED, TOO_NEW, or what kept the file from being read.
        """

    def install(self, offer: Offer) -> None:
        """Put in place what was looked at, whole or not at all; Trouble about the folder of banks."""


class Documents(Protocol):
    """Makes documents for people, as PDF, in an interface language; an unknown one gives English."""

    def score_report(
        self, result: Result, attempt: AttemptId, language: str, page: Page = "a4", step: Step | None = None
    ) -> bytes:
        """The score report of an attempt: one or two pages without the text of a question."""

    def answer_review(
        self,
        result: Result,
        attempt: AttemptId,
        language: str,
        wanted: Filter,
        page: Page = "a4",
        step: Step | None = None,
    ) -> bytes:
        """Every question of an attempt that is wanted, as it was seen, with keys and reasons."""

    def progress_report(
        self, progress: Progress, language: str, page: Page = "a4", step: Step | None = None
    ) -> bytes:
        """What many attempts say together."""


class Charts(Protocol):
    """Draws charts for the window, as SVG; lengths in points."""

    def trend(
        self, exam: ExamProgress, language: str, palette: Palette, width: float, height: float
    ) -> bytes:
        """Scores over time with their intervals and the assumed line."""

    def course(
        self, levels: Sequence[Level], line: float, palette: Palette, width: float, height: float
    ) -> bytes:
        """One domain over time, small: estimates with their bands, and the assumed line (0..1)."""


class OpenSheets(Protocol):
    """A document whose pages can be looked at; pages count from 0."""

    def __len__(self) -> int:
        """How many pages it has."""

    def size(self, page: int) -> tuple[float, float]:
        """Width and height of a page in points."""

    def picture(self, page: int, width: int) -> Picture:
        """A page as a picture so many pixels wide."""

    def words(self, page: int) -> str:
        """The text of a page."""

    def close(self) -> None:
        """Free what it holds; it cannot be used after that."""


class Viewer(Protocol):
    """Looks at documents that were made here."""

    def open(self, pdf: bytes) -> OpenSheets:
        """The pages of a document."""


class SettingsStore(Protocol):
    """Where preferences are kept, as a plain mapping."""

    def load(self) -> Mapping[str, Any]:
        """What was saved; empty when nothing was, or when it cannot be read."""

    def save(self, raw: Mapping[str, Any]) -> None:
        """Replace what was saved, whole or not at all."""
