"""What is shown for a mistake of ours: it can be copied, and the attempt is safe."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from app.ui.dialogs.fitting import lay_out
from app.ui.double_click import watch
from app.ui.theme import active
from app.ui.theme.fonts import code_font
from app.ui.theme.values import CAPTION
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.parts import button, holder, label

WIDE, DETAILS, AROUND = 640, 180, 64
"""Widths and heights in px at 100 %: of the dialog, of its details, and what stays free on the screen."""


class Crash(QDialog):
    """Says that something went wrong inside, with details to copy. Signals: `again` (start anew)."""

    again = Signal()

    def __init__(self, parent: QWidget | None, details: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong"))
        self._details = QPlainTextEdit(details)
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setProperty("look", "code")
        self._details.setFont(code_font(active().px(CAPTION)))
        self._details.setAccessibleName(self.tr("Details"))
        copy, close = button("", "crash-copy"), button("", "crash-close")
        again = button("primary", "crash-again")
        copy.setText(self.tr("&Copy the details"))
        close.setText(self.tr("&Go on"))
        again.setText(self.tr("&Start again"))
        copy.clicked.connect(self._on_copy)
        again.clicked.connect(self._on_again)
        close.clicked.connect(self.accept)
        text = label(
            "body",
            "muted",
            self.tr(
                "This is a mistake in Rehearsal. Your answers are saved, unless the exam says “Not saved”. "
                "Go on if everything looks right; otherwise start again: an exam that is under way is "
                "resumed at once."
            ),
        )
        self._details.setMinimumHeight(active().px(DETAILS))
        screen = (parent or self).screen().availableSize()
        width = min(active().px(WIDE), screen.width() - AROUND)
        foot = holder(FlowRow(1, copy, close, again))
        self.resize(width, lay_out(self, width, screen.height() - AROUND, [text, self._details], foot))

    def showEvent(self, event: QShowEvent) -> None:
        """It comes over whatever somebody is clicking on, and they go on there."""
        super().showEvent(event)
        watch(self)

    def add(self, details: str) -> None:
        """Something else went wrong meanwhile; what came first stays in sight."""
        bar = self._details.verticalScrollBar()
        place = bar.value()
        self._details.appendPlainText(f"\n{details}")
        bar.setValue(place)

    def _on_again(self) -> None:
        self.accept()  # so that nothing lies over what may have to be asked
        self.again.emit()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())
