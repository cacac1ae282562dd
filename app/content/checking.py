"""What an author sees of a bank: every problem, and what is there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.content.documents import split_name
from app.content.files import EXAM_FILE, REFERENCES_FILE, bank_folders
from app.content.problems import Place, Report, Rule, ordered
from app.content.reader import Reading, read_bank
from app.core.problems import Problem, Severity
from app.services.ports import Trouble, TroubleKind

if TYPE_CHECKING:
    from app.content.gate.figures import BankFigures

Named = tuple[tuple[Reading, ...], str]
"""The banks that were read, and the path within them that was asked for, "" for everything."""


@dataclass(frozen=True, slots=True)
class BankCount:
    """How much a bank folder holds, and whether the bank can be used."""

    folder: str
    topics: int
    items: int
    usable: bool


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The problems in order of file and line, the banks that were checked, and their figures if measured."""

    problems: tuple[Problem, ...]
    banks: tuple[BankCount, ...]
    figures: tuple[BankFigures, ...] = ()

    @property
    def errors(self) -> int:
        """How many problems keep a bank from being used."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)


def check(path: Path) -> CheckReport:
    """Read a banks folder, a bank, a folder of topics, or one file of a bank, and report what is wrong.

    A bank is always read whole, since ids and references cross files; of a file or folder within it
    only the own problems are reported, and those of a topic's translations with the topic. Trouble
    (MISSING, NO_ACCESS) when `path` is nothing that can be read.
    """
    return _report(*_read(path))


def inspect(path: Path, today: date) -> CheckReport:
    """Like `check`, and put every usable bank to the quality gate; `today` decides what is old."""
    from app.content.gate.gate import judge

    readings, named = _read(path)
    verdicts = [
        judge(reading.folder, reading.bank, reading.places, today)
        for reading in readings
        if reading.bank is not None
    ]
    judged = tuple(problem for verdict in verdicts for problem in verdict.problems)
    return _report(readings, named, judged, tuple(verdict.figures for verdict in verdicts))


def _read(path: Path) -> Named:
    try:
        named = path.resolve(strict=True)
        bank = _bank_of(named)
        if bank == named:
            return (read_bank(bank),), ""
        if bank is not None:
            return (read_bank(bank),), named.relative_to(bank.parent).as_posix()
        if named.is_file():
            return read_all(named.parent), named.name
        return read_all(named), ""
    except FileNotFoundError as error:
        raise Trouble(TroubleKind.MISSING, str(path)) from error
    except OSError as error:
        raise Trouble(TroubleKind.NO_ACCESS, str(path), str(error)) from error


def read_all(root: Path) -> tuple[Reading, ...]:
    """Every bank below `root`, the sample too. A last reading, without a name, is the folder's own."""
    readings = [read_bank(root / folder) for folder in bank_folders(root)]
    report = Report()
    if not readings:
        report.error(Place(""), Rule.NO_ITEMS, "There is no bank here.", "Add a folder with an exam.yaml.")
    for path in sorted(root.iterdir()):
        if path.is_file() and path.suffix == ".yaml" and path.name != REFERENCES_FILE:
            report.error(Place(path.name), Rule.UNKNOWN_PLACE, "No file of this name belongs here.")
        elif path.is_dir() and _lacks_exam(path):
            place = Place(f"{path.name}/{EXAM_FILE}")
            report.error(place, Rule.MISSING_FILE, "The folder has topics but no exam.yaml.")
    return (*readings, Reading("", None, report.problems, 0, 0))


def _lacks_exam(folder: Path) -> bool:
    if folder.name.startswith((".", "_")) or (folder / EXAM_FILE).exists():
        return False
    return any(folder.glob("*/*.yaml"))


def _bank_of(path: Path) -> Path | None:
    """The bank folder that `path` is or is in."""
    return next((folder for folder in (path, *path.parents[:3]) if (folder / EXAM_FILE).is_file()), None)


def _report(
    readings: tuple[Reading, ...],
    named: str,
    judged: tuple[Problem, ...] = (),
    figures: tuple[BankFigures, ...] = (),
) -> CheckReport:
    """The counts of all banks and the problems of what was named."""
    found = ordered((*judged, *(problem for reading in readings for problem in reading.problems)))
    counts = tuple(
        BankCount(reading.folder, reading.topics, reading.items, reading.bank is not None)
        for reading in readings
        if reading.folder
    )
    concerned = tuple(problem for problem in found if _concerns(problem.path, named))
    return CheckReport(concerned, counts, figures)


def _concerns(path: str, named: str) -> bool:
    """Whether a problem at `path` is one of the named folder, file or topic."""
    if not named or path == named or path.startswith(f"{named}/"):
        return True
    return f"{split_name(path)[0]}.yaml" == named
