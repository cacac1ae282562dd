"""Closed lists that values, events and lists share."""

from enum import StrEnum


class Policy(StrEnum):
    """What becomes of the clock while the program is not running.

    CENTRE: unused time is kept, as a test centre does after a failure. STRICT: the deadline runs on.
    """

    CENTRE = "centre"
    STRICT = "strict"


class EndReason(StrEnum):
    """Why an attempt ended."""

    FINISHED = "finished"
    EXPIRED = "expired"
    SCORED_AS_IT_STANDS = "scored_as_it_stands"
    DISCARDED = "discarded"


class Cause(StrEnum):
    """Why an attempt was interrupted: window closed, computer suspended, or the program was lost."""

    CLOSED = "closed"
    SUSPENDED = "suspended"
    LOST = "lost"
