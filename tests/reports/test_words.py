from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from string import Formatter
from zoneinfo import ZoneInfo

import pytest

from app.core.picking import Filter
from app.core.scoring import Band, Verdict
from app.core.terms import Cause, EndReason, Policy
from app.reports import facts
from app.reports.words import Words, duration, percent, percents
from app.services.ports import Trouble, TroubleKind
from app.ui import labels

LANGUAGES = ("en", "ja")
ENUMS: dict[str, type[StrEnum]] = {
    "verdict": Verdict,
    "band": Band,
    "end": EndReason,
    "policy": Policy,
    "cause": Cause,
    "picked": Filter,
}
MORNING_MS = 1_760_000_000_000
"""2025-10-09, 08:53:20 UTC."""


def gaps(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.fixture(params=LANGUAGES)
def catalogue(request: pytest.FixtureRequest, words: Path) -> dict[str, str]:
    return load(words, request.param)


def load(words: Path, language: str) -> dict[str, str]:
    sentences: dict[str, str] = json.loads((words / f"report.{language}.json").read_text(encoding="utf-8"))
    return sentences


def test_languages_have_the_same_keys_and_gaps(words: Path) -> None:
    english, japanese = (load(words, language) for language in LANGUAGES)
    assert {key: gaps(s) for key, s in english.items()} == {key: gaps(s) for key, s in japanese.items()}


@pytest.mark.parametrize("prefix", ENUMS)
def test_every_member_has_words(prefix: str, catalogue: dict[str, str]) -> None:
    assert all(catalogue[f"{prefix}.{member}"] for member in ENUMS[prefix])


@pytest.mark.parametrize(
    ("prefix", "table"),
    [
        ("verdict", labels._VERDICT),
        ("band", labels._BAND),
        ("end", labels._REASON),
        ("policy", labels._POLICY),
        ("cause", labels._CAUSE),
    ],
)
def test_paper_and_screen_use_the_same_words(prefix: str, table: dict[StrEnum, object], words: Path) -> None:
    english = load(words, "en")
    assert {str(member): english[f"{prefix}.{member}"] for member in table} == {
        str(member): str(sentence) for member, sentence in table.items()
    }


@pytest.mark.parametrize(
    ("asked", "given"),
    [("ja", "ja"), ("ja-JP", "ja"), ("ja_JP", "ja"), ("en", "en"), ("xx", "en"), ("", "en")],
)
def test_a_language_falls_back_to_its_main_one_and_to_english(asked: str, given: str, words: Path) -> None:
    assert Words.load(words, asked).language == given


def test_a_sentence_not_translated_is_english(words: Path, tmp_path: Path) -> None:
    (tmp_path / "report.en.json").write_text('{"a": "one", "b": "two {gap}"}', encoding="utf-8")
    (tmp_path / "report.de.json").write_text('{"a": "eins"}', encoding="utf-8")
    german = Words.load(tmp_path, "de")
    assert (german("a"), german("b", gap=3)) == ("eins", "two 3")


def test_an_unknown_language_goes_by_its_tag(words: Path) -> None:
    english = Words.load(words, "en")
    assert (english.language_name("ja"), english.language_name("pt-BR")) == ("Japanese", "pt-BR")


@pytest.mark.parametrize(
    ("content", "kind"),
    [(None, TroubleKind.MISSING), ("{", TroubleKind.DAMAGED), ("[]", TroubleKind.DAMAGED)],
)
def test_a_catalogue_that_cannot_be_read_is_trouble(
    content: str | None, kind: TroubleKind, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / "report.en.json").write_text(content, encoding="utf-8")
    with pytest.raises(Trouble) as raised:
        Words.load(tmp_path, "en")
    assert raised.value.kind is kind


@pytest.mark.parametrize(
    ("language", "zone", "told"),
    [
        ("en", "Asia/Tokyo", "9 October 2025, 17:53 (UTC+09:00)"),
        ("ja", "Asia/Tokyo", "2025年10月9日 17:53（UTC+09:00）"),
        ("en", "America/St_Johns", "9 October 2025, 06:23 (UTC-02:30)"),
    ],
)
def test_moments_are_told_in_the_given_zone(language: str, zone: str, told: str, words: Path) -> None:
    assert Words.load(words, language, ZoneInfo(zone)).day(MORNING_MS) == told


def test_without_a_zone_the_machine_decides(words: Path) -> None:
    assert Words.load(words, "en").day(MORNING_MS).startswith(("8 October 2025", "9 October 2025"))


def test_every_key_is_asked_for(words: Path) -> None:
    folder = Path(facts.__file__).parent
    code = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    by_member = (*ENUMS, "language", "month", "fact", "column", "outcome")
    unused = [
        key
        for key in load(words, "en")
        if key.split(".")[0] not in by_member and f'"{key}"' not in code and not key.endswith(".title")
    ]
    assert unused == []


def test_figures() -> None:
    assert percent(34 / 45) == "76\u202f%"
    assert percents(0.731, 0.94) == "73–94\u202f%"
    assert duration(5_525_999) == "1:32:05"
