"""Two mock exams of one exam side by side, and what their difference may be worth."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from app.core.comparison import Comparison, Pair
from app.core.history import Head
from app.core.scoring import GroupScore, Result
from app.services.home import share
from app.ui.formats import duration, listed, percent, when
from app.ui.i18n import interface_language
from app.ui.widgets.figure_table import FigureTable
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.parts import Screen, button, centred, column, frame, holder, label, row, scrolled

NOTHING = "–"


class ComparePage(Screen):
    """Signals: `chosen` (two attempt ids), `left`."""

    chosen = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads: tuple[Head, ...] = ()
        self._shown: Comparison | None = None
        self._title = label("page-title", wrap=False)
        self.one, self.other = QComboBox(), QComboBox()
        self._captions = {box: QLabel() for box in (self.one, self.other)}
        self.back = button("", "compare-back")
        self._said, self._why = label("card-title"), label("body", "muted")
        self.table = FigureTable("compare-table")
        self._build()
        self.back.clicked.connect(self.left)
        self.one.activated.connect(self._on_chosen)
        self.other.activated.connect(self._on_chosen)
        self.retranslate()

    def _build(self) -> None:
        for name, box in (("one", self.one), ("other", self.other)):
            box.setObjectName(f"compare-{name}")
            caption = self._captions[box]
            caption.setProperty("look", "caption")
            caption.setProperty("tone", "muted")
            caption.setBuddy(box)
        head = holder(FlowRow(self._title, 1, self.back))
        chosen = holder(
            FlowRow(*(holder(row(self._captions[box], box, spacing=8)) for box in self._captions))
        )
        card = frame("card")
        card.setLayout(column(self._said, self._why, self.table, spacing=8, margins=(28, 20, 28, 20)))
        inner = QWidget()
        inner.setLayout(column(head, chosen, card, 1, spacing=16, margins=(48, 32, 48, 32)))
        self.setLayout(column(scrolled(centred(inner, 1100))))

    def retranslate(self) -> None:
        """Set the words; what is compared stays."""
        self._title.setText(self.tr("Two mock exams compared"))
        self.back.setText(self.tr("&Back to the list"))
        for box, caption, name in (
            (self.one, self.tr("&One"), self.tr("One mock exam")),
            (self.other, self.tr("&The other"), self.tr("The other mock exam")),
        ):
            self._captions[box].setText(caption)
            box.setAccessibleName(name)
        self.table.setAccessibleName(self.tr("Two mock exams compared"))
        if self._shown is not None:
            self.show_comparison(self._heads, self._shown, *self.pair)

    def changeEvent(self, event: QEvent) -> None:
        """Make the table as high as its rows in another text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.table.fit()

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of the attempts chosen."""
        return str(self.one.currentData()), str(self.other.currentData())

    def show_comparison(self, heads: tuple[Head, ...], shown: Comparison, one: str, other: str) -> None:
        """Show a comparison; `heads` are the attempts to choose from, `one` and `other` those chosen."""
        self._heads, self._shown = heads, shown
        for box, attempt in ((self.one, one), (self.other, other)):
            box.clear()
            for head in heads:
                box.addItem(listed((when(head.started_ms), head.form, percent(share(head)))), str(head.id))
            box.setCurrentIndex(box.findData(attempt))
        self._said.setText(self._sentence(shown))
        self._why.setText(
            self.tr(
                "The level changed by {low} to {high} points ({confidence} interval). "
                "Parts of the exam show the estimated level."
            ).format(confidence=percent(0.95), low=_points(shown.gain.low), high=_points(shown.gain.high))
        )
        self._fill(shown)

    def _sentence(self, shown: Comparison) -> str:
        points = _points(shown.after.share - shown.before.share)
        if shown.told_apart:
            return self.tr("{points} points: more than chance makes of two forms.").format(points=points)
        return self.tr("{points} points: chance alone may have made this difference.").format(points=points)

    def _fill(self, shown: Comparison) -> None:
        heads = ("", self.tr("Earlier"), self.tr("Later"), self.tr("Difference"))
        rows = [*self._totals(shown), *(self._domain(pair) for pair in shown.domains)]
        self.table.fill(heads, rows)

    def _totals(self, shown: Comparison) -> list[tuple[str, str, str, str]]:
        before, after = shown.before, shown.after
        pace = [result.used_ms // max(1, result.questions) for result in (before, after)]
        return [
            (self.tr("Date"), when(before.started_ms), when(after.started_ms), ""),
            (self.tr("Score"), self._score(before), self._score(after), _points(after.share - before.share)),
            (self.tr("Time a question"), duration(pace[0]), duration(pace[1]), ""),
            (self.tr("Not answered"), str(before.unanswered), str(after.unanswered), ""),
            (self.tr("Met before"), str(len(before.paper.repeated)), str(len(after.paper.repeated)), ""),
        ]

    def _score(self, result: Result) -> str:
        words = self.tr("{share}, {correct} of {count}")
        return words.format(share=percent(result.share), correct=result.correct, count=result.questions)

    def _domain(self, pair: Pair) -> tuple[str, str, str, str]:
        before, after = pair.before, pair.after
        both = before is not None and after is not None
        gained = _points(after.estimate - before.estimate) if both and before and after else NOTHING
        return pair.title.get(interface_language()), self._group(before), self._group(after), gained

    def _group(self, group: GroupScore | None) -> str:
        if group is None:
            return NOTHING
        words = self.tr("{share}, {correct} of {count}")
        return words.format(share=percent(group.estimate), correct=group.correct, count=group.questions)

    def _on_chosen(self) -> None:
        self.chosen.emit(*self.pair)


def _points(share_: float) -> str:
    """Percentage points with their sign."""
    return f"{round(100 * share_):+d}"
