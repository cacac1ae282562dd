"""Bank packages: the same bytes for the same bank, and no file that does not belong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.content.files import read_files
from app.content.package import pack, unpack
from app.services.ports import Trouble, TroubleKind
from tests.content.conftest import SHIPPED
from tests.torture.rubbish_targets import nasty_packages, sealed, zipped

SAMPLE = SHIPPED / "sample"


def refused(content: bytes) -> Trouble:
    with pytest.raises(Trouble) as caught:
        unpack(content, "x.rehearsalbank")
    return caught.value


def test_a_package_holds_the_bank_and_nothing_else() -> None:
    files = read_files(SHIPPED, "sample")
    package = unpack(pack(SAMPLE), "x")
    assert (package.exam, package.digest, package.contents) == ("sample", files.digest, files.contents)
    assert list(package.contents) == list(files.contents)


def test_the_same_bank_gives_the_same_bytes_wherever_it_lies(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "sample")
    shutil.copy(SHIPPED / "references.yaml", tmp_path)
    assert pack(tmp_path / "sample") == pack(SAMPLE)


@pytest.mark.parametrize("exam", ["mla", "mlp"])
def test_the_shipped_banks_are_within_the_limits(exam: str) -> None:
    assert unpack(pack(SHIPPED / exam), exam).exam == exam


def test_a_bank_with_errors_is_not_packed(tmp_path: Path) -> None:
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "exam.yaml").write_text("exam: bad\n")
    with pytest.raises(Trouble) as caught:
        pack(tmp_path / "bad")
    assert caught.value.kind is TroubleKind.BANK_BROKEN
    assert caught.value.problems


@pytest.mark.parametrize("content", nasty_packages(), ids=lambda content: f"{len(content)} bytes")
def test_what_no_honest_program_writes_is_refused(content: bytes) -> None:
    trouble = refused(content)
    assert trouble.kind is TroubleKind.BANK_BROKEN
    assert trouble.path == "x.rehearsalbank"


def test_files_that_were_changed_afterwards_are_refused() -> None:
    honest = sealed({"sample/exam.yaml": b"a: b"})
    assert unpack(honest, "x").contents == {"sample/exam.yaml": b"a: b"}
    other = zipped([("manifest.json", _manifest_of(honest)), ("sample/exam.yaml", b"a: c")])
    assert "get it anew" in refused(other).detail


def test_a_later_format_is_too_new() -> None:
    manifest = b'{"format": "rehearsal-bank", "version": 2}'
    assert refused(zipped([("manifest.json", manifest)])).kind is TroubleKind.TOO_NEW


def _manifest_of(content: bytes) -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("manifest.json")
