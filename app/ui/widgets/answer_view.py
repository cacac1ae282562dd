"""One question after the exam: what was chosen, every reason, what to read; in one or two languages."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.core.bank import Option, Reference
from app.core.ids import OptionId
from app.core.paper import Question
from app.core.scoring import Mark, Result
from app.core.text import Text
from app.ui.formats import duration, listed
from app.ui.i18n import LANGUAGES, interface_language
from app.ui.theme.values import BODY, SECONDARY, STEM
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.layout_items import clear
from app.ui.widgets.markup_view import MarkupView
from app.ui.widgets.parts import button, column, frame, holder, label
from app.ui.widgets.question_view import LETTERS


class Beside(QWidget):
    """The same thing in each language: beside each other, or below each other."""

    def __init__(self, parts: list[QWidget]) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self._box.addWidget(part, 1)

    def set_side_by_side(self, on: bool) -> None:
        """Put the parts beside each other, or below."""
        side = QBoxLayout.Direction.LeftToRight if on else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(side)
        self._box.setSpacing(32 if on else 10)


class AnswerView(QWidget):
    """Shows one question of a result.

    Signals: `address_copied` (address): the program opens no connection, so that is all it does.
    """

    address_copied = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._languages: tuple[str, ...] = ()
        self._side_by_side = False
        self._column = column(spacing=16)
        self.setLayout(self._column)

    def show_answer(self, result: Result, index: int, languages: tuple[str, ...]) -> None:
        """Show a question (by index) in these languages."""
        clear(self._column)
        self._languages = languages
        question, mark = result.paper.questions[index], result.marks[index]
        options = [
            self._option(letter, option, mark)
            for letter, option in zip(LETTERS, question.options, strict=False)
        ]
        parts = [
            self._heading(result, question, mark),
            *self._comment(mark),
            self._stem(question),
            *options,
            self._background(result, question),
            self._references(result, question),
        ]
        for part in parts:
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.set_side_by_side(self._side_by_side)

    def show_nothing(self, words: str) -> None:
        """Say why there is nothing to show."""
        clear(self._column)
        self._column.addWidget(label("body", "muted", words))
        self._column.addStretch(1)

    def set_side_by_side(self, on: bool) -> None:
        """Put two languages beside each other, or below."""
        self._side_by_side = on
        for pair in self.findChildren(Beside):
            pair.set_side_by_side(on)

    # Parts ----------------------------------------------------------------------------------

    def _heading(self, result: Result, question: Question, mark: Mark) -> QWidget:
        place = label(
            "section-title", text=self.tr("Question {number}").format(number=mark.number), wrap=False
        )
        verdict = (
            label("strong", "good", self.tr("✓ Right"), wrap=False)
            if mark.correct
            else label("strong", "bad", self.tr("× Wrong"), wrap=False)
        )
        flagged = [label("strong", "flag", self.tr("Flagged"), wrap=False)] if mark.flagged else []
        line = holder(FlowRow(place, verdict, *flagged, spacing=16))
        facts = label("secondary", "muted", " · ".join(self._facts(result, question, mark)))
        return holder(column(line, facts, spacing=4))

    def _facts(self, result: Result, question: Question, mark: Mark) -> list[str]:
        tongue = interface_language()
        domain = next(d.title for d in result.paper.exam.domains if d.id == question.item.domain)
        topic = next(t.title for t in result.paper.topics if t.id == question.item.topic)
        spent = self.tr("{time} on this question").format(time=duration(mark.spent_ms))
        facts = [domain.get(tongue), topic.get(tongue), spent]
        if len(mark.answers) > 1:
            turns = " → ".join(listed(_letters(question, answer)) for answer in mark.answers)
            facts.append(self.tr("changed: {answers}").format(answers=turns))
        return facts

    def _comment(self, mark: Mark) -> list[QWidget]:
        if not mark.comment:
            return []
        card = frame("card")
        title = label("caption", "muted", self.tr("Your comment"))
        card.setLayout(column(title, label("body", text=mark.comment), spacing=4, margins=(20, 12, 20, 14)))
        return [card]

    def _stem(self, question: Question) -> QWidget:
        if len(self._languages) == 1:
            return self._in_languages(question.item.stem, STEM)
        columns = [
            holder(column(label("caption", "muted", LANGUAGES.get(tag, tag)), self._text(words, STEM), 1))
            for tag, words in self._worded(question.item.stem)
        ]
        return Beside([*columns])

    def _option(self, letter: str, option: Option, mark: Mark) -> QWidget:
        card = frame("notice" if option.correct else "card")
        reason = label("caption", "muted", self.tr("Why"), wrap=False)
        parts = (
            self._option_head(letter, option, mark),
            self._in_languages(option.text, BODY),
            reason,
            self._in_languages(option.why, SECONDARY),
        )
        card.setLayout(column(*parts, spacing=6, margins=(20, 14, 20, 16)))
        return card

    def _option_head(self, letter: str, option: Option, mark: Mark) -> QWidget:
        parts = [label("strong", "muted", letter, wrap=False)]
        if option.correct:
            parts.append(label("caption", "good", self.tr("✓ key"), wrap=False))
        if option.id in mark.chosen:
            tone = "good" if option.correct else "bad"
            parts.append(label("caption", tone, self.tr("● your answer"), wrap=False))
        if option.id in mark.struck:
            parts.append(label("caption", "muted", self.tr("– struck out"), wrap=False))
        return holder(FlowRow(*parts))

    def _background(self, result: Result, question: Question) -> QWidget:
        topic = next(t for t in result.paper.topics if t.id == question.item.topic)
        card = frame("card")
        words = self.tr("Background: {topic}").format(topic=topic.title.get(self._languages[0]))
        parts = (label("card-title", text=words), self._in_languages(topic.note, BODY))
        card.setLayout(column(*parts, spacing=12, margins=(20, 16, 20, 20)))
        return card

    def _references(self, result: Result, question: Question) -> QWidget:
        references = [r for r in result.paper.references if r.id in question.item.references]
        versions = listed(f"{name} {version}" for name, version in question.item.as_of.versions)
        checked = self.tr("Checked {date}").format(date=question.item.as_of.date)
        facts = " · ".join(filter(None, (checked, versions, question.item.id)))
        lines = [self._reference(reference) for reference in references]
        title = label("card-title", text=self.tr("References"))
        return holder(column(title, *lines, label("caption", "muted", facts), spacing=12))

    def _reference(self, reference: Reference) -> QWidget:
        address = reference.url.get(self._languages[0])
        copy = button("link", f"copy-{reference.id}")
        copy.setText(self.tr("Copy the address"))
        copy.setAccessibleName(self.tr("Copy the address of {title}").format(title=reference.title))
        copy.clicked.connect(partial(self._on_copy, address))
        shown = label("secondary", "muted", re.sub(r"(?<=[/._#-])", "\u200b", address))  # wraps at these
        words = holder(column(label("body", text=reference.title), shown, spacing=0))
        return holder(FlowRow(words, 1, copy, spacing=16))

    # Texts ----------------------------------------------------------------------------------

    def _worded(self, text: Text) -> list[tuple[str, str]]:
        return [(tag, text.get(tag)) for tag in self._languages]

    def _in_languages(self, text: Text, size: int) -> QWidget:
        """A text in every language shown; where the translations are the same, once."""
        words = dict.fromkeys(words for _, words in self._worded(text))
        if len(words) == 1:
            return self._text(next(iter(words)), size)
        return Beside([holder(column(self._text(source, size), 1)) for source in words])

    def _text(self, source: str, size: int) -> MarkupView:
        view = MarkupView(size)
        view.set_source(source)
        view.link_copied.connect(self.address_copied)
        return view

    def _on_copy(self, address: str) -> None:
        QGuiApplication.clipboard().setText(address)
        self.address_copied.emit(address)


def _letters(question: Question, answer: tuple[OptionId, ...]) -> list[str]:
    """An answer as the letters under which its options were shown."""
    return [LETTERS[question.order.index(option)] for option in answer]
