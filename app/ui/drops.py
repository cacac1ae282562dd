"""Packed banks dropped on the start page: a hint while they are dragged, the files when they are let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from app.core.packages import SUFFIX
from app.ui.pages.home import HomePage
from app.ui.theme import active
from app.ui.widgets.parts import column, label

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from app.ui.main_window import MainWindow


class Drops(QObject):
    """Watches what is dragged over the window. Signals: `dropped` (path), for each file.

    Other files, and other pages than the start, take nothing: the pointer says so.
    """

    dropped = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._hint: DropHint | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take part in dragging and dropping; everything else goes its way."""
        match event.type():
            case QEvent.Type.DragEnter | QEvent.Type.DragMove:
                return self._over(event)
            case QEvent.Type.DragLeave:
                self._show_hint(on=False)
            case QEvent.Type.Drop:
                return self._drop(event)
        return False

    def _over(self, event: QEvent) -> bool:
        assert isinstance(event, QDropEvent)
        wanted = bool(packages_in(event.mimeData())) and self._welcome
        self._show_hint(on=wanted)
        if wanted:
            event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(wanted)
        return True

    def _drop(self, event: QEvent) -> bool:
        assert isinstance(event, QDropEvent)
        self._show_hint(on=False)
        paths = packages_in(event.mimeData()) if self._welcome else []
        if paths:
            event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(bool(paths))
        for path in paths:
            self.dropped.emit(path)
        return True

    @property
    def _welcome(self) -> bool:
        return isinstance(self._window.shown, HomePage) and QApplication.activeModalWidget() is None

    def _show_hint(self, *, on: bool) -> None:
        if on and self._hint is None:
            self._hint = DropHint(self._window)
        elif not on and self._hint is not None:
            self._hint.hide()
            self._hint.deleteLater()
            self._hint = None


def packages_in(data: QMimeData) -> list[str]:
    """The local files with the ending of a packed bank."""
    paths = (url.toLocalFile() for url in data.urls() if url.isLocalFile())
    return [path for path in paths if path.lower().endswith(SUFFIX)]


class DropHint(QWidget):
    """Covers the window while a package is over it, and says what letting go would do."""

    INSET, RADIUS = 28, 16

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("drop-hint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        title = label("page-title", "accent", self.tr("Drop the question bank here"))
        words = label("body", "muted", self.tr("You see what is in it before anything is installed."))
        for part in (title, words):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setLayout(column(1, title, words, 1, spacing=8, margins=2 * self.INSET))
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Over the page, a field with a dashed line says where to let go."""
        colours, painter = active().colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(colours.ground)
        veil.setAlphaF(0.94)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(QColor(colours.accent), 2, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(colours.chosen))
        inset = self.INSET
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), self.RADIUS, self.RADIUS
        )
