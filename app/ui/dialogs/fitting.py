"""A dialog as high as what it says, and never higher than the room there is: then its middle scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from app.ui.widgets.parts import column, holder, label, scrolled

MARGIN, SPACING, PART_SPACING = 28, 20, 16


def lay_out(dialog: QDialog, width: int, room: int, parts: list[QWidget], foot: QWidget) -> int:
    """Put its title, the parts and the buttons into a dialog; the height it should have, in px.

    `width` is that of the dialog, `room` the most height that it may take. The title is that of its window.
    """
    title = dialog.windowTitle()
    inner = holder(column(*parts, spacing=PART_SPACING))
    area = scrolled(inner)
    head = label("section-title", text=title)
    dialog.setLayout(column(head, area, foot, spacing=SPACING, margins=MARGIN))
    for part in (inner, head, foot, *parts):
        part.ensurePolished()
    inside = width - 2 * MARGIN
    heights = (head.heightForWidth(inside), inner.heightForWidth(inside), _height(foot, inside))
    wanted = sum(heights) + 2 * MARGIN + 2 * SPACING + 2
    if wanted > room:  # the keyboard has to reach what is out of sight
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(title)
    return min(wanted, room)


def _height(part: QWidget, width: int) -> int:
    """The height of a row of buttons, which may break."""
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
