"""The score report: result, facts, domains and sections, and how to read them. No item text."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.lib.colors import Color
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Table

from app.core.exam import Axis
from app.core.ids import AttemptId, StratumId
from app.core.scoring import FEWEST_TO_JUDGE, Band, GroupScore, Result
from app.reports import facts
from app.reports.charts import FOOT_HEIGHT, Shares, interval_bar, line_label, score_chart
from app.reports.look import (
    BAD,
    BODY,
    CAPTION,
    EYEBROW,
    FINE,
    GOOD,
    LABEL,
    LEAD,
    MUTED,
    PADDING,
    RESULT,
    TEXT,
    Look,
)
from app.reports.page import Heading, Sheet, render
from app.reports.words import Words, percent, percents

_BAND_COLOURS: dict[Band, Color] = {
    Band.ABOVE: GOOD,
    Band.NEAR: TEXT,
    Band.BELOW: BAD,
    Band.TOO_FEW: MUTED,
}

_WANTED = ((1, (1.0, 0.95, 0.91)), (2, (1.0, 0.92, 0.85, 0.78)))
"""Pages to be content with, and the densities at which to try for them."""

_LABEL_WIDTH = 80.0
_MOST_WHOLE = 6
"""Groups up to which a card is kept on one page."""

_FEWEST_SPACE = 120.0
"""Room for a heading and a few rows: with less, a card that may be parted begins on the next page."""


def score_report(
    result: Result, attempt: AttemptId, words: Words, look_at: Callable[[float], Look], version: str
) -> bytes:
    """The PDF of the score report; `look_at` gives the look at a density.

    It is a little denser where that saves the second page, and as dense as it takes to save a third.
    """
    made: dict[float, tuple[bytes, int]] = {}
    for pages, densities in _WANTED:
        for density in densities:
            if density not in made:
                look = look_at(density)
                made[density] = render(
                    _story(result, attempt, words, look), _sheet(result, attempt, words, version), look
                )
            if made[density][1] <= pages:
                return made[density][0]
    return made[min(made)][0]


def _story(result: Result, attempt: AttemptId, words: Words, look: Look) -> list[Flowable]:
    return [
        *_head(result, words, look),
        *_facts(result, attempt, words, look),
        *_groups("domains", result.domains, Axis.DOMAIN, result, words, look),
        *_groups("sections", result.sections, Axis.SECTION, result, words, look),
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
        score_chart(shares, line, look.width, look.fonts),
        look.gap(10),
    ]


def _facts(result: Result, attempt: AttemptId, words: Words, look: Look) -> list[Flowable]:
    """Long facts over the whole width, short ones in two columns, the interruptions below them."""
    gap = 14.0
    value = (look.width - 2 * PADDING - gap) / 2 - _LABEL_WIDTH
    long = [[*_pair(fact, look), "", "", ""] for fact in facts.identity(result, words)]
    columns = zip(facts.origin(result, attempt, words), facts.course(result, words), strict=True)
    short = [[*_pair(left, look), "", *_pair(right, look)] for left, right in columns]
    fact, lines = facts.interruptions(result, words)
    stops = [[*_pair(fact, look), "", "", ""], *(["", look.text(line, LABEL), "", "", ""] for line in lines)]
    rows = [*long, *short, *stops]
    wide = [*range(len(long)), *range(len(long) + len(short), len(rows))]
    commands = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), look.size(1.5)),
        ("TOPPADDING", (0, 0), (-1, 0), look.size(8)),
        ("BOTTOMPADDING", (0, -1), (-1, -1), look.size(8)),
        *(("SPAN", (2, row), (-2, row)) for row in wide),
    ]
    card = look.card(rows, [_LABEL_WIDTH, value, gap, _LABEL_WIDTH, value], commands=commands)
    return _section("facts", card, words, look)


def _pair(fact: facts.Fact, look: Look) -> list[Flowable]:
    label, value = fact
    return [look.text(label, LABEL), look.text(value, BODY)]


def _section(key: str, card: Table, words: Words, look: Look, whole: bool = True) -> list[Flowable]:
    """A heading with its card, kept on one page unless the card may be parted."""
    parts = [Heading(words(f"{key}.title"), look), look.gap(4), card]
    return [*([KeepTogether(parts)] if whole else [CondPageBreak(_FEWEST_SPACE), *parts]), look.gap(9)]


def _groups(
    key: str, groups: tuple[GroupScore, ...], axis: Axis, result: Result, words: Words, look: Look
) -> list[Flowable]:
    """A card with a row for each group; the rows of the chart touch, so that its rule is one."""
    if not groups:
        return []
    weights = facts.weights(result, axis)
    widths = _widths(look)
    rows = [_group(group, weights, words, look) for group in groups]
    heights = [max(look.size(17.5), _height(row, widths) + look.size(6)) for row in rows]
    for row, group, height in zip(rows, groups, heights, strict=True):
        row[2] = interval_bar(_shares(group, result), widths[2], height, look.fonts)
    label = words("line.label", line=percent(result.pass_share))
    foot = ["", "", line_label(result.pass_share, label, widths[2], look.fonts), *[""] * (len(widths) - 3)]
    card = look.card(
        [_group_head(words, look, bool(weights)), *rows, foot],
        widths,
        heights=[look.size(20), *heights, FOOT_HEIGHT],
        repeat=1,
    )
    return _section(key, card, words, look, whole=len(groups) <= _MOST_WHOLE)


def _widths(look: Look) -> list[float]:
    """Title, gap, chart, gap, correct, share, band, word, gap, weight."""
    figures = [46.0, 34.0, 48.0, 74.0, 8.0, 30.0]
    rest = look.width - 2 * PADDING - sum(figures) - 18
    return [rest * 0.56, 6.0, rest * 0.44, 12.0, *figures]


def _group_head(words: Words, look: Look, weighted: bool) -> list[Flowable | str]:
    names = ["group", "", "", "", "correct", "share", "band", "level", "", "weight" if weighted else ""]
    return [look.text(words(f"column.{name}"), CAPTION) if name else "" for name in names]


def _group(
    group: GroupScore, weights: dict[StratumId, str], words: Words, look: Look
) -> list[Flowable | str]:
    of = words("correct.value", correct=group.correct, questions=group.questions)
    return [
        look.text(facts.shown(group.title.get(words.language)), BODY),
        *[""] * 3,
        look.text(of, BODY),
        look.text(percent(group.share), BODY),
        look.text(percents(group.interval.low, group.interval.high), BODY),
        look.text(words(f"band.{group.band}"), BODY, _BAND_COLOURS[group.band]),
        "",
        look.text(weights.get(group.id, "–"), BODY) if weights else "",
    ]


def _shares(group: GroupScore, result: Result) -> Shares:
    return Shares(group.interval.low, group.share, group.interval.high, result.pass_share)


def _height(row: list[Flowable | str], widths: list[float]) -> float:
    cells = zip(row, widths, strict=True)
    return max(float(cell.wrap(width, 0)[1]) for cell, width in cells if not isinstance(cell, str))


def _reading(result: Result, words: Words, look: Look) -> list[Flowable]:
    line = percent(result.pass_share)
    paragraphs: list[Flowable] = [
        look.text(words("reading.scoring"), BODY),
        look.text(words("reading.bands", fewest=FEWEST_TO_JUDGE), BODY),
        look.text(words("reading.line", line=line), BODY),
    ]
    spaced = [piece for paragraph in paragraphs for piece in (paragraph, look.gap(3))]
    digest = look.text(words("digest", digest=result.paper.bank_digest), FINE)
    return [KeepTogether([Heading(words("reading.title"), look), look.gap(4), *spaced, digest])]
