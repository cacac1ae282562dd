"""What was saved since the last backup, a second time: lines in a file of their own.

The database is the record. This is for the day on which it is found broken, or its log lost: together with
the last backup these lines are all that was ever saved. A line is the CRC-32 of the rest as eight hex digits,
a space, and a JSON list: attempt, version, kind, event version, JSON of the event. The break comes first, so
that a line which could only be written in part does not spoil the next. Version 0 says that the attempt was
deleted for good: what was noted of it before counts no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.ids import AttemptId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.storage.event_codec import Coded

_PURGED = 0
"""The version of a note that an attempt was deleted for good; events count from 1."""

Rows = dict[AttemptId, dict[int, "Coded"]]
"""Events as they are stored, by attempt and version."""


class Recent:
    """The file `<database>.recent`. Writing it never fails aloud: the event is in the database already."""

    def __init__(self, database: Path) -> None:
        self.path = database.with_name(f"{database.name}.recent")

    def add(self, attempt: AttemptId, version: int, new: Sequence[Coded]) -> None:
        """Note events, the first of which is the attempt's event of that version (counted from 1)."""
        self._append(b"".join(_line(attempt, number, coded) for number, coded in enumerate(new, version)))

    def purge(self, attempts: Sequence[AttemptId]) -> None:
        """Note that everything of attempts was deleted on purpose: they are not missing."""
        self._append(_purges(attempts))

    def replace(self, rows: Rows) -> None:
        """Have these noted in place of all others; what was deleted for good stays so."""
        lines = [_purges(sorted(self.purged()))]
        for attempt, events in rows.items():
            lines += [_line(attempt, version, events[version]) for version in sorted(events)]
        with suppress(OSError):
            self._write(b"".join(lines))

    def _append(self, lines: bytes) -> None:
        try:
            with self.path.open("ab") as file:
                file.write(lines)
        except OSError as error:
            import logging

            logging.getLogger(__name__).warning("not noted beside the database: %s", error)

    def read(self) -> Rows:
        """The events of all whole lines; a broken one is passed over."""
        return self._read()[0]

    def purged(self) -> frozenset[AttemptId]:
        """The attempts that were deleted for good since the last backup."""
        return self._read()[1]

    def _read(self) -> tuple[Rows, frozenset[AttemptId]]:
        rows: Rows = {}
        purged = set[AttemptId]()
        content = b""
        with suppress(OSError):
            content = self.path.read_bytes()
        for attempt, version, coded in _parsed(content):
            if version == _PURGED:
                rows.pop(attempt, None)
                purged.add(attempt)
            else:
                rows.setdefault(attempt, {})[version] = coded
        return rows, frozenset(purged)

    def size(self) -> int:
        """Bytes in the file now."""
        with suppress(OSError):
            return self.path.stat().st_size
        return 0

    def forget(self, size: int) -> None:
        """A backup holds what was there when the file had that size; what came since stays."""
        with suppress(OSError):
            content = self.path.read_bytes()[size:]
            if content:
                self._write(content)
            else:
                self.path.unlink()

    def _write(self, content: bytes) -> None:
        """Put this in place of all that was noted."""
        part = self.path.with_name(f"{self.path.name}.part")
        part.write_bytes(content)
        part.replace(self.path)


def _purges(attempts: Iterable[AttemptId]) -> bytes:
    from app.storage.event_codec import Coded

    nothing = Coded("purged", 1, "")
    return b"".join(_line(attempt, _PURGED, nothing) for attempt in attempts)


def _line(attempt: AttemptId, version: int, coded: Coded) -> bytes:
    import json
    import zlib

    row = [attempt, version, coded.kind, coded.version, coded.body]
    words = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()
    return b"\n%08x %b" % (zlib.crc32(words), words)


def _parsed(content: bytes) -> Iterator[tuple[AttemptId, int, Coded]]:
    import json
    import zlib

    from app.storage.event_codec import Coded

    for line in content.split(b"\n"):
        found, _, words = line.partition(b" ")
        if found != b"%08x" % zlib.crc32(words):
            continue
        with suppress(ValueError, TypeError):
            attempt, version, kind, event_version, body = json.loads(words)
            yield AttemptId(attempt), version, Coded(kind, event_version, body)
