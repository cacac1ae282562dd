"""One question in the grid of the review screen and the navigator."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.core.attempt import Status
from app.ui.formats import listed
from app.ui.labels import status_word
from app.ui.theme import active
from app.ui.theme.fonts import text_font
from app.ui.theme.values import BODY


class QuestionCell(QPushButton):
    """Shows number, status, flag and whether it is the current one; a click asks to go there."""

    def __init__(self, index: int) -> None:
        super().__init__()
        self.index = index
        self.status = Status.UNSEEN
        self.flagged = False
        self.current = False
        self.setObjectName(f"cell-{index + 1}")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(self, status: Status, *, flagged: bool, current: bool) -> None:
        """Show the state, in shape and in the accessible name."""
        self.status, self.flagged, self.current = status, flagged, current
        words = [self.tr("Question {number}").format(number=self.index + 1), status_word(status)]
        if flagged:
            words.append(self.tr("flagged"))
        if current:
            words.append(self.tr("current"))
        self.setAccessibleName(listed(words))
        self.setToolTip(listed(words))
        self.update()

    def sizeHint(self) -> QSize:
        """A target of comfortable size that grows with the text."""
        return QSize(active().px(104), active().px(58))

    def minimumSizeHint(self) -> QSize:
        """No part may clip."""
        return QSize(active().px(84), active().px(52))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Card, number, status shape, flag."""
        theme = active()
        colours = theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line, width = colours.edge, 1
        if self.status is Status.INCOMPLETE:
            line, width = colours.warn, 2
        if self.hasFocus() or self.underMouse() or self.current:
            line, width = colours.accent, 2
        painter.setPen(QPen(QColor(line), width))
        painter.setBrush(QColor(colours.chosen if self.current else colours.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 5, -5, -5), 6, 6)
        muted = self.status is Status.UNSEEN
        painter.setPen(QColor(colours.muted if muted else colours.text))
        painter.setFont(text_font(theme.px(BODY), bold=not muted))
        box = QRectF(14, 0, theme.px(34), self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(self.index + 1))
        self._paint_marks(painter, 14 + theme.px(34))

    def _paint_marks(self, painter: QPainter, left: float) -> None:
        from app.ui.widgets.status_mark import paint_flag, paint_status

        grown = max(1.0, active().percent / 100)
        painter.translate(left, self.height() / 2)
        painter.scale(grown, grown)
        paint_status(painter, QPointF(8, 0), self.status, active().colours)
        if self.flagged:
            paint_flag(painter, QPointF(24, -9), active().colours)
