"""Documents in the window: seen before they are printed, saved or opened; long ones can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QLocale, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from app.core.picking import Filter
from app.services.ports import Cancelled, OpenSheets
from app.ui.dialogs.working import Working
from app.ui.pages.document import DocumentPage, Kind
from app.ui.pages.history import HistoryPage
from app.ui.pages.result import ResultPage
from app.ui.paper_desk import PaperDesk, usual_paper
from app.ui.widgets.sheet_view import image_of
from tests.support.guest import Guest


@pytest.fixture
def reader(candidate: Guest) -> Guest:
    """Somebody who looks at the score report of an exam that was just finished."""
    candidate.answer_all()
    candidate.end()
    candidate.click("result-report")
    return candidate


FULL = Path("/dev/full")


def desk(guest: Guest) -> PaperDesk:
    return guest.desktop.flow.papers


def choose(guest: Guest, **wanted: str) -> None:
    page = guest.page(DocumentPage)
    for name, value in wanted.items():
        box = getattr(page, name)
        box.setCurrentIndex(box.findData(value))
    guest.hands.settle()


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_the_score_report_is_seen_first(reader: Guest) -> None:
    page = reader.page(DocumentPage)
    assert page.kind.currentData() == Kind.SCORE
    assert "Above the assumed pass line" in page.view.accessibleDescription()
    shot = page.view.grab().toImage()
    colours = {shot.pixelColor(x, 200).name() for x in range(0, shot.width(), 3)}
    assert "#ffffff" in colours
    assert len(colours) > 3


def test_back_leads_to_the_result(reader: Guest) -> None:
    reader.click("document-back")
    reader.page(ResultPage)


def test_another_document_and_another_paper(reader: Guest) -> None:
    choose(reader, kind=Kind.REVIEW, paper="letter")
    pdf = desk(reader)._pdf
    assert "Question 1" in text_of(pdf)
    assert float(PdfReader(BytesIO(pdf)).pages[0].mediabox.width) == 612


def test_a_review_can_be_of_the_wrong_ones_alone(reader: Guest) -> None:
    page = reader.page(DocumentPage)
    assert not page.filter.isVisible()
    choose(reader, kind=Kind.REVIEW)
    assert page.filter.isVisible()
    choose(reader, filter=Filter.WRONG)
    assert "Only what was wrong" in text_of(desk(reader)._pdf)


def test_it_is_saved_where_it_is_wanted(reader: Guest, tmp_path: Path) -> None:
    desk(reader).choose_file = lambda _title, _suggestion: str(tmp_path / "mine")
    reader.click("document-save")
    assert (tmp_path / "mine.pdf").read_bytes() == desk(reader)._pdf
    assert str(tmp_path / "mine.pdf") in reader.words


def test_no_file_chosen_saves_nothing(reader: Guest, tmp_path: Path) -> None:
    desk(reader).choose_file = lambda _title, _suggestion: ""
    reader.click("document-save")
    assert list(tmp_path.glob("*.pdf")) == []


def test_it_is_opened_from_the_data_folder(reader: Guest) -> None:
    opened: list[Path] = []

    def open_file(path: Path) -> bool:
        opened.append(path)
        return True

    desk(reader).open_file = open_file
    reader.click("document-open")
    (path,) = opened
    assert path.parent == reader.services.folder / "documents"
    assert path.read_bytes() == desk(reader)._pdf


def test_without_a_viewer_it_says_where_the_file_is(reader: Guest) -> None:
    desk(reader).open_file = lambda _path: False
    reader.click("document-open")
    assert "No program could be started" in reader.words


def printer_to(path: Path) -> Callable[[Callable[[QPrinter], None]], None]:
    """A printer that prints into a file."""

    def choose_printer(use: Callable[[QPrinter], None]) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        use(printer)

    return choose_printer


def test_every_page_is_printed(reader: Guest, tmp_path: Path) -> None:
    desk(reader).choose_printer = printer_to(tmp_path / "printed.pdf")
    choose(reader, kind=Kind.REVIEW)
    reader.click("document-print")
    printed, made = PdfReader(tmp_path / "printed.pdf"), PdfReader(BytesIO(desk(reader)._pdf))
    assert len(printed.pages) == len(made.pages) > 1


def test_the_pages_asked_for_are_printed(reader: Guest, tmp_path: Path) -> None:
    choose(reader, kind=Kind.REVIEW)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(2, 2)
    desk(reader).print_on(printer)
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == 1


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
@pytest.mark.parametrize(
    "target",
    [
        "nowhere/printed.pdf",
        pytest.param("/dev/full", marks=pytest.mark.skipif(not FULL.exists(), reason="Linux alone has it")),
    ],
)
def test_a_printer_that_fails_is_told_of(reader: Guest, tmp_path: Path, target: str) -> None:
    desk(reader).choose_printer = printer_to(tmp_path / target)
    reader.click("document-print")
    assert "The document could not be printed" in reader.words
    assert "or not all of them" in reader.words
    reader.click("tell-close")
    reader.page(DocumentPage)


def test_a_printer_that_stops_in_the_middle_is_told_of(
    reader: Guest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(reader, kind=Kind.REVIEW)
    desk(reader).choose_printer = printer_to(tmp_path / "printed.pdf")
    monkeypatch.setattr(QPrinter, "newPage", lambda _printer: False)
    reader.click("document-print")
    assert "The document could not be printed" in reader.words


def test_a_document_that_is_stopped_leaves_what_was_there(
    reader: Guest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_sheet: Working, _share: float) -> None:
        raise Cancelled

    before = desk(reader)._pdf
    monkeypatch.setattr(Working, "step", stop)
    choose(reader, kind=Kind.REVIEW)
    assert desk(reader)._pdf == before
    reader.page(DocumentPage)


def test_work_that_takes_long_is_shown_and_can_be_stopped(guest: Guest) -> None:
    sheet = Working(guest.window, "The document is being made", "Stop", patience_ms=0)
    sheet.step(0.25)
    assert sheet.isVisible()
    assert sheet.bar.value() == 25
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    with pytest.raises(Cancelled):
        sheet.step(0.5)
    sheet.done_with()


def test_short_work_shows_nothing(guest: Guest) -> None:
    sheet = Working(guest.window, "…", "Stop", patience_ms=60_000)
    sheet.step(0.5)
    assert not sheet.isVisible()
    sheet.done_with()


def test_pages_become_pictures_of_their_own_size(reader: Guest) -> None:
    sheets: OpenSheets = reader.services.viewer.open(desk(reader)._pdf)
    width, height = sheets.size(0)
    image = image_of(sheets.picture(0, 300))
    assert (image.width(), abs(image.height() - 300 * height / width) < 2) == (300, True)
    assert "Score report" in sheets.words(0)
    sheets.close()


def test_the_usual_paper_is_one_of_two() -> None:
    metric = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.MetricSystem
    assert usual_paper() == ("a4" if metric else "letter")


def test_the_progress_report_leads_back_to_the_history(reader: Guest) -> None:
    reader.click("document-back", "result-home", "history", "history-progress")
    assert reader.page(DocumentPage).kind.currentData() == Kind.PROGRESS
    assert "1 finished attempts" in text_of(desk(reader)._pdf)
    reader.click("document-back")
    reader.page(HistoryPage)


def test_the_history_leads_to_the_documents_of_an_attempt_and_back(reader: Guest) -> None:
    reader.click("document-back", "result-home", "history", "history-report")
    assert reader.page(DocumentPage).kind.currentData() == Kind.SCORE
    choose(reader, kind=Kind.REVIEW)
    assert "Answer review" in text_of(desk(reader)._pdf)
    reader.click("document-back")
    reader.page(HistoryPage)


def test_what_was_left_takes_part_in_no_later_layout(reader: Guest) -> None:
    reader.click("document-back")
    reader.window.resize(900, 700)
    assert not reader.window.grab().isNull()
