from __future__ import annotations

from pathlib import Path

import pytest

from app.reports.fonts import Fonts, _cured_cmap, clean
from app.services.ports import Trouble, TroubleKind


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("葛\U000e0100城", "葛城"),
        ("か\u3099", "が"),
        ("e\u0301", "é"),
        ("神", "神"),
        ("a\n\tb", "a b"),
        ("a\x00\u202eb\ud800", "ab"),
        ("76\u202f%", "76\u202f%"),
    ],
)
def test_only_what_can_be_printed_stays(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_text_is_split_by_font(fonts: Path) -> None:
    assert Fonts(fonts).runs("MLflowの評価 2") == [
        ("NotoSans-Regular", "MLflow"),
        ("NotoSansJP-Regular", "の評価"),
        ("NotoSans-Regular", " 2"),
    ]


def test_the_japanese_font_is_not_read_for_latin_text(tmp_path: Path, fonts: Path) -> None:
    (tmp_path / "NotoSans-Regular.ttf").write_bytes((fonts / "NotoSans-Regular.ttf").read_bytes())
    latin_only = Fonts(tmp_path)
    assert latin_only.width("Latin", 10) > 0
    with pytest.raises(Trouble) as raised:
        latin_only.runs("日本")
    assert raised.value.kind is TroubleKind.MISSING


def test_a_damaged_font_is_trouble(tmp_path: Path) -> None:
    (tmp_path / "NotoSans-Regular.ttf").write_bytes(b"no font")
    with pytest.raises(Trouble) as raised:
        Fonts(tmp_path).latin()
    assert raised.value.kind is TroubleKind.DAMAGED


def test_letters_above_the_first_plane_are_mapped_in_utf16() -> None:
    cmap = _cured_cmap("Font", [0x61, 0x20BB7])
    assert "<00> <0061>" in cmap
    assert "<01> <D842DFB7>" in cmap
