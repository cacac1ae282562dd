"""From a result, or a history, to paper: documents are made, shown, printed, saved and opened here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, QUrl, Signal

from app.services.ports import Documents, Page, Step
from app.ui.i18n import interface_language
from app.ui.pages.document import DocumentPage, Kind

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from app.core.picking import Filter
    from app.core.progress import Progress
    from app.core.scoring import Result
    from app.ui.bridge import Bridge
    from app.ui.dialogs.working import Working
    from app.ui.main_window import MainWindow

Make = Callable[[Documents, Step], bytes]


class PaperDesk(QObject):
    """Signals: `left` when the document is left, `told` (title, text) when something has to be read.

    `choose_file` asks for the file to save to (title, suggestion; empty: none), `choose_printer` hands a
    printer to what prints, `open_file` shows a file in the system's viewer: tests put theirs in place.
    """

    left = Signal()
    told = Signal(str, str)

    def __init__(self, window: MainWindow, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._bridge = window, bridge
        self._result: Result | None = None
        self._attempt = ""
        self._progress: Progress | None = None
        self._pdf = b""
        self._paper: Page = usual_paper()
        self.choose_file: Callable[[str, str], str] = lambda _title, _suggestion: ""
        self.choose_printer: Callable[[Callable[[QPrinter], None]], None] = self._ask_for_printer
        self.open_file: Callable[[Path], bool] = _open_file
        self._page = window.page(DocumentPage, self._wire)
        window.closed.connect(self._page.view.clear)

    def _wire(self, page: DocumentPage) -> None:
        page.left.connect(self.left)
        page.changed.connect(self._show)
        page.print_requested.connect(self._on_print)
        page.save_requested.connect(self._on_save)
        page.open_requested.connect(self._on_open)

    def show_result(self, attempt: str, result: Result, kind: Kind = Kind.SCORE) -> None:
        """Show a document of an attempt."""
        self._attempt, self._result, self._progress = attempt, result, None
        self._begin(kind)

    def show_progress(self, progress: Progress) -> None:
        """Show the progress report."""
        self._progress, self._result = progress, None
        self._begin(Kind.PROGRESS)

    def _begin(self, kind: Kind) -> None:
        self._page.choose(kind, self._paper)
        if self._show():
            self._window.show_page(self._page)

    def _show(self) -> bool:
        """Make what is chosen and show it; False when that was stopped or did not work."""
        self._paper = self._page.paper.currentData()
        title = self.tr("The document is being made")
        pdf = self._worked(title, lambda step: self._bridge.document(self._make, step))
        if pdf is None:
            return False
        self._pdf = pdf
        self._page.show_sheets(self._bridge.services.viewer.open(pdf))
        return True

    def _make(self, documents: Documents, step: Step) -> bytes:
        from app.core.ids import AttemptId

        language, paper = interface_language(), self._paper
        if self._result is None:
            assert self._progress is not None
            return documents.progress_report(self._progress, language, paper, step)
        attempt = AttemptId(self._attempt)
        if self._page.kind.currentData() == Kind.REVIEW:
            wanted: Filter = self._page.filter.currentData()
            return documents.answer_review(self._result, attempt, language, wanted, paper, step)
        return documents.score_report(self._result, attempt, language, paper, step)

    def _worked(self, title: str, work: Callable[[Step], bytes | None]) -> bytes | None:
        """Do something long under a sheet that can stop it."""
        sheet = self._working(title)
        try:
            return work(sheet.step)
        finally:
            sheet.done_with()

    def _working(self, title: str) -> Working:
        from app.ui.dialogs.working import Working

        return Working(self._window, title, self.tr("&Stop"))

    # Print, save, open ----------------------------------------------------------------------

    def _on_print(self) -> None:
        self.choose_printer(self.print_on)

    def _ask_for_printer(self, use: Callable[[QPrinter], None]) -> None:
        """The system's dialog, on the paper that is shown."""
        from PySide6.QtGui import QPageSize
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        letter = self._paper == "letter"
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4))
        printer.setDocName(self._name())
        dialog = QPrintDialog(printer, self._window)
        dialog.accepted.connect(lambda: use(printer))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def print_on(self, printer: QPrinter) -> None:
        """Print the document that is shown on a printer, the pages that were asked for."""
        from app.services.ports import Cancelled
        from app.ui import printing

        sheets = self._bridge.services.viewer.open(self._pdf)
        working = self._working(self.tr("The document is being printed"))
        printed = True
        try:
            printed = printing.put_on(printer, sheets, working.step)
        except Cancelled:
            printer.abort()
        finally:
            working.done_with()
            sheets.close()
        if not printed:
            name = printer.outputFileName() or printer.printerName() or self.tr("The printer")
            self.told.emit(
                self.tr("The document could not be printed"),
                self.tr(
                    "{printer} took no pages, or not all of them. See whether it is switched on and "
                    "connected, and whether the disk has room; or save the document as a PDF file and "
                    "print that."
                ).format(printer=name),
            )

    def _on_save(self) -> None:
        folder = Path.home() / "Documents"
        suggestion = (folder if folder.is_dir() else Path.home()) / self._name()
        chosen = self.choose_file(self.tr("Save the document"), str(suggestion))
        if chosen:
            path = Path(chosen)
            path = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
            if self._bridge.save(path, self._pdf):
                self.told.emit(self.tr("The document is saved"), str(path))

    def _on_open(self) -> None:
        """A copy in the data folder is what the system's viewer gets."""
        path = self._bridge.services.folder / "documents" / self._name()
        if self._bridge.save(path, self._pdf) and not self.open_file(path):
            self.told.emit(self.tr("No program could be started that shows PDF files"), str(path))

    def _name(self) -> str:
        """The file's name, the same in every language: the form of the attempt and what it is."""
        kind = str(self._page.kind.currentData())
        return f"{kind}.pdf" if self._result is None else f"{self._result.paper.form}-{kind}.pdf"


def usual_paper() -> Page:
    """Letter where inches are used, A4 in the rest of the world."""
    metric = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.MetricSystem
    return "a4" if metric else "letter"


def _open_file(path: Path) -> bool:
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
