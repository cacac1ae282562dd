"""What a score report says of an attempt, as pairs of label and value; no layout in here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from app.core.attempt import Interruption, Status
from app.core.exam import Axis
from app.core.ids import AttemptId, StratumId
from app.core.readiness import FEWEST, Readiness, told
from app.core.scoring import Band, Result
from app.core.study import TopicScore, pace
from app.core.text import Text
from app.reports.words import Words, brief, duration, percent

MOST_NAME = 120
"""Letters of a name or title that are printed; the rest is cut off."""

MOST_INTERRUPTIONS = 6
"""Interruptions that are told one by one."""

NONE = "–"
"""What stands where there is nothing to say."""

Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group of questions as a row: words made already, figures (shares in 0..1) as they are."""

    title: str
    questions: int
    correct: int
    estimate: float
    low: float
    high: float
    band: Band
    pace: str
    weight: str


def shown(name: str) -> str:
    """A name as it is printed: a dash for none, cut where it would fill the page."""
    name = name.strip()
    return (name if len(name) <= MOST_NAME else name[: MOST_NAME - 1] + "…") or NONE


def identity(result: Result, words: Words) -> list[Fact]:
    """Who sat what: the facts that may be long."""
    exam = result.paper.exam.title.get(words.language)
    facts = [("candidate", shown(result.candidate)), ("exam", shown(exam))]
    return _labelled(facts, words)


def origin(result: Result, attempt: AttemptId, version: str, words: Words) -> list[Fact]:
    """What was sat, and when; as many facts as `course` has."""
    paper = result.paper
    facts = [
        ("profile", shown(paper.profile.title.get(words.language))),
        ("started", words.day(result.started_ms)),
        ("ended", words.minute(result.ended_ms)),
        ("questions", _asked(result, words)),
        ("language", words.language_name(result.language)),
        ("form", paper.form),
        ("attempt", str(attempt)),
        ("bank", paper.bank_digest[:16]),
        ("version", f"Rehearsal {version}"),
    ]
    return _labelled(facts, words)


def course(result: Result, words: Words) -> list[Fact]:
    """How the attempt went."""
    extra = f"+{result.extra_percent}\u202f%" if result.extra_percent else words("extra.none")
    flagged = words("flagged.value", count=result.flagged, correct=result.flagged_correct)
    facts = [
        ("time", words("time.value", used=duration(result.used_ms), limit=duration(result.limit_ms))),
        ("pace", _pace(result, words)),
        ("extra", extra),
        ("policy", words(f"policy.{result.policy}")),
        ("breaks", _breaks(result, words)),
        ("end", words(f"end.{result.end_reason or 'none'}")),
        ("unanswered", words("questions", count=result.unanswered)),
        ("flagged", flagged if result.flagged else words("questions", count=0)),
        ("changes", _changes(result, words)),
    ]
    return _labelled(facts, words)


def interruptions(result: Result, words: Words) -> tuple[Fact, list[str]]:
    """All in one, and a line for each: when, why, how long, what became of the time.

    Where there are many, the last line sums up those beyond the first few.
    """
    stops = result.interruptions
    several = len(stops) > MOST_INTERRUPTIONS
    single = stops[: MOST_INTERRUPTIONS - 1] if several else stops
    lines = [_interruption(stop, result, words) for stop in single]
    rest = stops[len(single) :]
    if rest:
        lost = sum(length_ms(stop, result) for stop in rest)
        lines.append(words("interruptions.more", count=len(rest), duration=duration(lost)))
    return (words("fact.interruptions"), _interruptions(result, words)), lines


def length_ms(stop: Interruption, result: Result) -> int:
    """How long an interruption lasted; one that was never left lasted until the end."""
    return stop.back.since(stop.left) if stop.back else max(0, result.ended_ms - stop.left.wall_ms)


def group_rows(result: Result, axis: Axis, words: Words) -> list[GroupRow]:
    """The domains or sections of a result as rows."""
    groups = result.domains if axis is Axis.DOMAIN else result.sections
    weighed = {weight.stratum: weight.percent for weight in result.paper.profile.weights}
    weigh = result.paper.profile.axis is axis
    paces = _paces(result, axis)
    return [
        GroupRow(
            title=shown(group.title.get(words.language)),
            questions=group.questions,
            correct=group.correct,
            estimate=group.estimate,
            low=group.interval.low,
            high=group.interval.high,
            band=group.band,
            pace=brief(paces[group.id]) if group.id in paces else NONE,
            weight=f"{weighed[group.id]:.3g}\u202f%" if weigh and group.id in weighed else NONE,
        )
        for group in groups
    ]


