"""The user's own banks: installed whole, replaced whole, removed."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from app.content.files import digest_of, read_files
from app.content.package import pack
from app.content.shelf import Shelf
from app.content.source import YamlBanks
from app.services.ports import Trouble, TroubleKind
from tests.content.conftest import SHIPPED
from tests.torture.rubbish_targets import sealed

TODAY = date(2026, 11, 26)
CONTENTS = read_files(SHIPPED, "sample").contents
EXAM = "sample/exam.yaml"


def changed() -> bytes:
    return sealed({**CONTENTS, EXAM: CONTENTS[EXAM] + b"# newer\n"})


def own(tmp_path: Path) -> YamlBanks:
    return YamlBanks(tmp_path / "shipped", None, own=tmp_path / "own")


def test_an_installed_bank_is_listed_and_opened(tmp_path: Path) -> None:
    done = Shelf(tmp_path / "own", ()).install(pack(SHIPPED / "sample"), "x", TODAY)
    assert (done.exam, done.replaced) == ("sample", "")
    assert [one.exam.id for one in own(tmp_path).summaries()] == ["sample"]
    bank = own(tmp_path).open("sample")
    assert (bank.digest, len(bank.items)) == (done.digest, done.items)


def test_another_package_of_the_same_id_replaces(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "own", ())
    first = shelf.install(pack(SHIPPED / "sample"), "x", TODAY)
    second = shelf.install(changed(), "y", TODAY)
    assert second.replaced == first.digest != second.digest
    assert own(tmp_path).open("sample").digest == second.digest
    assert [path.name for path in (tmp_path / "own").iterdir()] == ["sample"]


def test_a_shipped_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="comes with the program"):
        Shelf(tmp_path / "own", {"sample"}).install(pack(SHIPPED / "sample"), "x", TODAY)
    assert not (tmp_path / "own").exists()


@pytest.mark.parametrize("broken", [b"exam: sample\n", b"[" * 9000, b"\xff"])
def test_a_bank_with_errors_leaves_the_old_one(tmp_path: Path, broken: bytes) -> None:
    shelf = Shelf(tmp_path / "own", ())
    first = shelf.install(pack(SHIPPED / "sample"), "x", TODAY)
    with pytest.raises(Trouble) as caught:
        shelf.install(sealed({**CONTENTS, EXAM: broken}), "y", TODAY)
    assert caught.value.kind is TroubleKind.BANK_BROKEN
    assert caught.value.problems
    assert own(tmp_path).open("sample").digest == first.digest
    assert [path.name for path in (tmp_path / "own").iterdir()] == ["sample"]


def test_a_rename_that_fails_leaves_the_old_bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf(tmp_path / "own", ())
    first = shelf.install(pack(SHIPPED / "sample"), "x", TODAY)
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name.startswith(".coming-"):
            raise PermissionError(13, "held open")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(PermissionError):
        shelf.install(changed(), "y", TODAY)
    assert own(tmp_path).open("sample").digest == first.digest


def test_a_removed_bank_is_gone(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "own", ())
    shelf.install(pack(SHIPPED / "sample"), "x", TODAY)
    shelf.remove("sample")
    assert list((tmp_path / "own").iterdir()) == []


@pytest.mark.parametrize("name", ["other", "..", "../own", "", ".", "/etc"])
def test_what_is_not_installed_cannot_be_removed(tmp_path: Path, name: str) -> None:
    (tmp_path / "own").mkdir()
    with pytest.raises(Trouble) as caught:
        Shelf(tmp_path / "own", ()).remove(name)
    assert caught.value.kind is TroubleKind.NO_SUCH_EXAM


def test_an_installed_bank_does_not_hide_a_shipped_one(tmp_path: Path) -> None:
    Shelf(tmp_path / "own", ()).install(changed(), "x", TODAY)
    shutil.copytree(SHIPPED / "sample", tmp_path / "shipped" / "sample")
    shutil.copy(SHIPPED / "references.yaml", tmp_path / "shipped")
    banks = YamlBanks(tmp_path / "shipped", None, include_sample=True, own=tmp_path / "own")
    assert banks.open("sample").digest == digest_of(CONTENTS)
