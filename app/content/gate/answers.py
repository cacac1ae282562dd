"""Reading what came back: the header of a sheet, and answers in a form, as lines, as YAML or as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from app.content.gate.sheet import FORM_FENCE, VERSION, Sheet, SheetKind

_LINE = re.compile(r"""\s*(?:[-*]\s+)?["']?(?P<number>\d+)["']?\s*[:.)=：]\s*(?P<answer>.*)""")
_LETTERS = re.compile(r"[A-H](?:[\s,;/+&、]*[A-H])*(?![\w'])")
_FENCE = re.compile(rf"^{FORM_FENCE}\s*$(?P<form>.*?)^```\s*$", re.MULTILINE | re.DOTALL)


class NotASheet(ValueError):
    """The text is no sheet that this program wrote, or not whole."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer: letters in capitals, sorted, none when nothing was answered; and a remark."""

    letters: str
    remark: str = ""


def read_header(text: str) -> Sheet:
    """What the header of a sheet says; NotASheet when it says something else."""
    _, start, rest = text.lstrip("\ufeff \n\r").partition("---\n")
    header, end, _ = rest.partition("\n---\n")
    try:
        raw = yaml.safe_load(header) if start and end else None
        if not isinstance(raw, dict) or raw["rehearsal-sheet"] != VERSION:
            raise NotASheet("it does not begin with the header of a sheet")
        return Sheet(
            kind=SheetKind(raw["kind"]),
            language=str(raw["language"]),
            seed=int(raw["seed"]),
            banks=tuple((str(exam), str(digest)) for exam, digest in raw["banks"].items()),
            items=tuple(str(item) for item in raw["items"]),
        )
    except (yaml.YAMLError, KeyError, TypeError, AttributeError, ValueError) as error:
        raise NotASheet(str(error)) from error


def read_answers(text: str) -> dict[int, Given]:
    """The answers by number; of a number given twice the last counts.

    A text with the form of a sheet is read there alone. NotASheet when JSON is broken.
    """
    form = _FENCE.search(text)
    if form is not None:
        return dict(_lines(form["form"]))
    if text.lstrip().startswith("{"):
        return _from_json(text)
    return dict(_lines(text))


def given(answer: str) -> Given:
    """An answer as it was written: letters, then perhaps a remark."""
    bare, mark, remark = answer.replace("`", "").strip().partition("#")
    bare = re.sub(r"""[\[\]"'(){}]""", " ", bare).strip().rstrip(",.;").strip()
    whole = re.fullmatch(r"[A-Ha-h](?:[\s,;/+&、]*[A-Ha-h])*", bare)
    match = _LETTERS.match(bare.upper() if whole else bare)
    if match is None:
        return Given("", (remark if mark else bare).strip())
    letters = "".join(sorted(set(re.findall(r"[A-H]", match[0]))))
    return Given(letters, " ".join([bare[match.end() :], remark]).strip(" -–—:,."))


def _lines(text: str) -> Iterator[tuple[int, Given]]:
    for line in text.splitlines():
        match = _LINE.fullmatch(line)
        if match is not None:
            yield int(match["number"]), given(match["answer"])


def _from_json(text: str) -> dict[int, Given]:
    try:
        raw = json.loads(text)
        table: Mapping[str, Any] = raw.get("answers", raw)
        return {int(number): given(_written(answer)) for number, answer in table.items()}
    except (ValueError, AttributeError) as error:
        raise NotASheet(f"the answers are no JSON mapping of numbers to letters: {error}") from error


def _written(answer: object) -> str:
    return " ".join(map(str, answer)) if isinstance(answer, list) else str(answer or "")
