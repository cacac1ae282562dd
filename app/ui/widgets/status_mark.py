"""The shapes of a question's status: never colour alone, always with a word in the name."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPixmapCache, QPolygonF

from app.core.attempt import Status
from app.ui.theme import Colours


def paint_status(painter: QPainter, centre: QPointF, status: Status, colours: Colours) -> None:
    """A full disc for complete, a half one for incomplete, a ring for unseen; radius 6."""
    colour = {
        Status.COMPLETE: colours.text,
        Status.INCOMPLETE: colours.warn,
        Status.UNSEEN: colours.muted,
    }[status]
    painter.setPen(QPen(QColor(colour), 1.6))
    painter.setBrush(QColor(colour) if status is Status.COMPLETE else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, 6, 6)
    if status is Status.INCOMPLETE:
        painter.setBrush(QColor(colour))
        painter.drawPie(QRectF(centre.x() - 6, centre.y() - 6, 12, 12), 0, 180 * 16)


def paint_flag(painter: QPainter, corner: QPointF, colours: Colours) -> None:
    """A small flag; `corner` is the top of its pole, 16 px high."""
    x, y = corner.x(), corner.y()
    painter.setPen(QPen(QColor(colours.flag), 1.8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawLine(QPointF(x, y), QPointF(x, y + 16))
    cloth = [(0, 0), (11, 0), (8, 4), (11, 8), (0, 8)]
    painter.drawPolyline(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in cloth]))


def paint_current(painter: QPainter, left: QPointF, colours: Colours) -> None:
    """An arrow head to the right; `left` is the middle of its base."""
    x, y = left.x(), left.y()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.accent))
    painter.drawPolygon(QPolygonF([QPointF(x, y - 6), QPointF(x + 8, y), QPointF(x, y + 6)]))


def flag_icon(colours: Colours) -> QIcon:
    """The flag as an icon for lists, drawn sharp enough for any screen.

    Drawn once for all rows and pages: Qt keeps a scaled copy of each picture that was ever shown.
    """
    name = f"flag {colours.flag}"
    pixmap = QPixmap()
    if not QPixmapCache.find(name, pixmap):
        pixmap = _draw_flag(colours)
        QPixmapCache.insert(name, pixmap)
    return QIcon(pixmap)


def _draw_flag(colours: Colours) -> QPixmap:
    ratio = 3
    pixmap = QPixmap(14 * ratio, 18 * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    pixmap.setDevicePixelRatio(ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_flag(painter, QPointF(1.5, 1), colours)
    painter.end()
    return pixmap
