"""A document as it will be printed: chosen above, seen below; to be printed, saved or opened."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from app.core.picking import Filter
from app.services.ports import OpenSheets
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.parts import Screen, button, column, frame, holder, label, row
from app.ui.widgets.sheet_view import SheetView


class Kind(StrEnum):
    """What is made."""

    SCORE = "score"
    REVIEW = "review"
    PROGRESS = "progress"


class DocumentPage(Screen):
    """Signals: `changed` , `print_requested`, `save_requested`, `open_requested`, `left`."""

    changed = Signal()
    print_requested = Signal()
    save_requested = Signal()
    open_requested = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.filter, self.paper = QComboBox(), QComboBox(), QComboBox()
        self._captions = {box: QLabel() for box in (self.kind, self.filter, self.paper)}
        self._title = label("section-title", wrap=False)
        self._pages = label("secondary", "muted", wrap=False)
        self.print = button("primary", "document-print")
        self.save = button("", "document-save")
        self.open = button("", "document-open")
        self.back = button("", "document-back")
        self.view = SheetView()
        self._count = 0
        self._of_attempt = True
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        for name, box in (("kind", self.kind), ("filter", self.filter), ("paper", self.paper)):
            box.setObjectName(f"document-{name}")
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            caption = self._captions[box]
            caption.setProperty("look", "caption")
            caption.setProperty("tone", "muted")
            caption.setBuddy(box)
        for paper in ("a4", "letter"):
            self.paper.addItem("", paper)
        for wanted in Filter:
            self.filter.addItem("", wanted)
        self._boxes = {box: holder(row(self._captions[box], box, spacing=8)) for box in self._captions}
        head = frame("bar")
        above = holder(FlowRow(self._title, self._pages, 1, self.print, self.save, self.open, self.back))
        head.setLayout(
            column(above, holder(FlowRow(*self._boxes.values(), 1)), spacing=10, margins=(32, 10, 32, 10))
        )
        self.setLayout(column(head, frame("rule"), self.view, spacing=0))

    def _connect(self) -> None:
        for box in self._captions:
            box.currentIndexChanged.connect(self._on_changed)
        self.print.clicked.connect(self.print_requested)
        self.save.clicked.connect(self.save_requested)
        self.open.clicked.connect(self.open_requested)
        self.back.clicked.connect(self.left)

    def retranslate(self) -> None:
        """Set the words; what was chosen stays chosen."""
        self._title.setText(self.tr("Documents"))
        self.print.setText(self.tr("&Print…"))
        self.save.setText(self.tr("&Save as PDF…"))
        self.open.setText(self.tr("&Open"))
        self.open.setAccessibleDescription(self.tr("In the system's own viewer"))
        self.back.setText(self.tr("&Back"))
        self._captions[self.kind].setText(self.tr("&Document"))
        self._captions[self.filter].setText(self.tr("&Questions"))
        self._captions[self.paper].setText(self.tr("P&aper"))
        for box, name in (
            (self.kind, self.tr("Document")),
            (self.filter, self.tr("Questions")),
            (self.paper, self.tr("Paper")),
        ):
            box.setAccessibleName(name)
        self.view.setAccessibleName(self.tr("Preview"))
        self._name_papers()
        self._name_filters()
        self._name_kinds()
        self._tell_pages()

    def _name_papers(self) -> None:
        self.paper.setItemText(0, self.tr("A4"))
        self.paper.setItemText(1, self.tr("Letter"))

    def _name_filters(self) -> None:
        words = {
            Filter.ALL: self.tr("all"),
            Filter.WRONG: self.tr("wrong ones"),
            Filter.FLAGGED: self.tr("flagged ones"),
            Filter.COMMENTED: self.tr("those with a comment"),
        }
        for at, wanted in enumerate(Filter):
            self.filter.setItemText(at, words[wanted])

    def _name_kinds(self) -> None:
        words = {
            Kind.SCORE: self.tr("Score report"),
            Kind.REVIEW: self.tr("Answer review"),
            Kind.PROGRESS: self.tr("Progress report"),
        }
        kinds = (Kind.SCORE, Kind.REVIEW) if self._of_attempt else (Kind.PROGRESS,)
        chosen = self.kind.currentData()
        self.kind.blockSignals(True)  # noqa: FBT003
        self.kind.clear()
        for kind in kinds:
            self.kind.addItem(words[kind], kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(chosen)))
        self.kind.blockSignals(False)  # noqa: FBT003
        self._boxes[self.kind].setVisible(len(kinds) > 1)
        self._boxes[self.filter].setVisible(self.kind.currentData() == Kind.REVIEW)

    def choose(self, kind: Kind, paper: str) -> None:
        """Begin with a kind of document on a size of paper; asks for nothing yet."""
        self._of_attempt = kind is not Kind.PROGRESS
        for box in self._captions:
            box.blockSignals(True)  # noqa: FBT003
        self._name_kinds()
        self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))
        self.filter.setCurrentIndex(0)
        self.paper.setCurrentIndex(self.paper.findData(paper))
        for box in self._captions:
            box.blockSignals(False)  # noqa: FBT003
        self._boxes[self.filter].setVisible(kind is Kind.REVIEW)

    def show_sheets(self, sheets: OpenSheets) -> None:
        """Show the document that was asked for."""
        self._count = len(sheets)
        self.view.show_sheets(sheets)
        self._tell_pages()

    def let_go(self) -> None:
        """Close the document."""
        self.view.clear()

    def focus_first(self) -> None:
        """The keyboard begins at what most come for."""
        self.print.setFocus()

    def _tell_pages(self) -> None:
        self._pages.setText(self.tr("%n page(s)", "", self._count) if self._count else "")

    def _on_changed(self) -> None:
        self._boxes[self.filter].setVisible(self.kind.currentData() == Kind.REVIEW)
        self.changed.emit()
