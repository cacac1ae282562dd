"""A bank that came as one file: what such files are called, and what one of them would bring."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.core.exam import Exam
from app.core.text import Text

SUFFIX = ".rehearsalbank"
MIME_TYPE = "application/vnd.rehearsal.bank+zip"
"""By these two the systems know such files; packaging/product.py takes them from here."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A bank that is installed already. Without a title when it cannot be read any more."""

    title: Text | None
    items: int
    digest: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What a package holds, read and judged, before anybody has decided.

    `contents` are its files as they were judged, so that what is installed is what was shown, whatever
    becomes of the file at `path`. `warnings` counts what the quality gate would have otherwise;
    `replaces` is the installed bank whose place it would take.
    """

    path: str
    exam: Exam
    items: int
    digest: str
    warnings: int
    replaces: Standing | None
    contents: dict[str, bytes] = field(repr=False)

    @property
    def known(self) -> bool:
        """Whether exactly this bank is installed already."""
        return self.replaces is not None and self.replaces.digest == self.digest
