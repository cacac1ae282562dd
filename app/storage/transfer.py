"""The whole history as one file: a zip archive with a list of attempts and the stored events of each.

`history.json` names the format, its version, and for each attempt the SHA-256 of its member
`attempts/<n>.json`, which is a list of [kind, event version, JSON]. Members have no dates: the same
history gives the same bytes. What follows from events (outcome, items shown) is derived anew.
"""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from app.core.history import Merged, outcome
from app.core.ids import AttemptId
from app.services.ports import Step, Trouble, TroubleKind
from app.storage.errors import troubles
from app.storage.heads import HEADS, SqlArchive
from app.storage.store import Store

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.core.events import Event
    from app.storage.event_codec import Coded

FORMAT = "rehearsal-history"
VERSION = 1
LIST = "history.json"

_MOST_BYTES = 8 << 20
"""An attempt has some 200 kB: what is larger than this was not written here."""

_PARTS = 3
"""Kind, event version, body."""


@dataclass(frozen=True, slots=True)
class _Carried:
    """An attempt as the file holds it."""

    id: AttemptId
    coded: tuple[Coded, ...]


class SqlTransfer:
    """Writes and merges such files."""

    def __init__(self, store: Store, archive: SqlArchive) -> None:
        self._store = store
        self._archive = archive

    def export(self, step: Step | None = None) -> bytes:
        """Everything but the bin; see the port."""
        with troubles(self._store.path):
            ids = sorted(AttemptId(row[0]) for row in self._archive.rows(HEADS.format(binned=0)))
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            listed = [self._write(archive, number, attempt) for number, attempt in _told(ids, len(ids), step)]
            head = {"format": FORMAT, "version": VERSION, "attempts": listed}
            archive.writestr(_member(LIST), _plain(head))
        return target.getvalue()

    def merge(self, content: bytes, origin: str, step: Step | None = None) -> Merged:
        """Add what is not here; see the port."""
        merged = Merged()
        with _about(origin), _opened(content) as carried:
            # All of it is read before anything is written, and again instead of kept: a history of years
            # would fill the memory.
            for _ in _told(carried, len(carried), step, of=2):
                pass
            if len(carried) == 0:
                return merged
            with self._store.writing() as connection:
                for _, one in _told(carried, len(carried), step, part=1, of=2):
                    change = _merge(connection, one, origin)
                    merged = replace(merged, **{change: getattr(merged, change) + 1})
        return merged

    def _write(self, archive: zipfile.ZipFile, number: int, attempt: AttemptId) -> dict[str, str]:
        from app.storage.records import coded_events_of

        with self._store.reading() as connection:
            rows = [[one.kind, one.version, one.body] for one in coded_events_of(connection, attempt)]
        content = _plain(rows)
        archive.writestr(_member(_name(number)), content)
        return {"id": attempt, "sha256": sha256(content).hexdigest()}


@contextmanager
def _about(origin: str) -> Iterator[None]:
    """Whatever is wrong in here is wrong with that file."""
    try:
        yield
    except Trouble as trouble:
        trouble.path = trouble.path or origin
        raise


def _merge(connection: Connection, carried: _Carried, origin: str) -> str:
    """Merge one attempt; which of the numbers of `Merged` grows by it."""
    from app.storage.records import coded_events_of

    here = coded_events_of(connection, carried.id)
    common = min(len(here), len(carried.coded))
    if here[:common] != carried.coded[:common]:
        return "differing"
    if common == len(carried.coded):
        return "known"
    with _about(origin):
        events = _decoded(carried)
    _add(connection, carried, events, common)
    return "extended" if common else "added"


def _add(connection: Connection, carried: _Carried, events: Sequence[Event], known: int) -> None:
    """Write the events beyond the first `known` ones, and what follows when they end the attempt."""
    from app.core.attempt import fold
    from app.core.events import Ended
    from app.core.scoring import score
    from app.storage import records
    from app.storage.marks import marks_of

    # As they were stored there, so that the same history is known again whatever version wrote it.
    new = list(zip(events, carried.coded, strict=True))[known:]
    records.add_coded(connection, carried.id, known, new)
    ends = next((at for at, event in enumerate(events) if isinstance(event, Ended)), None)
    if ends is not None and ends >= known:
        state = fold(events)
        assert state is not None
        records.add_outcome(connection, carried.id, outcome(state, score(state)))
        records.add_marks(connection, carried.id, marks_of(state))


