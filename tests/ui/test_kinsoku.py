"""Japanese lines: what may not begin or end one does not, and no letter stands alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel

from app.content.source import YamlBanks
from app.core.bank import Item
from app.markup import Code, parse
from app.system.resources import banks
from app.ui.theme import Theme, scheme
from app.ui.theme.fonts import load_all_fonts, reading_font
from app.ui.theme.values import CODE_FAMILIES, STEM
from app.ui.widgets.html import block_html
from app.ui.widgets.parts import TAIL, label

NOT_FIRST = "、。，．」』）】〕］｝〉》ゃゅょっぁぃぅぇぉャュョッァィゥェォー！？・：；ゝ々…％"
NOT_LAST = "「『（【〔［｛〈《"
WIDTHS = range(360, 881, 40)
"""From a narrow window to the widest column, in px."""

THEME = Theme(scheme("light", system_dark=False), language="ja")

pytestmark = pytest.mark.usefixtures("fonts")


@pytest.fixture
def fonts(application: QApplication) -> None:
    """The faces that are drawn with."""
    load_all_fonts()


@pytest.mark.parametrize("exam", ["mla", "mlp"])
def test_no_line_of_a_shipped_question_begins_or_ends_wrongly(exam: str) -> None:
    items = YamlBanks(banks(), None).open(exam).items
    wrong = [f"{item.id} {fault}" for item in items for text in texts(item) for fault in faults(text)]
    assert wrong == []


@pytest.mark.parametrize("mark", NOT_FIRST)
def test_what_may_not_begin_a_line_never_does(mark: str) -> None:
    assert list(faults(f"あ{mark}" * 60)) == []


@pytest.mark.parametrize("mark", NOT_LAST)
def test_what_may_not_end_a_line_never_does(mark: str) -> None:
    assert list(faults(f"{mark}あい」" * 60)) == []


def test_a_number_keeps_its_percent_sign() -> None:
    source = "".join(f"{'あ' * n} {n} % " for n in range(1, 40))
    assert [line for width in WIDTHS for line in lines(html_of(source), width) if line[0] == "%"] == []


def test_a_percent_sign_in_code_keeps_its_space() -> None:
    assert "\u00a0" not in html_of("`5 % 2`")


def test_the_last_letters_of_japanese_words_in_the_window_stay_together() -> None:
    words = "以前に表示された問題が含まれています。得点が実力より高く出る可能性があります。"
    shown = label(text=words)
    assert shown.text() == words
    last = [lines(QLabel.text(shown), width)[-1] for width in range(200, 600, 15)]
    assert min(len(line.replace("\u2060", "")) for line in last) >= TAIL


def test_a_percent_sign_stays_with_its_number_in_the_window_too() -> None:
    words = "".join(f"{'あ' * count}{count}\u202f%区間" for count in range(1, 40))
    shown = QLabel.text(label(text=words))
    assert [line for width in range(200, 600, 15) for line in lines(shown, width) if line[0] == "%"] == []


def test_words_that_are_not_japanese_stay_plain() -> None:
    words = "Everything that you finish is kept here, <b>as it is</b>."
    shown = label(text=words)
    assert (shown.text(), QLabel.text(shown)) == (words, words)


def texts(item: Item) -> list[str]:
    """What is drawn on the question screen, code aside."""
    return [item.stem.get("ja"), *(option.text.get("ja") for option in item.options)]


def html_of(source: str) -> str:
    return "".join(block_html(block, THEME) for block in parse(source) if not isinstance(block, Code))


def faults(source: str) -> Iterator[str]:
    """Lines of a text that begin or end as they may not, at any width."""
    html = html_of(source)
    for width in WIDTHS:
        for line in lines(html, width):
            if line[0] in NOT_FIRST:
                yield f"at {width} px begins: {line[:12]}"
            if line[-1] in NOT_LAST:
                yield f"at {width} px ends: {line[-12:]}"


def lines(html: str, width: int) -> list[str]:
    """The lines of rich text as drawn; breaks beside code, which may break anywhere, are left out."""
    document = QTextDocument()
    document.setDefaultFont(reading_font(STEM))
    document.setHtml(html)
    document.setTextWidth(width)
    document.size()
    found = []
    block = document.begin()
    while block.isValid():
        found += [line for line in lines_of(document, block) if line]
        block = block.next()
    return found


def lines_of(document: QTextDocument, block: QTextBlock) -> Iterator[str]:
    layout = block.layout()
    for at in range(layout.lineCount()):
        line = layout.lineAt(at)
        start, end = line.textStart(), line.textStart() + line.textLength()
        if not any(is_code(document, block.position() + place) for place in (start, end)):
            yield block.text()[start:end].strip()


def is_code(document: QTextDocument, place: int) -> bool:
    cursor = QTextCursor(document)
    cursor.setPosition(min(place, document.characterCount() - 1))
    return CODE_FAMILIES[0] in (cursor.charFormat().fontFamilies() or [])
