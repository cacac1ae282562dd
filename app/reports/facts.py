"""What a score report says of an attempt, as pairs of label and value; no layout in here."""

from __future__ import annotations

from app.core.attempt import Interruption
from app.core.exam import Axis
from app.core.ids import AttemptId, StratumId
from app.core.scoring import Result
from app.reports.words import Words, duration, percent

MOST_NAME = 120
"""Letters of a name or title that are printed; the rest is cut off."""

MOST_INTERRUPTIONS = 6
"""Interruptions that are told one by one."""

Fact = tuple[str, str]


def shown(name: str) -> str:
    """A name as it is printed: a dash for none, cut where it would fill the page."""
    name = name.strip()
    return (name if len(name) <= MOST_NAME else name[: MOST_NAME - 1] + "…") or "–"


def identity(result: Result, words: Words) -> list[Fact]:
    """Who sat what: the facts that may be long."""
    exam = result.paper.exam.title.get(words.language)
    facts = [("candidate", shown(result.candidate)), ("exam", shown(exam))]
    return _labelled(facts, words)


def origin(result: Result, attempt: AttemptId, words: Words) -> list[Fact]:
    """What was sat, and when."""
    paper = result.paper
    facts = [
        ("profile", shown(paper.profile.title.get(words.language))),
        ("started", words.day(result.started_ms)),
        ("questions", _asked(result, words)),
        ("language", words.language_name(result.language)),
        ("form", paper.form),
        ("attempt", str(attempt)),
        ("bank", paper.bank_digest[:16]),
    ]
    return _labelled(facts, words)


def course(result: Result, words: Words) -> list[Fact]:
    """How the attempt went."""
    extra = f"+{result.extra_percent}\u202f%" if result.extra_percent else words("extra.none")
    flagged = words("flagged.value", count=result.flagged, correct=result.flagged_correct)
    facts = [
        ("time", words("time.value", used=duration(result.used_ms), limit=duration(result.limit_ms))),
        ("extra", extra),
        ("policy", words(f"policy.{result.policy}")),
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


def weights(result: Result, axis: Axis) -> dict[StratumId, str]:
    """The weights in the profile by stratum, in words; empty when the profile weighs the other axis."""
    profile = result.paper.profile
    if profile.axis is not axis:
        return {}
    return {weight.stratum: f"{weight.percent:.3g}\u202f%" for weight in profile.weights}


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
