"""Clicks and keys as a person makes them, and pictures of what a person sees."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTableWidget, QWidget

from app.ui.dialogs.ask import Sheet
from app.ui.main_window import MainWindow
from app.ui.slices import awaited

QUALITY = 70
"""For PNG, which loses nothing, this is how little time is spent on making the file small."""

W = TypeVar("W", bound=QWidget)


class NotThere(RuntimeError):
    """What should be clicked is not on the screen: the window is not where the candidate expects it."""


class Hands:
    """Finds what is visible by its object name, and clicks it in its middle."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def settle(self) -> None:
        """Let what is done in slices be done, everything painted, every deferred deletion happen."""
        for _ in range(3):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            QApplication.sendPostedEvents()
            while awaited():
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)

    def find(self, kind: type[W], name: str) -> W:
        """The visible widget of that name on the page or the sheet in front; NotThere if there is none."""
        root: QWidget = self.sheet() or self.window
        for widget in root.findChildren(kind, name):
            if widget.isVisible():
                return widget
        raise NotThere(f"{name} is not on the screen")

    def sheet(self) -> Sheet | None:
        """The sheet over the window, if there is one."""
        visible = [sheet for sheet in self.window.findChildren(Sheet) if sheet.isVisible()]
        return visible[-1] if visible else None

    def click(self, name: str) -> None:
        """Click the button of that name."""
        target = self.find(QAbstractButton, name)
        if not target.isEnabled():
            raise NotThere(f"{name} cannot be clicked")
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=_middle(target))
        self.settle()

    def press(self, key: Qt.Key) -> None:
        """Press a key on whatever has the focus."""
        target = QApplication.focusWidget() or self.sheet() or self.window.shown or self.window
        QTest.keyClick(target, key)
        self.settle()

    def choose_row(self, table: str, row: int) -> None:
        """Click a row of a table."""
        widget = self.find(QTableWidget, table)
        item = widget.item(row, 0)
        if item is None:
            raise NotThere(f"{table} has no row {row}")
        widget.scrollToItem(item)
        place = widget.visualItemRect(item).center()
        QTest.mouseClick(widget.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.settle()

    def picture(self, path: Path) -> None:
        """Save what is on the screen, a sheet over the window included."""
        self.settle()
        shown = self.window.grab()
        sheet = self.sheet()
        if sheet is not None:
            _paint_over(shown, sheet, self.window)
        shown.save(str(path), "PNG", QUALITY)


def _middle(target: QAbstractButton) -> QPoint:
    return QPoint(target.width() // 2, target.height() // 2)


def _paint_over(shown: QPixmap, sheet: QWidget, window: QWidget) -> None:
    painter = QPainter(shown)
    corner = sheet.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0))
    painter.drawPixmap(corner, sheet.grab())
    painter.end()
