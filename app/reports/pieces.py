"""Pieces that documents share: a section with its card, cards of facts, cards of groups of questions."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.colors import Color
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Table

from app.core.scoring import Band
from app.reports.charts import FOOT_HEIGHT, Pen, Shares, interval_bar, line_label
from app.reports.facts import NONE, Fact, GroupRow
from app.reports.look import BAD, BODY, CAPTION, GOOD, LABEL, MUTED, PADDING, PAPER, TEXT, Look, Role
from app.reports.page import Heading
from app.reports.words import Words, percent, percents

BAND_COLOURS: dict[Band, Color] = {
    Band.ABOVE: GOOD,
    Band.NEAR: TEXT,
    Band.BELOW: BAD,
    Band.TOO_FEW: MUTED,
}

_LABEL_WIDTH = 80.0
_MOST_WHOLE = 6
"""Groups up to which a card is kept on one page."""

_FEWEST_SPACE = 120.0
"""Room for a heading and a few rows: with less, a card that may be parted begins on the next page."""


Rows = Sequence[tuple[str, str, Role]]
"""Label (or nothing), words, and what they are for."""


def section(
    title: str,
    card: Flowable,
    look: Look,
    *,
    whole: bool = True,
    level: int = 0,
    below: Sequence[Flowable] = (),
) -> list[Flowable]:
    """A heading with its card and what stands below it, on one page unless the card may be parted."""
    parts = [Heading(title, look, level=level), look.gap(4), card, *below]
    return [*([KeepTogether(parts)] if whole else [CondPageBreak(_FEWEST_SPACE), *parts]), look.gap(9)]


def facts_card(
    long: Sequence[Fact], left: Sequence[Fact], right: Sequence[Fact], more: Rows, look: Look
) -> Table:
    """Long facts over the whole width, short ones in two columns, rows over the whole width below them."""
    gap = 14.0
    value = (look.width - 2 * PADDING - gap) / 2 - _LABEL_WIDTH
    top = [[*pair(fact, look), "", "", ""] for fact in long]
    short = [[*pair(one, look), "", *pair(other, look)] for one, other in zip(left, right, strict=True)]
    below = [
        [look.text(label, LABEL) if label else "", look.text(words, role), "", "", ""]
        for label, words, role in more
    ]
    rows = [*top, *short, *below]
    wide = [*range(len(top)), *range(len(top) + len(short), len(rows))]
    commands = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), look.size(1.5)),
        ("TOPPADDING", (0, 0), (-1, 0), look.size(8)),
        ("BOTTOMPADDING", (0, -1), (-1, -1), look.size(8)),
        *(("SPAN", (2, row), (-2, row)) for row in wide),
    ]
    return look.card(rows, [_LABEL_WIDTH, value, gap, _LABEL_WIDTH, value], commands=commands)


def pair(fact: Fact, look: Look) -> list[Flowable]:
    """A fact as two paragraphs."""
    label, value = fact
    return [look.text(label, LABEL), look.text(value, BODY)]


def group_section(
    title: str, groups: Sequence[GroupRow], line: float, words: Words, look: Look, *, level: int = 0
) -> list[Flowable]:
    """A card with a row for each group; the rows of the chart touch, so that its rule is one."""
    if not groups:
        return []
    widths = _widths(look)
    pen = Pen(look.fonts, PAPER)
    weighed = any(group.weight != NONE for group in groups)
    rows = [_group(group, weighed, words, look) for group in groups]
    heights = [max(look.size(17.5), height_of(row, widths) + look.size(6)) for row in rows]
    for row, group, height in zip(rows, groups, heights, strict=True):
        row[2] = interval_bar(Shares(group.low, group.estimate, group.high, line), widths[2], height, pen)
    label = words("line.label", line=percent(line))
    foot = ["", "", line_label(line, label, widths[2], pen), *[""] * (len(widths) - 3)]
    names = ("group", *[""] * 3, "correct", "estimate", "band", "level", "", "pace", "weight" * weighed)
    head = [look.text(words(f"column.{name}"), CAPTION) if name else "" for name in names]
    card = look.card([head, *rows, foot], widths, heights=[look.size(20), *heights, FOOT_HEIGHT], repeat=1)
    return section(title, card, look, whole=len(groups) <= _MOST_WHOLE, level=level)


def height_of(row: Sequence[Flowable | str], widths: Sequence[float]) -> float:
    """The height of the highest cell of a row."""
    cells = zip(row, widths, strict=True)
    return max(float(cell.wrap(width, 0)[1]) for cell, width in cells if not isinstance(cell, str))


def _widths(look: Look) -> list[float]:
    """Title, gap, chart, gap, correct, estimate, band, word, gap, time, weight."""
    figures = [52.0, 40.0, 48.0, 70.0, 4.0, 34.0, 28.0]
    rest = look.width - 2 * PADDING - sum(figures) - 14
    return [rest * 0.58, 6.0, rest * 0.42, 8.0, *figures]


def _group(group: GroupRow, weighed: bool, words: Words, look: Look) -> list[Flowable | str]:
    of = words("correct.value", correct=group.correct, questions=group.questions)
    return [
        look.text(group.title, BODY),
        *[""] * 3,
        look.text(of, BODY),
        look.text(percent(group.estimate), BODY),
        look.text(percents(group.low, group.high), BODY),
        look.text(words(f"band.{group.band}"), BODY, BAND_COLOURS[group.band]),
        "",
        look.text(group.pace, BODY),
        look.text(group.weight, BODY) if weighed else "",
    ]


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
