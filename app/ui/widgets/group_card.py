"""Scores of a group of strata: a bar each, or the same figures as a table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QTableWidgetItem,
    QWidget,
)

from app.core.scoring import Band, GroupScore
from app.ui.formats import listed, percent
from app.ui.i18n import interface_language
from app.ui.labels import band_word
from app.ui.theme import active
from app.ui.widgets.figure_table import figure_table
from app.ui.widgets.interval_bar import IntervalBar
from app.ui.widgets.parts import button, clear, column, holder, label, row

_TONES = {Band.ABOVE: "good", Band.NEAR: "muted", Band.BELOW: "bad", Band.TOO_FEW: "muted"}
LEVEL = 216
"""Room for the words of a level in either language, in px at 100 %."""

NARROW = 820
"""Below this width, at 100 %, the figures stand under the bars instead of beside them."""


class GroupCard(QFrame):
    """A card with a bar a group, that turns into a table at a click. Signals: `turned` (is it a table)."""

    turned = Signal(bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._groups: tuple[GroupScore, ...] = ()
        self._line, self._narrow = 0.0, False
        self._title = label("card-title")
        self._line_words = label("fine", "muted")
        self.toggle = button("link", f"{name}-as-table")
        self.toggle.clicked.connect(self._on_toggle)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(10)
        self._bars = holder(self._grid)
        self.table = figure_table(f"{name}-table")
        self.table.hide()
        head = row(self._title, self.toggle, spacing=16)
        head.setStretch(0, 1)
        self.setLayout(
            column(head, self._line_words, self._bars, self.table, spacing=8, margins=(28, 20, 28, 20))
        )

    def show_groups(self, title: str, groups: tuple[GroupScore, ...], line: float) -> None:
        """Show the scores of groups against the assumed line (a share)."""
        self._groups, self._line = groups, line
        self._title.setText(title)
        self._line_words.setText(
            self.tr("assumed line {line} · ring: estimate · bands of 80\u202f%").format(line=percent(line))
        )
        self._draw_bars()
        self._fill_table()
        self._name_toggle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the figures beside the bars or under them."""
        super().resizeEvent(event)
        narrow = self.width() < active().px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._draw_bars()

    def _draw_bars(self) -> None:
        clear(self._grid)
        self._grid.setHorizontalSpacing(16 if self._narrow else 28)
        self._grid.setVerticalSpacing(4 if self._narrow else 10)
        for place, (stretch, width) in enumerate(((3, 0), (4, 0), (0, 72), (0, LEVEL))):
            self._grid.setColumnStretch(place, 0 if self._narrow else stretch)
            self._grid.setColumnMinimumWidth(place, 0 if self._narrow else active().px(width))
        self._grid.setColumnStretch(1, 4)
        for at, group in enumerate(self._groups):
            parts = self._parts(group)
            places = _UNDER if self._narrow else _BESIDE
            for part, (down, place, wide) in zip(parts, places, strict=True):
                self._grid.addWidget(part, at * 4 + down, place, 1, wide)
            self._grid.setRowMinimumHeight(at * 4 + 3, active().px(14) if self._narrow else 0)

    def _parts(self, group: GroupScore) -> tuple[QWidget, ...]:
        """Title, bar, correct answers, level."""
        correct, band = self._correct(group), f"{_band(group)}  {band_word(group.band)}"
        title = group.title.get(interface_language())
        bar = IntervalBar(group.interval.low, group.estimate, group.interval.high, self._line)
        bar.set_words(title, listed((correct, percent(group.estimate), band)))
        return (
            label("body", text=title),
            bar,
            label("body", text=correct, wrap=False),
            label("secondary", _TONES[group.band], band),
        )

    def _correct(self, group: GroupScore) -> str:
        return self.tr("{correct} of {count}").format(correct=group.correct, count=group.questions)

    def _fill_table(self) -> None:
        table = self.table
        heads = (
            self._title.text(),
            self.tr("Correct"),
            self.tr("Estimate"),
            self.tr("Band"),
            self.tr("Level"),
        )
        table.setColumnCount(len(heads))
        table.setHorizontalHeaderLabels(heads)
        table.setRowCount(len(self._groups))
        table.setAccessibleName(self._title.text())
        for at, group in enumerate(self._groups):
            title = group.title.get(interface_language())
            words = (
                title,
                self._correct(group),
                percent(group.estimate),
                _band(group),
                band_word(group.band),
            )
            for place, word in enumerate(words):
                table.setItem(at, place, QTableWidgetItem(word))
        table.verticalHeader().setDefaultSectionSize(active().px(38))
        high = table.horizontalHeader().sizeHint().height() + active().px(38) * len(self._groups)
        table.setFixedHeight(high + 16)

    def _on_toggle(self) -> None:
        to_table = self.table.isHidden()
        self.table.setVisible(to_table)
        self._bars.setVisible(not to_table)
        self._name_toggle()
        self.turned.emit(to_table)

    def _name_toggle(self) -> None:
        words = self.tr("Show as chart") if not self.table.isHidden() else self.tr("Show as table")
        self.toggle.setText(words)
        self.toggle.setAccessibleName(f"{words}: {self._title.text()}")


_BESIDE = ((0, 0, 1), (0, 1, 1), (0, 2, 1), (0, 3, 1))
_UNDER = ((0, 0, 2), (1, 0, 2), (2, 0, 1), (2, 1, 1))
"""Where title, bar, figure and level stand: row, column, columns taken."""


def _band(group: GroupScore) -> str:
    return f"{percent(group.interval.low)} – {percent(group.interval.high)}"
