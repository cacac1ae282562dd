"""The user's own banks: installed whole, replaced whole, removed."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest

from app.content.files import digest_of, read_files, unsettled
from app.content.package import pack
from app.content.shelf import Shelf
from app.content.source import YamlBanks
from app.services.ports import Trouble, TroubleKind
from tests.content.conftest import SHIPPED
from tests.support.python import ROOT, command
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
    with pytest.raises(Trouble, match="comes with the program") as caught:
        Shelf(tmp_path / "own", {"sample"}).install(pack(SHIPPED / "sample"), "x", TODAY)
    assert caught.value.kind is TroubleKind.BANK_SHIPPED
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


# Looked at before --------------------------------------------------------------------------------


def test_looking_tells_what_would_come_and_go_and_writes_nothing(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "own", ())
    new = shelf.look(pack(SHIPPED / "sample"), "x.rehearsalbank", TODAY)
    assert (new.path, new.exam.id, new.items, new.replaces, new.known) == (
        "x.rehearsalbank",
        "sample",
        8,
        None,
        False,
    )
    assert not (tmp_path / "own").exists()
    first = shelf.put(new)
    again = shelf.look(pack(SHIPPED / "sample"), "x", TODAY)
    assert again.known
    other = shelf.look(changed(), "y", TODAY)
    assert other.replaces is not None
    assert (other.replaces.digest, other.replaces.items, other.known) == (first.digest, 8, False)
    assert own(tmp_path).open("sample").digest == first.digest


def test_an_installed_bank_that_cannot_be_read_any_more_can_be_replaced(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "own", ())
    shelf.install(pack(SHIPPED / "sample"), "x", TODAY)
    (tmp_path / "own" / "sample" / EXAM).write_text("id: [", encoding="utf-8")
    offer = shelf.look(changed(), "y", TODAY)
    assert offer.replaces is not None
    assert (offer.replaces.title, offer.replaces.items) == (None, 0)
    shelf.put(offer)
    assert own(tmp_path).open("sample").digest == offer.digest


# Who dies in the middle --------------------------------------------------------------------------

DIE = """
import os, sys
from datetime import date
from pathlib import Path
from app.content.shelf import Shelf

sys.dont_write_bytecode = True
what, root, package, seen = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), []

def die(event, arguments):
    if event in {"os.rename", "os.remove", "os.rmdir"}:
        seen.append(event)
        if len(seen) == int(sys.argv[4]):
            os._exit(9)

shelf = Shelf(root, ())
sys.addaudithook(die)
shelf.remove("sample") if what == "remove" else shelf.install(package.read_bytes(), "x", date(2026, 11, 26))
"""


def dies(what: str, root: Path, package: Path, step: int) -> bool:
    """Begin something in another process, which dies before its `step`-th change of names; whether it did."""
    done = subprocess.run(command(DIE, what, root, package, step), cwd=ROOT, check=False, timeout=60)
    assert done.returncode in {0, 9}
    return done.returncode == 9


@pytest.mark.parametrize("step", [1, 2, 3, 5, 9, 99])
def test_whoever_dies_while_replacing_leaves_the_old_bank_or_the_new_one(tmp_path: Path, step: int) -> None:
    root, package = tmp_path / "own", tmp_path / "new.rehearsalbank"
    old = Shelf(root, ()).install(pack(SHIPPED / "sample"), "x", TODAY).digest
    package.write_bytes(changed())
    new = digest_of({**CONTENTS, EXAM: CONTENTS[EXAM] + b"# newer\n"})
    assert dies("install", root, package, step) is (step < 99)
    assert unsettled(root) is (step < 99)
    Shelf(root, ()).recover()
    assert own(tmp_path).open("sample").digest == (old if step <= 2 else new)
    assert [path.name for path in root.iterdir()] == ["sample"]
    assert not unsettled(root)


@pytest.mark.parametrize("step", [1, 2, 4, 99])
def test_whoever_dies_while_removing_leaves_the_bank_whole_or_gone(tmp_path: Path, step: int) -> None:
    root = tmp_path / "own"
    Shelf(root, ()).install(pack(SHIPPED / "sample"), "x", TODAY)
    dies("remove", root, tmp_path, step)
    Shelf(root, ()).recover()
    assert [path.name for path in root.iterdir()] == (["sample"] if step == 1 else [])


def between_the_renames(root: Path) -> None:
    """The folder as a death between the two renames leaves it."""
    (root / ".going-a").mkdir()
    (root / "sample").rename(root / ".going-a" / "sample")
    shutil.copytree(root / ".going-a" / "sample", root / ".coming-b")


@pytest.mark.parametrize("act", ["install", "remove"])
def test_the_next_installation_and_removal_recover_first(tmp_path: Path, act: str) -> None:
    root = tmp_path / "own"
    shelf = Shelf(root, ())
    old = shelf.install(pack(SHIPPED / "sample"), "x", TODAY).digest
    between_the_renames(root)
    if act == "remove":
        shelf.remove("sample")
    else:
        assert shelf.install(changed(), "y", TODAY).replaced == old
    shelf.recover()
    assert [path.name for path in root.iterdir()] == ([] if act == "remove" else ["sample"])


def test_what_cannot_be_put_back_is_not_thrown_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "own"
    shelf = Shelf(root, ())
    old = shelf.install(pack(SHIPPED / "sample"), "x", TODAY).digest

    def failing(self: Path, target: Path) -> Path:
        if "sample" in (self.name, target.name) and not target.parent.name.startswith(".going-"):
            raise PermissionError(13, "held open")
        os.rename(self, target)  # noqa: PTH104
        return target

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", failing)
        with pytest.raises(PermissionError):
            shelf.install(changed(), "y", TODAY)
    shelf.recover()
    assert own(tmp_path).open("sample").digest == old


def test_nobody_changes_the_folder_while_another_does(tmp_path: Path) -> None:
    root = tmp_path / "own"
    offer = Shelf(root, ()).look(pack(SHIPPED / "sample"), "x", TODAY)
    kept_out = Shelf(root, (), busy)
    for act in (lambda: kept_out.put(offer), lambda: kept_out.remove("sample"), kept_out.recover):
        with pytest.raises(Trouble) as caught:
            act()
        assert caught.value.kind is TroubleKind.LOCKED
    assert list(root.iterdir()) == []


def busy() -> NoReturn:
    raise Trouble(TroubleKind.LOCKED)
