"""The product's icon in the forms that systems ask for, all drawn from resources/icons/rehearsal.svg."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import product

SIZES = (16, 24, 32, 48, 64, 128, 256, 512, 1024)
ICO = [(size, size) for size in (16, 24, 32, 48, 64, 128, 256)]


def make(folder: Path) -> None:
    """Write rehearsal-SIZE.png, rehearsal.ico and rehearsal.icns into a folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        _draw(size, folder / f"rehearsal-{size}.png")
    from PIL import Image

    with Image.open(folder / "rehearsal-1024.png") as image:
        image.save(folder / "rehearsal.ico", sizes=ICO)
        image.save(folder / "rehearsal.icns")


def _draw(size: int, target: Path) -> None:
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(product.ROOT / "resources" / "icons" / "rehearsal.svg")).render(painter)
    painter.end()
    if not image.save(str(target)):
        raise SystemExit(f"icons.py: {target} could not be written")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
