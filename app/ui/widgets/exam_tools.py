"""The second bar of the question screen: flag, modes, comment, look, break, keys."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy

from app.services.preferences import SCHEMES, TEXT_PERCENTS
from app.ui.double_click import watch
from app.ui.widgets.flag_button import FlagButton
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.parts import column, label
from app.ui.widgets.tool_button import ToolButton
from app.ui.widgets.tool_row import ToolRow


class ExamTools(QFrame):
    """Signals: `size_requested` (percent), `scheme_requested` (name), `menu_opening` before a menu opens.

    The buttons are wired by the page; a mode's button is checked while the mode is on.
    """

    size_requested = Signal(int)
    scheme_requested = Signal(str)
    menu_opening = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "bar")
        self.flag = FlagButton()
        self.strike = ToolButton("strike-mode", checkable=True)
        self.highlight = ToolButton("highlight-mode", checkable=True)
        self.comment = ToolButton("comment")
        self.text_size = ToolButton("text-size", opens=True)
        self.colours = ToolButton("colours", opens=True)
        self.walk = label("secondary", "muted", wrap=False)
        self.take_break = ToolButton("take-break")
        self.keys = ToolButton("keys")
        self._scheme, self._percent = SCHEMES[0], 100
        modes = (self.flag, self.strike, self.highlight, self.comment)
        rest = (self.text_size, self.colours, 1, self.walk, self.take_break, self.keys)
        self.setLayout(column(ToolRow(FlowRow(*modes, *rest, spacing=6, margins=(20, 6, 20, 6)))))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.text_size.clicked.connect(self._on_size)
        self.colours.clicked.connect(self._on_colours)
        self.menu: QMenu | None = None

    def retranslate(self) -> None:
        """Set the words. The letters after & are the keys that work with Alt."""
        self.flag.retranslate()
        self.strike.setText(self.tr("&Strike out"))
        self.highlight.setText(self.tr("Hi&ghlight"))
        self.comment.setText(self.tr("&Comment"))
        self.text_size.setText(self.tr("&Text size"))
        self.colours.setText(self.tr("Co&lours"))
        self.take_break.setText(self.tr("&Break"))
        self.keys.setText(self.tr("? &Keys"))
        self.keys.setAccessibleName(self.tr("Keys"))
        self._describe()

    def show_comment(self, there: bool) -> None:
        """Show whether the question has a comment."""
        self.comment.show_dot(there)
        self._describe()

    def show_walk(self, words: str) -> None:
        """Say which subset is being reviewed; nothing takes no room."""
        self.walk.setText(words)
        self.walk.setVisible(bool(words))

    def show_look(self, scheme: str, percent: int) -> None:
        """What the menus show as chosen."""
        self._scheme, self._percent = scheme, percent

    def _describe(self) -> None:
        self.comment.setAccessibleDescription(self.tr("There is a comment") if self.comment.dot else "")
        for tool in (self.text_size, self.colours):
            tool.setAccessibleDescription(self.tr("Opens a menu"))

    def _choose_size(self, percent: int, _checked: bool = False) -> None:
        self.size_requested.emit(percent)

    def _choose_scheme(self, name: str, _checked: bool = False) -> None:
        self.scheme_requested.emit(name)

    def _on_size(self) -> None:
        self.menu_opening.emit()
        self._open(
            self.text_size,
            [
                (f"{percent} %", percent == self._percent, partial(self._choose_size, percent))
                for percent in TEXT_PERCENTS
            ],
        )

    def _on_colours(self) -> None:
        self.menu_opening.emit()
        words = (self.tr("As the system"), self.tr("Light"), self.tr("Dark"), self.tr("High contrast"))
        self._open(
            self.colours,
            [
                (word, name == self._scheme, partial(self._choose_scheme, name))
                for name, word in zip(SCHEMES, words, strict=True)
            ],
        )

    def _open(self, tool: ToolButton, choices: list[tuple[str, bool, partial[None]]]) -> None:
        """Open a menu below its tool, on what is chosen."""
        menu = QMenu(self)
        menu.setObjectName(f"{tool.objectName()}-menu")
        menu.setAccessibleName(tool.text().replace("&", ""))
        group = QActionGroup(menu)
        for words, chosen, choose in choices:
            action = QAction(words, group)
            action.setCheckable(True)
            action.setChecked(chosen)
            action.triggered.connect(choose)
            menu.addAction(action)
            if chosen:
                menu.setActiveAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        self.menu = menu
        menu.popup(tool.mapToGlobal(QPoint(0, tool.height())))
        watch(menu)
