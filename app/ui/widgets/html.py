"""Spans and blocks → the subset of HTML that Qt's rich text understands."""

from __future__ import annotations

import re
from html import escape

from app.markup import Block, Code, Image, Listing, Paragraph, Span, Table
from app.ui.theme import Theme
from app.ui.theme.values import CODE_FAMILIES

_BEFORE_PERCENT = re.compile(r"(?<=\d) (?=[%％])")
"""The space of “30 %”, where no line may break. One character for another: places in the text stay."""


def spans_html(spans: tuple[Span, ...], theme: Theme) -> str:
    """Running text as HTML; everything the bank wrote is escaped."""
    return "".join(_span(span, theme) for span in spans)


def _span(span: Span, theme: Theme) -> str:
    text = escape(span.text).replace("\n", "<br>")
    if not span.code:
        text = _BEFORE_PERCENT.sub("\u00a0", text)
    if span.code:
        style = f"font-family: {_families()}; background-color: {theme.colours.sunken};"
        text = f'<span style="{style}">{text}</span>'
    if span.strong:
        text = f"<b>{text}</b>"
    if span.emphasis:
        text = f"<i>{text}</i>"
    if span.href:
        text = f'<a href="{escape(span.href)}" style="color: {theme.colours.accent};">{text}</a>'
    return text


def _families() -> str:
    return ", ".join(f"'{family}'" for family in CODE_FAMILIES)


def paragraph_html(spans: tuple[Span, ...], theme: Theme) -> str:
    """A paragraph with the theme's line height."""
    return f'<p style="margin: 0; line-height: {theme.line_percent}%;">{spans_html(spans, theme)}</p>'


def block_html(block: Block, theme: Theme) -> str:
    """A block other than code as HTML; code inside a list becomes lines."""
    match block:
        case Paragraph(spans=spans, heading=heading):
            inner = paragraph_html(spans, theme)
            return f"<b>{inner}</b>" if heading else inner
        case Listing(ordered=ordered, entries=entries):
            tag = "ol" if ordered else "ul"
            rows = "".join(
                f"<li>{''.join(block_html(inner, theme) for inner in entry)}</li>" for entry in entries
            )
            return f'<{tag} style="margin-left: {theme.px(26)}px; -qt-list-indent: 0;">{rows}</{tag}>'
        case Table(rows=rows_of):
            return _table(rows_of, theme)
        case Code(text=text):
            return f'<pre style="font-family: {_families()}; margin: 4px 0;">{escape(text)}</pre>'
        case Image(alt=alt):
            return paragraph_html((Span(f"[{alt}]", emphasis=True),), theme)


def _table(rows: tuple[tuple[tuple[Span, ...], ...], ...], theme: Theme) -> str:
    line = f"border: 1px solid {theme.colours.control}; padding: {theme.px(6)}px {theme.px(12)}px;"
    styles = {"th": f"{line} background-color: {theme.colours.sunken};", "td": line}
    made = []
    for number, cells in enumerate(rows):
        tag = "td" if number else "th"
        inner = (
            f'<{tag} align="left" style="{styles[tag]}">{spans_html(cell, theme)}</{tag}>' for cell in cells
        )
        made.append(f"<tr>{''.join(inner)}</tr>")
    return f'<table cellspacing="0" style="border-collapse: collapse;">{"".join(made)}</table>'
