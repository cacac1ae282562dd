from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from app.content.limits import MAX_BYTES
from app.content.reader import read_bank
from app.core.bank import Bank, Kind
from app.core.blueprint import quotas
from app.core.exam import Axis
from tests.content.conftest import SHIPPED

if TYPE_CHECKING:
    from tests.content.conftest import Workshop

AVERAGES = "arithmetic/averages.yaml"
ARGS = "python/default-arguments.yaml"


@pytest.fixture
def bank(workshop: Workshop) -> Bank:
    bank = workshop.read().bank
    assert bank is not None
    return bank


def test_sample_bank_has_no_problems() -> None:
    reading = read_bank(SHIPPED / "sample")
    assert reading.problems == ()
    assert (reading.topics, reading.items) == (4, 8)


@pytest.mark.parametrize(("exam", "questions"), [("mla", [45, 48]), ("mlp", [60, 59])])
def test_shipped_exams_declare_both_formats(exam: str, questions: list[int]) -> None:
    problems = [problem for problem in read_bank(SHIPPED / exam).problems if "/exam." in problem.path]
    assert [p for p in problems if p.rule not in {"cannot-fill", "no-items"}] == []
    text = (SHIPPED / exam / "exam.yaml").read_text(encoding="utf-8")
    assert all(f"questions: {number}" in text for number in questions)


def test_exam_is_read_in_both_languages(bank: Bank) -> None:
    profile = bank.exam.profiles[0]
    assert bank.exam.title.words == (("en", "Sample exam"), ("ja", "サンプル試験"))
    assert (profile.questions, profile.minutes, profile.axis) == (6, 10, Axis.DOMAIN)
    assert quotas(profile) == {"python": 3, "arithmetic": 3}


def test_item_is_read_whole(bank: Bank) -> None:
    item = next(item for item in bank.items if item.id == "sample-truth-and-identity-002")
    assert (item.kind, item.domain, item.section, item.difficulty) == (
        Kind.MULTIPLE, "python", "concepts", 0.65,
    )  # fmt: skip
    assert item.key == {"same-object", "changed-through-b"}
    assert item.stem.languages == item.options[0].why.languages == ("en", "ja")
    assert item.as_of.versions == (("python", "3.11"),)


def test_topics_follow_the_domains_and_then_their_names(bank: Bank) -> None:
    topics = [topic.id for topic in bank.topics]
    assert topics == ["default-arguments", "truth-and-identity", "averages", "percentages"]


def test_enemies_are_mutual(bank: Bank) -> None:
    first, second = bank.items[:2]
    assert (first.enemies, second.enemies) == ((second.id,), (first.id,))


def test_reference_has_a_page_for_each_language_that_has_one(bank: Bank) -> None:
    urls = {reference.id: reference.url.languages for reference in bank.references}
    assert urls["python-stdtypes"] == ("en", "ja")  # type: ignore[index]
    assert urls["wikipedia-percentage"] == ("en",)  # type: ignore[index]


def test_versions_are_taken_as_they_are_written(workshop: Workshop) -> None:
    workshop.edit(ARGS, 'python: "3.11"', "python: 3.10")
    bank = workshop.read().bank
    assert bank is not None
    assert bank.items[0].as_of.versions == (("python", "3.10"),)


def test_files_from_windows_are_read_alike(workshop: Workshop) -> None:
    before = workshop.read().bank
    text = workshop.text(AVERAGES)
    workshop.write(AVERAGES, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    after = workshop.read().bank
    assert before is not None
    assert after is not None
    assert after.items == before.items
    assert after.digest != before.digest


def test_shared_references_serve_every_bank(workshop: Workshop) -> None:
    workshop.path("references.yaml").rename(workshop.root / "references.yaml")
    assert workshop.problems() == ()


def test_reference_in_both_files_is_refused(workshop: Workshop) -> None:
    (workshop.root / "references.yaml").write_bytes(workshop.path("references.yaml").read_bytes())
    assert {problem.rule for problem in workshop.problems()} == {"duplicate-id"}


def test_many_problems_are_told_in_one_go(workshop: Workshop) -> None:
    workshop.edit(AVERAGES, "kind: single", "kind: sinlge")
    workshop.edit(AVERAGES, "difficulty: 0.5", "difficulty: 5")
    workshop.edit(AVERAGES, "  - id: sample-averages-002", "  - idd: sample-averages-002")
    workshop.edit(ARGS, "references: [python-controlflow]", "references: [python-controlflo]")
    workshop.edit("exam.yaml", "code: SMP", "code:")
    workshop.write("arithmetic/percentages.ja.yaml", b"\xff")
    found = {(problem.path.rpartition("/")[2], problem.rule) for problem in workshop.problems()}
    assert found >= {
        ("averages.yaml", "unknown-value"),
        ("averages.yaml", "out-of-range"),
        ("averages.yaml", "missing-field"),
        ("averages.yaml", "unknown-field"),
        ("default-arguments.yaml", "unknown-reference"),
        ("exam.yaml", "empty"),
        ("percentages.ja.yaml", "not-utf8"),
    }


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("kind: single", "kind: sinlge", "did you mean “single”?"),
        ("difficulty: 0.5", "dificulty: 0.5", "did you mean “difficulty”?"),
        ("section: practice", "section: practise", "did you mean “practice”?"),
        ("python-statistics", "python-statistic", "did you mean “python-statistics”?"),
    ],
)
def test_slips_get_a_hint(workshop: Workshop, old: str, new: str, hint: str) -> None:
    workshop.edit(AVERAGES, old, new)
    assert any(hint in problem.what for problem in workshop.problems())


