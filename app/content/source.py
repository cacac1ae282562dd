"""The banks of a folder, as the use cases want them: read from the cache, or read anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.content.cache import BankCache
from app.content.files import SAMPLE, Files, bank_folders, installed, read_files
from app.content.problems import ordered
from app.core.summary import BankSummary, summarise
from app.services.ports import Trouble, TroubleKind

if TYPE_CHECKING:
    from app.core.bank import Bank
    from app.core.problems import Problem


class YamlBanks:
    """The shipped banks and the user's own; implements the port BankSource.

    `own` is the folder of installed banks, each below a root of its own (app/content/shelf.py); one with
    the id of a shipped bank is not seen. `broken` holds, after `summaries` or `open`, the problems of each
    folder that cannot be used. The parser is imported only when a bank is not in the cache; `shipped` is a
    cache that is only read.
    """

    def __init__(
        self,
        root: Path,
        cache_dir: Path | None,
        include_sample: bool = False,
        *,
        own: Path | None = None,
        shipped: Path | None = None,
    ) -> None:
        self.broken: dict[str, tuple[Problem, ...]] = {}
        self._root = root
        self._own = own
        self._cache = BankCache(cache_dir, shipped)
        self._include_sample = include_sample

    def summaries(self) -> tuple[BankSummary, ...]:
        """The usable banks in figures, by folder name. Trouble (BANK_BROKEN) when none is usable."""
        found = [self._summary(root, folder) for folder, root in self._roots().items()]
        summaries = tuple(summary for summary in found if summary is not None)
        if not summaries:
            problems = ordered(problem for bank in self.broken.values() for problem in bank)
            raise Trouble(TroubleKind.BANK_BROKEN, str(self._root), "no bank can be used", problems)
        return summaries

    def open(self, exam: str) -> Bank:
        """The bank of an exam; Trouble (NO_SUCH_EXAM, BANK_BROKEN) when it cannot be had."""
        root = self._roots().get(exam)
        if root is None:
            raise Trouble(TroubleKind.NO_SUCH_EXAM, str(self._root), f"there is no bank {exam!r}")
        files = read_files(root, exam)
        bank = None if files.problems else self._cache.bank(exam, files.digest)
        if bank is None:
            return self._read(root, files)
        self.broken.pop(exam, None)
        return bank

    def _summary(self, root: Path, folder: str) -> BankSummary | None:
        files = read_files(root, folder)
        summary = None if files.problems else self._cache.summary(folder, files.digest)
        if summary is not None:
            self.broken.pop(folder, None)
            return summary
        try:
            return summarise(self._read(root, files))
        except Trouble:
            return None

    def _read(self, root: Path, files: Files) -> Bank:
        """Read a bank anew and keep it; Trouble (BANK_BROKEN) when it has errors."""
        from app.content.reader import read

        reading = read(files)
        if reading.bank is None:
            self.broken[files.folder] = reading.problems
            path = str(root / files.folder)
            raise Trouble(TroubleKind.BANK_BROKEN, path, "the bank has errors", reading.problems)
        self.broken.pop(files.folder, None)
        self._cache.store(reading.bank)
        return reading.bank

    def _roots(self) -> dict[str, Path]:
        """The banks folder of each exam: the shipped exams, then the installed ones."""
        shipped = {
            folder: self._root for folder in _listed(self._root) if self._include_sample or folder != SAMPLE
        }
        if self._own is None:
            return shipped
        own = {folder: self._own / folder for folder in installed(self._own)}
        return shipped | {folder: root for folder, root in own.items() if folder not in shipped}


def _listed(root: Path) -> tuple[str, ...]:
    try:
        return bank_folders(root)
    except OSError:
        return ()
