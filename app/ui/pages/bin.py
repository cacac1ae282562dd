"""The bin: mock exams that were deleted, each to be put back for a while."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.history import Binned
from app.services.history import BIN_DAYS
from app.services.home import share
from app.ui.formats import listed, percent, when
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.layout_items import clear
from app.ui.widgets.parts import Screen, button, centred, column, frame, holder, label, scrolled


class BinPage(Screen):
    """Signals: `restore_requested` (attempt id), `left`."""

    restore_requested = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._binned: tuple[Binned, ...] = ()
        self._titles: dict[str, str] = {}
        self._title = label("page-title", wrap=False)
        self._words = label("body", "muted")
        self.back = button("", "bin-back")
        self.back.clicked.connect(self.left)
        self._rows: QVBoxLayout = column(spacing=12)
        inner = QWidget()
        head = holder(FlowRow(self._title, 1, self.back))
        inner.setLayout(
            column(head, self._words, holder(self._rows), 1, spacing=16, margins=(48, 32, 48, 32))
        )
        self.setLayout(column(scrolled(centred(inner, 1000))))
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("Bin"))
        self.back.setText(self.tr("&Back to the list"))
        self.show_binned(self._binned, self._titles)

    def show_binned(self, binned: tuple[Binned, ...], titles: dict[str, str]) -> None:
        """Show what lies in the bin; `titles` are those of the exams by id."""
        self._binned, self._titles = binned, titles
        clear(self._rows)
        for one in binned:
            self._rows.addWidget(self._row(one))
        self._words.setText(
            self.tr(
                "What is deleted can be put back for %n day(s); then it is removed for good, and its "
                "questions count as never met.",
                "",
                BIN_DAYS,
            )
            if binned
            else self.tr("The bin is empty.")
        )

    def let_go(self) -> None:
        """Keep no rows: there are five parts to each."""
        self.show_binned((), {})

    def focus_first(self) -> None:
        """The keyboard begins where one leaves."""
        self.back.setFocus()

    def _row(self, one: Binned) -> QWidget:
        head = one.head
        card = frame("card")
        score = self.tr("{share}, {correct} of {count}").format(
            share=percent(share(head)), correct=head.correct or 0, count=head.questions
        )
        words = listed((when(head.started_ms), self._titles.get(head.exam, head.exam), score))
        restore = button("", f"restore-{head.id}")
        restore.setText(self.tr("Put back"))
        restore.setAccessibleName(self.tr("Put back: {attempt}").format(attempt=words))
        restore.clicked.connect(partial(self.restore_requested.emit, str(head.id)))
        deleted = self.tr("deleted on {when}").format(when=when(one.binned_ms))
        said = column(label("body", text=words), label("secondary", "muted", deleted), spacing=2)
        card.setLayout(column(said, holder(FlowRow(restore)), spacing=10, margins=(20, 14, 20, 14)))
        return card
