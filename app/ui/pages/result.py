"""The provisional result: a plain sentence, the score with its interval, a bar a domain."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.scoring import Result
from app.core.terms import EndReason
from app.ui.formats import duration, percent
from app.ui.i18n import interface_language
from app.ui.labels import reason_word, verdict_sentence
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.group_card import GroupCard
from app.ui.widgets.parts import Screen, button, centred, column, holder, label, scrolled


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
        self.domains, self.sections = GroupCard("domains"), GroupCard("sections")
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
        knobs = holder(FlowRow(self.answers, self.report, 1, self.home))
        parts = (self._form, self._sentence, self._score, self.domains, knobs, self._pacing, self.sections)
        inner.setLayout(column(*parts, 1, spacing=20, margins=(32, 48, 32, 32)))
        self.setLayout(column(scrolled(centred(inner, 1152))))

    def retranslate(self) -> None:
        """Set the words."""
        self.answers.setText(self.tr("&Review all answers"))
        self.report.setText(self.tr("Print or save (&PDF)"))
        self.home.setText(self.tr("&Back to the start"))
        if self._result is not None:
            self.show_result(self._result)

    def focus_first(self) -> None:
        """The keyboard begins at the way on: every answer with its reasons."""
        self.answers.setFocus()

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
        self.domains.show_groups(self.tr("By domain"), result.domains, result.pass_share)
        self.sections.show_groups(
            self.tr("By section of the official guide"), result.sections, result.pass_share
        )
        self._pacing.setText(" · ".join(self._facts(result)))

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