def _decoded(carried: _Carried) -> tuple[Event, ...]:
    """The events of an attempt; Trouble when they are not those of one."""
    from app.core.attempt import fold
    from app.storage.event_codec import EventCodec

    codec = EventCodec()
    events = tuple(codec.decode(one) for one in carried.coded)
    try:
        state = fold(events)
    except (ValueError, IndexError, KeyError) as error:
        raise Trouble(TroubleKind.DAMAGED, detail=f"attempt {carried.id}: {error}") from error
    questions = range(len(state.paper.questions) if state else 0)
    asked = {event.question for event in events if hasattr(event, "question")}
    if not questions or not asked <= set(questions):
        _damaged(f"attempt {carried.id}: a question that its paper has not")
    return events


class _Carriage:
    """The attempts of such a file, each checked against its digest when it is read."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = set(archive.namelist())
        if LIST not in self._names:
            _damaged("not a history that was exported")
        self._listed = _listed(_member_of(archive, LIST))

    def __len__(self) -> int:
        return len(self._listed)

    def __iter__(self) -> Iterator[_Carried]:
        for number, entry in enumerate(self._listed, 1):
            name = _name(number)
            content = _member_of(self._archive, name) if name in self._names else b""
            if sha256(content).hexdigest() != entry["sha256"]:
                _damaged(f"the digest of attempt {entry['id']} does not agree")
            yield _Carried(AttemptId(entry["id"]), _coded(content, entry["id"]))


@contextmanager
def _opened(content: bytes) -> Iterator[_Carriage]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise Trouble(TroubleKind.DAMAGED, detail="not a history that was exported") from error
    with archive:
        yield _Carriage(archive)


def _listed(content: bytes) -> list[dict[str, str]]:
    """The attempts in the list; Trouble when it is of another format or of a newer version."""
    head = _parsed(content)
    if not isinstance(head, dict) or head.get("format") != FORMAT or not isinstance(head.get("version"), int):
        _damaged("not a history that was exported")
    if head["version"] > VERSION:
        raise Trouble(TroubleKind.TOO_NEW, detail=f"version {head['version']} of {FORMAT}")
    attempts = head.get("attempts")
    if not isinstance(attempts, list) or not all(
        isinstance(entry, dict) and isinstance(entry.get("id"), str) and isinstance(entry.get("sha256"), str)
        for entry in attempts
    ):
        _damaged("the list of attempts")
    if len({entry["id"] for entry in attempts}) != len(attempts):
        _damaged("an attempt is listed twice")
    return attempts


def _coded(content: bytes, attempt: str) -> tuple[Coded, ...]:
    from app.storage.event_codec import Coded

    rows = _parsed(content)
    if not isinstance(rows, list) or not rows or not all(_is_event(row) for row in rows):
        _damaged(f"the events of attempt {attempt}")
    return tuple(Coded(kind, version, body) for kind, version, body in rows)


def _is_event(row: Any) -> bool:
    return isinstance(row, list) and len(row) == _PARTS and [type(part) for part in row] == [str, int, str]


def _member_of(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of a member; Trouble when they are too many or not what was written."""
    if archive.getinfo(name).file_size > _MOST_BYTES:
        _damaged(f"{name} is too large")
    try:
        return archive.read(name)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError) as error:
        raise Trouble(TroubleKind.DAMAGED, detail=f"{name}: {error}") from error


def _parsed(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise Trouble(TroubleKind.DAMAGED, detail=str(error)) from error


def _damaged(detail: str) -> NoReturn:
    raise Trouble(TroubleKind.DAMAGED, detail=detail)


T = TypeVar("T")


def _told(
    values: Iterable[T], count: int, step: Step | None, *, part: int = 0, of: int = 1
) -> Iterator[tuple[int, T]]:
    """Values with their numbers from 1, telling how much is done; they are one `part` `of` so many."""
    for number, value in enumerate(values, 1):
        if step is not None:
            step((part + number / count) / of)
        yield number, value


def _name(number: int) -> str:
    return f"attempts/{number:06}.json"


def _member(name: str) -> zipfile.ZipInfo:
    """A member without a date."""
    member = zipfile.ZipInfo(name)
    member.compress_type = zipfile.ZIP_DEFLATED
    return member


def _plain(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
