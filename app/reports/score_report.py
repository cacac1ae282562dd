"""The score report: result, facts, domains and sections, what to study, how to read it. No item text."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.platypus import Flowable, KeepTogether

from app.core.exam import Axis
from app.core.ids import AttemptId
from app.core.readiness import of_result
from app.core.scoring import FEWEST_TO_JUDGE, Result
from app.core.study import topics_of, weakest
from app.reports import facts
from app.reports.charts import Pen, Shares, score_chart
from app.reports.look import BODY, EYEBROW, FINE, LABEL, LEAD, PAPER, RESULT, Look
from app.reports.page import Heading, Sheet, render
from app.reports.pieces import facts_card, group_section, section, study_card
from app.reports.words import Words, percent
from app.services.ports import Step

_DENSITIES = (1.0, 0.93, 0.86, 0.78)
"""Tried in turn until the pages are few enough."""

_MOST_PAGES = 2


def score_report(
    result: Result,
    attempt: AttemptId,
    words: Words,
    look_at: Callable[[float], Look],
    version: str,
    step: Step | None = None,
) -> bytes:
    """The PDF of the score report; `look_at` gives the look at a density.

    It is as dense as it takes to save a third page.
    """
    sheet = _sheet(result, attempt, words, version)
    pdf = b""
    for density in _DENSITIES:
        look = look_at(density)
        pdf, pages = render(_story(result, attempt, words, look, version), sheet, look, step)
        if pages <= _MOST_PAGES:
            break
    return pdf


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
    domains = {domain.id: domain.title for domain in result.paper.exam.domains}
    lines = facts.topic_lines(weakest(topics_of(result)), domains, words)
    return section(words("study.title"), study_card(lines, words, look), look) if lines else []


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
