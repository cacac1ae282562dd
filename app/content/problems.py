"""The rules of the bank format with their cures, and the collector of what breaks them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.content.limits import MAX_PROBLEMS
from app.core.problems import Problem, Severity


class Rule(StrEnum):
    """Every rule that a bank can break; the values are stable and appear in reports."""

    # Files
    UNREADABLE_FILE = "unreadable-file"
    SYMLINK = "symlink"
    TOO_LARGE = "too-large"
    UNKNOWN_PLACE = "unknown-place"
    MISSING_FILE = "missing-file"
    NOT_UTF8 = "not-utf8"
    BAD_CHARACTER = "bad-character"
    EMPTY_FILE = "empty-file"
    # YAML
    YAML_SYNTAX = "yaml-syntax"
    SEVERAL_DOCUMENTS = "several-documents"
    TOO_DEEP = "too-deep"
    DUPLICATE_KEY = "duplicate-key"
    ANCHOR = "anchor"
    TAG = "tag"
    KEY_NOT_TEXT = "key-not-text"
    # Fields
    WRONG_TYPE = "wrong-type"
    UNKNOWN_FIELD = "unknown-field"
    MISSING_FIELD = "missing-field"
    EMPTY = "empty"
    UNKNOWN_VALUE = "unknown-value"
    OUT_OF_RANGE = "out-of-range"
    BAD_DATE = "bad-date"
    BAD_URL = "bad-url"
    BAD_ID = "bad-id"
    BAD_LANGUAGE = "bad-language"
    WRONG_NAME = "wrong-name"
    OPEN_FENCE = "open-fence"
    # What points elsewhere
    DUPLICATE_ID = "duplicate-id"
    UNKNOWN_DOMAIN = "unknown-domain"
    UNKNOWN_SECTION = "unknown-section"
    UNKNOWN_REFERENCE = "unknown-reference"
    UNKNOWN_ENEMY = "unknown-enemy"
    UNKNOWN_STRATUM = "unknown-stratum"
    WEIGHTS_SUM = "weights-sum"
    CANNOT_FILL = "cannot-fill"
    NO_ITEMS = "no-items"
    # Items
    TOO_FEW_OPTIONS = "too-few-options"
    NUMBER_OF_KEYS = "number-of-keys"
    CHOOSE_NUMBER = "choose-number"
    SAME_TEXT = "same-text"
    # Twins
    TWIN_FIELD = "twin-field"
    TWIN_MISSING = "twin-missing"
    TWIN_EXTRA = "twin-extra"
    TWIN_ORDER = "twin-order"
    TWIN_CODE = "twin-code"
    TWIN_NUMBERS = "twin-numbers"


CURES: dict[Rule, str] = {
    Rule.UNREADABLE_FILE: "Make it a regular file that you may read.",
    Rule.SYMLINK: "Put the file itself there instead of a link.",
    Rule.TOO_LARGE: "Split the topic, or remove what does not belong there.",
    Rule.UNKNOWN_PLACE: "Topics belong at <bank>/<domain>/<topic>.yaml; move or rename the file.",
    Rule.MISSING_FILE: "Write the file.",
    Rule.NOT_UTF8: "Save the file as UTF-8.",
    Rule.BAD_CHARACTER: "Delete the character.",
    Rule.EMPTY_FILE: "Fill the file or delete it.",
    Rule.YAML_SYNTAX: "Look at this line and the one before: indentation, colons, quotes.",
    Rule.SEVERAL_DOCUMENTS: "Keep one document a file; remove the line of dashes.",
    Rule.TOO_DEEP: "Compare the indentation with the sample bank.",
    Rule.DUPLICATE_KEY: "Keep one of them.",
    Rule.ANCHOR: "Write the value out where it is needed; begin no plain value with & or *.",
    Rule.TAG: "Remove the tag; put a value that begins with ! in quotes.",
    Rule.KEY_NOT_TEXT: "Put the key in quotes, or correct it.",
    Rule.WRONG_TYPE: "Write the value as the sample bank does.",
    Rule.UNKNOWN_FIELD: "Correct the name or remove the field.",
    Rule.MISSING_FIELD: "Add the field.",
    Rule.EMPTY: "Give it a value.",
    Rule.UNKNOWN_VALUE: "Use one of the known values.",
    Rule.OUT_OF_RANGE: "Use a value within the limits.",
    Rule.BAD_DATE: "Write a date as year-month-day, for instance 2026-11-23.",
    Rule.BAD_URL: "Write the whole address, beginning with https://.",
    Rule.BAD_ID: "Use small letters a-z, digits and single hyphens.",
    Rule.BAD_LANGUAGE: "Use a language tag that exam.yaml lists, for instance ja.",
    Rule.WRONG_NAME: "Make the two names agree.",
    Rule.OPEN_FENCE: "Close the code block with the same fence.",
    Rule.DUPLICATE_ID: "Give one of them another id; ids are never used twice.",
    Rule.UNKNOWN_DOMAIN: "Name the folder after a domain of exam.yaml, or add the domain there.",
    Rule.UNKNOWN_SECTION: "Use a section of exam.yaml.",
    Rule.UNKNOWN_REFERENCE: "Add the reference to references.yaml, or correct the id.",
    Rule.UNKNOWN_ENEMY: "Name another item of this bank.",
    Rule.UNKNOWN_STRATUM: "Use the ids that exam.yaml declares for the profile's axis.",
    Rule.WEIGHTS_SUM: "Check the figures; shares are taken in proportion.",
    Rule.CANNOT_FILL: "Write more items, or shorten the profile.",
    Rule.NO_ITEMS: "Write at least one topic with items.",
    Rule.TOO_FEW_OPTIONS: "Write at least two options.",
    Rule.NUMBER_OF_KEYS: "A single item has one key; a multiple item has two or more, and a wrong option.",
    Rule.CHOOSE_NUMBER: "End the stem of a multiple item, and of no other, with (Choose two.) or the like.",
    Rule.SAME_TEXT: "Make the options differ.",
    Rule.TWIN_FIELD: "Remove the field; a translation holds words alone.",
    Rule.TWIN_MISSING: "Translate it.",
    Rule.TWIN_EXTRA: "Remove it, or add it to the source file.",
    Rule.TWIN_ORDER: "Keep the order of the source file.",
    Rule.TWIN_CODE: "Copy the code blocks unchanged, comments too.",
    Rule.TWIN_NUMBERS: "Check that both say the same.",
}
"""What to do about each rule, unless the place knows better."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: path relative to the banks folder, line from 1, item id."""

    path: str
    line: int | None = None
    item: str | None = None


