"""A picture in a stem: shown when it is in the text itself, else its words in a frame."""

from __future__ import annotations

import base64
import binascii
import re
from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from app.markup import Image
from app.ui.theme import active
from app.ui.widgets.parts import column, label

MOST_BYTES = 200 * 1024
"""What a picture may weigh, decoded from its address."""

MOST_SIDE = 4096
"""What a picture may measure, in px: a small file can hold a huge empty one."""

_DATA = re.compile(r"data:image/(png|svg\+xml);base64,([A-Za-z0-9+/=]+)")
_REACHES_OUT = re.compile(
    rb"<!|<image|<script|<foreignObject|href\s*=\s*['\"][^#]|url\(\s*['\"]?[^#'\"\s]", re.I
)
"""What lets an SVG name something outside itself, or hold a document type."""


def picture(block: Image) -> QWidget:
    """The widget for a picture; what cannot be shown safely is told in its words."""
    image = decoded(block.source)
    return Placeholder(block.alt) if image.isNull() else Picture(image, block.alt)


@lru_cache(maxsize=16)
def decoded(source: str) -> QImage:
    """The picture of a data address of PNG or SVG; a null one for anything else, or too large."""
    match = _DATA.fullmatch(source) if len(source) <= MOST_BYTES * 4 // 3 + 64 else None
    if match is None:
        return QImage()
    try:
        raw = base64.b64decode(match[2], validate=True)
    except binascii.Error:
        return QImage()
    if len(raw) > MOST_BYTES:
        return QImage()
    return _png(raw) if match[1] == "png" else _svg(raw)


def _png(raw: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(raw))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"png")
    return reader.read() if _fits(reader.size()) else QImage()


def _svg(raw: bytes) -> QImage:
    """Drawn at twice its size, for dense screens."""
    from PySide6.QtSvg import QSvgRenderer

    if _REACHES_OUT.search(raw):
        return QImage()
    renderer = QSvgRenderer(QByteArray(raw))
    if not renderer.isValid() or not _fits(renderer.defaultSize()):
        return QImage()
    image = QImage(renderer.defaultSize() * 2, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    image.setDevicePixelRatio(2)
    return image


def _fits(size: QSize) -> bool:
    return 0 < size.width() <= MOST_SIDE and 0 < size.height() <= MOST_SIDE


class Picture(QFrame):
    """A picture on white, as wide as it is drawn at the present text size, or as the column."""

    def __init__(self, image: QImage, words: str) -> None:
        super().__init__()
        self._image = image
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Its proportions stay."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width."""
        return self._drawn(width).height()

    def sizeHint(self) -> QSize:
        """At the present text size."""
        return self._drawn(10_000)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a small window."""
        return QSize(80, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, on white: what is drawn in black must be seen on dark schemes too."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        target = self.rect()
        target.setSize(self._drawn(self.width()))
        painter.fillRect(target, Qt.GlobalColor.white)
        painter.drawImage(target, self._image)

    def _drawn(self, room: int) -> QSize:
        own = self._image.deviceIndependentSize()
        width = max(1, min(room, active().px(own.width())))
        return QSize(width, max(1, round(width * own.height() / own.width())))


class Placeholder(QFrame):
    """The words of a picture that is not shown."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setProperty("look", "placeholder")
        self.setAccessibleName(words or self.tr("Picture without words"))
        caption = label("caption", "muted", self.tr("Picture"))
        text = label("body", text=words or self.tr("Picture without words"))
        self.setLayout(column(caption, text, spacing=4, margins=(20, 12, 20, 14)))
