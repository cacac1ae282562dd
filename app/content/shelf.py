"""The user's own banks: installed from packages, each in a folder of its own.

`<root>/<exam>/<exam>/exam.yaml` and `<root>/<exam>/references.yaml`: every bank has its own shared
references, so that two packages cannot disagree about them.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.content.limits import MAX_ITEMS
from app.content.package import Package, is_exam_id, unpack
from app.core.problems import Problem, Severity
from app.services.ports import Trouble, TroubleKind


@dataclass(frozen=True, slots=True)
class Installed:
    """What was installed, and the digest of the bank that it replaced, "" when it is new."""

    exam: str
    digest: str
    items: int
    replaced: str
    warnings: tuple[Problem, ...]


class Shelf:
    """The folder of installed banks. `shipped` are the ids that no package may take."""

    def __init__(self, root: Path, shipped: Collection[str]) -> None:
        self._root = root
        self._shipped = frozenset(shipped)

    def install(self, content: bytes, origin: str, today: date) -> Installed:
        """Check a package with reader and gate, then put it in place whole.

        An installed bank of the same id is replaced. One of a shipped id is refused: what is known of
        a shipped bank's quality, and the readiness drawn from it, must not come to speak of another.
        Trouble (BANK_BROKEN, TOO_NEW, CONFLICT) otherwise; OSError goes out.
        """
        package = unpack(content, origin)
        if package.exam in self._shipped:
            raise Trouble(
                TroubleKind.BANK_BROKEN,
                origin,
                f"the bank {package.exam} comes with the program and is not replaced; "
                "its author can give this one another id",
            )
        self._root.mkdir(parents=True, exist_ok=True)
        coming = Path(tempfile.mkdtemp(prefix=".coming-", dir=self._root))
        try:
            _write(package, coming)
            items, warnings = _judged(package, coming, origin, today)
            replaced = self._digest(package.exam)
            self._put(coming, package.exam)
        finally:
            shutil.rmtree(coming, ignore_errors=True)
        return Installed(package.exam, package.digest, items, replaced, warnings)

    def remove(self, exam: str) -> None:
        """Take an installed bank away; attempts keep their papers. Trouble: NO_SUCH_EXAM."""
        if not is_exam_id(exam) or not (self._root / exam).is_dir():
            hint = "it comes with the program" if exam in self._shipped else "no such bank is installed"
            raise Trouble(TroubleKind.NO_SUCH_EXAM, str(self._root), f"{exam}: {hint}")
        going = Path(tempfile.mkdtemp(prefix=".going-", dir=self._root))
        os.replace(self._root / exam, going / exam)  # noqa: PTH105
        shutil.rmtree(going, ignore_errors=True)

    def _digest(self, exam: str) -> str:
        from app.content.files import read_files

        return read_files(self._root / exam, exam).digest if (self._root / exam).is_dir() else ""

    def _put(self, coming: Path, exam: str) -> None:
        """Two renames; when the second fails the first is undone."""
        place = self._root / exam
        if not place.exists():
            coming.rename(place)
            return
        going = Path(tempfile.mkdtemp(prefix=".going-", dir=self._root)) / exam
        place.rename(going)
        try:
            coming.rename(place)
        except OSError:
            going.rename(place)
            raise
        finally:
            shutil.rmtree(going.parent, ignore_errors=True)


def _write(package: Package, folder: Path) -> None:
    for name, content in package.contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())


def _judged(package: Package, folder: Path, origin: str, today: date) -> tuple[int, tuple[Problem, ...]]:
    """The number of items and the warnings; Trouble (BANK_BROKEN) when there is an error."""
    from app.content.checking import check, inspect

    path = folder / package.exam
    read = check(path)
    items = sum(bank.items for bank in read.banks)
    if items > MAX_ITEMS:
        raise Trouble(
            TroubleKind.BANK_BROKEN, origin, f"it has {items:,} items; at most {MAX_ITEMS:,} can be"
        )
    report = read if read.errors else inspect(path, today)
    if report.errors:
        raise Trouble(TroubleKind.BANK_BROKEN, origin, "the bank has errors", report.problems)
    return items, tuple(one for one in report.problems if one.severity is Severity.WARNING)
