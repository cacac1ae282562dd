"""The pages of a document below each other, each drawn when it comes into sight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from app.services.ports import OpenSheets, Picture
from app.ui.theme import active
from app.ui.widgets.parts import column

WIDTH = 760
"""The width of a page in px at 100 %, where there is room."""

_MOST_KEPT = 6
"""Pages kept as pictures: a long document would fill the memory."""


def image_of(picture: Picture) -> QImage:
    """A picture as Qt draws it; it keeps its own copy of the pixels."""
    kind = QImage.Format.Format_RGB32
    return QImage(picture.pixels, picture.width, picture.height, picture.stride, kind).copy()


class _Page(QWidget):
    """One page; white until its picture is there."""

    def __init__(self, proportions: float, draw: Callable[[int], QImage]) -> None:
        super().__init__()
        self._proportions, self._draw = proportions, draw
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Its proportions stay."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width."""
        return round(width * self._proportions)

    def sizeHint(self) -> QSize:
        """At the present text size."""
        return QSize(active().px(WIDTH), self.heightForWidth(active().px(WIDTH)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture of the page, framed."""
        image = self._draw(round(self.width() * self.devicePixelRatioF()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), image)
        painter.setPen(QColor(active().colours.edge))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class SheetView(QScrollArea):
    """Shows an open document."""

    def __init__(self) -> None:
        super().__init__()
        self._sheets: OpenSheets | None = None
        self._kept: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._inner = QWidget()
        self.setObjectName("sheet-view")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._inner)

    def show_sheets(self, sheets: OpenSheets) -> None:
        """Show a document from its first page on; the one shown before is closed."""
        before, self._sheets = self._sheets, sheets
        self._kept.clear()
        pages = [self._page(number, *sheets.size(number)) for number in range(len(sheets))]
        self._inner = QWidget()
        self._inner.setProperty("look", "scrolled")
        self._inner.setLayout(column(*pages, 1, spacing=20, margins=(24, 20, 24, 24)))
        self.setWidget(self._inner)
        self._narrow()
        self.verticalScrollBar().setValue(0)
        self.setAccessibleDescription(sheets.words(0))
        if before is not None:
            before.close()

    def clear(self) -> None:
        """Show nothing, and free what was shown."""
        sheets, self._sheets = self._sheets, None
        if sheets is not None:
            self._inner = QWidget()
            self.setWidget(self._inner)
            self._kept.clear()
            sheets.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep pages in the middle and no wider than they can be read."""
        super().resizeEvent(event)
        self._narrow()

    def _narrow(self) -> None:
        layout = self._inner.layout()
        if layout is not None:
            side = max(24, (self.viewport().width() - active().px(WIDTH)) // 2)
            layout.setContentsMargins(side, 20, side, 24)

    def _page(self, number: int, width: float, height: float) -> _Page:
        return _Page(height / width, lambda pixels: self._image(number, pixels))

    def _image(self, number: int, pixels: int) -> QImage:
        key = number, pixels
        if key not in self._kept:
            if self._sheets is None:
                return QImage()
            self._kept[key] = image_of(self._sheets.picture(number, max(1, pixels)))
            if len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]
