"""Time is computed, never counted down: functions of an attempt and of a moment handed in."""

from __future__ import annotations

from app.core.attempt import Attempt, gap_ms
from app.core.moment import Moment

MINUTE_MS = 60_000
WARNINGS_MIN = (30, 15, 5, 1)
"""Minutes left at which a warning is given, each once."""

EXTRA_PERCENTS = (0, 25, 50, 100)
"""Extra time that can be granted, in percent of the profile's time."""


def limit_ms(minutes: int, extra_percent: int) -> int:
    """Time allowed, in milliseconds, for a profile's minutes and an accommodation."""
    return minutes * MINUTE_MS * (100 + extra_percent) // 100


def used_ms(attempt: Attempt, now: Moment) -> int:
    """Exam time used up to `now`, at most the time allowed."""
    return min(attempt.limit_ms, attempt.used_ms + gap_ms(attempt, now))


def remaining_ms(attempt: Attempt, now: Moment) -> int:
    """Exam time left at `now`, never negative. It never grows while the exam runs."""
    return attempt.limit_ms - used_ms(attempt, now)


def expired(attempt: Attempt, now: Moment) -> bool:
    """Whether the time is up though the attempt has not been ended yet."""
    return not attempt.ended and remaining_ms(attempt, now) <= 0


def deadline(attempt: Attempt, now: Moment) -> Moment:
    """For an expired attempt: the moment at which its time was up."""
    overdue = attempt.used_ms + gap_ms(attempt, now) - attempt.limit_ms
    return now.earlier_by(max(0, overdue))


def due_warnings(attempt: Attempt, now: Moment) -> tuple[int, ...]:
    """The warnings (minutes left) to give at `now`, longest first; none is given twice.

    A warning as long as the whole exam or longer would come at once and is not given.
    """
    left = remaining_ms(attempt, now)
    return tuple(
        minutes
        for minutes in WARNINGS_MIN
        if left <= minutes * MINUTE_MS < attempt.limit_ms and minutes not in attempt.warned
    )
