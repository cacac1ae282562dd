"""Each domain over time: a small chart with the newest figures beside it, or all of them as a table."""

from __future__ import annotations

from functools import partial

from app.core.progress import ExamProgress, Level, Period
from app.services.ports import Charts, Palette
from app.ui.formats import day, days, listed, percent, percents
from app.ui.i18n import interface_language
from app.ui.labels import band_word
from app.ui.widgets.chart_rows import ChartRows, Row
from app.ui.widgets.group_card import BAND_TONES
from app.ui.widgets.parts import label
from app.ui.widgets.svg_chart import PX_A_POINT, SvgChart
from app.ui.widgets.twin_card import TwinCard

_HEIGHT = 48
"""The height of a chart in px at 100 %."""

FEWEST_PERIODS = 2
"""One period is no course."""


class CoursesCard(TwinCard):
    """A card; `show_exam` fills it."""

    def __init__(self) -> None:
        super().__init__("courses")
        self._span = label("fine", "muted")
        self._rows = ChartRows()
        self.compose(self._span, self._rows, charts=[self._rows])

    def show_exam(self, exam: ExamProgress, charts: Charts) -> None:
        """Show the domains of one exam; fewer periods than two would make no course."""
        self.title.setText(self.tr("Domains over time"))
        self._span.setText(
            self.tr("{first} to {last} · band of 80\u202f%, line: estimate · assumed line {line}").format(
                first=day(exam.periods[0].begun_ms),
                last=day(exam.periods[-1].ended_ms),
                line=percent(exam.line),
            )
        )
        self._rows.show_rows([self._parts(level, exam, charts) for level in exam.domains])
        self._fill(exam)

    def _parts(self, level: Level, exam: ExamProgress, charts: Charts) -> Row:
        """Name, chart, newest estimate, its band and class."""
        found = exam.course(level.id)
        newest, title = found[-1], level.title.get(interface_language())
        chart = SvgChart(_HEIGHT)
        draw = partial(_drawn, charts, found, exam.line)
        chart.show_chart(draw, title, listed(percent(each.estimate.share) for each in found))
        band = f"{_ends(newest)}  {band_word(newest.band)}"
        return (
            label("body", text=title),
            chart,
            label("body", text=percent(newest.estimate.share), wrap=False),
            label("secondary", BAND_TONES[newest.band], band),
        )

    def _fill(self, exam: ExamProgress) -> None:
        """A row a domain, a column a period."""
        heads = [self.tr("Domain"), *(days(period.begun_ms, period.ended_ms) for period in exam.periods)]
        rows = [
            [level.title.get(interface_language()), *(self._cell(period, level) for period in exam.periods)]
            for level in exam.domains
        ]
        self.show_figures(self.title.text(), heads, rows)

    def _cell(self, period: Period, level: Level) -> str:
        found = next((each for each in period.levels if each.id == level.id), None)
        if found is None:
            return self.tr("not asked")
        return self.tr("{share} ({band})").format(share=percent(found.estimate.share), band=_ends(found))


def _drawn(charts: Charts, found: tuple[Level, ...], line: float, width: float, palette: Palette) -> bytes:
    return charts.course(found, line, palette, width, _HEIGHT / PX_A_POINT)


def _ends(level: Level) -> str:
    return percents(level.estimate.band.low, level.estimate.band.high)
