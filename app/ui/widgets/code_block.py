"""A block of code: coloured, one face, never wrapped, scrolled sideways by mouse and keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from app.markup import Code
from app.markup.code import Kind, runs
from app.ui.theme import Colours, active
from app.ui.theme.fonts import code_font

SIDES = 44
"""Padding, border and document margin of a code block, left and right together, in px."""

CODE_SCALE = 0.9
"""Code beside text of the same nominal size looks larger; this evens them out."""


def code_colour(kind: Kind, colours: Colours) -> str:
    """The colour of a kind of code: roles that reach 4.5:1 on `sunken` in every scheme."""
    return {
        Kind.KEYWORD: colours.accent,
        Kind.NAME: colours.flag,
        Kind.STRING: colours.good,
        Kind.NUMBER: colours.warn,
        Kind.COMMENT: colours.muted,
    }[kind]


class _Painter(QSyntaxHighlighter):
    """Colours the lines of a document."""

    def __init__(self, document: QTextDocument, code: Code) -> None:
        super().__init__(document)
        self._lines = runs(code)
        self._formats = {kind: _format(kind) for kind in Kind}

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        number = self.currentBlock().blockNumber()
        if number < len(self._lines):
            for run in self._lines[number]:
                # Qt counts in UTF-16.
                start, end = (len(text[:at].encode("utf-16-le")) // 2 for at in (run.start, run.end))
                self.setFormat(start, end - start, self._formats[run.kind])


def _format(kind: Kind) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(code_colour(kind, active().colours)))
    return made


class CodeBlock(QPlainTextEdit):
    """Code as it is, as high as its lines."""

    def __init__(self, code: Code, size: int) -> None:
        super().__init__()
        self.setObjectName("code")
        self.setProperty("look", "code")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Code"))
        font = code_font(round(active().px(size) * CODE_SCALE))
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.setPlainText(code.text)
        self._painter = _Painter(self.document(), code)
        self._lines = code.text.splitlines() or [""]
        metrics = QFontMetrics(font)
        self._line, self._longest = metrics.lineSpacing(), max(map(metrics.horizontalAdvance, self._lines))
        self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A scroll bar may have become needed, or needless."""
        super().resizeEvent(event)
        self._fit_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right scroll a long line; where nothing scrolls they are the page's."""
        sideways = event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}
        marking = self.textInteractionFlags() & Qt.TextInteractionFlag.LinksAccessibleByMouse
        bar = self.horizontalScrollBar()
        if not sideways or marking:
            super().keyPressEvent(event)
        elif bar.maximum() == 0:
            event.ignore()
        else:
            step = 4 * self._line
            bar.setValue(bar.value() + (step if event.key() == Qt.Key.Key_Right else -step))

    def _fit_height(self) -> None:
        """As high as the lines, plus the horizontal scroll bar where a line is too long."""
        too_long = self._longest > self.width() - SIDES
        self.setFixedHeight(self._line * len(self._lines) + 36 + (14 if too_long else 0))
