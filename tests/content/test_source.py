from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.content import cache
from app.content.source import YamlBanks
from app.core.text import Text
from app.services.ports import BankSource, Trouble, TroubleKind

if TYPE_CHECKING:
    from tests.content.conftest import Workshop

AVERAGES = "arithmetic/averages.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def banks(second_bank: Workshop, folder: Path) -> YamlBanks:
    return YamlBanks(second_bank.root, folder)


def kept(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_source_is_what_the_use_cases_ask_for(banks: YamlBanks) -> None:
    source: BankSource = banks
    assert [summary.exam.id for summary in source.summaries()] == ["other"]


def test_sample_is_offered_on_request_alone(banks: YamlBanks, second_bank: Workshop) -> None:
    with_sample = YamlBanks(second_bank.root, None, include_sample=True)
    assert [summary.exam.id for summary in with_sample.summaries()] == ["other", "sample"]
    with pytest.raises(Trouble) as caught:
        banks.open("sample")
    assert caught.value.kind is TroubleKind.NO_SUCH_EXAM


def test_cache_gives_back_the_same_values(banks: YamlBanks, second_bank: Workshop, folder: Path) -> None:
    cold = banks.summaries(), banks.open("other")
    assert [path.suffix for path in kept(folder)] == [".bank"]
    warm = YamlBanks(second_bank.root, folder)
    assert (warm.summaries(), warm.open("other")) == cold
    assert cold[1] == second_bank.read().bank


def test_cache_is_really_used(banks: YamlBanks, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summaries, bank = banks.summaries(), banks.open("other")
    monkeypatch.setattr("app.content.reader.read", lambda files: pytest.fail("read again"))
    assert (banks.summaries(), banks.open("other")) == (summaries, bank)


def test_changed_bank_is_read_again_and_the_old_state_goes(
    banks: YamlBanks, second_bank: Workshop, folder: Path
) -> None:
    before = banks.summaries()[0]
    foreign = folder / f"other-exam-{'0' * 64}.bank"
    foreign.write_bytes(b"of another exam")
    (folder / f"other-{'1' * 64}.bank.x.part").write_bytes(b"left by a crash")
    second_bank.edit(AVERAGES, "difficulty: 0.5", "difficulty: 0.6")
    after = banks.summaries()[0]
    assert after.digest != before.digest
    assert {path.name for path in kept(folder)} == {f"other-{after.digest}.bank", foreign.name}


def flip(content: bytes, position: int) -> bytes:
    at = position % len(content)
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


DAMAGES: list[Callable[[bytes], bytes]] = [
    lambda content: b"",
    lambda content: content[:100],
    lambda content: content[: len(content) // 2],
    lambda content: content[:-1],
    lambda content: flip(content, 3),
    lambda content: flip(content, 16),
    lambda content: flip(content, 40),
    lambda content: flip(content, 300),
    lambda content: flip(content, -1),
    lambda content: content.replace(b"rehearsal-bank 1", b"rehearsal-bank 0"),
    lambda content: b"rehearsal-bank" * 100,
    lambda content: b"\xff" * 1000,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_cache_is_rebuilt(banks: YamlBanks, folder: Path, damage: Callable[[bytes], bytes]) -> None:
    expected = banks.summaries(), banks.open("other")
    (file,) = kept(folder)
    sound = file.read_bytes()
    file.write_bytes(damage(sound))
    assert (banks.summaries(), banks.open("other")) == expected
    assert file.read_bytes() == sound


def test_every_flipped_byte_is_noticed(banks: YamlBanks, folder: Path) -> None:
    bank = banks.open("other")
    summary = banks.summaries()[0]
    (file,) = kept(folder)
    sound = file.read_bytes()
    store = cache.BankCache(folder)
    for position in range(0, len(sound), 97):
        file.write_bytes(flip(sound, position))
        assert store.bank("other", bank.digest) in {None, bank}
        assert store.summary("other", bank.digest) in {None, summary}


def test_cache_of_other_values_is_not_believed(
    banks: YamlBanks, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = banks.open("other").digest
    monkeypatch.setattr(cache, "_SUMMARY_VALUES", (Text,))
    assert cache.BankCache(folder).bank("other", digest) is None
    assert cache.BankCache(folder).summary("other", digest) is None


def test_cache_under_a_wrong_name_is_not_believed(banks: YamlBanks, folder: Path) -> None:
    digest = banks.open("other").digest
    wrong = "0" * 64
    (folder / f"other-{digest}.bank").rename(folder / f"other-{wrong}.bank")
    assert cache.BankCache(folder).bank("other", wrong) is None
    assert cache.BankCache(folder).summary("other", wrong) is None


def test_unwritable_cache_is_done_without(second_bank: Workshop, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_bytes(b"")
    for folder in (in_the_way, in_the_way / "below", None):
        banks = YamlBanks(second_bank.root, folder)
        assert banks.summaries()[0].items == len(banks.open("other").items) == 8


def test_half_a_cache_file_is_never_left(banks: YamlBanks, folder: Path) -> None:
    digest = banks.open("other").digest
    (file,) = kept(folder)
    file.unlink()
    file.mkdir()
    assert banks.open("other").digest == digest
    assert kept(folder) == [file]


def test_broken_bank_is_left_out_and_the_others_go_on(second_bank: Workshop, folder: Path) -> None:
    banks = YamlBanks(second_bank.root, folder, include_sample=True)
    second_bank.edit(AVERAGES, "kind: single", "kind: x")
    assert [summary.exam.id for summary in banks.summaries()] == ["sample"]
    assert [problem.rule for problem in banks.broken["other"]] == ["unknown-value"]
    second_bank.edit(AVERAGES, "kind: x", "kind: single")
    assert len(banks.summaries()) == 2
    assert banks.broken == {}


def test_opening_a_broken_bank_is_trouble(second_bank: Workshop, folder: Path) -> None:
    second_bank.edit(AVERAGES, "kind: single", "kind: x")
    banks = YamlBanks(second_bank.root, folder)
    with pytest.raises(Trouble) as caught:
        banks.open("other")
    assert caught.value.kind is TroubleKind.BANK_BROKEN
    assert caught.value.path == str(second_bank.path(""))
    assert [problem.rule for problem in caught.value.problems] == ["unknown-value"]


def test_no_usable_bank_is_trouble(second_bank: Workshop, folder: Path) -> None:
    second_bank.edit(AVERAGES, "kind: single", "kind: x")
    with pytest.raises(Trouble) as caught:
        YamlBanks(second_bank.root, folder).summaries()
    assert caught.value.kind is TroubleKind.BANK_BROKEN
    assert len(caught.value.problems) == 1


def test_missing_folder_is_trouble(tmp_path: Path) -> None:
    banks = YamlBanks(tmp_path / "nowhere", None)
    with pytest.raises(Trouble, match="bank_broken"):
        banks.summaries()
    with pytest.raises(Trouble, match="no_such_exam"):
        banks.open("../sample")


def test_broken_bank_is_not_kept(second_bank: Workshop, folder: Path) -> None:
    banks = YamlBanks(second_bank.root, folder)
    banks.open("other")
    second_bank.path("python/default-arguments.yaml").unlink()
    with pytest.raises(Trouble):
        banks.open("other")
    with pytest.raises(Trouble):
        banks.open("other")


PROBE = """
import sys
from pathlib import Path
from app.content.source import YamlBanks
summaries = YamlBanks(Path(sys.argv[1]), Path(sys.argv[2])).summaries()
print(len(summaries), sorted({"yaml", "_yaml", "msgspec", "tempfile"} & set(sys.modules)))
"""


def test_warm_start_imports_neither_parser_nor_codec(
    banks: YamlBanks, second_bank: Workshop, folder: Path
) -> None:
    banks.summaries()
    project = Path(__file__).parents[2]
    command = [sys.executable, "-c", PROBE, str(second_bank.root), str(folder)]
    said = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
    assert said.stdout == "1 []\n"


def test_a_bank_that_came_read_is_not_read_again(
    second_bank: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped, own = tmp_path / "shipped", tmp_path / "own"
    first = YamlBanks(second_bank.root, shipped).open("other")
    monkeypatch.setattr("app.content.reader.read", lambda _: pytest.fail("the bank was read again"))
    source = YamlBanks(second_bank.root, own, shipped=shipped)
    assert [summary.exam.id for summary in source.summaries()] == ["other"]
    assert source.open("other") == first
    assert not own.exists()


def test_a_bank_that_came_read_and_was_changed_since_is_read_anew(
    second_bank: Workshop, tmp_path: Path
) -> None:
    shipped, own = tmp_path / "shipped", tmp_path / "own"
    old = YamlBanks(second_bank.root, shipped).open("other")
    topic = next(path for path in (second_bank.root / "other").rglob("*.yaml") if path.name != "exam.yaml")
    topic.write_text(topic.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    new = YamlBanks(second_bank.root, own, shipped=shipped).open("other")
    assert new.digest != old.digest
    assert len(kept(own)) == 1
    assert len(kept(shipped)) == 1
