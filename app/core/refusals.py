"""Why a command is refused: a closed list, no words for people."""

from enum import StrEnum


class Refusal(StrEnum):
    """A normal answer of the core, not an error."""

    ALREADY_STARTED = "already_started"
    NOT_STARTED = "not_started"
    NOT_RUNNING = "not_running"
    ALREADY_RUNNING = "already_running"
    ENDED = "ended"
    NO_SUCH_QUESTION = "no_such_question"
    NO_SUCH_OPTION = "no_such_option"
    TOO_MANY_CHOSEN = "too_many_chosen"
    ON_BREAK = "on_break"
    TOO_LONG = "too_long"
    NOT_ENDED = "not_ended"
    EMPTY_PAPER = "empty_paper"
    BAD_EXTRA_TIME = "bad_extra_time"
    NOT_FOR_THE_CANDIDATE = "not_for_the_candidate"
