"""What is wrong with a bank: one value a problem, with its place and its cure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error keeps the bank from being used; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem for the author of a bank.

    `path` is relative to the banks folder, with forward slashes; `line` counts from 1, None where
    no line applies; `rule` is a short stable code, e.g. `unknown-field`; `what` and `cure` are
    English sentences.
    """

    severity: Severity
    path: str
    line: int | None
    item: str | None
    rule: str
    what: str
    cure: str
