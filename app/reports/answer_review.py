"""The answer review: every question as it was seen, with keys, reasons, references, comments and time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reportlab.lib.colors import Color, white
from reportlab.platypus import CondPageBreak, Flowable, HRFlowable
from reportlab.platypus.doctemplate import Indenter

from app.core.bank import Option
from app.core.ids import AttemptId, OptionId
from app.core.paper import Question
from app.core.picking import Filter, picked
from app.core.scoring import Mark, Result, is_correct
from app.reports import facts
from app.reports.blocks import flow
from app.reports.look import (
    ACCENT,
    BAD,
    CAPTION,
    EDGE,
    EYEBROW,
    GOOD,
    LABEL,
    LEAD,
    MUTED,
    RESULT,
    TEXT,
    Look,
    Role,
)
from app.reports.page import Heading, Sheet, render
from app.reports.words import Words, brief, percent
from app.services.ports import Step

QUESTION = Role(10.5, TEXT, bold=True)
VERDICT = Role(8.5, MUTED, bold=True)

_INDENT = 24.0
_HEAD_SPACE, _OPTION_SPACE = 110.0, 34.0
"""Room that a question, or an option, wants on the page where it begins."""

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class _Setting:
    """What every piece of a review needs: the result, the words of the document, its look."""

    result: Result
    words: Words
    look: Look

    @property
    def language(self) -> str:
        """The language in which the questions were asked, and are printed."""
        return self.result.language


def answer_review(
    result: Result,
    attempt: AttemptId,
    words: Words,
    look: Look,
    version: str,
    wanted: Filter = Filter.ALL,
    step: Step | None = None,
) -> bytes:
    """The PDF of the answer review; `wanted` picks the questions."""
    setting = _Setting(result, words, look)
    marks = picked(result, wanted)
    story = [
        *_head(setting, wanted, len(marks)),
        *(part for mark in marks for part in _question(mark, setting)),
    ]
    return render(story, _sheet(setting, attempt, version), look, step)[0]


def _sheet(setting: _Setting, attempt: AttemptId, version: str) -> Sheet:
    words, paper = setting.words, setting.result.paper
    return Sheet(
        title=_title(setting),
        subject=words("subject", form=paper.form, attempt=attempt),
        language=words.language,
        version=version,
        footer=(
            words("review.footer", form=paper.form, bank=paper.bank_digest[:16], attempt=attempt),
            words("footer", version=version),
        ),
        page_of=lambda number, count: words("page", number=number, count=count),
        made_ms=setting.result.ended_ms,
    )


def _title(setting: _Setting) -> str:
    exam = setting.result.paper.exam.title.get(setting.words.language)
    return setting.words("review.title", exam=facts.shown(exam))


def _head(setting: _Setting, wanted: Filter, count: int) -> list[Flowable]:
    words, look, result = setting.words, setting.look, setting.result
    asked = words(
        f"picked.{wanted}",
        count=count,
        questions=result.questions,
        correct=result.correct,
        share=percent(result.share),
    )
    sat = words("review.sat", candidate=facts.shown(result.candidate), when=words.day(result.started_ms))
    return [
        Heading(_title(setting), look, EYEBROW),
        look.gap(6),
        look.text(words(f"verdict.{result.verdict}"), RESULT),
        look.gap(4),
        look.text(asked, LEAD),
        look.text(sat, LEAD, MUTED),
        look.gap(4),
        look.text(words("review.notice"), CAPTION),
        look.gap(8),
    ]


def _question(mark: Mark, setting: _Setting) -> Iterator[Flowable]:
    """A rule, the heading with what became of the question, stem, options, what else is to be said."""
    look, question = setting.look, setting.result.paper.questions[mark.number - 1]
    yield CondPageBreak(_HEAD_SPACE)
    yield HRFlowable("100%", 0.75, color=EDGE, spaceBefore=0, spaceAfter=look.size(6))
    name = setting.words("review.question", number=mark.number)
    verdict = setting.words("review.right_mark" if mark.correct else "review.wrong_mark")
    yield Heading(name, look, QUESTION, level=1, listed=f"{name} – {verdict}")
    yield look.text(verdict, VERDICT, GOOD if mark.correct else BAD)
    yield look.text(_circumstances(mark, question, setting), CAPTION)
    yield look.gap(5)
    yield from flow(question.item.stem.get(setting.language), look, LEAD)
    if question.item.to_choose > 1:
        yield look.text(setting.words("review.choose", count=question.item.to_choose), CAPTION)
    yield look.gap(4)
    for letter, option in zip(LETTERS, question.options, strict=False):
        yield from _option(letter, option, mark, setting)
    yield from _more(mark, question, setting)
    yield look.gap(10)


def _circumstances(mark: Mark, question: Question, setting: _Setting) -> str:
    """Topic, item id, time, flag, whether it was met before: one line."""
    words, paper = setting.words, setting.result.paper
    topic = next((t.title.get(words.language) for t in paper.topics if t.id == question.item.topic), "")
    said = [topic, question.item.id, words("review.spent", time=brief(mark.spent_ms))]
    said += [words("review.flag")] * mark.flagged
    said += [words("review.repeated")] * (question.item.id in paper.repeated)
    return " · ".join(filter(None, said))


def _option(letter: str, option: Option, mark: Mark, setting: _Setting) -> Iterator[Flowable]:
    look, words = setting.look, setting.words
    chosen, key = option.id in mark.chosen, option.id in mark.key
    said = [words("option.key")] * key + [words("option.chosen")] * chosen
    said += [words("option.struck")] * (option.id in mark.struck)
    colour = GOOD if key else (BAD if chosen else MUTED)
    yield CondPageBreak(_OPTION_SPACE)
    yield Letter(letter, look, chosen=chosen, key=key)
    yield Indenter(left=look.size(_INDENT))
    yield from flow(option.text.get(setting.language), look)
    if said:
        yield look.text(" · ".join(said), VERDICT, colour)
    yield from flow(option.why.get(setting.language), look, LABEL)
    yield Indenter(left=-look.size(_INDENT))
    yield look.gap(3)


def _more(mark: Mark, question: Question, setting: _Setting) -> Iterator[Flowable]:
    """Changes of answer, the comment, the references."""
    look, words = setting.look, setting.words
    if len(mark.answers) > 1 or (mark.answers and set(mark.answers[-1]) != set(mark.chosen)):
        yield look.text(words("review.changes", steps=_steps(mark, question, words)), LABEL)
    if mark.comment:
        yield look.text(words("review.comment", comment=mark.comment), LABEL)
        yield look.gap(3)
    wanted, source = set(question.item.references), words("review.source")
    for reference in setting.result.paper.references:
        if reference.id in wanted:
            url = reference.url.get(setting.language)
            yield from flow(f"{source} [{_plain(reference.title)}](<{url}>)", look, CAPTION)


def _steps(mark: Mark, question: Question, words: Words) -> str:
    """The complete answers in time order as letters, and what the changes did."""
    letters = {option.id: letter for letter, option in zip(LETTERS, question.options, strict=False)}

    def named(answer: tuple[OptionId, ...]) -> str:
        return "".join(sorted(letters.get(option, "?") for option in answer))

    answers = " > ".join(named(answer) for answer in mark.answers)
    rights = [is_correct(question, answer) for answer in mark.answers]
    to_right = sum(after and not before for before, after in pairwise(rights))
    to_wrong = sum(before and not after for before, after in pairwise(rights))
    kind = "right" if to_right > to_wrong else "wrong" if to_wrong > to_right else "neutral"
    return words("review.steps", answers=answers, outcome=words(f"outcome.{kind}"))


def _plain(title: str) -> str:
    """A title that Markdown takes for words alone."""
    return "".join(f"\\{letter}" if letter in "[]\\*_`<>" else letter for letter in title)


class Letter(Flowable):  # type: ignore[misc]
    """The letter of an option in a box, beside what follows: filled when chosen, framed thick when key.

    A tick stands on the box of the key, a cross on that of a choice that is not: no colour is needed.
    """

    def __init__(self, letter: str, look: Look, *, chosen: bool, key: bool) -> None:
        super().__init__()
        self._letter, self._look = letter, look
        self._chosen, self._key = chosen, key

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: ARG002, N803
        """No height of its own: the text stands beside it."""
        return availWidth, 0.0

    def draw(self) -> None:
        """Box, letter, tick or cross."""
        canvas, side = self.canv, self._look.size(12)
        ink: Color = GOOD if self._key else (BAD if self._chosen else ACCENT)
        canvas.setStrokeColor(ink if self._key or self._chosen else MUTED)
        canvas.setFillColor(ink if self._chosen else white)
        canvas.setLineWidth(1.4 if self._key else 0.7)
        canvas.roundRect(0.8, -side, side, side, 2.5, stroke=1, fill=1)
        canvas.setFillColor(white if self._chosen else (ink if self._key else MUTED))
        canvas.setFont(self._look.fonts.latin(bold=True), side * 0.68)
        canvas.drawCentredString(0.8 + side / 2, -side * 0.76, self._letter)
        if self._key or self._chosen:
            _sign(canvas, side, ink, tick=self._key)


def _sign(canvas: object, side: float, ink: Color, *, tick: bool) -> None:
    """A tick or a cross right of the box."""
    path = canvas.beginPath()  # type: ignore[attr-defined]
    left, middle, size = side + 3.4, -side / 2, side * 0.24
    if tick:
        path.moveTo(left, middle)
        path.lineTo(left + size * 0.7, middle - size)
        path.lineTo(left + size * 2, middle + size * 1.2)
    else:
        for rise in (1, -1):
            path.moveTo(left, middle - rise * size)
            path.lineTo(left + 2 * size, middle + rise * size)
    canvas.setStrokeColor(ink)  # type: ignore[attr-defined]
    canvas.setLineWidth(1.3)  # type: ignore[attr-defined]
    canvas.drawPath(path, stroke=1, fill=0)  # type: ignore[attr-defined]
