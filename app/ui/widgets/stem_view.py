"""The stem of a question in the exam: its text can be highlighted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.events import Highlight
from app.markup import Block, Code, Image
from app.ui.theme import active
from app.ui.theme.values import STEM
from app.ui.widgets.code_block import CodeBlock
from app.ui.widgets.html import block_html
from app.ui.widgets.marking import Editor, Marking
from app.ui.widgets.marks import Marks, added, without
from app.ui.widgets.markup_view import MarkupView
from app.ui.widgets.stem_text import StemText


class StemView(MarkupView):
    """Shows the marks it is given and asks for others.

    Signals: `marks_requested` with all marks as they should become.
    """

    marks_requested = Signal(object)

    def __init__(self) -> None:
        self._markings: list[Marking] = []
        self._marks: Marks = ()
        self._on = False
        super().__init__(STEM)

    @property
    def marks(self) -> Marks:
        """The marks shown."""
        return self._marks

    def show_marks(self, marks: Marks) -> None:
        """Show what was recorded."""
        if marks != self._marks:
            self._marks = marks
            self._show()

    def set_highlighting(self, on: bool) -> None:
        """Let marks be made, or no more; with it the keyboard goes to the text."""
        self._on = on
        for marking in self._markings:
            marking.set_mode(on)

    def focus_text(self) -> None:
        """Give the focus to the first block that can be marked."""
        if self._markings:
            self._markings[0].shown.setFocus()

    def apply_selection(self) -> bool:
        """Mark what is selected, or take its mark off; False when nothing is selected."""
        return any(marking.apply_selection() for marking in self._markings)

    def _draw(self) -> None:
        self._markings = []
        super()._draw()
        self._show()
        if self._on:
            self.set_highlighting(self._on)

    def _show(self) -> None:
        for marking in self._markings:
            marking.show_marks(self._marks)

    def _widget(self, number: int, block: Block) -> QWidget:
        if isinstance(block, Image):
            return super()._widget(number, block)
        editor: Editor
        if isinstance(block, Code):
            editor = CodeBlock(block, self._size)
        else:
            editor = StemText(block_html(block, active()), self._size)
        marking = Marking(editor, number)
        marking.mark_requested.connect(self._on_mark)
        marking.removal_requested.connect(self._on_removal)
        self._markings.append(marking)
        return editor

    def _on_mark(self, run: Highlight) -> None:
        self.marks_requested.emit(added(self._marks, run))

    def _on_removal(self, mark: Highlight) -> None:
        self.marks_requested.emit(without(self._marks, mark))
