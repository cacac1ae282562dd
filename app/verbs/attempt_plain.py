"""An attempt as plain data, as `attempts show --json` and the demonstration print it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from app.core.attempt import Attempt
from app.core.ids import AttemptId
from app.core.moment import Moment
from app.core.scoring import GroupScore, Mark, Result, score
from app.core.timing import remaining_ms, used_ms


def iso(milliseconds: int) -> str:
    """A moment (ms since the epoch) in UTC, ISO 8601."""
    moment = datetime.fromtimestamp(milliseconds / 1000, tz=UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def attempt_plain(attempt_id: AttemptId, attempt: Attempt, now: Moment) -> dict[str, Any]:
    """Everything about an attempt. Times in seconds; `remaining_seconds` as a resume now would have it."""
    result = score(attempt)
    return {
        "id": attempt_id,
        "exam": attempt.paper.exam.id,
        "profile": attempt.paper.profile.id,
        "form": attempt.paper.form,
        "bank_digest": attempt.paper.bank_digest,
        "seed": attempt.paper.seed,
        "candidate": attempt.candidate,
        "language": attempt.language,
        "policy": attempt.policy,
        "extra_percent": attempt.extra_percent,
        "state": attempt.phase,
        "end_reason": attempt.end_reason,
        "started": iso(attempt.started.wall_ms),
        "ended": iso(attempt.ended_at.wall_ms) if attempt.ended_at else None,
        "limit_seconds": attempt.limit_ms / 1000,
        "used_seconds": used_ms(attempt, now) / 1000,
        "remaining_seconds": remaining_ms(attempt, now) / 1000,
        "current": attempt.current + 1,
        "breaks": attempt.breaks,
        "break_seconds": attempt.break_ms / 1000,
        **_score(result),
        "interruptions": [
            {
                "left": iso(stop.left.wall_ms),
                "back": iso(stop.back.wall_ms) if stop.back else None,
                "cause": stop.cause,
                "time_kept": stop.kept,
            }
            for stop in attempt.interruptions
        ],
        "items": [_item(attempt, mark) for mark in result.marks],
    }


def _score(result: Result) -> dict[str, Any]:
    return {
        "questions": result.questions,
        "correct": result.correct,
        "share": round(result.share, 4),
        "interval_95": [round(result.interval.low, 4), round(result.interval.high, 4)],
        "assumed_pass_share": result.pass_share,
        "verdict": result.verdict,
        "seen_before": len(result.paper.repeated),
        "domains": [_group(group) for group in result.domains],
        "sections": [_group(group) for group in result.sections],
    }


def _group(group: GroupScore) -> dict[str, Any]:
    return {
        "id": group.id,
        "questions": group.questions,
        "correct": group.correct,
        "estimate": round(group.estimate, 4),
        "interval_80": [round(group.interval.low, 4), round(group.interval.high, 4)],
        "band": group.band,
    }


def _item(attempt: Attempt, mark: Mark) -> dict[str, Any]:
    question = attempt.paper.questions[mark.number - 1]
    response = attempt.responses[mark.number - 1]
    return {
        "number": mark.number,
        "id": mark.item,
        "domain": question.item.domain,
        "section": question.item.section,
        "topic": question.item.topic,
        "options": list(question.order),
        "chosen": list(mark.chosen),
        "key": sorted(mark.key),
        "correct": mark.correct,
        "status": mark.status,
        "flagged": mark.flagged,
        "struck_out": [option for option in question.order if option in response.struck],
        "comment": mark.comment,
        "seconds": mark.spent_ms / 1000,
    }
