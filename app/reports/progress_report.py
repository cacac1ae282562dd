"""The progress report: what many attempts at one exam, or at several, say together."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from app.core.history import Head
from app.core.intervals import wilson
from app.core.progress import ExamProgress, Level, Progress
from app.core.scoring import FEWEST_TO_JUDGE, TOTAL_CONFIDENCE
from app.core.study import weakest
from app.reports import facts
from app.reports.charts import Pen, Shares, Trend, course_chart, score_chart, trend_chart
from app.reports.facts import GroupRow
from app.reports.ledger import Column, Ledger
from app.reports.look import BODY, CAPTION, EYEBROW, LEAD, MUTED, PADDING, PAPER, RESULT, TEXT, Look, Role
from app.reports.page import Heading, Sheet, render
from app.reports.pieces import BAND_COLOURS, group_section, section, study_card
from app.reports.words import Words, brief, duration, percent, percents
from app.services.ports import Step

EXAM = Role(14, TEXT, bold=True)

_TREND_HEIGHT = 150.0
_COURSE_HEIGHT = 30.0
_LEDGER_SPACE = 90.0


def progress_report(
    progress: Progress, words: Words, look: Look, version: str, step: Step | None = None
) -> bytes:
    """The PDF of the progress report."""
    story = _head(progress, words, look)
    for number, exam in enumerate(progress.exams):
        story += [*([PageBreak()] if number else []), *_exam(exam, words, look)]
    return render(story, _sheet(progress, words, version), look, step)[0]


def _sheet(progress: Progress, words: Words, version: str) -> Sheet:
    return Sheet(
        title=words("progress.title"),
        subject=", ".join(exam.exam.title.get(words.language) for exam in progress.exams),
        language=words.language,
        version=version,
        footer=(words("footer", version=version),),
        page_of=lambda number, count: words("page", number=number, count=count),
        made_ms=progress.made_ms,
    )


def _head(progress: Progress, words: Words, look: Look) -> list[Flowable]:
    names = [facts.shown(name) for name in progress.candidates[:3]]
    sat = [head for exam in progress.exams for head in exam.sittings]
    span = words("progress.none")
    if sat:
        days = [head.started_ms for head in sat]
        span = words("progress.span", count=len(sat), first=words.date(min(days)), last=words.date(max(days)))
    return [
        Heading(words("progress.title"), look, EYEBROW),
        look.gap(6),
        look.text(words.joined(names) if names else words("progress.nobody"), RESULT),
        look.gap(4),
        look.text(span, LEAD),
        look.text(words("progress.made", when=words.day(progress.made_ms)), LEAD, MUTED),
        look.gap(10),
    ]


def _exam(exam: ExamProgress, words: Words, look: Look) -> list[Flowable]:
    return [
        Heading(facts.shown(exam.exam.title.get(words.language)), look, EXAM),
        look.gap(6),
        *_readiness(exam, words, look),
        *_trend(exam, words, look),
        *_courses(exam, words, look),
        *_groups("domains.title", exam.domains, exam, words, look),
        *_groups("sections.title", exam.sections, exam, words, look),
        *_study(exam, words, look),
        *_topics(exam, words, look),
        *_sittings(exam, words, look),
        *_reading(words, look),
    ]


def _readiness(exam: ExamProgress, words: Words, look: Look) -> list[Flowable]:
    """How ready: the sentence, the level against the line, what is assumed."""
    found = exam.readiness
    parts: list[Flowable] = [
        Heading(words("ready.title"), look, level=1),
        look.gap(4),
        look.text(facts.ready_sentence(found, words), LEAD),
        look.gap(6),
    ]
    if found.level is not None:
        shares = Shares(found.level.band.low, found.level.share, found.level.band.high, exam.line)
        line = words("line.label", line=percent(exam.line))
        parts += [score_chart(shares, line, look.width, Pen(look.fonts, PAPER)), look.gap(4)]
    return [*parts, look.text(words("ready.assumes"), CAPTION), look.gap(10)]


def _trend(exam: ExamProgress, words: Words, look: Look) -> list[Flowable]:
    trend = trend_of(exam, words)
    each = max(point.attempts for point in exam.trend)
    caption = words("trend.single") if each == 1 else words("trend.several", count=each)
    return [
        *section(
            words("trend.title"),
            trend_chart(trend, look.width, look.size(_TREND_HEIGHT), Pen(look.fonts, PAPER)),
            look,
            level=1,
            below=[look.gap(4), look.text(caption, CAPTION), look.text(_pace(exam, words), CAPTION)],
        )
    ]


def trend_of(exam: ExamProgress, words: Words) -> Trend:
    """The scores over time as a chart wants them."""
    return Trend(
        points=tuple(
            Shares(point.interval.low, point.share, point.interval.high, exam.line) for point in exam.trend
        ),
        labels=tuple(words.date(point.begun_ms) for point in exam.trend),
        line=exam.line,
        line_text=words("line.label", line=percent(exam.line)),
    )


def _pace(exam: ExamProgress, words: Words) -> str:
    allowed = exam.profile.minutes * 60_000 // exam.profile.questions
    return words(
        "progress.pace",
        first=brief(exam.trend[0].mean_ms),
        last=brief(exam.trend[-1].mean_ms),
        allowed=brief(allowed),
    )


def _courses(exam: ExamProgress, words: Words, look: Look) -> list[Flowable]:
    """Each domain over time, small; nothing before there are two periods."""
    if len(exam.periods) < 2:
        return []
    widths = _course_widths(look)
    rows = [_course(level, exam, widths[2], words, look) for level in exam.domains]
    first, last = words.date(exam.periods[0].begun_ms), words.date(exam.periods[-1].ended_ms)
    names = ("group", "", None, "", "estimate", "band", "level")
    head: list[Flowable | str] = [look.text(words(f"column.{n}"), CAPTION) if n else "" for n in names]
    head[2] = look.text(words("course.span", first=first, last=last), CAPTION)
    commands = [(f"{side}PADDING", (0, 0), (-1, -1), look.size(3)) for side in ("TOP", "BOTTOM")]
    card = look.card([head, *rows], widths, repeat=1, commands=commands)
    return section(words("course.title"), card, look, level=1, whole=len(rows) <= 9)


def _course_widths(look: Look) -> list[float]:
    """Title, gap, chart, gap, estimate, band, class."""
    figures = [44.0, 52.0, 76.0]
    rest = look.width - 2 * PADDING - sum(figures) - 24
    return [rest * 0.42, 8.0, rest * 0.58, 16.0, *figures]


def _course(level: Level, exam: ExamProgress, width: float, words: Words, look: Look) -> list[Flowable | str]:
    """A row: the periods in which the domain was asked for, and the last of them in figures."""
    found = exam.course(level.id)
    last = found[-1]
    return [
        look.text(facts.shown(level.title.get(words.language)), BODY),
        "",
        course_chart(course_of(found, exam.line), width, look.size(_COURSE_HEIGHT), Pen(look.fonts, PAPER)),
        "",
        look.text(percent(last.estimate.share), BODY),
        look.text(percents(last.estimate.band.low, last.estimate.band.high), BODY),
        look.text(words(f"band.{last.band}"), BODY, BAND_COLOURS[last.band]),
    ]


def course_of(levels: Sequence[Level], line: float) -> tuple[Shares, ...]:
    """A domain's levels over time as a chart wants them."""
    return tuple(Shares(o.estimate.band.low, o.estimate.share, o.estimate.band.high, line) for o in levels)


