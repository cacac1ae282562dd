"""`rehearsal exams`: exams, profiles, items per domain and topic."""

from __future__ import annotations

import argparse
from typing import Any

from app.core.exam import Axis, Profile
from app.core.summary import BankSummary
from app.verbs.words import paths_of, print_json


def run(options: argparse.Namespace) -> int:
    """List the exams."""
    from app.bootstrap import build

    language = options.lang or "en"
    summaries = build(paths_of(options)).banks.summaries()
    if options.json:
        print_json([_plain(summary, language) for summary in summaries])
    else:
        print("\n\n".join(_lines(summary, language) for summary in summaries))
    return 0


def _plain(summary: BankSummary, language: str) -> dict[str, Any]:
    exam = summary.exam
    counts = {axis: summary.count(axis) for axis in Axis}
    return {
        "id": exam.id,
        "code": exam.code,
        "title": exam.title.get(language),
        "bank_digest": summary.digest,
        "items": summary.items,
        "profiles": [_profile(summary, profile, language) for profile in exam.profiles],
        "domains": [
            {
                "id": domain.id,
                "title": domain.title.get(language),
                "items": counts[Axis.DOMAIN][domain.id],
                "topics": [
                    {"id": topic.id, "title": topic.title.get(language), "items": topic.items}
                    for topic in summary.topics
                    if topic.domain == domain.id
                ],
            }
            for domain in exam.domains
        ],
        "sections": [
            {
                "id": section.id,
                "title": section.title.get(language),
                "items": counts[Axis.SECTION][section.id],
            }
            for section in exam.sections
        ],
    }


def _profile(summary: BankSummary, profile: Profile, language: str) -> dict[str, Any]:
    missing = summary.shortfalls(profile)
    return {
        "id": profile.id,
        "title": profile.title.get(language),
        "questions": profile.questions,
        "minutes": profile.minutes,
        "axis": profile.axis,
        "weights": {weight.stratum: weight.percent for weight in profile.weights},
        "assumed_pass_percent": profile.pass_percent,
        "can_be_sat": not missing,
        "missing": [
            {"stratum": lack.stratum, "needed": lack.needed, "available": lack.available} for lack in missing
        ],
    }


def _lines(summary: BankSummary, language: str) -> str:
    plain = _plain(summary, language)
    lines = [f"{plain['id']}  {plain['title']}  ({plain['items']} items)"]
    for profile in plain["profiles"]:
        lacking = ", ".join(f"{m['stratum']} {m['available']} of {m['needed']}" for m in profile["missing"])
        state = f"cannot be filled yet: {lacking}" if lacking else "ready"
        lines.append(
            f"  profile {profile['id']}: {profile['questions']} questions, {profile['minutes']} minutes, "
            f"{state}. {profile['title']}"
        )
    for domain in plain["domains"]:
        lines.append(f"  {domain['id']}: {domain['items']} items")
        lines += [f"    {topic['id']}: {topic['items']}" for topic in domain["topics"]]
    return "\n".join(lines)
