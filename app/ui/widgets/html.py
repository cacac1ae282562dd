"""Spans and blocks → the subset of HTML that Qt's rich text understands."""

from __future__ import annotations

from html import escape

from app.markup import Block, Code, Listing, Paragraph, Span, Table
from app.ui.theme import Theme
from app.ui.theme.values import CODE_FAMILIES


def spans_html(spans: tuple[Span, ...], theme: Theme) -> str:
    """Running text as HTML; everything the bank wrote is escaped."""
    return "".join(_span(span, theme) for span in spans)


def _span(span: Span, theme: Theme) -> str:
    text = escape(span.text).replace("\n", "<br>")
    if span.code:
        families = ", ".join(f"'{family}'" for family in CODE_FAMILIES)
        text = (
            f'<span style="font-family: {families}; background-color: {theme.colours.sunken};">{text}</span>'
        )
    if span.strong:
        text = f"<b>{text}</b>"
    if span.emphasis:
        text = f"<i>{text}</i>"
    if span.href:
        text = f'<a href="{escape(span.href)}" style="color: {theme.colours.accent};">{text}</a>'
    return text


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
            return f'<{tag} style="margin-left: 20px; -qt-list-indent: 0;">{rows}</{tag}>'
        case Table(rows=rows_of):
            return _table(rows_of, theme)
        case Code(text=text):
            return f"<pre>{escape(text)}</pre>"


def _table(rows: tuple[tuple[tuple[Span, ...], ...], ...], theme: Theme) -> str:
    edge = theme.colours.control
    made = []
    for number, cells in enumerate(rows):
        tag = "th" if number == 0 else "td"
        made.append(
            "<tr>"
            + "".join(f'<{tag} align="left">{spans_html(cell, theme)}</{tag}>' for cell in cells)
            + "</tr>"
        )
    style = f"border-collapse: collapse; border-color: {edge};"
    return f'<table border="1" cellspacing="0" cellpadding="7" style="{style}">{"".join(made)}</table>'