def chance_sentence(found: Readiness, words: Words) -> str:
    """The chance to reach the line on another unseen form, or that there is too little to tell."""
    line = percent(found.profile.pass_percent / 100)
    if found.chance is None:
        return words("chance.none", count=found.questions)
    return words(
        "chance.value",
        count=found.questions,
        line=line,
        chance=likely(found.chance.probability),
        low=likely(found.chance.interval.low),
        high=likely(found.chance.interval.high),
        needed=found.chance.needed,
        asked=found.profile.questions,
    )


def likely(probability: float) -> str:
    """A probability in whole percent; never a certainty."""
    return percent(told(probability))


def ready_sentence(found: Readiness, words: Words) -> str:
    """How ready somebody is by the whole history, or that there is too little to tell."""
    if found.chance is None:
        return words("ready.none", count=found.questions, fewest=FEWEST)
    return words(
        "ready.value",
        count=found.questions,
        when=words.date(found.newest_ms or 0),
        line=percent(found.profile.pass_percent / 100),
        chance=likely(found.chance.probability),
        low=likely(found.chance.interval.low),
        high=likely(found.chance.interval.high),
        needed=found.chance.needed,
        asked=found.profile.questions,
    )


def topic_lines(
    scores: Sequence[TopicScore], domains: Mapping[StratumId, Text], words: Words
) -> list[tuple[str, str, str]]:
    """Topics as (title, title of the domain, correct answers); `domains` are the titles by id."""
    return [
        (
            shown(score.title.get(words.language)),
            shown(domains[score.domain].get(words.language)) if score.domain in domains else "",
            words("correct.value", correct=score.correct, questions=score.questions),
        )
        for score in scores
    ]


def score_sentence(result: Result, words: Words) -> str:
    """Score, interval and assumed line in words."""
    return words(
        "score",
        correct=result.correct,
        questions=result.questions,
        share=percent(result.share),
        low=percent(result.interval.low),
        high=percent(result.interval.high),
        line=percent(result.pass_share),
    )


def _asked(result: Result, words: Words) -> str:
    repeated = len(result.paper.repeated)
    if not repeated:
        return words("asked.new", count=result.questions)
    return words("asked.value", count=result.questions, repeated=repeated)


def _pace(result: Result, words: Words) -> str:
    found = pace(result)
    if found is None:
        return NONE
    return words(
        "pace.value",
        mean=brief(found.mean_ms),
        allowed=brief(found.allowed_ms),
        longest=brief(found.longest.spent_ms),
        number=found.longest.number,
    )


def _paces(result: Result, axis: Axis) -> dict[StratumId, int]:
    """The mean time on a question by stratum, in milliseconds, of those that came on the screen."""
    times: dict[StratumId, list[int]] = {}
    for question, mark in zip(result.paper.questions, result.marks, strict=True):
        if mark.status is not Status.UNSEEN:
            times.setdefault(question.item.stratum(axis), []).append(mark.spent_ms)
    return {stratum: round(fmean(spent)) for stratum, spent in times.items()}


def _breaks(result: Result, words: Words) -> str:
    if not result.breaks:
        return words("breaks.none")
    return words("breaks.value", count=result.breaks, duration=duration(result.break_ms))


def _interruptions(result: Result, words: Words) -> str:
    if not result.interruptions:
        return words("interruptions.none")
    whole = sum(length_ms(stop, result) for stop in result.interruptions)
    return words("interruptions.value", count=len(result.interruptions), duration=duration(whole))


def _interruption(stop: Interruption, result: Result, words: Words) -> str:
    length = duration(length_ms(stop, result))
    return words(
        "interruptions.one",
        when=words.minute(stop.left.wall_ms),
        cause=words(f"cause.{stop.cause}"),
        duration=length if stop.back else words("interruptions.open", duration=length),
        time=words("interruptions.kept" if stop.kept else "interruptions.lost"),
    )


def _labelled(facts: list[Fact], words: Words) -> list[Fact]:
    return [(words(f"fact.{key}"), value) for key, value in facts]


def _changes(result: Result, words: Words) -> str:
    changes = result.changes
    count = changes.to_right + changes.to_wrong + changes.neutral
    if not count:
        return words("changes.none")
    return words(
        "changes.value",
        count=count,
        to_right=changes.to_right,
        to_wrong=changes.to_wrong,
        neutral=changes.neutral,
    )
