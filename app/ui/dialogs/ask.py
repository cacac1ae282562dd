"""A question over the window, with No as its default."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QWidget

from app.ui.double_click import watch
from app.ui.theme import active
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.parts import button, column, holder, label


class Backdrop(QWidget):
    """Dims the window under a question."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(window.rect())
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Half black."""
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, 110))


class Sheet(QDialog):
    """A frameless, window-modal dialog in the middle of its window; Esc leaves it.

    `width` is in px at 100 %.
    """

    def __init__(self, window: QWidget, width: int = 520) -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("sheet")
        self._backdrop: Backdrop | None = None
        self._width = width
        self._over = window
        self.finished.connect(self._lift)

    def present(self) -> None:
        """Show the sheet over its window without waiting for it."""
        window = self._over
        self._backdrop = Backdrop(window)
        wide = min(active().px(self._width), window.width() - 32)
        self.setFixedWidth(wide)
        self.open()
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.resize(wide, layout.totalHeightForWidth(wide))
        else:
            self.adjustSize()
        corner = window.mapToGlobal(window.rect().center()) - self.rect().center()
        self.move(corner)
        for meant in (self, window):  # the window may have been shown a moment ago
            watch(meant)

    # Connected to buttons: of each connection to a method of Qt's own, PySide keeps a string for good.
    def accept(self) -> None:
        """Yes."""
        super().accept()

    def reject(self) -> None:
        """No."""
        super().reject()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline around the sheet."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QColor(active().colours.control))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def event(self, event: QEvent) -> bool:
        """The backdrop goes with the sheet, however that goes."""
        if event.type() in {QEvent.Type.Close, QEvent.Type.Hide}:
            self._lift()
        return super().event(event)

    def _lift(self) -> None:
        if self._backdrop is not None:
            self._backdrop.hide()
            self._backdrop.deleteLater()
            self._backdrop = None


_MAY_PRESS = QEvent.Type.ShortcutOverride
"""Comes before a key presses the button that shows its letter; nothing is pressed where it is accepted."""


class Ask(Sheet):
    """Asks yes or no. Signals: `confirmed` for yes; no, Esc and Enter change nothing."""

    confirmed = Signal()

    def __init__(
        self, window: QWidget, title: str, text: str, yes: str, no: str = "", *, danger: bool = False
    ) -> None:
        super().__init__(window)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._words = label("body", "muted")
        self.set_text(text)
        self.no = button("primary", "ask-no")
        self.no.setText(no or self.tr("&No"))
        self.no.setDefault(True)
        self.yes = button("danger" if danger else "", "ask-yes")
        self.yes.setText(yes)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self.reject)
        buttons = holder(FlowRow(1, self.yes, self.no))
        self.setLayout(
            column(
                label("section-title", text=title),
                self._words,
                buttons,
                spacing=20,
                margins=28,
            )
        )
        self.no.setFocus()

    def event(self, event: QEvent) -> bool:
        """A key that is held down asks for one thing: it does not answer the question that it has led to."""
        if isinstance(event, QKeyEvent) and event.isAutoRepeat() and event.type() is _MAY_PRESS:
            event.accept()
            return True
        return super().event(event)

    def set_text(self, text: str) -> None:
        """What is asked about has changed meanwhile."""
        if text != self._words.text():
            self._words.setText(text)
            self.setAccessibleDescription(text)

    def _on_yes(self) -> None:
        self.accept()
        self.confirmed.emit()


def question(window: QWidget, title: str, text: str, yes: str, no: str = "") -> Ask:
    """Ask over a window without waiting; what follows yes is connected to `confirmed`."""
    ask = Ask(window, title, text, yes, no)
    ask.present()
    return ask


class Tell(Sheet):
    """Says something that has to be read. Signals: `finished` when it has been."""

    def __init__(self, window: QWidget, title: str, text: str, close: str) -> None:
        super().__init__(window)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.close_button = button("primary", "tell-close")
        self.close_button.setText(close)
        self.close_button.clicked.connect(self.accept)
        self.setLayout(
            column(
                label("section-title", text=title),
                label("body", "muted", text),
                holder(FlowRow(1, self.close_button)),
                spacing=20,
                margins=28,
            )
        )
        self.close_button.setFocus()
