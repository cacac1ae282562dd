"""The port `Documents`, over reportlab. Importing this is cheap: reportlab comes with the first document."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import tzinfo
from functools import cached_property, partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.core.ids import AttemptId
    from app.core.picking import Filter
    from app.core.progress import ExamProgress, Level, Progress
    from app.core.scoring import Result
    from app.reports.fonts import Fonts
    from app.reports.look import Look
    from app.reports.words import Words
    from app.services.ports import Page, Palette, Step

P = ParamSpec("P")


def swept(make: Callable[P, bytes]) -> Callable[P, bytes]:
    """Collect what making a document leaves behind.

    All that reportlab made holds each other, some megabytes, and Python may leave them lying for long.
    """

    @wraps(make)
    def sweep(*args: P.args, **more: P.kwargs) -> bytes:
        try:
            return make(*args, **more)
        finally:
            gc.collect()

    return sweep


class PdfDocuments:
    """Makes PDF documents from values.

    `fonts` holds the TrueType files, `words` the catalogues `report.<language>.json`; `version` is
    the program's. Times are told in `tz`, or as the machine has it when that is None.
    """

    def __init__(self, fonts: Path, words: Path, version: str, *, tz: tzinfo | None = None) -> None:
        self._fonts = fonts
        self._words = words
        self._version = version
        self._tz = tz

    @swept
    def score_report(
        self, result: Result, attempt: AttemptId, language: str, page: Page = "a4", step: Step | None = None
    ) -> bytes:
        """The score report of an attempt; see the port. The same input gives the same bytes.

        Raises Trouble when fonts or words cannot be read.
        """
        from app.reports.score_report import score_report

        words, look_at = self._setting(language, page)
        return score_report(result, attempt, words, look_at, self._version, step)

    @swept
    def answer_review(
        self,
        result: Result,
        attempt: AttemptId,
        language: str,
        wanted: Filter,
        page: Page = "a4",
        step: Step | None = None,
    ) -> bytes:
        """The answer review of an attempt; see the port."""
        from app.reports.answer_review import answer_review

        words, look_at = self._setting(language, page)
        return answer_review(result, attempt, words, look_at(1.0), self._version, wanted, step)

    @swept
    def progress_report(
        self, progress: Progress, language: str, page: Page = "a4", step: Step | None = None
    ) -> bytes:
        """The progress report over many attempts; see the port."""
        from app.reports.progress_report import progress_report

        words, look_at = self._setting(language, page)
        return progress_report(progress, words, look_at(1.0), self._version, step)

    def trend(
        self, exam: ExamProgress, language: str, palette: Palette, width: float, height: float
    ) -> bytes:
        """The trend as SVG for the window: the drawing that the progress report has."""
        from app.reports.charts import Pen, trend_chart
        from app.reports.progress_report import trend_of
        from app.reports.svg import svg

        words = self._words_of(language)
        return svg(trend_chart(trend_of(exam, words), width, height, Pen(self._faces, palette)))

    def course(
        self, levels: Sequence[Level], line: float, palette: Palette, width: float, height: float
    ) -> bytes:
        """A domain over time as SVG for the window: the drawing that the progress report has."""
        from app.reports.charts import Pen, course_chart
        from app.reports.progress_report import course_of
        from app.reports.svg import svg

        return svg(course_chart(course_of(levels, line), width, height, Pen(self._faces, palette)))

    def _setting(self, language: str, page: Page) -> tuple[Words, Callable[[float], Look]]:
        """The words of a language, and the look of a paper size at a density."""
        from app.reports.look import Look

        words = self._words_of(language)
        return words, partial(Look, self._faces, words.language, page)

    def _words_of(self, language: str) -> Words:
        from app.reports.words import Words

        return Words.load(self._words, language, self._tz)

    @cached_property
    def _faces(self) -> Fonts:
        from app.reports.fonts import Fonts

        return Fonts(self._fonts)
