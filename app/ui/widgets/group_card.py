"""Scores of a group of strata: a bar each, or the same figures as a table."""

from __future__ import annotations

from app.core.scoring import Band, GroupScore
from app.ui.formats import listed, percent, percents
from app.ui.i18n import interface_language
from app.ui.labels import band_word
from app.ui.widgets.chart_rows import ChartRows, Row
from app.ui.widgets.interval_bar import IntervalBar
from app.ui.widgets.parts import label
from app.ui.widgets.twin_card import TwinCard

BAND_TONES = {Band.ABOVE: "good", Band.NEAR: "muted", Band.BELOW: "bad", Band.TOO_FEW: "muted"}


class GroupCard(TwinCard):
    """A card with a bar a group, that turns into a table at a click."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._groups: tuple[GroupScore, ...] = ()
        self._line = 0.0
        self._line_words = label("fine", "muted")
        self._bars = ChartRows()
        self.compose(self._line_words, self._bars, charts=[self._bars])

    def show_groups(self, title: str, groups: tuple[GroupScore, ...], line: float) -> None:
        """Show the scores of groups against the assumed line (a share)."""
        self._groups, self._line = groups, line
        self.title.setText(title)
        self._line_words.setText(
            self.tr("assumed line {line} · ring: estimate · bands of 80\u202f%").format(line=percent(line))
        )
        self._bars.show_rows([self._parts(group) for group in groups])
        self._fill_table()

    def _parts(self, group: GroupScore) -> Row:
        """Title, bar, correct answers, level."""
        correct, band = self._correct(group), f"{_band(group)}  {band_word(group.band)}"
        title = group.title.get(interface_language())
        bar = IntervalBar(group.interval.low, group.estimate, group.interval.high, self._line)
        bar.set_words(title, listed((correct, percent(group.estimate), band)))
        return (
            label("body", text=title),
            bar,
            label("body", text=correct, wrap=False),
            label("secondary", BAND_TONES[group.band], band),
        )

    def _correct(self, group: GroupScore) -> str:
        return self.tr("{correct} of {count}").format(correct=group.correct, count=group.questions)

    def _fill_table(self) -> None:
        heads = (
            self.title.text(),
            self.tr("Correct"),
            self.tr("Estimate"),
            self.tr("Band"),
            self.tr("Level"),
        )
        rows = [
            (
                group.title.get(interface_language()),
                self._correct(group),
                percent(group.estimate),
                _band(group),
                band_word(group.band),
            )
            for group in self._groups
        ]
        self.show_figures(self.title.text(), heads, rows)


def _band(group: GroupScore) -> str:
    return percents(group.interval.low, group.interval.high)
