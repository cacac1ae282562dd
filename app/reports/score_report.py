"""The score report: result, facts, domains and sections, what to study, how to read it. No item text."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.platypus import Flowable, KeepTogether, Table

from app.core.exam import Axis
from app.core.ids import AttemptId
from app.core.readiness import of_result
from app.core.scoring import FEWEST_TO_JUDGE, Result
from app.core.study import topics_of, weakest
from app.reports import facts
from app.reports.charts import Pen, Shares, score_chart
from app.reports.look import BODY, EYEBROW, FINE, LABEL, LEAD, MUTED, PADDING, PAPER, RESULT, Look
from app.reports.page import Heading, Sheet, render
from app.reports.pieces import facts_card, group_section, section
from app.reports.words import Words, percent
from app.services.ports import Step

_WANTED = ((1, (1.0, 0.96)), (2, (1.0, 0.93, 0.86, 0.78)))
"""Pages to be content with, and the densities at which to try for them."""


def score_report(
    result: Result,
    attempt: AttemptId,
    words: Words,
    look_at: Callable[[float], Look],
    version: str,
    step: Step | None = None,
) -> bytes:
    """The PDF of the score report; `look_at` gives the look at a density.

    It is a little denser where that saves the second page, and as dense as it takes to save a third.
    """
    made: dict[float, tuple[bytes, int]] = {}
    sheet = _sheet(result, attempt, words, version)
    for pages, densities in _WANTED:
        for density in densities:
            if density not in made:
                look = look_at(density)
                made[density] = render(_story(result, attempt, words, look, version), sheet, look, step)
            if made[density][1] <= pages:
                return made[density][0]
    return made[min(made)][0]


def _story(result: Result, attempt: AttemptId, words: Words, look: Look, version: str) -> list[Flowable]:
    line = result.pass_share
    return [
        *_head(result, words, look),
        *_facts(result, attempt, words, look, version),
        *group_section(
            words("domains.title"), facts.group_rows(result, Axis.DOMAIN, words), line, words, look
        ),
        *group_section(
            words("sections.title"), facts.group_rows(result, Axis.SECTION, words), line, words, look
        ),
        *_study(result, words, look),
        *_reading(result, words, look),
    ]


def _sheet(result: Result, attempt: AttemptId, words: Words, version: str) -> Sheet:
    return Sheet(
        title=_title(result, words),
        subject=words("subject", form=result.paper.form, attempt=attempt),
        language=words.language,
        version=version,
        footer=(words("footer", version=version),),
        page_of=lambda number, count: words("page", number=number, count=count),
        made_ms=result.ended_ms,
    )


def _title(result: Result, words: Words) -> str:
    return words("title", exam=facts.shown(result.paper.exam.title.get(words.language)))


def _head(result: Result, words: Words, look: Look) -> list[Flowable]:
    shares = Shares(result.interval.low, result.share, result.interval.high, result.pass_share)
    line = words("line.label", line=percent(result.pass_share))
    return [
        Heading(_title(result, words), look, EYEBROW),
        look.gap(6),
        look.text(words(f"verdict.{result.verdict}"), RESULT),
        look.gap(4),
        look.text(facts.score_sentence(result, words), LEAD),
        look.gap(8),
        score_chart(shares, line, look.width, Pen(look.fonts, PAPER)),
        look.gap(6),
        look.text(facts.chance_sentence(of_result(result), words), LEAD),
        look.gap(10),
    ]


def _facts(result: Result, attempt: AttemptId, words: Words, look: Look, version: str) -> list[Flowable]:
    """Long facts over the whole width, short ones in two columns, the interruptions below them."""
    (label, summary), lines = facts.interruptions(result, words)
    card = facts_card(
        facts.identity(result, words),
        facts.origin(result, attempt, version, words),
        facts.course(result, words),
        [(label, summary, BODY), *(("", line, LABEL) for line in lines)],
        look,
    )
    return section(words("facts.title"), card, look)


def _study(result: Result, words: Words, look: Look) -> list[Flowable]:
    """The weakest topics; their concept notes bear the same names."""
    lines = facts.topic_lines(weakest(topics_of(result)), result, words)
    if not lines:
        return []
    return section(words("study.title"), study_card(lines, words, look), look)


def study_card(lines: list[tuple[str, str, str]], words: Words, look: Look) -> Table:
    """Topics to study as a numbered list, with what to do about them."""
    rest = look.width - 2 * PADDING - 16 - 60
    rows: list[list[Flowable | str]] = [
        [
            look.text(f"{number}.", LABEL),
            look.text(title, BODY),
            look.text(domain, BODY, MUTED),
            look.text(correct, BODY, align="right"),
        ]
        for number, (title, domain, correct) in enumerate(lines, 1)
    ]
    advice: list[Flowable | str] = ["", look.text(words("study.advice"), LABEL), "", ""]
    commands = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), look.size(2.5)),
        ("TOPPADDING", (0, 0), (-1, 0), look.size(7)),
        ("BOTTOMPADDING", (0, -1), (-1, -1), look.size(7)),
        ("SPAN", (2, len(rows)), (-2, len(rows))),
    ]
    return look.card([*rows, advice], [16.0, rest * 0.58, rest * 0.42, 60.0], commands=commands)


def _reading(result: Result, words: Words, look: Look) -> list[Flowable]:
    line = percent(result.pass_share)
    paragraphs: list[Flowable] = [
        look.text(words("reading.scoring"), BODY),
        look.text(words("reading.bands", fewest=FEWEST_TO_JUDGE), BODY),
        look.text(words("reading.chance"), BODY),
        look.text(words("reading.line", line=line), BODY),
    ]
    spaced = [piece for paragraph in paragraphs for piece in (paragraph, look.gap(3))]
    digest = look.text(words("digest", digest=result.paper.bank_digest), FINE)
    return [KeepTogether([Heading(words("reading.title"), look), look.gap(4), *spaced, digest])]
