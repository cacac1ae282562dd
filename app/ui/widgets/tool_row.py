"""A row of tools that breaks into two lines at most; what is longer is one line that scrolls sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.ui.widgets.flow_row import FlowRow

MOST_LINES = 2
BAR = 12
"""The height of the scroll bar, in px; see the style sheet."""


class ToolRow(QScrollArea):
    """As high as its lines. Tab brings what it reaches into sight."""

    def __init__(self, layout: FlowRow) -> None:
        super().__init__()
        self._flow = layout
        self._inner = QWidget()
        self._inner.setProperty("look", "scrolled")
        self._inner.setLayout(layout)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._inner)
        self._inner.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        """It gives way to any width."""
        return QSize(80, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break anew."""
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A word became longer, a tool came or went."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return False

    def _arrange(self) -> None:
        hint, high = self._flow.sizeHint(), self._flow.heightForWidth(self.width())
        fits = high <= MOST_LINES * hint.height()
        size = QSize(self.width(), high) if fits else hint
        self._inner.resize(size)
        self.setFixedHeight(size.height() + (0 if fits else BAR))