def _groups(
    key: str, levels: Sequence[Level], exam: ExamProgress, words: Words, look: Look
) -> list[Flowable]:
    weighed = {weight.stratum: weight.percent for weight in exam.profile.weights}
    rows = [
        GroupRow(
            title=facts.shown(level.title.get(words.language)),
            questions=level.tally.questions,
            correct=level.tally.correct,
            estimate=level.estimate.share,
            low=level.estimate.band.low,
            high=level.estimate.band.high,
            band=level.band,
            pace=brief(level.mean_ms),
            weight=f"{weighed[level.id]:.3g}\u202f%" if level.id in weighed else facts.NONE,
        )
        for level in levels
    ]
    return group_section(words(key), rows, exam.line, words, look, level=1)


def _study(exam: ExamProgress, words: Words, look: Look) -> list[Flowable]:
    domains = {domain.id: domain.title for domain in exam.exam.domains}
    lines = facts.topic_lines(weakest(exam.topics), domains, words)
    if not lines:
        return []
    return section(words("study.title"), study_card(lines, words, look), look, level=1)


def _topics(exam: ExamProgress, words: Words, look: Look) -> list[Flowable]:
    """Every topic that came on the screen."""
    domains = {domain.id: domain.title for domain in exam.exam.domains}
    columns = [
        Column(words("column.topic"), 0.46),
        Column(words("column.domain"), 0.30),
        Column(words("column.correct"), 0.12, right=True),
        Column(words("column.estimate"), 0.12, right=True),
    ]
    lines = facts.topic_lines(exam.topics, domains, words)
    rows = [[*line, percent(topic.estimate)] for line, topic in zip(lines, exam.topics, strict=True)]
    return _ledger(words("topics.title"), columns, rows, look)


def _sittings(exam: ExamProgress, words: Words, look: Look) -> list[Flowable]:
    """Every attempt, the newest first."""
    columns = [
        Column(words("column.date"), 0.23),
        Column(words("fact.profile"), 0.20),
        Column(words("fact.form"), 0.15),
        Column(words("column.score"), 0.17, right=True),
        Column(words("column.interval"), 0.12, right=True),
        Column(words("fact.time"), 0.13, right=True),
    ]
    rows = [_sitting(head, exam, words) for head in reversed(exam.sittings)]
    return _ledger(words("sittings.title"), columns, rows, look)


def _sitting(head: Head, exam: ExamProgress, words: Words) -> list[str]:
    profile = exam.exam.profile(head.profile)
    correct = head.correct or 0
    interval = wilson(correct, head.questions, TOTAL_CONFIDENCE)
    share = percent(correct / head.questions)
    of = words("correct.value", correct=correct, questions=head.questions)
    return [
        words.minute(head.started_ms),
        profile.title.get(words.language) if profile else head.profile,
        head.form,
        words("score.short", share=share, correct=of),
        percents(interval.low, interval.high),
        duration(head.used_ms or 0),
    ]


def _ledger(
    title: str, columns: Sequence[Column], rows: Sequence[Sequence[str]], look: Look
) -> list[Flowable]:
    if not rows:
        return []
    heading = Heading(title, look, level=1)
    return [CondPageBreak(_LEDGER_SPACE), heading, look.gap(2), Ledger(columns, rows, look), look.gap(10)]


def _reading(words: Words, look: Look) -> list[Flowable]:
    return [
        CondPageBreak(_LEDGER_SPACE),
        Heading(words("reading.title"), look, level=1),
        look.gap(4),
        look.text(words("progress.reading"), BODY),
        look.gap(3),
        look.text(words("reading.bands", fewest=FEWEST_TO_JUDGE), BODY),
    ]