def test_without_an_exam_the_other_files_are_still_looked_at(workshop: Workshop) -> None:
    workshop.write("exam.yaml", "exam: [")
    workshop.write(AVERAGES, "topic: [")
    found = [(problem.path, problem.rule) for problem in workshop.problems()]
    assert found == [("sample/arithmetic/averages.yaml", "yaml-syntax"), ("sample/exam.yaml", "yaml-syntax")]


def test_folder_without_an_exam_says_so(workshop: Workshop) -> None:
    workshop.path("exam.yaml").unlink()
    assert [(p.path, p.rule) for p in workshop.problems()] == [("sample/exam.yaml", "missing-file")]


def test_files_of_other_kinds_and_hidden_ones_are_ignored(workshop: Workshop) -> None:
    for name in ("python/figure.png", "README.md", "._exam.yaml", ".git/config.yaml", "__pycache__/x.yaml"):
        workshop.write(name, b"\xff\x00")
    assert workshop.problems() == ()


def test_link_within_the_banks_folder_is_read(workshop: Workshop) -> None:
    target = workshop.root / "shared.txt"
    workshop.path(AVERAGES).rename(target)
    workshop.link(AVERAGES, target)
    assert workshop.problems() == ()


def test_link_to_a_folder_is_not_followed(workshop: Workshop) -> None:
    workshop.link("loop", workshop.path(""))
    assert [(p.path, p.rule) for p in workshop.problems()] == [("sample/loop", "symlink")]


def test_file_of_the_largest_size_is_read(workshop: Workshop) -> None:
    text = workshop.text(AVERAGES).encode()
    workshop.write(AVERAGES, text + b"#" * (MAX_BYTES - len(text)))
    assert workshop.problems() == ()


@pytest.mark.parametrize("name", ["renamed.yaml", "averages.yaml"])
def test_digest_tells_every_change(workshop: Workshop, name: str) -> None:
    before = workshop.read().bank
    workshop.path(AVERAGES).rename(workshop.path(f"arithmetic/{name}"))
    workshop.write(f"arithmetic/{name}", workshop.text(f"arithmetic/{name}") + " ")
    after = workshop.read().bank
    assert before is not None
    assert after is None or after.digest != before.digest


def test_pipe_under_the_name_of_a_topic_is_not_read(workshop: Workshop) -> None:
    make_pipe = getattr(os, "mkfifo", None)
    if make_pipe is None:
        pytest.skip("this system has no named pipes")
    make_pipe(workshop.path("python/pipe.yaml"))
    assert [(p.path, p.rule) for p in workshop.problems()] == [("sample/python/pipe.yaml", "unreadable-file")]


def test_name_that_is_no_text_is_reported(workshop: Workshop) -> None:
    try:
        workshop.write("python/a\tb.yaml", "topic: x")
    except OSError:
        pytest.skip("this system refuses such names")
    assert [(p.path, p.rule) for p in workshop.problems()] == [("sample/python", "unknown-place")]


def test_missing_folder_is_a_problem(workshop: Workshop) -> None:
    rules = {problem.rule for problem in read_bank(workshop.root / "nowhere").problems}
    assert rules == {"unreadable-file", "missing-file"}


def test_version_that_is_no_number_is_refused(workshop: Workshop) -> None:
    workshop.edit(ARGS, 'python: "3.11"', "python: [3]")
    workshop.edit(ARGS, "references: [python-controlflow]", "references: [!x python-controlflow]")
    assert [problem.rule for problem in workshop.problems()] == ["wrong-type", "tag"]


def test_list_elements_of_a_wrong_type_are_told_by_their_lines(workshop: Workshop) -> None:
    workshop.edit(AVERAGES, "      - id: harmonic", "      - 48 km/h\n      - id: harmonic")
    (problem,) = workshop.problems()
    assert (problem.rule, problem.line) == ("wrong-type", workshop.line(AVERAGES, "- 48 km/h"))
