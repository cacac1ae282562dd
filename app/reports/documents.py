"""The port `Documents`, over reportlab. Importing this is cheap: reportlab comes with the first document."""

from __future__ import annotations

from datetime import tzinfo
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

Page = Literal["a4", "letter"]

if TYPE_CHECKING:
    from app.core.ids import AttemptId
    from app.core.scoring import Result


class PdfDocuments:
    """Makes PDF documents from values.

    `fonts` holds the TrueType files, `words` the catalogues `report.<language>.json`; `version` is
    the program's. Times are told in `tz`, or as the machine has it when that is None.
    """

    def __init__(
        self, fonts: Path, words: Path, version: str, *, page: Page = "a4", tz: tzinfo | None = None
    ) -> None:
        self._fonts = fonts
        self._words = words
        self._version = version
        self._page = page
        self._tz = tz

    def score_report(self, result: Result, attempt: AttemptId, language: str) -> bytes:
        """The score report of an attempt as a PDF, in an interface language; unknown ones give English.

        The same input gives the same bytes. Raises Trouble when fonts or words cannot be read.
        """
        from app.reports.fonts import Fonts
        from app.reports.look import Look
        from app.reports.score_report import score_report
        from app.reports.words import Words

        words = Words.load(self._words, language, self._tz)
        look_at = partial(Look, Fonts(self._fonts), words.language, self._page)
        return score_report(result, attempt, words, look_at, self._version)
