"""The user's own banks: installed from packages, each in a folder of its own.

`<root>/<exam>/<exam>/exam.yaml` and `<root>/<exam>/references.yaml`: every bank has its own shared
references, so that two packages cannot disagree about them.

A bank is put in place by renaming its folder; the one that it replaces is renamed before. Whoever finds
that somebody died in between puts the old one back (`recover`), so that there is always one of the two.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.content.files import COMING, EXAM_FILE, GOING, REMOVED, Files, read_files
from app.content.limits import MAX_ITEMS
from app.content.package import Package, is_exam_id, unpack
from app.content.problems import ordered
from app.core.packages import Offer, Standing
from app.core.problems import Problem, Severity
from app.services.ports import Trouble, TroubleKind

if TYPE_CHECKING:
    from app.core.bank import Bank


@dataclass(frozen=True, slots=True)
class Installed:
    """What was installed, and the digest of the bank that it replaced, "" when it is new."""

    exam: str
    digest: str
    items: int
    replaced: str
    warnings: int


class Shelf:
    """The folder of installed banks. `shipped` are the ids that no package may take.

    `alone` is held while the folder is changed: it keeps other processes out, or raises Trouble.
    """

    def __init__(
        self,
        root: Path,
        shipped: Collection[str],
        alone: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._root = root
        self._shipped = frozenset(shipped)
        self._alone = alone

    def look(self, content: bytes, origin: str, today: date) -> Offer:
        """What a package would bring, held against reader and gate; nothing is written.

        A bank of a shipped id is refused: what is known of a shipped bank's quality, and the readiness
        drawn from it, must not come to speak of another. Trouble: BANK_BROKEN, BANK_SHIPPED, TOO_NEW.
        """
        package = unpack(content, origin)
        if package.exam in self._shipped:
            raise Trouble(
                TroubleKind.BANK_SHIPPED,
                origin,
                f"the bank {package.exam} comes with the program and is not replaced; "
                "its author can give this one another id",
            )
        bank, warnings = _judged(package, origin, today)
        standing = self._standing(package.exam)
        return Offer(origin, bank.exam, len(bank.items), package.digest, warnings, standing, package.contents)

    def put(self, offer: Offer) -> Installed:
        """Put in place what was looked at, whole; an installed bank of the same id is replaced.

        OSError goes out, and nothing has changed then.
        """
        exam = str(offer.exam.id)
        self._root.mkdir(parents=True, exist_ok=True)
        with self._alone():
            self._recover()
            coming = Path(tempfile.mkdtemp(prefix=COMING, dir=self._root))
            try:
                _write(offer.contents, coming)
                replaced = self._digest(exam)
                self._swap(coming, exam)
            finally:
                shutil.rmtree(coming, ignore_errors=True)
        return Installed(exam, offer.digest, offer.items, replaced, offer.warnings)

    def install(self, content: bytes, origin: str, today: date) -> Installed:
        """Look at a package, and put it in place if nothing is wrong with it."""
        return self.put(self.look(content, origin, today))

    def remove(self, exam: str) -> None:
        """Take an installed bank away; attempts keep their papers. Trouble: NO_SUCH_EXAM."""
        with self._alone():
            self._recover()
            if not is_exam_id(exam) or not (self._root / exam).is_dir():
                known = exam in self._shipped
                hint = "it comes with the program" if known else "no such bank is installed"
                raise Trouble(TroubleKind.NO_SUCH_EXAM, str(self._root), f"{exam}: {hint}")
            removed = Path(tempfile.mkdtemp(prefix=REMOVED, dir=self._root))
            os.replace(self._root / exam, removed / exam)  # noqa: PTH105
            shutil.rmtree(removed, ignore_errors=True)

    def recover(self) -> None:
        """Bring to an end what a process left that died while it changed the folder; OSError goes out."""
        with self._alone():
            self._recover()

    def _recover(self) -> None:
        for left in self._left_behind():
            if left.name.startswith(GOING):
                self._put_back(left)
            shutil.rmtree(left, ignore_errors=True)

    def _left_behind(self) -> list[Path]:
        """Folders that nobody works in any more, the newest first."""
        begun = (COMING, GOING, REMOVED)
        found = [path for path in self._root.glob(".*-*") if path.name.startswith(begun) and path.is_dir()]
        return sorted(found, key=lambda path: path.stat().st_mtime_ns, reverse=True)

    def _put_back(self, going: Path) -> None:
        """A bank whose successor has not come gets its place again."""
        for old in going.iterdir():
            place = self._root / old.name
            if is_exam_id(old.name) and not place.exists() and (old / old.name / EXAM_FILE).is_file():
                old.rename(place)

    def _standing(self, exam: str) -> Standing | None:
        """The installed bank of that id."""
        if not (self._root / exam).is_dir():
            return None
        from app.content.reader import read

        files = read_files(self._root / exam, exam)
        bank = read(files).bank
        if bank is None:
            return Standing(None, 0, files.digest)
        return Standing(bank.exam.title, len(bank.items), bank.digest)

    def _digest(self, exam: str) -> str:
        return read_files(self._root / exam, exam).digest if (self._root / exam).is_dir() else ""

    def _swap(self, coming: Path, exam: str) -> None:
        """Two renames; when the second fails the first is undone."""
        place = self._root / exam
        if not place.exists():
            coming.rename(place)
            return
        going = Path(tempfile.mkdtemp(prefix=GOING, dir=self._root)) / exam
        place.rename(going)
        try:
            coming.rename(place)
        except OSError:
            going.rename(place)
            raise
        finally:
            if place.exists():
                shutil.rmtree(going.parent, ignore_errors=True)


def _write(contents: dict[str, bytes], folder: Path) -> None:
    for name, content in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())


def _judged(package: Package, origin: str, today: date) -> tuple[Bank, int]:
    """The bank and the number of warnings; Trouble (BANK_BROKEN) when there is an error."""
    from app.content.gate.gate import judge
    from app.content.reader import read

    reading = read(Files(package.exam, package.contents, (), package.digest))
    if reading.items > MAX_ITEMS:
        raise Trouble(
            TroubleKind.BANK_BROKEN, origin, f"it has {reading.items:,} items; at most {MAX_ITEMS:,} can be"
        )
    problems: tuple[Problem, ...] = reading.problems
    if reading.bank is not None:
        verdict = judge(reading.folder, reading.bank, reading.places, today)
        problems = ordered((*verdict.problems, *problems))
    if reading.bank is None or any(problem.severity is Severity.ERROR for problem in problems):
        raise Trouble(TroubleKind.BANK_BROKEN, origin, "the bank has errors", problems)
    return reading.bank, sum(problem.severity is Severity.WARNING for problem in problems)
