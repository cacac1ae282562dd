"""What an examination finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["ok", "warning", "fault"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of `rehearsal doctor`.

    `key` is what is looked at, for programs; `cure` is what a person can do; `repair` is what `--repair`
    does about it, empty when it can do nothing.
    """

    key: str
    state: State
    subject: str
    words: str
    cure: str = ""
    repair: str = ""

    def plain(self) -> dict[str, str | bool]:
        """For JSON."""
        return {
            "check": self.key,
            "state": self.state,
            "subject": self.subject,
            "words": self.words,
            "cure": self.cure,
            "repairable": bool(self.repair),
        }
