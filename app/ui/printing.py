"""The pages of a document, drawn on a printer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from app.services.ports import OpenSheets, Step
from app.ui.widgets.sheet_view import image_of

PRINT_DPI = 300
"""Finer than this nobody sees, and a page has nine million pixels already."""

_TAIL = 1024
"""Within so many last bytes a whole PDF file has its end mark (ISO 32000-1, annex H.3, note 18)."""


def put_on(printer: QPrinter, sheets: OpenSheets, step: Step) -> bool:
    """Draw each page that was asked for as large as the paper allows; False when the printer failed.

    `step` may raise to stop it.
    """
    first, last = printer.fromPage() or 1, printer.toPage() or len(sheets)
    pages = range(max(1, first), min(last, len(sheets)) + 1)
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        for done, number in enumerate(pages, 1):
            if done > 1 and not printer.newPage():
                return False
            _draw(painter, sheets, number - 1)
            step(done / len(pages))
    finally:
        ended = painter.end()
    return ended and printer.printerState() is not QPrinter.PrinterState.Error and _is_whole(printer)


def _draw(painter: QPainter, sheets: OpenSheets, page: int) -> None:
    room: QRect = painter.viewport()
    width, height = sheets.size(page)
    scale = min(room.width() / width, room.height() / height)
    pixels = min(round(width * scale), round(width / 72 * PRINT_DPI))
    target = QRect(0, 0, round(width * scale), round(height * scale))
    target.moveCenter(room.center())
    painter.drawImage(target, image_of(sheets.picture(page, pixels)))


def _is_whole(printer: QPrinter) -> bool:
    """Whether what was printed into a file is there to its end: Qt does not tell of a full disk."""
    name = printer.outputFileName()
    if not name or printer.outputFormat() is not QPrinter.OutputFormat.PdfFormat:
        return True
    path = Path(name)
    try:
        if not path.is_file():
            return False
        with path.open("rb") as written:
            written.seek(max(0, path.stat().st_size - _TAIL))
            return b"%%EOF" in written.read()
    except OSError:
        return False
