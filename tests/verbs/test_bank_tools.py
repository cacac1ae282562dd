"""`bank check` with its figures, `bank sheet` and `bank mark`: from sheet to verdict."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from app.cli import run
from app.content.gate.answers import read_header
from app.content.gate.sheet import sheet_name, shown_options
from app.content.source import YamlBanks
from app.system.resources import banks

Said = pytest.CaptureFixture[str]
ITEMS = {str(item.id): item for item in YamlBanks(banks(), None, include_sample=True).open("sample").items}


def written(tmp_path: Path, *more: str, kind: str = "blind") -> Path:
    """A sheet of the sample exam."""
    out = tmp_path / "sheets" / "sheet.md"
    assert run(["bank", "sheet", "--kind", kind, "--exam", "sample", "--out", str(out), *more]) == 0
    return out


def solved(sheet: Path, **instead: str) -> Path:
    """The sheet with the keys in its form; other answers as given (n1="B")."""
    text = sheet.read_text(encoding="utf-8")
    header = read_header(text)
    items = {sheet_name(header.kind, item, header.seed): item for item in ITEMS.values()}
    for number, name in enumerate(header.items, start=1):
        options = shown_options(items[name], header.seed)
        key = " ".join("ABCDEFGH"[at] for at, option in enumerate(options) if option.correct)
        text = text.replace(f"\n{number}: \n", f"\n{number}: {instead.get(f'n{number}', key)}\n")
    filled = sheet.with_name("filled.md")
    filled.write_text(text, encoding="utf-8")
    return filled


def marked(capsys: Said, *arguments: object, code: int = 0) -> dict[str, Any]:
    capsys.readouterr()
    assert run(["bank", "mark", *map(str, arguments), "--json"]) == code
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_check_prints_figures_for_people(capsys: Said) -> None:
    assert run(["bank", "check", str(banks() / "sample"), "--today", "2026-12-01"]) == 0
    out = capsys.readouterr().out
    assert "sample: 8 items, 7 with one key" in out
    assert re.search(r"trick: classifier +\d+\.\d% +\d+\.\d% +25\.0% +71\.4%", out)
    assert out.endswith("0 problem(s), 0 of them error(s)\n")


def test_the_check_prints_figures_for_programs(capsys: Said) -> None:
    assert run(["bank", "check", str(banks() / "sample"), "--json", "--today", "2026-12-01"]) == 0
    (figures,) = json.loads(capsys.readouterr().out)["figures"]
    assert (figures["folder"], figures["items"], figures["single"]) == ("sample", 8, 7)
    assert [one["language"] for one in figures["languages"]] == ["en", "ja"]
    assert figures["levels"] == {"apply": 4, "analyse": 2, "understand": 2}


def test_references_age_by_the_day_that_is_handed_in(capsys: Said) -> None:
    assert run(["bank", "check", str(banks() / "sample"), "--today", "2028-01-01"]) == 0
    assert "old-reference" in capsys.readouterr().out
    assert run(["bank", "check", "--today", "tomorrow"]) == 2


def test_a_sheet_solved_right_agrees_in_full(tmp_path: Path, capsys: Said) -> None:
    sheet = written(tmp_path)
    result = marked(capsys, sheet, solved(sheet))
    assert (result["kind"], result["questions"], result["agreed"], result["share"]) == ("blind", 8, 8, 1.0)
    assert result["interval_95"] == [0.6756, 1.0]
    assert all(item["agrees"] for item in result["items"])


def test_a_disagreement_is_told_with_key_and_reason(tmp_path: Path, capsys: Said) -> None:
    sheet = written(tmp_path, "--ids", "sample-averages-001")
    key = next(
        "ABCD"[at] for at, one in enumerate(shown_options(ITEMS["sample-averages-001"], 1)) if one.correct
    )
    wrong = "A" if key != "A" else "B"
    assert run(["bank", "mark", str(sheet), str(solved(sheet, n1=f"{wrong} # a guess"))]) == 0
    out = capsys.readouterr().out
    assert "agreement with the keys: 0 of 1 = 0.0%" in out
    assert f"1. sample-averages-001  answered {wrong}, key {key}\n  remark: a guess" in out
    assert f"  {key} (key): 48 km/h\n     Over 120 km there" in out


def test_a_remark_on_a_right_answer_is_passed_on(tmp_path: Path, capsys: Said) -> None:
    sheet = written(tmp_path, "--ids", "sample-averages-001")
    key = marked(capsys, sheet, solved(sheet))["items"][0]["key"]
    assert run(["bank", "mark", str(sheet), str(solved(sheet, n1=f"{key} # clumsy"))]) == 0
    assert "remark: clumsy" in capsys.readouterr().out


def test_a_cover_test_gives_the_rate_of_guesses_and_what_was_guessed(tmp_path: Path, capsys: Said) -> None:
    sheet = written(tmp_path, "--topic", "averages", kind="cover")
    assert run(["bank", "mark", str(sheet), str(solved(sheet))]) == 0
    out = capsys.readouterr().out
    assert "guessed with covered stems: 2 of 2 = 100.0%" in out
    assert out.endswith("guessed: sample-averages-001, sample-averages-002\n")


def test_a_missing_answer_is_told(tmp_path: Path, capsys: Said) -> None:
    sheet = written(tmp_path)
    result = marked(capsys, sheet, solved(sheet, n3="", n5="F"), code=1)
    assert (result["missing"], result["marked"]) == ([3, 5], 6)
    assert run(["bank", "mark", str(sheet), str(sheet)]) == 1
    assert capsys.readouterr().out.startswith("without a usable answer: 1, 2, 3")


def test_answers_may_come_in_a_file_of_their_own(tmp_path: Path, capsys: Said) -> None:
    sheet = written(tmp_path, "--topic", "averages", "--lang", "ja")
    answers = tmp_path / "answers.json"
    answers.write_text('{"1": "A", "2": "B"}', encoding="utf-8")
    result = marked(capsys, sheet, answers)
    assert (result["language"], [item["given"] for item in result["items"]]) == ("ja", ["A", "B"])


def test_a_sheet_of_another_bank_is_marked_by_force_alone(tmp_path: Path, capsys: Said) -> None:
    shutil.copytree(banks() / "sample", tmp_path / "banks" / "sample")
    sheet = written(tmp_path, "--banks", str(tmp_path / "banks"))
    filled = solved(sheet)
    topic = tmp_path / "banks" / "sample" / "arithmetic" / "averages.yaml"
    topic.write_text(topic.read_text(encoding="utf-8").replace("A van drives", "A lorry drives"), "utf-8")
    command = [sheet, filled, "--banks", tmp_path / "banks"]
    assert run(["bank", "mark", *map(str, command)]) == 1
    assert "the bank of sample has changed" in capsys.readouterr().err
    result = marked(capsys, *command, "--force")
    assert (result["changed"], result["agreed"]) == (["sample-averages-001"], 7)


def test_a_sample_is_drawn_by_its_seed(tmp_path: Path, capsys: Said) -> None:
    first = written(tmp_path, "--sample", "3", "--seed", "5").read_text(encoding="utf-8")
    assert first == written(tmp_path, "--sample", "3", "--seed", "5").read_text(encoding="utf-8")
    assert first != written(tmp_path, "--sample", "3", "--seed", "6").read_text(encoding="utf-8")
    assert "3 items of sample" in capsys.readouterr().out


def test_items_name_their_exam_themselves(tmp_path: Path, capsys: Said) -> None:
    out = tmp_path / "sheet.md"
    run(["bank", "sheet", "--kind", "blind", "--ids", "sample-percentages-002", "--out", str(out)])
    assert capsys.readouterr().out == f"{out}: 1 items of sample\n"


def test_without_an_exam_the_sheet_has_all_but_the_sample(tmp_path: Path, capsys: Said) -> None:
    out = tmp_path / "sheet.md"
    assert run(["bank", "sheet", "--kind", "cover", "--sample", "40", "--out", str(out)]) == 0
    assert capsys.readouterr().out == f"{out}: 40 items of mla, mlp\n"


@pytest.mark.parametrize(
    "wanted",
    [
        ["--ids", "sample-averages-009"],
        ["--topic", "avrages"],
        ["--topic", "averages", "--ids", "sample-percentages-001"],
    ],
    ids=" ".join,
)
def test_what_there_is_not_cannot_be_on_a_sheet(wanted: list[str], tmp_path: Path, capsys: Said) -> None:
    out = tmp_path / "sheet.md"
    assert run(["bank", "sheet", "--kind", "blind", "--exam", "sample", "--out", str(out), *wanted]) == 1
    assert capsys.readouterr().err.startswith("rehearsal: ")
    assert not out.exists()


def test_an_exam_that_there_is_not_is_trouble(tmp_path: Path) -> None:
    out = str(tmp_path / "sheet.md")
    assert run(["bank", "sheet", "--kind", "blind", "--exam", "xyz", "--out", out]) == 2


@pytest.mark.parametrize(
    "wrong", [["--kind", "open"], ["--kind", "blind", "--sample", "0"], []], ids=" ".join
)
def test_wrong_use_of_sheet(wrong: list[str], tmp_path: Path) -> None:
    assert run(["bank", "sheet", "--out", str(tmp_path / "sheet.md"), *wrong]) == 2


@pytest.mark.parametrize("content", [b"# no sheet", b"\xff\xfe\x00"])
def test_what_is_no_sheet_cannot_be_marked(content: bytes, tmp_path: Path, capsys: Said) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(content)
    assert run(["bank", "mark", str(path), str(path)]) == 2
    assert "cannot be marked" in capsys.readouterr().err


def test_a_sheet_that_is_missing_is_trouble(tmp_path: Path) -> None:
    assert run(["bank", "mark", str(tmp_path / "no.md"), str(tmp_path / "no.md")]) == 2


@pytest.mark.parametrize("verb", ["check", "sheet", "mark"])
def test_each_verb_helps(verb: str, capsys: Said) -> None:
    assert run(["bank", verb, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"usage: rehearsal bank {verb}")
