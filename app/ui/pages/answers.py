"""The review of every question after the exam: what was chosen, every reason, what to read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QListWidget, QListWidgetItem, QWidget

from app.core.bank import Option, Reference
from app.core.paper import Question
from app.core.scoring import Mark, Result
from app.ui.formats import duration
from app.ui.i18n import LANGUAGES, interface_language
from app.ui.theme.values import BODY, SECONDARY, STEM
from app.ui.widgets.markup_view import MarkupView
from app.ui.widgets.parts import Screen, button, centred, clear, column, frame, holder, label, row, scrolled
from app.ui.widgets.question_view import LETTERS


class AnswersPage(Screen):
    """Signals: `left` to go back to the result."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result: Result | None = None
        self._title = label("section-title", wrap=False)
        self.filter, self.language = QComboBox(), QComboBox()
        self._filter_caption, self._language_caption = (
            label("caption", "muted", wrap=False) for _ in range(2)
        )
        self.back = button("", "answers-back")
        self.list = QListWidget()
        self.list.setObjectName("answers-list")
        self._column = column(spacing=16)
        self.back.clicked.connect(self.left)
        self.filter.currentIndexChanged.connect(self._fill_list)
        self.language.currentIndexChanged.connect(self._show_current)
        self.list.currentItemChanged.connect(self._show_current)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self.list.setFixedWidth(250)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        head = frame("bar")
        head.setLayout(
            row(
                self._title,
                1,
                self._filter_caption,
                self.filter,
                self._language_caption,
                self.language,
                self.back,
                margins=(32, 10, 32, 10),
            )
        )
        inner = QWidget()
        inner.setLayout(self._column)
        self._column.setContentsMargins(32, 28, 32, 32)
        self._area = scrolled(centred(inner, 964))
        side = frame("bar")
        side.setLayout(column(self.list, margins=(12, 12, 4, 12)))
        body = row(side, self._area, spacing=0)
        body.setStretch(1, 1)
        self.setLayout(column(head, frame("rule"), holder(body), spacing=0))

    def retranslate(self) -> None:
        """Set the words; filter and language keep what was chosen."""
        self._title.setText(self.tr("All answers"))
        self.back.setText(self.tr("Back to the result"))
        self._filter_caption.setText(self.tr("Show"))
        self._language_caption.setText(self.tr("Language"))
        self.filter.setAccessibleName(self.tr("Show"))
        self.language.setAccessibleName(self.tr("Language"))
        self.list.setAccessibleName(self.tr("Questions"))
        chosen = max(0, self.filter.currentIndex())
        self.filter.blockSignals(True)  # noqa: FBT003
        self.filter.clear()
        self.filter.addItems([self.tr("All"), self.tr("Wrong"), self.tr("Flagged")])
        self.filter.setCurrentIndex(chosen)
        self.filter.blockSignals(False)  # noqa: FBT003
        if self._result is not None:
            row_shown = self.list.currentRow()
            self._fill_list()
            self.list.setCurrentRow(row_shown)

    def show_result(self, result: Result, language: str) -> None:
        """Show the questions of a result, beginning with the first."""
        self._result = result
        self.language.blockSignals(True)  # noqa: FBT003
        self.language.clear()
        for tag in result.paper.exam.title.languages:
            self.language.addItem(LANGUAGES.get(tag, tag), tag)
        self.language.setCurrentIndex(max(0, self.language.findData(language)))
        self.language.blockSignals(False)  # noqa: FBT003
        self.filter.setCurrentIndex(0)
        self._fill_list()

    def _fill_list(self) -> None:
        result = self._result
        if result is None:
            return
        wanted = (
            lambda _mark: True,
            lambda mark: not mark.correct,
            lambda mark: mark.flagged,
        )[max(0, self.filter.currentIndex())]
        self.list.blockSignals(True)  # noqa: FBT003
        self.list.clear()
        for mark in filter(wanted, result.marks):
            item = QListWidgetItem(self._line(mark))
            item.setData(Qt.ItemDataRole.UserRole, mark.number - 1)
            self.list.addItem(item)
        self.list.blockSignals(False)  # noqa: FBT003
        self.list.setCurrentRow(0)
        self._show_current()

    def _line(self, mark: Mark) -> str:
        word = self.tr("✓ right") if mark.correct else self.tr("✗ wrong")
        flag = "  ⚑" if mark.flagged else ""
        return f"{mark.number}   {word}{flag}"

    def _show_current(self) -> None:
        clear(self._column)
        item = self.list.currentItem()
        if self._result is None or item is None:
            self._column.addWidget(label("body", "muted", self.tr("No question to show.")))
            self._column.addStretch(1)
            return
        index = int(item.data(Qt.ItemDataRole.UserRole))
        question, mark = self._result.paper.questions[index], self._result.marks[index]
        language = str(self.language.currentData())
        for part in self._parts(question, mark, language):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._area.verticalScrollBar().setValue(0)

    def _parts(self, question: Question, mark: Mark, language: str) -> list[QWidget]:
        stem = MarkupView(STEM)
        stem.set_source(question.item.stem.get(language))
        options = [
            self._option(letter, option, mark, language)
            for letter, option in zip(LETTERS, question.options, strict=False)
        ]
        return [self._heading(question, mark), stem, *options, *self._background(question, language)]

    def _heading(self, question: Question, mark: Mark) -> QWidget:
        assert self._result is not None
        tongue = interface_language()
        domain = next(
            d.title.get(tongue) for d in self._result.paper.exam.domains if d.id == question.item.domain
        )
        topic = next(t.title.get(tongue) for t in self._result.paper.topics if t.id == question.item.topic)
        verdict = label(
            "strong",
            "good" if mark.correct else "bad",
            self.tr("✓ Right") if mark.correct else self.tr("✗ Wrong"),
            wrap=False,
        )
        place = self.tr("Question {number}").format(number=mark.number)
        spent = self.tr("{time} on this question").format(time=duration(mark.spent_ms))
        facts = label("secondary", "muted", f"{domain} · {topic} · {spent}")
        line = row(label("strong", text=place, wrap=False), verdict, facts, spacing=16)
        line.setStretch(2, 1)
        return holder(line)

    def _option(self, letter: str, option: Option, mark: Mark, language: str) -> QWidget:
        chosen = option.id in mark.chosen
        text, why = MarkupView(BODY), MarkupView(SECONDARY)
        text.set_source(option.text.get(language))
        why.set_source(option.why.get(language))
        head: list[QWidget | int] = [label("strong", "muted", letter, wrap=False)]
        if option.correct:
            head.append(label("caption", "good", self.tr("✓ key"), wrap=False))
        if chosen:
            tone = "good" if option.correct else "bad"
            head.append(label("caption", tone, self.tr("● your answer"), wrap=False))
        card = frame("notice" if option.correct else "card")
        reason: QLabel = label("caption", "muted", self.tr("Why"), wrap=False)
        card.setLayout(
            column(row(*head, 1, spacing=12), text, reason, why, spacing=6, margins=(20, 14, 20, 16))
        )
        return card

    def _background(self, question: Question, language: str) -> list[QWidget]:
        assert self._result is not None
        paper = self._result.paper
        topic = next(t for t in paper.topics if t.id == question.item.topic)
        note = MarkupView(BODY)
        note.set_source(topic.note.get(language))
        card = frame("card")
        title = label(
            "card-title", text=self.tr("Background: {topic}").format(topic=topic.title.get(language))
        )
        card.setLayout(column(title, note, spacing=12, margins=(20, 16, 20, 20)))
        references = [r for r in paper.references if r.id in question.item.references]
        return [card, self._references(references, question, language)]

    def _references(self, references: list[Reference], question: Question, language: str) -> QWidget:
        source = "\n\n".join(f"**{r.title}**  \n{r.url.get(language)}" for r in references)
        shown = MarkupView(SECONDARY)
        shown.set_source(source)
        versions = ", ".join(f"{name} {version}" for name, version in question.item.as_of.versions)
        checked = self.tr("Checked {date}").format(date=question.item.as_of.date)
        facts = " · ".join(filter(None, (checked, versions, question.item.id)))
        title = label("card-title", text=self.tr("References"))
        return holder(column(title, shown, label("caption", "muted", facts), spacing=10))
