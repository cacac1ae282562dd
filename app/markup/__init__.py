"""Markdown of the bank → blocks that a window or a document can draw. Used by ui and reports alike."""

from app.markup.blocks import Block, Code, Image, Listing, Paragraph, Span, Table
from app.markup.parse import parse, plain

__all__ = ["Block", "Code", "Image", "Listing", "Paragraph", "Span", "Table", "parse", "plain"]
