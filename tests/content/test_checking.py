from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.content.checking import BankCount, CheckReport, check
from app.services.ports import Trouble, TroubleKind

if TYPE_CHECKING:
    from tests.content.conftest import Workshop

AVERAGES = "arithmetic/averages.yaml"
AVERAGES_JA = "arithmetic/averages.ja.yaml"


def places(report: CheckReport) -> list[tuple[str, str]]:
    return [(problem.path, problem.rule) for problem in report.problems]


@pytest.fixture
def spoilt(second_bank: Workshop) -> Workshop:
    """Four things are wrong: two in a topic, one in another, one in another bank."""
    second_bank.edit(AVERAGES, "kind: single", "kind: x")
    second_bank.edit(AVERAGES_JA, "title:", "titel:")
    second_bank.edit("python/truth-and-identity.yaml", "level: apply", "level: x")
    (second_bank.root / "sample" / "exam.yaml").write_bytes(b"")
    return second_bank


def test_sound_bank_is_counted(workshop: Workshop) -> None:
    assert check(workshop.path("")) == CheckReport((), (BankCount("sample", 4, 8, usable=True),))


def test_banks_folder_reports_every_bank(spoilt: Workshop) -> None:
    report = check(spoilt.root)
    assert {path.split("/")[0] for path, _ in places(report)} == {"other", "sample"}
    assert [(bank.folder, bank.items, bank.usable) for bank in report.banks] == [
        ("other", 8, False),
        ("sample", 0, False),
    ]
    assert report.errors == len(report.problems) == 5


def test_bank_folder_reports_its_own_problems(spoilt: Workshop) -> None:
    assert {path for path, _ in places(check(spoilt.path("")))} == {
        f"other/{AVERAGES}",
        f"other/{AVERAGES_JA}",
        "other/python/truth-and-identity.yaml",
    }


def test_domain_folder_reports_its_topics(spoilt: Workshop) -> None:
    assert places(check(spoilt.path("python"))) == [("other/python/truth-and-identity.yaml", "unknown-value")]


def test_topic_file_reports_itself_and_its_translation(spoilt: Workshop) -> None:
    assert {path for path, _ in places(check(spoilt.path(AVERAGES)))} == {
        f"other/{AVERAGES}",
        f"other/{AVERAGES_JA}",
    }
    assert {path for path, _ in places(check(spoilt.path(AVERAGES_JA)))} == {f"other/{AVERAGES_JA}"}


def test_broken_shared_references_are_reported_with_the_bank(workshop: Workshop) -> None:
    (workshop.root / "references.yaml").write_text("x: [", encoding="utf-8")
    expected = [("references.yaml", "yaml-syntax")]
    assert places(check(workshop.path(""))) == expected
    assert places(check(workshop.root)) == expected
    assert places(check(workshop.root / "references.yaml")) == expected
    assert check(workshop.path(AVERAGES)).problems == ()


def test_what_lies_beside_the_banks_is_reported(workshop: Workshop) -> None:
    (workshop.root / "stray.yaml").write_text("a: b", encoding="utf-8")
    (workshop.root / "new" / "domain").mkdir(parents=True)
    (workshop.root / "new" / "domain" / "topic.yaml").write_text("a: b", encoding="utf-8")
    (workshop.root / "pictures").mkdir()
    assert places(check(workshop.root)) == [
        ("new/exam.yaml", "missing-file"),
        ("stray.yaml", "unknown-place"),
    ]


def test_folder_without_banks_says_so(tmp_path: Path) -> None:
    assert places(check(tmp_path)) == [("", "no-items")]


def test_nothing_there_is_trouble(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as caught:
        check(tmp_path / "nowhere")
    assert caught.value.kind is TroubleKind.MISSING


def test_what_cannot_be_looked_at_is_trouble(workshop: Workshop) -> None:
    with pytest.raises(Trouble) as caught:
        check(workshop.path(AVERAGES) / "below")
    assert caught.value.kind in {TroubleKind.NO_ACCESS, TroubleKind.MISSING}
