"""The words of documents: a catalogue of sentences with named gaps, and how figures are written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path

from app.services.ports import Trouble, TroubleKind

SOURCE = "en"
"""The language that is complete, and stands in where another lacks a sentence."""

NO_BREAK = "\u202f"
"""The narrow space before a percent sign, at which no line ends."""


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of one language; times are told in `tz` (None: as the machine has it)."""

    language: str
    sentences: dict[str, str]
    tz: tzinfo | None = None

    @classmethod
    def load(cls, folder: Path, language: str, tz: tzinfo | None = None) -> Words:
        """The words of `language`, of its main language (`ja` for `ja-JP`), or else of English."""
        main = language.replace("_", "-").split("-")[0]
        known = next((tag for tag in (language, main) if (folder / _name(tag)).is_file()), SOURCE)
        return cls(known, {**_read(folder / _name(SOURCE)), **_read(folder / _name(known))}, tz)

    def __call__(self, key: str, **gaps: object) -> str:
        """The sentence of that key with its gaps filled; KeyError when there is none."""
        return self.sentences[key].format(**gaps)

    def language_name(self, tag: str) -> str:
        """The name of a language, or its tag where there is none."""
        return self.sentences.get(f"language.{tag}", tag)

    def day(self, milliseconds: int) -> str:
        """Date and time of a moment (ms since the epoch) with its distance from UTC."""
        moment = self._local(milliseconds)
        offset = moment.strftime("%z")
        return self("date.zone", moment=self.minute(milliseconds), zone=f"UTC{offset[:3]}:{offset[3:5]}")

    def date(self, milliseconds: int) -> str:
        """The date of a moment (ms since the epoch)."""
        moment = self._local(milliseconds)
        return self("day", year=moment.year, month=self(f"month.{moment.month}"), day=moment.day)

    def joined(self, names: Sequence[str]) -> str:
        """Names in a row."""
        return self("list.between").join(names)

    def minute(self, milliseconds: int) -> str:
        """Date and time of a moment (ms since the epoch) to the minute."""
        moment = self._local(milliseconds)
        month = self(f"month.{moment.month}")
        return self("date", year=moment.year, month=month, day=moment.day, time=f"{moment:%H:%M}")

    def _local(self, milliseconds: int) -> datetime:
        return datetime.fromtimestamp(milliseconds / 1000, tz=self.tz).astimezone(self.tz)


def percent(share: float) -> str:
    """A share (0..1) in whole percent."""
    return f"{round(share * 100)}{NO_BREAK}%"


def percents(low: float, high: float) -> str:
    """A range of shares (0..1) in whole percent."""
    return f"{round(low * 100)}–{percent(high)}"


def duration(milliseconds: int) -> str:
    """H:MM:SS of time that has passed, rounded down."""
    seconds = milliseconds // 1000
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def brief(milliseconds: int) -> str:
    """M:SS, or H:MM:SS from an hour on, rounded to the second: time on a question."""
    seconds = (milliseconds + 500) // 1000
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def _name(language: str) -> str:
    return f"report.{language}.json"


def _read(path: Path) -> dict[str, str]:
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise Trouble(TroubleKind.MISSING, str(path), str(error)) from error
    except PermissionError as error:
        raise Trouble(TroubleKind.NO_ACCESS, str(path), str(error)) from error
    except (OSError, ValueError) as error:
        raise Trouble(TroubleKind.DAMAGED, str(path), str(error)) from error
    if not isinstance(raw, dict):
        raise Trouble(TroubleKind.DAMAGED, str(path), "not a mapping")
    return {str(key): str(sentence) for key, sentence in raw.items()}
