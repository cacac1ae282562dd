"""A chart that comes as SVG: drawn once for paper and window, in the window's colours."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.services.ports import Palette
from app.ui.accessibility import CHART_VALUE
from app.ui.theme import active

Draw = Callable[[float, Palette], bytes]
"""Makes the SVG of a chart for a width in points and for colours."""

PX_A_POINT = 1.5
"""How large a point is drawn at 100 %: letters of a chart become as large as captions are."""


def palette() -> Palette:
    """The colours of charts in the present scheme."""
    colours = active().colours
    return Palette(
        surface=colours.surface,
        sunken=colours.sunken,
        edge=colours.edge,
        text=colours.text,
        muted=colours.muted,
        control=colours.control,
        accent=colours.accent,
    )


class SvgChart(QWidget):
    """Draws itself anew for another width, text size or colour scheme. A screen reader gets its words."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self._height = height
        self._draw: Draw | None = None
        self._renderer: QSvgRenderer | None = None
        self._picture: QPixmap | None = None
        self._drawn: tuple[float, Palette, str] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chart(self, draw: Draw, name: str, value: str) -> None:
        """Show a chart; `name` says what it shows, `value` what comes of it."""
        self._draw, self._drawn = draw, None
        self.setAccessibleName(name)
        self.setProperty(CHART_VALUE, value)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as it was asked to be, at the present text size."""
        return QSize(320, active().px(self._height))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a small window."""
        return QSize(160, active().px(self._height))

    def changeEvent(self, event: QEvent) -> None:
        """Another text size needs another height."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chart as it fits now."""
        if self._draw is None:
            return
        # In points, as on paper: larger text draws the whole chart larger.
        width = self.width() / PX_A_POINT * 100 / active().percent
        wanted = (width, palette(), active().language)
        if self._drawn != wanted:
            self._renderer = QSvgRenderer(QByteArray(self._draw(width, wanted[1])))
            self._drawn = wanted
            self._picture = None
        if self._renderer is not None:
            painter = QPainter(self)
            painter.drawPixmap(0, 0, self._pictured(self._renderer))
            painter.end()

    def _pictured(self, renderer: QSvgRenderer) -> QPixmap:
        """The chart in pixels, for a page that is scrolled paints it often."""
        ratio = self.devicePixelRatioF()
        wanted = self.size() * ratio
        if self._picture is None or self._picture.size() != wanted:
            picture = QPixmap(wanted)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            renderer.render(painter, QRectF(self.rect()))
            painter.end()
            self._picture = picture
        return self._picture
