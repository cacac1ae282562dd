"""The pages of a PDF as pictures, for preview and printing. pypdfium2 is imported with the first document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.ports import Picture

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument


class Sheets:
    """An open document; see the port."""

    def __init__(self, document: PdfDocument) -> None:
        self._document = document

    def __len__(self) -> int:
        """How many pages it has."""
        return len(self._document)

    def size(self, page: int) -> tuple[float, float]:
        """Width and height of a page (from 0) in points."""
        width, height = self._document.get_page_size(page)
        return float(width), float(height)

    def picture(self, page: int, width: int) -> Picture:
        """A page (from 0), so many pixels wide."""
        opened = self._document[page]
        bitmap = opened.render(scale=width / opened.get_width(), prefer_bgrx=True, optimize_mode=None)
        made = Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        bitmap.close()
        opened.close()
        return made

    def words(self, page: int) -> str:
        """The text of a page (from 0)."""
        opened = self._document[page]
        text = opened.get_textpage()
        words = str(text.get_text_bounded())
        text.close()
        opened.close()
        return words

    def close(self) -> None:
        """Free what it holds."""
        self._document.close()


class PdfViewer:
    """Opens documents that were made here."""

    def open(self, pdf: bytes) -> Sheets:
        """The pages of a document."""
        import pypdfium2

        return Sheets(pypdfium2.PdfDocument(pdf))
