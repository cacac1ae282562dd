"""A bank's summary ↔ JSON, with the standard library alone: the first screen waits for this."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from app.core.exam import Axis, Exam, Profile, Stratum, Weight
from app.core.ids import ExamId, ProfileId, StratumId, TopicId
from app.core.summary import BankSummary, TopicCount
from app.core.text import Text

Raw = dict[str, Any]


def encode(summary: BankSummary) -> bytes:
    """The summary as UTF-8 JSON."""
    return json.dumps(asdict(summary), ensure_ascii=False, separators=(",", ":")).encode()


def decode(content: bytes) -> BankSummary:
    """The summary that `encode` wrote; KeyError, TypeError or ValueError for anything else."""
    raw = json.loads(content)
    return BankSummary(_exam(raw["exam"]), raw["digest"], tuple(_topic(topic) for topic in raw["topics"]))


def _exam(raw: Raw) -> Exam:
    return Exam(
        id=ExamId(raw["id"]),
        code=raw["code"],
        title=_text(raw["title"]),
        profiles=tuple(_profile(profile) for profile in raw["profiles"]),
        domains=tuple(_stratum(stratum) for stratum in raw["domains"]),
        sections=tuple(_stratum(stratum) for stratum in raw["sections"]),
    )


def _profile(raw: Raw) -> Profile:
    return Profile(
        id=ProfileId(raw["id"]),
        title=_text(raw["title"]),
        source=_text(raw["source"]),
        questions=raw["questions"],
        minutes=raw["minutes"],
        axis=Axis(raw["axis"]),
        weights=tuple(Weight(StratumId(each["stratum"]), each["percent"]) for each in raw["weights"]),
        pass_percent=raw["pass_percent"],
    )


def _stratum(raw: Raw) -> Stratum:
    return Stratum(StratumId(raw["id"]), _text(raw["title"]), _text(raw["short"]))


def _topic(raw: Raw) -> TopicCount:
    return TopicCount(
        id=TopicId(raw["id"]),
        domain=StratumId(raw["domain"]),
        title=_text(raw["title"]),
        items=raw["items"],
        by_section=tuple((StratumId(section), count) for section, count in raw["by_section"]),
    )


def _text(raw: Raw) -> Text:
    return Text(tuple((tag, words) for tag, words in raw["words"]))
