"""exam.yaml and its translations → the exam: domains, sections, profiles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from app.content.documents import load, load_twins
from app.content.fields import LANGUAGE, Fields, did_you_mean
from app.content.files import EXAM_FILE
from app.content.problems import Place, Register, Report, Rule, quoted
from app.content.twins import Twins, Words
from app.core.exam import Axis, Exam, Profile, Stratum, Weight
from app.core.ids import ExamId, ProfileId, StratumId

T = TypeVar("T")

SOURCE_ONLY = frozenset({
    "exam", "code", "languages", "id", "questions", "minutes", "axis", "pass_percent", "weights",
})  # fmt: skip
"""Fields that say what an exam is; a translation must not touch them."""


@dataclass(frozen=True, slots=True)
class ExamReading:
    """An exam as far as it could be read, and where its profiles stand."""

    exam: Exam
    languages: tuple[str, ...]
    profile_places: tuple[Place, ...]


def read_exam(folder: str, contents: dict[str, bytes], report: Report) -> ExamReading | None:
    """The exam of a bank folder; None when exam.yaml is no YAML mapping.

    Where `report` has errors afterwards, the values may be wrong and are good for checks alone.
    """
    path = f"{folder}/{EXAM_FILE}"
    source = load(path, contents[path], report) if path in contents else None
    if source is None:
        return None
    languages = _languages(source)
    twins = load_twins(path, languages[1:], contents, report)
    return _read(folder, source, languages, twins, Register(report))


def _read(
    folder: str, source: Fields, languages: tuple[str, ...], twins: Twins, register: Register
) -> ExamReading:
    words = Words(languages[0], source, twins)
    exam_id = source.slug("exam")
    if "exam" not in source.bad and exam_id != folder:
        source.refuse(
            "exam", Rule.WRONG_NAME, f"The exam {quoted(exam_id)} is in the folder {quoted(folder)}."
        )
    domains = _list(words, "domains", "domain", _stratum, register)
    sections = _list(words, "sections", "section", _stratum, register)
    strata = {Axis.DOMAIN: domains, Axis.SECTION: sections}
    profiles = _list(words, "profiles", "profile", lambda each: _profile(each, strata), register)
    exam = Exam(
        ExamId(exam_id), _code(source), words.text("title"), tuple(profiles), tuple(domains), tuple(sections)
    )
    words.done(SOURCE_ONLY)
    return ExamReading(exam, languages, tuple(profiles.values()))


def _languages(source: Fields) -> tuple[str, ...]:
    """The languages, the source first; never empty."""
    found: dict[str, None] = {}
    for tag, place in source.texts("languages"):
        if not LANGUAGE.fullmatch(tag):
            source.refuse("languages", Rule.BAD_LANGUAGE, f"{quoted(tag)} is no language tag.")
        elif tag in found:
            source.refuse("languages", Rule.DUPLICATE_ID, f"{quoted(tag)} stands twice (line {place.line}).")
        found[tag] = None
    return tuple(found) or ("en",)


def _code(source: Fields) -> str:
    code = source.text("code")
    if "code" not in source.bad and not re.fullmatch(r"[A-Z0-9]{2,6}", code):
        source.refuse(
            "code", Rule.BAD_ID, f"{quoted(code)} is no code.", "Use two to six capitals or digits."
        )
    return code


def _list(
    words: Words, name: str, kind: str, read: Callable[[Words], T], register: Register
) -> dict[T, Place]:
    """The elements of a list of the exam, with their places; their ids must differ."""
    found: dict[T, Place] = {}
    for each in words.below(name, words.source.tables(name)):
        place = each.source.place("id")
        if "id" not in each.source.bad:
            register.claim(kind, each.source.text("id"), place)
        found[read(each)] = place
        each.done(SOURCE_ONLY)
    return found


def _stratum(words: Words) -> Stratum:
    return Stratum(StratumId(words.source.text("id")), words.text("title"), words.text("short"))


def _profile(words: Words, strata: Mapping[Axis, Iterable[Stratum]]) -> Profile:
    source = words.source
    axis = source.choice("axis", Axis)
    return Profile(
        id=ProfileId(source.text("id")),
        title=words.text("title"),
        source=words.text("source"),
        questions=source.whole("questions", 1, 500),
        minutes=source.whole("minutes", 1, 1440),
        axis=axis,
        weights=_weights(source, [stratum.id for stratum in strata[axis]]),
        pass_percent=source.number("pass_percent", 1, 100),
    )


def _weights(source: Fields, known: list[StratumId]) -> tuple[Weight, ...]:
    table = source.table("weights")
    if table is None:
        return ()
    weights = [Weight(StratumId(name), table.number(name, 0, 100)) for name in table.names]
    for name in table.names:
        if "axis" not in source.bad and name not in known:
            what = f"{quoted(name)} is no {source.text('axis')} of this exam{did_you_mean(name, known)}"
            table.refuse(name, Rule.UNKNOWN_STRATUM, what)
    total = sum(weight.percent for weight in weights)
    if total <= 0:
        source.refuse("weights", Rule.OUT_OF_RANGE, "The weights have to sum to 100, not to nothing.")
    elif not table.bad and abs(total - 100) > 0.01:
        source.warn("weights", Rule.WEIGHTS_SUM, f"The weights sum to {total:g}, not to 100.")
    return tuple(weights)
