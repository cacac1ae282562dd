"""All mock exams that were finished, to be opened again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLayout, QWidget

from app.services.home import Home
from app.ui.i18n import interface_language
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.history_table import HistoryTable
from app.ui.widgets.parts import Screen, button, centred, column, frame, holder, label, row


class HistoryPage(Screen):
    """Signals: `open_requested` (attempt id); `left` to go back to the start."""

    open_requested = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._home: Home | None = None
        self._title = label("page-title", wrap=False)
        self._caption = QLabel()
        self.exam = QComboBox()
        self.back = button("", "history-back")
        self.table = HistoryTable()
        self._count = label("secondary", "muted")
        self._empty_title, self._empty = label("card-title"), label("body", "muted")
        self._build()
        self.back.clicked.connect(self.left)
        self.exam.currentIndexChanged.connect(self._show)
        self.table.open_requested.connect(self.open_requested)
        self.retranslate()

    def _build(self) -> None:
        self._caption.setProperty("look", "caption")
        self._caption.setProperty("tone", "muted")
        self._caption.setBuddy(self.exam)
        self.exam.setObjectName("history-exam")
        exam = holder(row(self._caption, self.exam, spacing=8))
        head = holder(FlowRow(self._title, 1, exam, self.back))
        self.exam.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._card = frame("card")
        inside = column(self.table, margins=(16, 8, 16, 12))
        inside.setSizeConstraint(QLayout.SizeConstraint.SetMaximumSize)  # no higher than its rows
        self._card.setLayout(inside)
        self._nothing = frame("card")
        self._nothing.setLayout(column(self._empty_title, self._empty, spacing=8, margins=28))
        inner = QWidget()
        parts = (head, self._count, self._card, self._nothing)
        self._column = column(*parts, 1, spacing=16, margins=(48, 32, 48, 32))
        self._column.setStretchFactor(self._card, 1000)
        inner.setLayout(self._column)
        self.setLayout(column(centred(inner, 1280)))

    def retranslate(self) -> None:
        """Set the words; the filter keeps what was chosen."""
        self._title.setText(self.tr("All mock exams"))
        self._caption.setText(self.tr("&Exam"))
        self.exam.setAccessibleName(self.tr("Exam"))
        self.back.setText(self.tr("&Back to the start"))
        self.table.setAccessibleName(self.tr("All mock exams"))
        self._empty_title.setText(self.tr("Nothing here yet"))
        self._empty.setText(
            self.tr("Every mock exam that you finish is kept here, with its score and every answer.")
        )
        if self._home is not None:
            self.show_history(self._home)

    def show_history(self, home: Home) -> None:
        """Show every attempt that counts; the filter keeps what was chosen."""
        self._home = home
        chosen = self.exam.currentData()
        self.exam.blockSignals(True)  # noqa: FBT003
        self.exam.clear()
        self.exam.addItem(self.tr("All exams"), "")
        for card in home.cards:
            exam = card.summary.exam
            self.exam.addItem(exam.title.get(interface_language()), exam.id)
        self.exam.setCurrentIndex(max(0, self.exam.findData(chosen)))
        self.exam.blockSignals(False)  # noqa: FBT003
        self._show()

    def focus_first(self) -> None:
        """The keyboard begins in the list, or where one leaves an empty one."""
        (self.table if self.table.isVisibleTo(self) else self.back).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Share the width out anew for another text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._home is not None:
            self.table.fit()

    def _show(self) -> None:
        if self._home is None:
            return
        wanted = self.exam.currentData()
        heads = tuple(head for head in self._home.attempts if wanted in {"", head.exam})
        exams = {card.summary.exam.id: card.summary.exam for card in self._home.cards}
        self.table.show_heads(heads, {str(name): exam for name, exam in exams.items()})
        self._card.setVisible(bool(heads))
        self._nothing.setVisible(not heads)
        self._count.setVisible(bool(heads))
        self._count.setText(self.tr("%n mock exam(s). A click, or Enter, opens the result.", "", len(heads)))
