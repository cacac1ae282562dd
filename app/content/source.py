"""The banks of a folder, as the use cases want them: read from the cache, or read anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.content.cache import BankCache
from app.content.files import SAMPLE, Files, bank_folders, read_files
from app.content.problems import ordered
from app.core.summary import BankSummary, summarise
from app.services.ports import Trouble, TroubleKind

if TYPE_CHECKING:
    from app.core.bank import Bank
    from app.core.problems import Problem


class YamlBanks:
    """The shipped banks; implements the port BankSource.

    `broken` holds, after `summaries` or `open`, the problems of each folder that cannot be used.
    The parser is imported only when a bank is not in the cache. `shipped` is a cache that is only read.
    """

    def __init__(
        self,
        root: Path,
        cache_dir: Path | None,
        include_sample: bool = False,
        *,
        shipped: Path | None = None,
    ) -> None:
        self.broken: dict[str, tuple[Problem, ...]] = {}
        self._root = root
        self._cache = BankCache(cache_dir, shipped)
        self._include_sample = include_sample

    def summaries(self) -> tuple[BankSummary, ...]:
        """The usable banks in figures, by folder name. Trouble (BANK_BROKEN) when none is usable."""
        found = [self._summary(folder) for folder in self._folders()]
        summaries = tuple(summary for summary in found if summary is not None)
        if not summaries:
            problems = ordered(problem for bank in self.broken.values() for problem in bank)
            raise Trouble(TroubleKind.BANK_BROKEN, str(self._root), "no bank can be used", problems)
        return summaries

    def open(self, exam: str) -> Bank:
        """The bank of an exam; Trouble (NO_SUCH_EXAM, BANK_BROKEN) when it cannot be had."""
        if exam not in self._folders():
            raise Trouble(TroubleKind.NO_SUCH_EXAM, str(self._root), f"there is no bank {exam!r}")
        files = read_files(self._root, exam)
        bank = None if files.problems else self._cache.bank(exam, files.digest)
        if bank is None:
            return self._read(files)
        self.broken.pop(exam, None)
        return bank

    def _summary(self, folder: str) -> BankSummary | None:
        files = read_files(self._root, folder)
        summary = None if files.problems else self._cache.summary(folder, files.digest)
        if summary is not None:
            self.broken.pop(folder, None)
            return summary
        try:
            return summarise(self._read(files))
        except Trouble:
            return None

    def _read(self, files: Files) -> Bank:
        """Read a bank anew and keep it; Trouble (BANK_BROKEN) when it has errors."""
        from app.content.reader import read

        reading = read(files)
        if reading.bank is None:
            self.broken[files.folder] = reading.problems
            path = str(self._root / files.folder)
            raise Trouble(TroubleKind.BANK_BROKEN, path, "the bank has errors", reading.problems)
        self.broken.pop(files.folder, None)
        self._cache.store(reading.bank)
        return reading.bank

    def _folders(self) -> tuple[str, ...]:
        try:
            folders = bank_folders(self._root)
        except OSError:
            return ()
        return tuple(folder for folder in folders if self._include_sample or folder != SAMPLE)
