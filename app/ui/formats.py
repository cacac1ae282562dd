"""Numbers, times and dates as people read them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale


def clock(milliseconds: int) -> str:
    """H:MM:SS, rounded up, so that a clock shows 0:00:00 only when nothing is left."""
    seconds = -(-milliseconds // 1000)
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def duration(milliseconds: int) -> str:
    """H:MM:SS of time that has passed, rounded down."""
    return clock(milliseconds // 1000 * 1000)


def percent(share: float) -> str:
    """A share in whole percent, with the thin space that both languages take."""
    return f"{round(share * 100)}\u202f%"


def percents(low: float, high: float) -> str:
    """A range of shares in whole percent."""
    return f"{percent(low)} – {percent(high)}"


def listed(words: Iterable[str]) -> str:
    """Words one after the other, divided as the interface language does it."""
    return QCoreApplication.translate("formats", ", ").join(words)


def when(milliseconds: int) -> str:
    """A moment (ms since the epoch) as short local date and time in the interface language."""
    moment = QDateTime.fromSecsSinceEpoch(milliseconds // 1000)
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def day(milliseconds: int) -> str:
    """A moment (ms since the epoch) as a short local date in the interface language."""
    moment = QDateTime.fromSecsSinceEpoch(milliseconds // 1000)
    return QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat)


def days(first: int, last: int) -> str:
    """Two moments (ms since the epoch) as a span of dates; one date when they are of the same day."""
    begun, ended = day(first), day(last)
    return begun if begun == ended else f"{begun} – {ended}"


def iso_date(milliseconds: int) -> str:
    """The UTC date of a moment, for file names."""
    return datetime.fromtimestamp(milliseconds / 1000, tz=UTC).date().isoformat()
