"""A change of colours leaves nothing of the colours before."""

from __future__ import annotations

from PySide6.QtGui import QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication

from app.ui.theme import Theme, apply
from app.ui.theme.scheme import DARK, LIGHT


def test_pictures_of_the_colours_before_are_let_go(application: QApplication) -> None:
    apply(application, Theme(DARK))
    QPixmapCache.insert("drawn in dark", QPixmap(12, 12))
    apply(application, Theme(LIGHT))
    assert not QPixmapCache.find("drawn in dark", QPixmap())
