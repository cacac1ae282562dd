"""A strip over the page for warnings and troubles; it never takes the focus."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.ui.widgets.parts import button, column, label, repolish, row

NOTICE_MS = 20_000
"""How long a warning stays."""


class NoticeBar(QFrame):
    """Shows one sentence. `shown_for_ms` of 0 keeps it until it is dismissed.

    Signals: `dismissed`.
    """

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._label = label("strong")
        self._close = button("link", "notice-close")
        self._close.clicked.connect(self.dismiss)
        self.setLayout(row(self._label, self._close, margins=(16, 6, 8, 6)))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._label.text()

    def say(self, sentence: str, look: str, shown_for_ms: int = 0) -> None:
        """Show a sentence in the look "warning" or "trouble"."""
        self.setProperty("look", look)
        repolish(self)
        self._label.setText(sentence)
        self._close.setText(self.tr("Dismiss"))
        self.setAccessibleName(sentence)
        self.show()
        if shown_for_ms:
            self._timer.start(shown_for_ms)
        else:
            self._timer.stop()

    def dismiss(self) -> None:
        """Hide the strip."""
        self._timer.stop()
        self.hide()
        self.dismissed.emit()


class NoticeStrip(QWidget):
    """The notice bar with its margins over a page of the exam; takes no room while nothing is said."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = NoticeBar()
        self.setLayout(column(self.bar, margins=(32, 8, 32, 0)))
        self.bar.dismissed.connect(self.hide)
        self.hide()

    def warn(self, sentence: str) -> None:
        """Show a warning of the clock; it takes no focus and goes by itself."""
        self.show()
        self.bar.say(sentence, "warning", NOTICE_MS)

    def tell(self, sentence: str) -> None:
        """Show something that has to be read: it stays until it is dismissed."""
        self.show()
        self.bar.say(sentence, "warning")

    def trouble(self, sentence: str) -> None:
        """Show that something could not be saved; it stays until it is dismissed."""
        self.show()
        self.bar.say(sentence, "trouble")
