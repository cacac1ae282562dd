"""Something that takes a while, told as a share, with a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from app.services.ports import Cancelled
from app.ui.dialogs.ask import Sheet
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.parts import button, column, holder, label

PATIENCE_MS = 300
"""What is done sooner needs no sheet."""


class Working(Sheet):
    """Call `step` with the share that is done; it raises `Cancelled` once somebody wants no more."""

    def __init__(self, window: QWidget, title: str, stop: str, patience_ms: int = PATIENCE_MS) -> None:
        super().__init__(window, 420)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._patience, self._stopped = patience_ms, False
        self._begun = QElapsedTimer()
        self._begun.start()
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setAccessibleName(title)
        self.cancel = button("", "working-cancel")
        self.cancel.setText(stop)
        self.cancel.clicked.connect(self.reject)
        self.rejected.connect(self._on_stop)
        self.setLayout(
            column(
                label("section-title", text=title),
                self.bar,
                holder(FlowRow(1, self.cancel)),
                spacing=20,
                margins=28,
            )
        )

    def step(self, share: float) -> None:
        """So much is done."""
        if self._begun.elapsed() >= self._patience and not self.isVisible() and not self._stopped:
            self.present()
            self.cancel.setFocus()
        if self.isVisible():
            self.bar.setValue(round(share * 100))
            QApplication.processEvents()
        if self._stopped:
            raise Cancelled

    def done_with(self) -> None:
        """It is over, one way or the other."""
        self.rejected.disconnect(self._on_stop)
        self.close()
        self.deleteLater()

    def _on_stop(self) -> None:
        self._stopped = True
