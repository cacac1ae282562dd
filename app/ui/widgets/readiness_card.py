"""How ready somebody is, in words, with the scores over time; or that there is too little to tell."""

from __future__ import annotations

from app.core.progress import ExamProgress
from app.core.readiness import Readiness, told
from app.services.ports import Charts
from app.ui.formats import day, days, duration, listed, percent, percents
from app.ui.i18n import interface_language
from app.ui.widgets.parts import label
from app.ui.widgets.svg_chart import PX_A_POINT, SvgChart
from app.ui.widgets.twin_card import TwinCard

_HEIGHT = 190
"""The height of the chart in px at 100 %."""

_MOST_SPOKEN = 10
"""Scores that a screen reader is told one by one; the list below has them all."""


class ReadinessCard(TwinCard):
    """A card; `show_exam` fills it."""

    def __init__(self) -> None:
        super().__init__("readiness")
        self._sentence = label("body")
        self._sentence.setObjectName("readiness")
        self._assumes = label("fine", "muted")
        self.chart = SvgChart(_HEIGHT)
        self._caption = label("fine", "muted")
        charts = (self.chart, self._caption)
        self.compose(self._sentence, self._assumes, *charts, charts=charts)

    def show_exam(self, exam: ExamProgress, charts: Charts) -> None:
        """Show one exam's readiness and trend."""
        title = exam.exam.title.get(interface_language())
        self.title.setText(self.tr("Readiness: {exam}").format(exam=title))
        self._sentence.setText(self._said(exam.readiness))
        self._assumes.setText(
            self.tr(
                "Assumes that your level stays as it was, that the next form is drawn from the same pool by "
                "the same weights, that its questions are new to you, and that you see all of them in the "
                "time allowed. The line is assumed."
            )
        )
        height = _HEIGHT / PX_A_POINT
        self.chart.show_chart(
            lambda width, palette: charts.trend(exam, interface_language(), palette, width, height),
            self.tr("Scores over time"),
            self._spoken(exam),
        )
        self._fill(exam)
        each = max(point.attempts for point in exam.trend)
        self._caption.setText(
            self.tr(
                "Each mark stands for %n attempt(s) in a row: the ring for the score, the stroke for its "
                "95\u202f% interval.",
                "",
                each,
            )
        )

    def _said(self, found: Readiness) -> str:
        if found.chance is None:
            return self.tr(
                "Too little to tell: %n question(s) met for the first time. One full mock exam of new "
                "questions is enough for a first figure.",
                "",
                found.questions,
            )
        words = self.tr(
            "The chance to reach {line} ({needed} of {asked}) on the next form of unseen questions is about "
            "{chance}. The {count} newest questions met for the first time, the last of them on {when}, "
            "leave it open between {low} and {high} (80\u202f% interval)."
        )
        return words.format(
            line=percent(found.profile.pass_percent / 100),
            needed=found.chance.needed,
            asked=found.profile.questions,
            chance=_likely(found.chance.probability),
            count=found.questions,
            when=day(found.newest_ms or 0),
            low=_likely(found.chance.interval.low),
            high=_likely(found.chance.interval.high),
        )

    def _fill(self, exam: ExamProgress) -> None:
        """The trend as a table, the newest first, as the list below has it."""
        heads = (
            self.tr("Date"),
            self.tr("Attempts"),
            self.tr("Score"),
            self.tr("95\u202f% interval"),
            self.tr("Time a question"),
        )
        rows = [
            (
                days(point.begun_ms, point.ended_ms),
                str(point.attempts),
                percent(point.share),
                percents(point.interval.low, point.interval.high),
                duration(point.mean_ms),
            )
            for point in reversed(exam.trend)
        ]
        self.show_figures(self.tr("Scores over time"), heads, rows)

    def _spoken(self, exam: ExamProgress) -> str:
        line = self.tr("assumed line {line}").format(line=percent(exam.line))
        scores = [
            self.tr("{when}: {share}").format(when=day(point.begun_ms), share=percent(point.share))
            for point in exam.trend[-_MOST_SPOKEN:]
        ]
        return listed([line, *scores])


def _likely(probability: float) -> str:
    """A probability in whole percent; never a certainty."""
    return percent(told(probability))
