"""The provisional result: a plain sentence, the score with its interval, a bar a domain."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.scoring import Band, GroupScore, Result
from app.core.terms import EndReason
from app.ui.formats import duration, percent
from app.ui.i18n import interface_language
from app.ui.labels import band_word, reason_word, verdict_sentence
from app.ui.widgets.interval_bar import IntervalBar
from app.ui.widgets.parts import Screen, button, centred, clear, column, frame, holder, label, row, scrolled

_TONES = {Band.ABOVE: "good", Band.NEAR: "muted", Band.BELOW: "bad", Band.TOO_FEW: "muted"}


class ResultPage(Screen):
    """Signals: `answers_requested`, `report_requested`, `left`."""

    answers_requested = Signal()
    report_requested = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result: Result | None = None
        self._form = label("body", "muted")
        self._sentence = label("page-title")
        self._sentence.setObjectName("verdict")
        self._score = label("secondary", "muted")
        self._score.setObjectName("score")
        self._domains, self._sections = QGridLayout(), QGridLayout()
        self._pacing = label("secondary", "muted")
        self.answers = button("primary", "result-answers")
        self.report = button("", "result-report")
        self.home = button("", "result-home")
        self.answers.clicked.connect(self.answers_requested)
        self.report.clicked.connect(self.report_requested)
        self.home.clicked.connect(self.left)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        inner = QWidget()
        parts: list[QWidget] = [self._form, self._sentence, self._score]
        for grid in (self._domains, self._sections):
            grid.setContentsMargins(28, 20, 28, 20)
            grid.setHorizontalSpacing(28)
            grid.setVerticalSpacing(10)
            grid.setColumnStretch(1, 4)
            grid.setColumnStretch(0, 3)
            for place, width in ((2, 72), (3, 150)):
                grid.setColumnMinimumWidth(place, width)
            card = frame("card")
            card.setLayout(grid)
            parts.append(card)
        parts.append(holder(row(self.answers, self.report, 1, self.home)))
        parts.append(self._pacing)
        inner.setLayout(column(*parts, 1, spacing=20, margins=(32, 48, 32, 32)))
        self.setLayout(column(scrolled(centred(inner, 1152))))

    def retranslate(self) -> None:
        """Set the words."""
        self.answers.setText(self.tr("Review all answers"))
        self.report.setText(self.tr("Score report (PDF)"))
        self.home.setText(self.tr("Back to the start"))
        if self._result is not None:
            self.show_result(self._result)

    def show_result(self, result: Result) -> None:
        """Show a result."""
        self._result = result
        exam = result.paper.exam.title.get(interface_language())
        self._form.setText(
            self.tr("{exam} · mock exam, form {form} · provisional result").format(
                exam=exam, form=result.paper.form
            )
        )
        self._sentence.setText(verdict_sentence(result.verdict))
        self._score.setText(
            self.tr(
                "{correct} of {count} correct, {share}. With this many questions the true level lies "
                "between "
                "{low} and {high} (95\u202f% interval). Databricks publishes no pass mark; {line} is "
                "assumed."
            ).format(
                correct=result.correct,
                count=result.questions,
                share=percent(result.share),
                low=percent(result.interval.low),
                high=percent(result.interval.high),
                line=percent(result.pass_share),
            )
        )
        self._show_groups(self._domains, self.tr("By domain"), result.domains, result)
        self._show_groups(
            self._sections, self.tr("By section of the official guide"), result.sections, result
        )
        self._pacing.setText(" · ".join(self._facts(result)))

    def _show_groups(
        self, grid: QGridLayout, title: str, groups: tuple[GroupScore, ...], result: Result
    ) -> None:
        clear(grid)
        line = self.tr("assumed line {line}").format(line=percent(result.pass_share))
        heads = (label("card-title", text=title, wrap=False), label("fine", "muted", line, wrap=False))
        grid.addWidget(heads[0], 0, 0)
        grid.addWidget(heads[1], 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(label("caption", "muted", self.tr("Correct"), wrap=False), 0, 2)
        grid.addWidget(label("caption", "muted", self.tr("Level, 80\u202f% band"), wrap=False), 0, 3)
        for at, group in enumerate(groups, start=1):
            self._add(grid, at, group, result.pass_share)

    def _add(self, grid: QGridLayout, at: int, group: GroupScore, line: float) -> None:
        correct = self.tr("{correct} of {count}").format(correct=group.correct, count=group.questions)
        band = f"{percent(group.interval.low)} – {percent(group.interval.high)}  {band_word(group.band)}"
        title = group.title.get(interface_language())
        bar = IntervalBar(group.interval.low, group.share, group.interval.high, line)
        bar.setAccessibleName(f"{title}: {correct}, {band}")
        grid.addWidget(label("body", text=title), at, 0)
        grid.addWidget(bar, at, 1)
        grid.addWidget(label("body", text=correct, wrap=False), at, 2)
        grid.addWidget(label("secondary", _TONES[group.band], band), at, 3)

    def _facts(self, result: Result) -> list[str]:
        facts = [
            self.tr("{used} used of {limit}").format(
                used=duration(result.used_ms), limit=duration(result.limit_ms)
            ),
            self.tr("%n flagged, {right} of them right", "", result.flagged).format(
                right=result.flagged_correct
            ),
            self.tr("answers changed: {right} to right, {wrong} to wrong").format(
                right=result.changes.to_right, wrong=result.changes.to_wrong
            ),
        ]
        if result.unanswered:
            facts.append(self.tr("%n unanswered", "", result.unanswered))
        if result.interruptions:
            facts.append(self.tr("%n interruption(s)", "", len(result.interruptions)))
        if result.end_reason not in {None, EndReason.FINISHED}:
            facts.append(reason_word(result.end_reason))
        if result.paper.repeated:
            facts.append(self.tr("%n question(s) seen before", "", len(result.paper.repeated)))
        return facts
