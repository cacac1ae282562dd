"""Banks that have been read and found sound, kept in a form that is quick to read again.

A cache file is `<exam>-<digest>.bank`: one header line, the summary as JSON, the whole bank as
MessagePack. It is believed only when everything about it is right; otherwise it does not exist.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass, fields
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from app.content.summary_codec import decode, encode
from app.core.exam import Exam, Profile, Stratum, Weight
from app.core.summary import BankSummary, TopicCount, summarise
from app.core.text import Text

if TYPE_CHECKING:
    from app.core.bank import Bank

CACHE_VERSION = 2
"""Raise it when the rules of reading change, so that banks are judged by the new ones."""

_SUMMARY_VALUES = (Text, Stratum, Weight, Profile, Exam, TopicCount, BankSummary)
_MAX_HEADER = 400


@dataclass(frozen=True, slots=True)
class _Header:
    """Length in bytes and SHA-256 of the two parts that follow the header line.

    `bank_shape` is the fingerprint of the values in the second part. The first one's is in the
    magic: reading the summary must not import what only the bank is made of.
    """

    summary_bytes: int
    summary_hash: str
    bank_bytes: int
    bank_hash: str
    bank_shape: str

    def line(self) -> bytes:
        parts = (self.summary_bytes, self.summary_hash, self.bank_bytes, self.bank_hash, self.bank_shape)
        return f"{_magic()} {' '.join(map(str, parts))}\n".encode()


class BankCache:
    """The cache files of one folder; without a folder nothing is kept. Raises nothing.

    `shipped` is a second folder, which is only read: an installed program brings its own banks there as they
    are once read, so that its first start need not read them.
    """

    def __init__(self, folder: Path | None, shipped: Path | None = None) -> None:
        self._folder = folder
        self._shipped = shipped

    def summary(self, exam: str, digest: str) -> BankSummary | None:
        """The summary of the bank with this digest, if it is here."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            with self._open(exam, digest) as file:
                header = _header(file)
                content = _part(file, header.summary_bytes, header.summary_hash)
            summary = decode(content)
            if summary.digest == digest and summary.exam.id == exam:
                return summary
        return None

    def bank(self, exam: str, digest: str) -> Bank | None:
        """The bank with this digest, if it is here."""
        import msgspec

        from app.core.bank import Bank

        with suppress(OSError, ValueError, msgspec.MsgspecError):
            with self._open(exam, digest) as file:
                header = _header(file)
                if header.bank_shape != _bank_shape():
                    return None
                file.seek(header.summary_bytes, os.SEEK_CUR)
                content = _part(file, header.bank_bytes, header.bank_hash)
            bank = msgspec.msgpack.decode(content, type=Bank)
            if bank.digest == digest and bank.exam.id == exam:
                return bank
        return None

    def store(self, bank: Bank) -> None:
        """Keep a bank and forget its older states; where that fails there is no cache."""
        import msgspec

        if self._folder is None:
            return
        summary = encode(summarise(bank))
        content = msgspec.msgpack.encode(bank)
        header = _Header(len(summary), _hash(summary), len(content), _hash(content), _bank_shape())
        name = _name(bank.exam.id, bank.digest)
        with suppress(OSError):
            _write(self._folder / name, header.line() + summary + content)
            self._forget(bank.exam.id, name)

    def believes(self, path: Path) -> bool:
        """Whether a file of this folder would be believed, as far as its own sums go."""
        with suppress(OSError, ValueError), path.open("rb") as file:
            header = _header(file)
            _part(file, header.summary_bytes, header.summary_hash)
            _part(file, header.bank_bytes, header.bank_hash)
            return True
        return False

    def _open(self, exam: str, digest: str) -> BinaryIO:
        name = _name(exam, digest)
        for folder in (self._folder, self._shipped):
            if folder is not None:
                with suppress(OSError):
                    return (folder / name).open("rb")
        raise FileNotFoundError(name)

    def _forget(self, exam: str, current: str) -> None:
        """Remove what other digests of the exam have left, unfinished files too."""
        if self._folder is None:
            return
        shape = re.compile(re.escape(exam) + r"-[0-9a-f]{64}\.bank(\..*)?")
        for path in self._folder.iterdir():
            if shape.fullmatch(path.name) and not path.name.startswith(current):
                with suppress(OSError):
                    path.unlink()


def unbelievable(folder: Path) -> list[Path]:
    """The files of a cache that are damaged, or of another version of the program."""
    cache = BankCache(folder)
    return [path for path in sorted(folder.glob("*.bank")) if not cache.believes(path)]


def _name(exam: str, digest: str) -> str:
    return f"{exam}-{digest}.bank"


def _magic() -> str:
    """Format, version, and a fingerprint of the values: other fields make another magic."""
    return f"rehearsal-bank {CACHE_VERSION} {_shape(_SUMMARY_VALUES)}"


def _bank_shape() -> str:
    from app.core.bank import AsOf, Bank, Item, Option, Reference, Topic

    return _shape((*_SUMMARY_VALUES, Option, AsOf, Item, Topic, Reference, Bank))


def _shape(values: tuple[type[Any], ...]) -> str:
    """A fingerprint of the names and types of all fields."""
    shapes = [(value.__name__, [(field.name, field.type) for field in fields(value)]) for value in values]
    return _hash(repr(shapes).encode())[:16]


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()


def _header(file: BinaryIO) -> _Header:
    """The header; ValueError when it is another program's, another version's or damaged."""
    line = file.readline(_MAX_HEADER).decode("ascii")
    magic, _, rest = line.partition(_magic() + " ")
    summary_bytes, summary_hash, bank_bytes, bank_hash, bank_shape = rest.split()
    if magic or not line.endswith("\n"):
        raise ValueError("not a cache file of this version")
    return _Header(int(summary_bytes), summary_hash, int(bank_bytes), bank_hash, bank_shape)


def _part(file: BinaryIO, size: int, expected: str) -> bytes:
    """The next part of the file; ValueError when it is not what was written."""
    left = os.fstat(file.fileno()).st_size - file.tell()
    if not 0 <= size <= left:
        raise ValueError("the file is cut off")
    content = file.read(size)
    if _hash(content) != expected:
        raise ValueError("the file is damaged")
    return content


def _write(path: Path, content: bytes) -> None:
    """Write whole or not at all, so that a half-written file is never found under its name."""
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
