"""Every rule of the bank format fires, at the right place, on a sample bank with one thing wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from app.content.limits import MAX_BYTES
from app.content.problems import CURES, Rule
from app.core.problems import Severity

if TYPE_CHECKING:
    from tests.content.conftest import Workshop

EXAM = "exam.yaml"
EXAM_JA = "exam.ja.yaml"
REFS = "references.yaml"
ARGS = "python/default-arguments.yaml"
ARGS_JA = "python/default-arguments.ja.yaml"
TRUTH = "python/truth-and-identity.yaml"
TRUTH_JA = "python/truth-and-identity.ja.yaml"
PERCENT = "arithmetic/percentages.yaml"
PERCENT_JA = "arithmetic/percentages.ja.yaml"
AVERAGES = "arithmetic/averages.yaml"
AVERAGES_JA = "arithmetic/averages.ja.yaml"
ITEM = "sample-averages-001"
SECOND = "sample-truth-and-identity-002"
CONCEPTS = "  concepts:\n    title: 仕組みの理解\n    short: 概念\n"
PRACTICE = "  practice:\n    title: 実践での判断\n    short: 実践\n"


@dataclass(frozen=True)
class Case:
    """Replace `old` by `new` in `file`; `rule` must fire where `needle` stands, in `at` or the same file.

    `also` lists rules that fire as a consequence.
    """

    rule: Rule
    file: str
    old: str
    new: str
    needle: str
    at: str = ""
    also: tuple[Rule, ...] = ()
    item: str | None = None
    severity: Severity = Severity.ERROR


YAML = [
    Case(
        Rule.YAML_SYNTAX,
        REFS,
        "  checked: 2026",
        "  checked: : 2026",
        "checked: :",
        also=(Rule.UNKNOWN_REFERENCE,),
    ),
    Case(Rule.BAD_CHARACTER, AVERAGES, "title: Averages", "title: Aver\x07ages", "Aver\x07"),
    Case(Rule.BAD_CHARACTER, AVERAGES, "title: Averages", 'title: "Aver\\0ages"', "Aver\\0"),
    Case(
        Rule.SEVERAL_DOCUMENTS,
        AVERAGES,
        "items:",
        "--- # second\nitems:",
        "--- # second",
        also=(Rule.MISSING_FIELD,),
    ),
    Case(Rule.TOO_DEEP, AVERAGES, "title: Averages", f"title: {'[' * 40}{']' * 40}", "[[["),
    Case(Rule.DUPLICATE_KEY, AVERAGES, "title: Averages", "title: Averages\ntitle: Means", "title: Means"),
    Case(Rule.ANCHOR, AVERAGES, "title: Averages", "title: &a Averages", "&a"),
    Case(Rule.ANCHOR, AVERAGES, "title: Averages", "title: *a", "*a"),
    Case(Rule.TAG, AVERAGES, "title: Averages", "title: !!str Averages", "!!str"),
    Case(Rule.TAG, AVERAGES, "title: Averages", "title: !!python/name:os.system", "!!python"),
    Case(Rule.KEY_NOT_TEXT, AVERAGES, "title: Averages", "title: Averages\nno: x", "no: x"),
    Case(Rule.KEY_NOT_TEXT, AVERAGES, "title: Averages", "title: Averages\n? [a]\n: x", "? [a]"),
    Case(Rule.KEY_NOT_TEXT, AVERAGES, "title: Averages", "title: Averages\n<<: {a: b}", "<<"),
]

FIELDS = [
    Case(Rule.WRONG_TYPE, AVERAGES, "title: Averages", "title: [Averages]", "title:"),
    Case(Rule.WRONG_TYPE, AVERAGES, "title: Averages", "title: 12", "title:"),
    Case(Rule.WRONG_TYPE, AVERAGES, "[python-statistics]", "python-statistics", "references:", item=ITEM),
    Case(Rule.WRONG_TYPE, AVERAGES, "[python-statistics]", "[[python-statistics]]", "references:", item=ITEM),
    Case(Rule.WRONG_TYPE, AVERAGES, "correct: true", "correct: yes", "correct: yes", item=ITEM),
    Case(Rule.WRONG_TYPE, AVERAGES, "correct: true", "correct: 1", "correct: 1", item=ITEM),
    Case(Rule.WRONG_TYPE, EXAM, "minutes: 10", "minutes: 010", "minutes:"),
    Case(Rule.WRONG_TYPE, EXAM, "minutes: 10", "minutes: 9.5", "minutes:"),
    Case(Rule.UNKNOWN_FIELD, AVERAGES, "kind: single", "kind: single\n    dificulty: 1", "dificulty",
         item=ITEM),
    Case(Rule.MISSING_FIELD, AVERAGES, "    difficulty: 0.5\n", "", "id: sample-averages-001", item=ITEM),
    Case(Rule.EMPTY, AVERAGES, "title: Averages", "title:", "title:"),
    Case(Rule.EMPTY, AVERAGES, "title: Averages", 'title: " "', "title:"),
    Case(Rule.EMPTY, AVERAGES, "[python-statistics]", "[]", "references:", item=ITEM),
    Case(Rule.UNKNOWN_VALUE, AVERAGES, "kind: single", "kind: sinlge", "kind:", item=ITEM),
    Case(Rule.UNKNOWN_VALUE, AVERAGES, "level: apply", "level: guess", "level:", item=ITEM),
    Case(Rule.UNKNOWN_VALUE, EXAM, "    axis: domain", "    axis: folder", "axis: folder"),
    Case(Rule.OUT_OF_RANGE, AVERAGES, "difficulty: 0.5", "difficulty: 1.5", "difficulty:", item=ITEM),
    Case(Rule.OUT_OF_RANGE, AVERAGES, "difficulty: 0.5", "difficulty: -0.5", "difficulty:", item=ITEM),
    Case(Rule.OUT_OF_RANGE, EXAM, "questions: 6", "questions: 0", "questions:"),
    Case(Rule.BAD_DATE, AVERAGES, "date: 2026-11-23", "date: 2026-02-30", "date:", item=ITEM),
    Case(Rule.BAD_DATE, REFS, "checked: 2026-11-23", "checked: yesterday", "checked: y"),
    Case(Rule.BAD_URL, REFS, "url: https://docs", "url: docs", "url: docs"),
    Case(Rule.BAD_ID, AVERAGES, "id: sample-averages-001", "id: averages-1", "id: averages-1",
         item="averages-1",
         also=(Rule.TWIN_EXTRA, Rule.TWIN_MISSING)),
    Case(Rule.BAD_ID, AVERAGES, "id: harmonic", "id: Harmonic", "id: Harmonic", item=ITEM,
         also=(Rule.TWIN_EXTRA, Rule.TWIN_MISSING)),
    Case(Rule.BAD_ID, EXAM, "code: SMP", "code: smp!", "code:"),
    Case(Rule.BAD_ID, REFS, "wikipedia-percentage:", "Wikipedia:", "Wikipedia:",
         also=(Rule.UNKNOWN_REFERENCE,)),
    Case(Rule.BAD_LANGUAGE, EXAM, "[en, ja]", "[en, Ja]", "languages", also=(Rule.MISSING_FILE,)),
    Case(Rule.WRONG_NAME, EXAM, "exam: sample", "exam: simple", "exam: simple", also=(Rule.BAD_ID,)),
    Case(Rule.WRONG_NAME, PERCENT, "topic: percentages", "topic: percents", "topic:", also=(Rule.BAD_ID,)),
    Case(Rule.OPEN_FENCE, TRUTH, "b.append(3)\n      ```", "b.append(3)", f"{SECOND} >> stem: |",
         item=SECOND),
]  # fmt: skip

POINTERS = [
    Case(Rule.DUPLICATE_ID, AVERAGES, "sample-averages-002", ITEM, f"{ITEM} >> {ITEM}", item=ITEM,
         also=(Rule.TWIN_EXTRA, Rule.TWIN_MISSING)),
    Case(Rule.DUPLICATE_ID, AVERAGES, "id: range", "id: mean", "id: mean >> id: mean",
         item="sample-averages-002",
         also=(Rule.TWIN_EXTRA, Rule.SAME_TEXT)),
    Case(Rule.DUPLICATE_ID, EXAM, "id: practice", "id: concepts", "id: concepts >> id: concepts",
         also=(Rule.TWIN_EXTRA, Rule.UNKNOWN_SECTION)),
    Case(Rule.DUPLICATE_ID, EXAM, "[en, ja]", "[en, ja, ja]", "languages"),
    Case(Rule.UNKNOWN_DOMAIN, EXAM, "id: arithmetic", "id: arithmetics", "", at=AVERAGES,
         also=(Rule.TWIN_EXTRA, Rule.TWIN_MISSING, Rule.UNKNOWN_STRATUM)),
    Case(Rule.UNKNOWN_SECTION, AVERAGES, "section: practice", "section: practise", "section:", item=ITEM),
    Case(Rule.UNKNOWN_REFERENCE, AVERAGES, "python-statistics", "python-statistic", "references", item=ITEM),
    Case(Rule.UNKNOWN_ENEMY, ARGS, "enemies: [sample-default-arguments-001]",
         "enemies: [sample-averages-009]",
         "enemies: [", item="sample-default-arguments-002"),
    Case(Rule.UNKNOWN_ENEMY, ARGS, "enemies: [sample-default-arguments-001]",
         "enemies: [sample-default-arguments-002]", "enemies: [", item="sample-default-arguments-002"),
    Case(Rule.UNKNOWN_STRATUM, EXAM, "arithmetic: 50", "arithmetics: 50", "arithmetics:"),
    Case(Rule.OUT_OF_RANGE, EXAM, "python: 50\n      arithmetic: 50", "python: 0\n      arithmetic: 0",
         "weights:"),
    Case(Rule.WEIGHTS_SUM, EXAM, "arithmetic: 50", "arithmetic: 60", "weights:", severity=Severity.WARNING),
    Case(Rule.CANNOT_FILL, EXAM, "questions: 6", "questions: 9", "- id: default", severity=Severity.WARNING),
]  # fmt: skip

ITEMS = [
    Case(Rule.NUMBER_OF_KEYS, AVERAGES, "        correct: true\n", "", "options:", item=ITEM),
    Case(Rule.NUMBER_OF_KEYS, AVERAGES, "id: arithmetic\n", "id: arithmetic\n        correct: true\n",
         "options:", item=ITEM),
    Case(Rule.NUMBER_OF_KEYS, TRUTH, "id: same-object\n        correct: true\n", "id: same-object\n",
         f"{SECOND} >> options:",
         item=SECOND),
    Case(Rule.CHOOSE_NUMBER, TRUTH, "(Choose two.)", "(Choose three.)", f"{SECOND} >> stem:", item=SECOND),
    Case(Rule.CHOOSE_NUMBER, TRUTH, "(Choose two.)", "", f"{SECOND} >> stem:", item=SECOND),
    Case(Rule.CHOOSE_NUMBER, TRUTH_JA, "(2 つ選択", "(３つ選択", f"{SECOND} >> stem:", item=SECOND),
    Case(Rule.CHOOSE_NUMBER, AVERAGES, "over the whole trip?", "over the whole trip? (Choose two.)", "stem:",
         item=ITEM),
    Case(Rule.CHOOSE_NUMBER, AVERAGES_JA, "いくらですか。", "いくらですか。(2 つ選択してください。)",
         "stem:", item=ITEM),
    Case(Rule.SAME_TEXT, AVERAGES, "text: 50 km/h", "text: 48 km/h", "options:", item=ITEM),
    Case(Rule.SAME_TEXT, AVERAGES_JA, "text: 時速 50 km", "text: 時速 48 km", "options:", at=AVERAGES,
         item=ITEM),
]  # fmt: skip

TWINS = [
    Case(Rule.TWIN_FIELD, AVERAGES_JA, "text: 時速 50 km", "text: 時速 50 km\n        correct: true",
         "correct:", item=ITEM),
    Case(Rule.TWIN_FIELD, AVERAGES_JA, "    stem:", "    kind: multiple\n    stem:", "kind:", item=ITEM),
    Case(Rule.TWIN_FIELD, EXAM_JA, "title: サンプル形式", "title: サンプル形式\n    questions: 6",
         "questions:"),
    Case(Rule.UNKNOWN_FIELD, AVERAGES_JA, "title: 平均", "titel: 平均", "titel", also=(Rule.TWIN_MISSING,)),
    Case(Rule.TWIN_MISSING, AVERAGES_JA, "title: 平均", "# title: 平均", "note:"),
    Case(Rule.TWIN_MISSING, AVERAGES_JA, "        text: 時速 50 km\n", "", "why: 算術平均は", item=ITEM),
    Case(Rule.TWIN_EXTRA, AVERAGES_JA, "      harmonic:", "      harmonics:", "harmonics:", item=ITEM,
         also=(Rule.TWIN_MISSING,)),
    Case(Rule.TWIN_ORDER, EXAM_JA, CONCEPTS + PRACTICE, PRACTICE + CONCEPTS, "practice:"),
    Case(Rule.TWIN_NUMBERS, AVERAGES_JA, "text: 時速 50 km", "text: 時速 51 km", "時速 51", item=ITEM,
         severity=Severity.WARNING),
    Case(Rule.TWIN_CODE, TRUTH_JA, "b.append(3)", "b.append(4)", f"{SECOND} >> stem:", item=SECOND),
    Case(Rule.TWIN_CODE, ARGS_JA, "lines.append((at, text))", "lines.append((at, text))  # 記録",
         "arguments-002 >> stem:",
         item="sample-default-arguments-002"),
]  # fmt: skip

CASES = YAML + FIELDS + POINTERS + ITEMS + TWINS


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}-{case.file}-{case.new[:20]!a}")
def test_rule_fires_where_the_bank_is_wrong(workshop: Workshop, case: Case) -> None:
    workshop.edit(case.file, case.old, case.new)
    at = case.at or case.file
    reading = workshop.read()
    found = {(p.severity, p.path, p.line, p.item) for p in reading.problems if p.rule == case.rule}
    assert (case.severity, f"sample/{at}", workshop.line(at, case.needle), case.item) in found, (
        reading.problems
    )
    errors = {p.rule for p in reading.problems if p.severity is Severity.ERROR}
    assert errors - set(case.also) == ({case.rule} if case.severity is Severity.ERROR else set())
    assert (reading.bank is None) == (case.severity is Severity.ERROR)


def make_link(workshop: Workshop) -> str:
    outside = workshop.root.parent / "outside.yaml"
    workshop.path(AVERAGES).rename(outside)
    workshop.link(AVERAGES, outside)
    return AVERAGES


def make_folder(workshop: Workshop) -> str:
    workshop.link("python/broken.yaml", workshop.path("python/nowhere"))
    return "python/broken.yaml"


def make_large(workshop: Workshop) -> str:
    workshop.write(AVERAGES, workshop.text(AVERAGES) + "#" * MAX_BYTES)
    return AVERAGES


def misplace(workshop: Workshop) -> str:
    workshop.write("python/deep/averages.yaml", "topic: averages")
    return "python/deep/averages.yaml"


def remove_translation(workshop: Workshop) -> str:
    workshop.path(AVERAGES_JA).unlink()
    return AVERAGES


def orphan_translation(workshop: Workshop) -> str:
    workshop.path(AVERAGES).unlink()
    return AVERAGES_JA


def add_language(workshop: Workshop) -> str:
    workshop.write("python/truth-and-identity.fr.yaml", "title: Vérité")
    return "python/truth-and-identity.fr.yaml"


def save_as_shift_jis(workshop: Workshop) -> str:
    workshop.write(AVERAGES_JA, workshop.text(AVERAGES_JA).encode("shift_jis", "replace"))
    return AVERAGES_JA


def make_empty(workshop: Workshop) -> str:
    workshop.write(AVERAGES_JA, " \n")
    return AVERAGES_JA


def comment_out(workshop: Workshop) -> str:
    workshop.write(AVERAGES_JA, "# to be translated\n")
    return AVERAGES_JA


def empty_bank(workshop: Workshop) -> str:
    for topic in (ARGS, ARGS_JA, TRUTH, TRUTH_JA, PERCENT, PERCENT_JA, AVERAGES, AVERAGES_JA):
        workshop.path(topic).unlink()
    return EXAM


def remove_options(workshop: Workshop) -> str:
    text = workshop.text(AVERAGES)
    start, end = text.index("      - id: arithmetic"), text.index("  - id: sample-averages-002")
    workshop.write(AVERAGES, text[:start] + text[end:])
    return AVERAGES


DEEDS = [
    (Rule.SYMLINK, make_link),
    (Rule.UNREADABLE_FILE, make_folder),
    (Rule.TOO_LARGE, make_large),
    (Rule.UNKNOWN_PLACE, misplace),
    (Rule.MISSING_FILE, remove_translation),
    (Rule.MISSING_FILE, orphan_translation),
    (Rule.BAD_LANGUAGE, add_language),
    (Rule.NOT_UTF8, save_as_shift_jis),
    (Rule.EMPTY_FILE, make_empty),
    (Rule.EMPTY_FILE, comment_out),
    (Rule.NO_ITEMS, empty_bank),
    (Rule.TOO_FEW_OPTIONS, remove_options),
]


@pytest.mark.parametrize(("rule", "deed"), DEEDS, ids=lambda part: getattr(part, "__name__", str(part)))
def test_rule_fires_on_the_spoilt_file(
    workshop: Workshop, rule: Rule, deed: Callable[[Workshop], str]
) -> None:
    path = f"sample/{deed(workshop)}"
    reading = workshop.read()
    assert (rule, path) in {(problem.rule, problem.path) for problem in reading.problems}
    assert reading.bank is None


def test_every_rule_is_tested_and_has_a_cure() -> None:
    assert {case.rule for case in CASES} | {rule for rule, _ in DEEDS} == set(Rule)
    assert set(CURES) == set(Rule)
