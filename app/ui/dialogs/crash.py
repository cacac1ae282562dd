"""What is shown for a mistake of ours: it can be copied, and the attempt is safe."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from app.ui.widgets.parts import button, column, label, row


class Crash(QDialog):
    """Says that something went wrong inside, with details to copy."""

    def __init__(self, parent: QWidget | None, details: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong"))
        self._details = QPlainTextEdit(details)
        self._details.setReadOnly(True)
        self._details.setProperty("look", "code")
        self._details.setAccessibleName(self.tr("Details"))
        copy, close = button("", "crash-copy"), button("primary", "crash-close")
        copy.setText(self.tr("Copy the details"))
        close.setText(self.tr("Close"))
        copy.clicked.connect(self._on_copy)
        close.clicked.connect(self.accept)
        title = label("section-title", text=self.tr("Something went wrong"))
        text = label(
            "body",
            "muted",
            self.tr(
                "This is a mistake in Rehearsal. Every answer that was shown as given is saved; "
                "you can go on, or start again and resume."
            ),
        )
        self.setLayout(column(title, text, self._details, row(1, copy, close), spacing=16, margins=28))
        self.resize(640, 420)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())
