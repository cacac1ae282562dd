"""Markdown becomes blocks; nothing in a bank can do more than be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.markup import Block, Code, Image, Listing, Paragraph, Span, Table, parse, plain

PIECES = st.sampled_from(
    ["a ", "<b>", "</b>", "*", "**", "`", "```\n", "\n", "\n\n", "- ", "1. ", "|", "|-|\n", "[", "](", ")",
     "!",
     "https://a.example", "javascript:x", "> ", "# ", "    ", "&lt;", "試験", "\\"]
)  # fmt: skip


def one(source: str) -> Block:
    (block,) = parse(source)
    return block


def spans(source: str) -> list[Span]:
    """The spans of a text that is one paragraph, the empty ones left out."""
    block = one(source)
    assert isinstance(block, Paragraph)
    return [span for span in block.spans if span.text]


@pytest.mark.parametrize(
    "source",
    [
        "<b>bold</b>",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <!-- comment --> b",
        "<div>\nblock\n</div>",
        "DataFrame<Row> and List<Int>",
    ],
)
def test_html_stays_text(source: str) -> None:
    assert plain(source) == source.replace("\n", " ")
    assert all(span == Span(span.text) for span in spans(source))


def test_escapes_and_entities_are_read() -> None:
    assert spans(r"\*not emphasis\* &lt; &amp;") == [Span("*not emphasis* < &")]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("plain", Span("plain")),
        ("**strong**", Span("strong", strong=True)),
        ("*soft*", Span("soft", emphasis=True)),
        ("***both***", Span("both", strong=True, emphasis=True)),
        ("`mlflow.log_metric`", Span("mlflow.log_metric", code=True)),
        ("**`code`**", Span("code", code=True, strong=True)),
        ("`**stars**`", Span("**stars**", code=True)),
        ("[docs](https://docs.example.com/a)", Span("docs", href="https://docs.example.com/a")),
        ("<https://docs.example.com>", Span("https://docs.example.com", href="https://docs.example.com")),
        ("[**`run`**](https://a.example)", Span("run", code=True, strong=True, href="https://a.example")),
    ],
)
def test_a_span_is_in_its_manner(source: str, expected: Span) -> None:
    assert spans(source) == [expected]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "http://plain.example",
        "HTTPS:x",
        "//no.scheme",
        "relative.md",
        "",
    ],
)
def test_only_https_is_a_link_and_the_words_of_the_others_stay(address: str) -> None:
    assert not any(span.href for span in spans(f"see [the page]({address})"))
    assert "the page" in plain(f"see [the page]({address})")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("![a **chart** of `loss`](https://a.example/x.png)", "a chart of loss"),
        ("![](https://a.example/x.png)", ""),
        ("![x](javascript:alert)", "![x](javascript:alert)"),
    ],
)
def test_an_image_comes_out_as_its_words(source: str, words: str) -> None:
    assert plain(source) == plain(f"seen: {source}").removeprefix("seen: ") == words
    assert not any(span.href for span in spans(f"seen: {source}"))


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/x.png",
        "images/x.svg",
        "data:image/png;base64,AA==",
        "data:image/svg+xml;base64,AA==",
    ],
)
def test_an_image_on_its_own_is_a_block(address: str) -> None:
    assert one(f"![a *chart*]({address})") == Image("a chart", address)


def test_several_images_on_their_own_are_several_blocks() -> None:
    assert parse("![a](x.png)\n![b](y.png)") == (Image("a", "x.png"), Image("b", "y.png"))


def test_a_link_to_a_picture_in_the_address_is_none() -> None:
    assert not any(span.href for span in spans("see [it](data:image/svg+xml;base64,AA==)"))


def test_a_line_break_is_a_space_and_a_hard_one_a_line() -> None:
    assert plain("one\ntwo") == "one two"
    assert plain("one  \ntwo\\\nthree") == "one\ntwo\nthree"


def test_a_heading_has_its_level() -> None:
    block = one("### Why *this*")
    assert isinstance(block, Paragraph)
    assert block.heading == 3
    assert spans("### Why *this*") == [Span("Why "), Span("this", emphasis=True)]


@pytest.mark.parametrize(
    ("source", "text", "language"),
    [
        ("```python\nx = 1\n```", "x = 1", "python"),
        ("```python title=a\nx\n```", "x", "python"),
        ("```\na\n\n  b\n```", "a\n\n  b", ""),
        ("~~~sql\nSELECT '<b>' -- **x**\n~~~", "SELECT '<b>' -- **x**", "sql"),
        ("    indented", "indented", ""),
        ("```python\nnever closed", "never closed", "python"),
    ],
)
def test_code_keeps_its_lines(source: str, text: str, language: str) -> None:
    assert one(source) == Code(text, language)


def test_a_list_holds_blocks() -> None:
    block = one("1. first\n\n   ```sql\n   SELECT 1\n   ```\n2. second\n   - inner")
    assert isinstance(block, Listing)
    assert block.ordered
    assert block.entries[0] == (Paragraph((Span("first"),)), Code("SELECT 1", "sql"))
    assert block.entries[1][1] == Listing(ordered=False, entries=((Paragraph((Span("inner"),)),),))


def test_a_table_has_its_header_first() -> None:
    block = one("| metric | value |\n|---|--:|\n| `rmse` | 0.5 |")
    assert block == Table(
        (((Span("metric"),), (Span("value"),)), ((Span("rmse", code=True),), (Span("0.5"),)))
    )


def test_short_rows_of_a_table_are_filled_up() -> None:
    block = one("|a|b|\n|-|-|\n|1|")
    assert isinstance(block, Table)
    assert [len(row) for row in block.rows] == [2, 2]


def test_a_quotation_is_its_paragraphs_and_a_rule_is_nothing() -> None:
    assert parse("> said\n\n---") == (Paragraph((Span("said"),)),)


def test_the_words_of_all_blocks_are_lines() -> None:
    source = "# Head\n\ntext **bold**\n\n- a\n- b\n\n```py\nx\ny\n```\n\n|h|k|\n|-|-|\n|1|2|"
    assert plain(source).splitlines() == ["Head", "text bold", "a", "b", "x", "y", "h, k", "1, 2"]


def test_nothing_is_nothing() -> None:
    assert (parse(""), plain("  \n ")) == ((), "")


def test_japanese_words_stay_whole() -> None:
    assert spans("モデルは**登録**する。") == [Span("モデルは"), Span("登録", strong=True), Span("する。")]


@given(st.lists(PIECES, max_size=25).map("".join))
def test_no_text_is_too_wild_and_no_link_leads_elsewhere(source: str) -> None:
    assert isinstance(plain(source), str)
    assert "href='j" not in repr(parse(source))
    assert all(
        part.startswith("https://") for part in repr(parse(source)).split("href='")[1:] if part[0] != "'"
    )
