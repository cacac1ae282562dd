"""Parse Markdown (CommonMark with tables) with markdown-it; raw HTML stays plain text."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from app.markup.blocks import Block, Code, Image, Listing, Paragraph, Span, Table

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

SVG = "data:image/svg+xml"
"""What begins an address that holds an SVG picture itself; the parser knows pixel pictures alone."""


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    usual = parser.validateLink
    # A link to such an address is dropped below all the same: only https survives as one.
    parser.validateLink = lambda url: url.startswith(SVG) or usual(url)  # type: ignore[method-assign]
    return parser


@lru_cache(maxsize=512)
def parse(source: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text. Raw HTML, and an image in running text, come out as words."""
    from markdown_it.tree import SyntaxTreeNode

    return _blocks(SyntaxTreeNode(_parser().parse(source)).children)


def plain(source: str) -> str:
    """The words of a text without markup, for names and announcements; blocks are lines."""
    return "\n".join(line for block in parse(source) for line in _lines(block))


def _lines(block: Block) -> list[str]:
    match block:
        case Paragraph(spans=spans):
            return ["".join(span.text for span in spans)]
        case Code(text=text):
            return text.splitlines()
        case Listing(entries=entries):
            return [line for entry in entries for inner in entry for line in _lines(inner)]
        case Table(rows=rows):
            return [", ".join("".join(s.text for s in cell) for cell in row) for row in rows]
        case Image(alt=alt):
            return [alt]


def _blocks(nodes: list[SyntaxTreeNode]) -> tuple[Block, ...]:
    return tuple(block for node in nodes for block in _block(node))


def _block(node: SyntaxTreeNode) -> tuple[Block, ...]:
    match node.type:
        case "fence" | "code_block":
            return (Code(node.content.rstrip("\n"), node.info.split()[0] if node.info.split() else ""),)
        case "bullet_list" | "ordered_list":
            entries = tuple(_blocks(entry.children) for entry in node.children)
            return (Listing(node.type == "ordered_list", entries),)
        case "table":
            return (Table(_rows(node)),)
        case "heading":
            return (Paragraph(_spans(node.children), heading=int(node.tag[1:])),)
        case "paragraph":
            return _images(node) or (Paragraph(_spans(node.children)),)
        case "html_block":
            return (Paragraph((Span(node.content.strip()),)),)
        case _:
            return _blocks(node.children)


def _images(paragraph: SyntaxTreeNode) -> tuple[Image, ...]:
    """The images of a paragraph that holds nothing else; none of another one."""
    parts = [part for inline in paragraph.children for part in inline.children if part.type != "softbreak"]
    if any(part.type != "image" for part in parts):
        return ()
    return tuple(
        Image("".join(span.text for span in _spans(part.children)), str(part.attrs.get("src", "")))
        for part in parts
    )


def _rows(table: SyntaxTreeNode) -> tuple[tuple[tuple[Span, ...], ...], ...]:
    rows = [row for part in table.children for row in part.children]
    return tuple(tuple(_spans(cell.children) for cell in row.children) for row in rows)


def _spans(nodes: list[SyntaxTreeNode], style: Span | None = None) -> tuple[Span, ...]:
    kept = (node for at, node in enumerate(nodes) if not _joins_japanese(nodes, at))
    return tuple(span for node in kept for span in _span(node, style or Span("")))


def _joins_japanese(nodes: list[SyntaxTreeNode], at: int) -> bool:
    """Whether a line break stands between two characters that take no space between them."""
    if nodes[at].type != "softbreak" or not 0 < at < len(nodes) - 1:
        return False
    around = nodes[at - 1].content[-1:] + nodes[at + 1].content[:1]
    return len(around) == 2 and all(unicodedata.east_asian_width(letter) in "WF" for letter in around)


def _span(node: SyntaxTreeNode, style: Span) -> tuple[Span, ...]:
    def styled(text: str, *, code: bool = False) -> tuple[Span, ...]:
        return (replace(style, text=text, code=code or style.code),)

    match node.type:
        case "inline":
            return _spans(node.children, style)
        case "softbreak":
            return styled(" ")
        case "hardbreak":
            return styled("\n")
        case "code_inline":
            return styled(node.content, code=True)
        case "strong":
            return _spans(node.children, replace(style, strong=True))
        case "em":
            return _spans(node.children, replace(style, emphasis=True))
        case "link":
            href = str(node.attrs.get("href", ""))
            safe = href if href.startswith("https://") else ""
            return _spans(node.children, replace(style, href=safe))
        case "image":
            return _spans(node.children, style)
        case _:
            return styled(node.content) if not node.children else _spans(node.children, style)