class Report:
    """Collects problems; reading goes on after each."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []

    def error(self, place: Place, rule: Rule, what: str, cure: str = "") -> None:
        """Note a problem that keeps the bank from being used."""
        self._add(Severity.ERROR, place, rule, what, cure)

    def warn(self, place: Place, rule: Rule, what: str, cure: str = "") -> None:
        """Note a problem that an author should look at."""
        self._add(Severity.WARNING, place, rule, what, cure)

    def add(self, problems: Iterable[Problem]) -> None:
        """Take over problems found elsewhere."""
        self._problems.extend(problems)

    @property
    def broken(self) -> bool:
        """Whether there is an error."""
        return any(problem.severity is Severity.ERROR for problem in self._problems)

    @property
    def enough(self) -> bool:
        """Whether there are so many problems that more would help nobody."""
        return len(self._problems) >= MAX_PROBLEMS

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems, each once, by path, line and rule."""
        return ordered(self._problems)

    def _add(self, severity: Severity, place: Place, rule: Rule, what: str, cure: str) -> None:
        self._problems.append(
            Problem(severity, place.path, place.line, place.item, str(rule), what, cure or CURES[rule])
        )


class Register:
    """Remembers where each id was first given, to tell the second place of the first."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._first: dict[tuple[str, str], Place] = {}

    def claim(self, kind: str, name: str, place: Place) -> None:
        """Give `name` to something of `kind` (e.g. "item"); a second claim is a problem."""
        first = self._first.setdefault((kind, name), place)
        if first is not place:
            where = f"{first.path}, line {first.line}"
            what = f"The {kind} id {quoted(name)} is already used in {where}."
            self._report.error(place, Rule.DUPLICATE_ID, what)


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems, each once, by path, line and rule."""
    return tuple(sorted(set(problems), key=lambda p: (p.path, p.line or 0, p.rule, p.what)))


def quoted(value: str) -> str:
    """A value as a message shows it: on one line, not too long, in quotes."""
    line = " ".join(value.split())
    return f"“{line[:57]}…”" if len(line) > 58 else f"“{line}”"
