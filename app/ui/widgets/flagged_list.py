"""Lists of questions: the flag of a question behind its words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.theme import active


class FlagBehind(QStyledItemDelegate):
    """Draws an item's icon behind its words, in the size of the text."""

    def __init__(self, target: QListWidget) -> None:
        super().__init__(target)
        target.setItemDelegate(self)

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The icon goes to the right."""
        super().initStyleOption(option, index)
        option.decorationPosition = QStyleOptionViewItem.Position.Right
        option.decorationSize = QSize(active().px(14), active().px(18))
