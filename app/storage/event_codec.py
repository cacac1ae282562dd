"""Events to and from (kind, version, JSON). The formats are a closed table, nothing is guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from app.core.events import (
    Answered,
    Beat,
    BreakTaken,
    Commented,
    Ended,
    Event,
    Flagged,
    Highlighted,
    Interrupted,
    Resumed,
    Started,
    StruckOut,
    Surveyed,
    Visited,
    Warned,
)
from app.core.versioning import Step, TooNew, TooOld, upgrade
from app.services.ports import Trouble, TroubleKind


@dataclass(frozen=True, slots=True)
class Format:
    """How one kind of event is written now, and the steps that lead there from its version 1."""

    of: type[Event]
    steps: tuple[Step, ...] = ()

    @property
    def version(self) -> int:
        """The version that is written."""
        return 1 + len(self.steps)


@dataclass(frozen=True, slots=True)
class Coded:
    """An event as it is stored; `body` is a JSON object."""

    kind: str
    version: int
    body: str


FORMATS: Mapping[str, Format] = {
    "started": Format(Started),
    "visited": Format(Visited),
    "answered": Format(Answered),
    "flagged": Format(Flagged),
    "struck_out": Format(StruckOut),
    "highlighted": Format(Highlighted),
    "commented": Format(Commented),
    "break_taken": Format(BreakTaken),
    "surveyed": Format(Surveyed),
    "warned": Format(Warned),
    "beat": Format(Beat),
    "interrupted": Format(Interrupted),
    "resumed": Format(Resumed),
    "ended": Format(Ended),
}
"""To change a kind of event: change its class, and add the step from the old raw form to the new."""


_MARGIN_MS = 2 * 86_400_000
EARLIEST_MS = -62_135_596_800_000 + _MARGIN_MS
LATEST_MS = 253_402_300_799_999 - _MARGIN_MS
"""From the year 1 to 9999, but for two days: in every time zone what lies between is a date."""


class EventCodec:
    """Encodes and decodes by a table of formats."""

    def __init__(self, formats: Mapping[str, Format] = FORMATS) -> None:
        self._formats = formats
        self._kinds = {form.of: kind for kind, form in formats.items()}
        self._encode = msgspec.json.Encoder().encode

    def encode(self, event: Event) -> Coded:
        """The stored form of an event."""
        kind = self._kinds[type(event)]
        return Coded(kind, self._formats[kind].version, self._encode(event).decode())

    def decode(self, coded: Coded) -> Event:
        """The event of a stored form.

        Trouble: TOO_NEW for an unknown kind or a newer version, TOO_OLD for an older one than
        can be upgraded, DAMAGED for what is no such event.
        """
        form = self._formats.get(coded.kind)
        if form is None:
            raise Trouble(TroubleKind.TOO_NEW, detail=f"unknown kind of event: {coded.kind!r}")
        try:
            event = self._decode(form, coded)
        except TooNew as error:
            raise Trouble(TroubleKind.TOO_NEW, detail=f"{coded.kind}: {error}") from error
        except TooOld as error:
            raise Trouble(TroubleKind.TOO_OLD, detail=f"{coded.kind}: {error}") from error
        except (msgspec.MsgspecError, KeyError, UnicodeError, RecursionError) as error:
            raise Trouble(TroubleKind.DAMAGED, detail=f"{coded.kind}: {error!r}") from error
        if not EARLIEST_MS <= event.at.wall_ms <= LATEST_MS or abs(event.at.tick_ms) > LATEST_MS:
            raise Trouble(TroubleKind.DAMAGED, detail=f"{coded.kind}: a time that no clock tells")
        return event

    @staticmethod
    def _decode(form: Format, coded: Coded) -> Event:
        if coded.version == form.version:
            return msgspec.json.decode(coded.body, type=form.of)
        raw = msgspec.json.decode(coded.body, type=dict[str, object])
        return msgspec.convert(upgrade(raw, coded.version, form.steps), form.of)
